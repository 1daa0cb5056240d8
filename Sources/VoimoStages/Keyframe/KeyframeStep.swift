package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Makes the picture that a shot starts from.
package struct KeyframeStep: Step {
  package var renderer: any ShotRenderer
  /// The section's prompts: a `PromptSet`.
  package var prompts: StepID
  /// Where the shot lies in its section, from 0 to 1; nil unless the prompt travels, so that
  /// cutting a section otherwise changes no picture.
  package var position: Double?
  package var seed: UInt64
  /// The same for all shots of the section.
  package var sectionSeed: UInt64
  package var part: FilmPart
  package var width: Int
  package var height: Int

  package init(
    renderer: any ShotRenderer, prompts: StepID, position: Double?, seed: UInt64,
    sectionSeed: UInt64, part: FilmPart, width: Int, height: Int
  ) {
    self.renderer = renderer
    self.prompts = prompts
    self.position = position
    self.seed = seed
    self.sectionSeed = sectionSeed
    self.part = part
    self.width = width
    self.height = height
  }

  package var kind: StepKind { StageRegistry.stage("keyframe").kind }

  package var inputs: [StepInput] { [StepInput("prompts", from: prompts, StepInput.value)] }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("renderer", renderer.identity.text)
    if let position { walk.field("position", position) }
    walk.field("seed", String(seed))
    walk.field("section seed", String(sectionSeed))
    walk.field("part of the film", part.rawValue)
    walk.field("width", width)
    walk.field("height", height)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: width * height)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let prompts = try context.value(PromptSet.self, of: "prompts")
    let keyframe = try await renderer.keyframe(
      prompts.request(
        at: position ?? 0, seed: seed, sectionSeed: sectionSeed, part: part, width: width,
        height: height))
    let picture = try PNGFile.encode(keyframe.picture)
    return StepProduct(
      outputs: ["scene": .bytes(keyframe.scene), "image": .bytes(picture)],
      value: try ArtifactJSON.encode(
        KeyframeNote(prompt: prompts.prompt(at: position ?? 0), reading: keyframe.reading)))
  }
}

/// What is worth saying about a keyframe without opening its picture.
package struct KeyframeNote: Codable, Sendable, Hashable {
  package var prompt: String
  /// What the renderer understood, and what it can't show.
  package var reading: PictureReading
}

extension PromptSet {
  /// What is asked of a renderer at a place in the section, from 0 to 1.
  package func request(
    at position: Double, seed: UInt64, sectionSeed: UInt64, part: FilmPart, width: Int, height: Int
  ) -> KeyframeRequest {
    KeyframeRequest(
      prompt: prompt(at: position), negativePrompt: negativePrompt, theme: theme, artist: artist,
      own: own(at: position), images: images, seed: seed, sectionSeed: sectionSeed, part: part,
      width: width, height: height)
  }
}
