/// Writes what a section's pictures should show, where nobody has said so themselves.
package protocol PromptWriter: Backend {
  /// Turns a section's words and its theme into a prompt.
  ///
  /// - Throws: when a back end fails; the built-in one never does.
  func write(_ request: PromptRequest, _ work: Work) async throws -> WrittenPrompt
}

/// What a prompt is written from.
package struct PromptRequest: Sendable, Hashable {
  /// What sort of section it is: `chorus`.
  package var label: String
  package var theme: String
  /// The section's lyric lines, in order.
  package var lyrics: [String]

  package init(label: String, theme: String, lyrics: [String]) {
    self.label = label
    self.theme = theme
    self.lyrics = lyrics
  }
}

/// A prompt that was written for somebody.
package struct WrittenPrompt: Sendable, Hashable {
  /// The whole text.
  package var text: String
  /// Words of the lyrics in it that may name something to be seen.
  package var images: [String]

  package init(text: String, images: [String] = []) {
    self.text = text
    self.images = images
  }
}
