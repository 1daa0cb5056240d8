package import VoimoStages

/// Writes prompts by a fixed pattern; needs no model and gives the same words every time.
///
/// The pattern: the theme, then the images in the section's words, then the section's mood. It
/// does not understand the lyrics: it keeps the words that name things and leaves out the rest.
package struct TemplateWriter: PromptWriter {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "template", behaviour: 2) }

  package func write(_ request: PromptRequest, _ work: Work) async throws -> WrittenPrompt {
    let images = ImageWords.find(in: request.lyrics, atMost: 6)
    let parts = [request.theme, images.joined(separator: ", "), Self.mood[request.label] ?? ""]
    return WrittenPrompt(
      text: parts.filter { !$0.isEmpty }.joined(separator: ", "), images: images)
  }

  /// How each kind of section tends to be filmed; a free label has none.
  private static let mood = [
    "intro": "wide and quiet", "verse": "close and calm", "pre-chorus": "rising light",
    "chorus": "bright and wide", "bridge": "in different light", "inst": "open space",
    "solo": "in motion", "break": "still", "outro": "fading light",
  ]
}
