/// A section's prompts: what its pictures should show.
package struct PromptSet: Sendable, Hashable, Codable {
  /// One for the whole section, or several that it travels through; at least one.
  package var prompts: [String]
  /// What somebody wrote for this section themselves: one for each of `prompts`, empty where the
  /// prompt was written for them.
  package var own: [String]
  /// Words of the lyrics in a written prompt that may name something to be seen.
  package var images: [String]

  /// Prompts that somebody gave: one, or several that the section travels through.
  package init(given prompts: [String]) {
    self.prompts = prompts
    own = prompts
    images = []
  }

  /// A prompt that was written, and what somebody adds to it.
  package init(_ written: WrittenPrompt, adding words: String?) {
    prompts = [[written.text, words ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")]
    own = [words ?? ""]
    images = written.images
  }

  /// The prompt at a place in the section, from 0 to 1: the nearest one.
  package func prompt(at position: Double) -> String { Self.nearest(in: prompts, to: position) }

  /// What somebody wrote themselves for that place.
  package func own(at position: Double) -> String { Self.nearest(in: own, to: position) }

  private static func nearest(in texts: [String], to position: Double) -> String {
    guard !texts.isEmpty else { return "" }
    return texts[Int((min(max(position, 0), 1) * Double(texts.count - 1)).rounded())]
  }
}
