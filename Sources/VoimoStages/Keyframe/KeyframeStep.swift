package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Makes the picture that a shot starts from.
package struct KeyframeStep: Step {
  package var renderer: any ShotRenderer
  /// The section's prompts: a `PromptSet`.
  package var prompts: StepOutput
  /// The theme, by which a painter keeps the film's palette together.
  package var theme: String
  /// The visual style asked for.
  package var artist: String
  /// What must not be seen.
  package var negativePrompt: String
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
    renderer: any ShotRenderer, prompts: StepOutput, theme: String, artist: String,
    negativePrompt: String, position: Double?, seed: UInt64, sectionSeed: UInt64, part: FilmPart,
    width: Int, height: Int
  ) {
    self.renderer = renderer
    self.prompts = prompts
    self.theme = theme
    self.artist = artist
    self.negativePrompt = negativePrompt
    self.position = position
    self.seed = seed
    self.sectionSeed = sectionSeed
    self.part = part
    self.width = width
    self.height = height
  }

  package var kind: StepKind { StageRegistry.keyframe.kind }

  package var inputs: [StepInput] { [promptsInput] }

  /// The name of the step for a shot.
  package static func id(of shot: Shot) -> StepID { StageRegistry.keyframe.id(shot.name) }

  /// What the shot's frames are drawn from.
  package static func scene(of shot: Shot) -> StepOutput { StepOutput(id(of: shot), Name.scene) }

  /// The picture that the shot starts from, as PNG.
  package static func picture(of shot: Shot) -> StepOutput { picture(of: id(of: shot)) }

  /// The picture that a step of the kind makes.
  package static func picture(of id: StepID) -> StepOutput { StepOutput(id, Name.picture) }

  /// What is worth saying about it: a `KeyframeNote`.
  package static func note(of shot: Shot) -> StepOutput { .value(of: id(of: shot)) }

  private enum Name {
    static let scene = "scene"
    static let picture = "image"
  }

  private var promptsInput: StepInput { StepInput("prompts", from: prompts) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("renderer", renderer.identity.text)
    walk.field("theme", theme)
    walk.field("artist", artist)
    walk.field("negative_prompt", negativePrompt)
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
    let prompts = try context.value(PromptSet.self, of: promptsInput)
    let keyframe = try await renderer.keyframe(request(for: prompts))
    let picture = try PNGFile.encode(keyframe.picture)
    return StepProduct(
      outputs: [Name.scene: .bytes(keyframe.scene), Name.picture: .bytes(picture)],
      value: try ArtifactJSON.encode(
        KeyframeNote(prompt: prompts.prompt(at: position ?? 0), reading: keyframe.reading)))
  }
}

extension KeyframeStep {
  /// What is asked of the renderer for the section's prompts.
  package func request(for prompts: PromptSet) -> KeyframeRequest {
    KeyframeRequest(
      prompt: prompts.prompt(at: position ?? 0), negativePrompt: negativePrompt, theme: theme,
      artist: artist, own: prompts.own(at: position ?? 0), images: prompts.images, seed: seed,
      sectionSeed: sectionSeed, part: part, width: width, height: height)
  }
}

/// What is worth saying about a keyframe without opening its picture.
package struct KeyframeNote: Codable, Sendable, Hashable {
  package var prompt: String
  /// What the renderer understood, and what it can't show.
  package var reading: PictureReading
}
