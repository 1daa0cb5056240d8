import VoimoBase
package import VoimoEngine

/// Makes the picture that a shot starts from.
package struct KeyframeStep: Step {
  package var generator: any ImageGenerator
  /// The section's prompts: a `PromptSet`.
  package var prompts: StepOutput
  /// The visual style asked for.
  package var artist: String
  /// What must not be seen.
  package var negativePrompt: String
  /// Where the shot lies in its section, from 0 to 1; nil unless the prompt travels, so that
  /// cutting a section otherwise changes no picture.
  package var position: Double?
  package var seed: UInt64
  package var size: PictureSize
  /// What a generator is told that weighs a prompt's parts; nil for one that reads the whole text.
  package var context: PromptContext?

  /// What holds beyond one prompt.
  package struct PromptContext: Sendable, Hashable {
    /// The theme, by which a painter keeps the film's palette together.
    package var theme: String
    /// The same for all shots of the section.
    package var sectionSeed: UInt64
    package var filmPart: FilmPart

    package init(theme: String, sectionSeed: UInt64, filmPart: FilmPart) {
      self.theme = theme
      self.sectionSeed = sectionSeed
      self.filmPart = filmPart
    }
  }

  /// Takes what a keyframe depends on; `context` counts where the generator reads it.
  package init(
    generator: any ImageGenerator, prompts: StepOutput, artist: String, negativePrompt: String,
    position: Double?, seed: UInt64, size: PictureSize, context: PromptContext
  ) {
    self.generator = generator
    self.prompts = prompts
    self.artist = artist
    self.negativePrompt = negativePrompt
    self.position = position
    self.seed = seed
    self.size = size
    self.context = generator.readsParts ? context : nil
  }

  package var kind: StepKind { StageRegistry.keyframe.kind }

  package var inputs: [StepInput] { [promptsInput] }

  private var promptsInput: StepInput { StepInput("prompts", from: prompts) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    generator.identity.walk(as: "generator", &walk)
    walk.field("artist", artist)
    walk.field("negative_prompt", negativePrompt)
    if let position { walk.field("position", position) }
    walk.field("seed", String(seed))
    walk.field("width", size.width)
    walk.field("height", size.height)
    if let context {
      walk.field("theme", context.theme)
      walk.field("section seed", String(context.sectionSeed))
      walk.field("part of the film", context.filmPart.rawValue)
    }
  }

  package var needs: StepNeeds { generator.needs }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: size.area, manner: generator.identity.type)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let prompts = try context.value(PromptSet.self, of: promptsInput)
    let request = request(for: prompts)
    let image = try await generator.image(request, context.work)
    let picture = try PictureCheck(of: generator.identity, asked: request).accepted(image)
    let note = KeyframeNote(
      prompt: prompts.prompt(at: position ?? 0),
      reading: image.reading ?? PictureReading(summary: ""))
    return StepProduct(
      outputs: Keyframe.outputs(
        picture: picture, companion: image.companion, depth: image.depth, ids: image.ids),
      value: try ArtifactJSON.encode(note))
  }
}

extension KeyframeStep {
  /// What is asked of the generator for the section's prompts.
  package func request(for prompts: PromptSet) -> ImageRequest {
    let prompt = prompts.prompt(at: position ?? 0)
    guard let context else {
      // An image model reads the style behind what is to be seen.
      let text = [prompt, artist].filter { !$0.isEmpty }.joined(separator: ", ")
      return ImageRequest(prompt: text, negativePrompt: negativePrompt, seed: seed, size: size)
    }
    return ImageRequest(
      prompt: prompt, negativePrompt: negativePrompt, seed: seed, size: size,
      parts: PromptParts(
        own: prompts.own(at: position ?? 0), theme: context.theme, artist: artist,
        images: prompts.images, sectionSeed: context.sectionSeed, filmPart: context.filmPart))
  }
}

/// What is worth saying about a keyframe without opening its picture.
package struct KeyframeNote: Codable, Sendable, Hashable {
  package var prompt: String
  /// What the generator understood, and what it can't show.
  package var reading: PictureReading

  package init(prompt: String, reading: PictureReading) {
    self.prompt = prompt
    self.reading = reading
  }
}
