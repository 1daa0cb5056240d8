package import VoimoBase
package import VoimoEngine

/// Writes a section's prompts from its words and the film's look.
package struct PromptsStep: Step {
  /// The writer, whose identity enters the key.
  package var writer: any PromptWriter
  /// Everything but the lyrics, which are read from the input.
  package var request: PromptRequest
  /// The section's lyric lines; nil where the song has no words.
  package var lyrics: StepOutput?

  package init(writer: any PromptWriter, request: PromptRequest, lyrics: StepOutput?) {
    self.writer = writer
    self.request = request
    self.lyrics = lyrics
  }

  package var kind: StepKind { StageRegistry.prompts.kind }

  package var inputs: [StepInput] { words.map { [$0] } ?? [] }

  /// The name of the step for a section, or for a time range inside it:
  /// `prompts/chorus.2@1:48-2:04`.
  package static func id(of section: SectionID, range: String? = nil) -> StepID {
    StageRegistry.prompts.id(section.description + (range.map { "@\($0)" } ?? ""))
  }

  /// What a step of the kind has written: a `PromptSet`.
  package static func prompts(of id: StepID) -> StepOutput { .value(of: id) }

  private var words: StepInput? { lyrics.map { StepInput("lyrics", from: $0) } }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("writer", writer.identity.text)
    walk.field("section", request.section.description)
    walk.field("theme", request.theme)
    walk.field("artist", request.artist)
    walk.field("negative_prompt", request.negativePrompt)
    switch request.override {
    case .none: break
    case .replace(let prompt): walk.field("prompt", prompt)
    case .add(let prompt): walk.field("added prompt", prompt)
    case .travel(let prompts):
      for (index, prompt) in prompts.enumerated() { walk.field("prompt \(index + 1)", prompt) }
    }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var request = request
    if let words {
      request.lyrics = String(decoding: try context.bytes(of: words), as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let set = try await writer.write(request)
    return StepProduct(value: try ArtifactJSON.encode(set))
  }
}
