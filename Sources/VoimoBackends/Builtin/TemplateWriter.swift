import VoimoBase
package import VoimoStages

/// Writes prompts by a fixed pattern; needs no model and gives the same words every time.
///
/// The pattern: the theme, then the images in the section's words, then the section's mood. It
/// does not understand the lyrics: it keeps the words that name things and leaves out the rest.
package struct TemplateWriter: PromptWriter {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(name: "template", version: 2) }

  package func write(_ request: PromptRequest) async throws -> PromptSet {
    let images = ImageWords.find(in: request.lyrics, atMost: 6)
    let mood = Self.mood[request.section.label] ?? ""
    // The prompt that nobody has overridden.
    let written = Self.join([request.theme, images.joined(separator: ", "), mood])
    var set = PromptSet(
      prompts: [written], negativePrompt: request.negativePrompt, theme: request.theme,
      artist: request.artist)
    switch request.override {
    case .none, .travel([]):
      set.images = images
      set.mood = mood
    case .replace(let prompt):
      set.prompts = [prompt]
      set.own = [prompt]
    case .travel(let prompts):
      set.prompts = prompts
      set.own = prompts
    case .add(let more):
      set.prompts = [Self.join([written, more])]
      set.own = [more]
      set.images = images
      set.mood = mood
    }
    return set
  }

  /// How each kind of section tends to be filmed; a free label has none.
  private static let mood = [
    "intro": "wide and quiet", "verse": "close and calm", "pre-chorus": "rising light",
    "chorus": "bright and wide", "bridge": "in different light", "inst": "open space",
    "solo": "in motion", "break": "still", "outro": "fading light",
  ]

  private static func join(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
