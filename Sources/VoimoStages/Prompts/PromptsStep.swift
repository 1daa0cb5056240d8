package import VoimoBase
package import VoimoEngine

/// Says what a section's pictures should show: what somebody gave, or what is written from its
/// words and its theme.
package struct PromptsStep: Step {
  /// Where the prompts come from.
  package enum Source: Sendable {
    /// From somebody themselves: one for the whole section, or several that it travels through.
    case given([String])
    /// From a writer.
    case written(Writing)
  }

  /// What a prompt is written from.
  package struct Writing: Sendable {
    /// The writer, whose identity enters the key.
    package var writer: any PromptWriter
    /// What sort of section it is: `chorus`.
    package var label: String
    package var theme: String
    /// The section's lyric lines; nil where the song has no words.
    package var lyrics: StepOutput?
    /// What somebody adds to the written prompt; nil where nobody adds anything.
    package var addition: String?

    package init(
      writer: any PromptWriter, label: String, theme: String, lyrics: StepOutput?,
      addition: String?
    ) {
      self.writer = writer
      self.label = label
      self.theme = theme
      self.lyrics = lyrics
      self.addition = addition
    }

    fileprivate var words: StepInput? { lyrics.map { StepInput("lyrics", from: $0) } }
  }

  package var source: Source

  package init(_ source: Source) { self.source = source }

  package var kind: StepKind { StageRegistry.prompts.kind }

  package var inputs: [StepInput] {
    switch source {
    case .given: []
    case .written(let writing): writing.words.map { [$0] } ?? []
    }
  }

  /// The name of the step for a section, or for a time range inside it:
  /// `prompts/chorus.2@1:48-2:04`.
  package static func id(of section: SectionID, range: String? = nil) -> StepID {
    StageRegistry.prompts.id(section.description + (range.map { "@\($0)" } ?? ""))
  }

  /// The name of the step for a shot that has a prompt of its own: `prompts/chorus.2/03`.
  package static func id(of shot: Shot) -> StepID { StageRegistry.prompts.id(shot.name) }

  /// What a step of the kind makes: a `PromptSet`.
  package static func prompts(of id: StepID) -> StepOutput { .value(of: id) }

  package var needs: StepNeeds {
    if case .written(let writing) = source { return writing.writer.needs }
    return .oneCore
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    switch source {
    case .given(let prompts) where prompts.count == 1: walk.field("prompt", prompts[0])
    case .given(let prompts):
      for (index, prompt) in prompts.enumerated() { walk.field("prompt \(index + 1)", prompt) }
    case .written(let writing):
      writing.writer.identity.walk(as: "writer", &walk)
      walk.field("label", writing.label)
      walk.field("theme", writing.theme)
      walk.field("added prompt", writing.addition)
    }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let set: PromptSet
    switch source {
    case .given(let prompts): set = PromptSet(given: prompts)
    case .written(let writing):
      let lines = try writing.words.map { try context.bytes(of: $0) } ?? []
      let written = try await writing.writer.write(
        PromptRequest(
          label: writing.label, theme: writing.theme,
          lyrics: String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)),
        context.work)
      set = PromptSet(written, adding: writing.addition)
    }
    return StepProduct(value: try ArtifactJSON.encode(set))
  }
}
