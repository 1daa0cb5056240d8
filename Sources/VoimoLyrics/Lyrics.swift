package import VoimoBase

/// The words of a song and when they are sung.
///
/// Lines are in order of their starts. Lines may overlap (two voices), words of one line do not.
/// As JSON: `{"lines":[{"text","start","end","confidence","words":[{"word","start","end"}]}]}`,
/// with `section` where a line's section is known.
package struct Lyrics: Hashable, Sendable, Codable {
  package var lines: [LyricLine]

  /// Takes lines in any order and sorts them by their starts; equal starts keep their order.
  package init(lines: [LyricLine] = []) {
    self.lines = lines.stablySorted(by: { $0.start })
  }

  /// Whether nothing is sung.
  package var isEmpty: Bool { lines.isEmpty }

  /// When the last line ends; zero without lines.
  package var end: Seconds { lines.map(\.end).max() ?? .zero }
}

/// One line of a song, as it is shown.
package struct LyricLine: Hashable, Sendable, Codable {
  /// The line as written, without line breaks.
  package var text: String
  package var start: Seconds
  /// At or after `start`.
  package var end: Seconds
  /// How sure the times are, from 0 (a guess) to 1 (given by a person).
  package var confidence: Double
  /// The line's words in order; empty where only the line's own times are known.
  package var words: [LyricWord]
  /// What the text calls the part that this line belongs to, `chorus`; nil when it does not say.
  package var section: String?

  /// Makes a line; without words only its own times are known.
  package init(
    text: String, start: Seconds, end: Seconds, confidence: Double = 1, words: [LyricWord] = [],
    section: String? = nil
  ) {
    self.text = text
    self.start = start
    self.end = end
    self.confidence = confidence
    self.words = words
    self.section = section
  }
}

/// One word of a line and when it is sung.
package struct LyricWord: Hashable, Sendable, Codable {
  /// The word as it stands in the line, with its punctuation.
  package var text: String
  package var start: Seconds
  /// At or after `start`.
  package var end: Seconds

  /// Makes a word.
  package init(text: String, start: Seconds, end: Seconds) {
    self.text = text
    self.start = start
    self.end = end
  }

  private enum CodingKeys: String, CodingKey {
    case text = "word"
    case start, end
  }
}

extension Array {
  /// Sorted by a key, equal keys in their old order.
  func stablySorted(by key: (Element) -> Seconds) -> [Element] {
    enumerated().sorted {
      (key($0.element), $0.offset) < (key($1.element), $1.offset)
    }.map(\.element)
  }
}
