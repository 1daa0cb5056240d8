import VoimoPaint
import VoimoSignal
package import VoimoStages

/// The built-in painter as a renderer of shots.
package struct BuiltinPainter: ShotRenderer {
  package init() {}

  package var identity: BackendIdentity {
    BackendIdentity(name: "painter", version: 3)
  }

  package func keyframe(_ request: KeyframeRequest) async throws -> Keyframe {
    let (recipe, description) = Self.read(request)
    let painter = Painter(recipe: recipe, width: request.width, height: request.height)
    return Keyframe(
      scene: try ArtifactJSON.encode(recipe),
      picture: painter.still(ShotMoment(beatAmount: 0)),
      reading: PictureReading(description, of: recipe))
  }

  package func reading(of request: KeyframeRequest) -> PictureReading {
    let (recipe, description) = Self.read(request)
    return PictureReading(description, of: recipe)
  }

  package func frames(of request: FramesRequest) throws -> any FrameSource {
    PaintedShot(
      recipe: try ArtifactJSON.decode(SceneRecipe.self, from: request.scene),
      next: try request.nextScene.map { try ArtifactJSON.decode(SceneRecipe.self, from: $0) },
      request: request)
  }

  /// The painter reads what people wrote, each text by itself, and never the moods that a writer
  /// puts into a prompt.
  private static func read(
    _ request: KeyframeRequest
  ) -> (recipe: SceneRecipe, description: SceneDescription) {
    SceneRecipe.read(
      SceneText(
        prompt: request.own, theme: request.theme, artist: request.artist,
        negativePrompt: request.negativePrompt, lyricWords: request.images),
      seed: request.seed, sectionSeed: request.sectionSeed,
      stage: FilmStage(rawValue: request.part.rawValue) ?? .middle)
  }
}

extension PictureReading {
  /// What the painter says about a recipe.
  init(_ description: SceneDescription, of recipe: SceneRecipe) {
    self.init(
      summary: recipe.summary,
      parts: description.understood.map {
        Part(name: $0.part.rawValue, value: $0.value, words: $0.words)
      },
      cannotShow: description.cannotShow, unknown: description.unknown,
      takenAway: description.takenAway, standIn: description.standIn,
      shortfall: description.shortfall)
  }
}
