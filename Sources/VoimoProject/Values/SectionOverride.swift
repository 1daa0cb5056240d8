package import VoimoBase

/// What a `sections:` key chooses.
package enum SectionSelector: Hashable, Sendable {
  /// Every section of a label: `chorus`.
  case label(String)
  /// One section: `chorus.2`.
  case section(SectionID)
  /// One shot of a section, counted from 0: `chorus.2/03`.
  case shot(SectionID, Int)
  /// A stretch of the song's time, start included, end not: `"1:48-2:04"`.
  case range(Seconds, Seconds)
}

/// What is said about a prompt.
package enum PromptOverride: Hashable, Sendable {
  /// This instead of the written prompt.
  case replace(String)
  /// From the first to the last through the section, instead of the written prompt; two or more.
  case travel([String])
  /// The written prompt, and this.
  case add(String)

  /// This over something less specific: added words join what is there, all else replaces it.
  package func over(_ base: PromptOverride?) -> PromptOverride {
    guard case .add(let words) = self, let base else { return self }
    switch base {
    case .replace(let text): return .replace("\(text), \(words)")
    case .travel(let texts): return .travel(texts.map { "\($0), \(words)" })
    case .add(let text): return .add("\(text), \(words)")
    }
  }
}

/// What one entry under `sections:` changes.
package struct SectionOverride: Hashable, Sendable {
  package var selector: SectionSelector
  /// The key as written: `chorus.2`.
  package var key: String
  /// Where the key is written.
  package var span: SourceSpan
  package var prompt: PromptOverride?
  package var theme: String?
  package var artist: String?
  package var negativePrompt: String?
  /// Instead of the seed derived from the file's.
  package var seed: Int?
  /// Which roll of the dice, from 1.
  package var take: Int?
  package var motion: MotionSettings?
  /// Instead of a painted picture, and of those that the file gives for all shots.
  package var image: ImageSet?
  package var animation: Animation?

  /// Changes nothing yet.
  package init(selector: SectionSelector, key: String, span: SourceSpan) {
    self.selector = selector
    self.key = key
    self.span = span
  }
}

/// Everything that decides the look of one section, or of one shot in it, after all overrides.
package struct ResolvedLook: Hashable, Sendable {
  package var theme: String?
  package var artist: String?
  /// Over the written prompt; nil leaves it as written.
  package var prompt: PromptOverride?
  package var negativePrompt: String?
  /// A section's own seed; nil derives one from the file's.
  package var seed: Int?
  /// Which roll of the dice, from 1.
  package var take: Int
  package var motion: MotionRates
  /// The pictures that a section, a time range or a shot gives itself; nil leaves it to the file's
  /// `images`, which are spread over all shots.
  package var image: ImageSet?
  package var animation: Animation
  /// The time range that it holds in, as its key is written; nil outside of all.
  package var range: String?
  /// The shot that it is for, as its key is written; nil where no key names this shot.
  package var shot: String?
}
