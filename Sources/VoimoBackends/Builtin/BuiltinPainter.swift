import Foundation
import VoimoMedia
import VoimoPaint
import VoimoSignal
package import VoimoStages

/// The built-in painter: makes keyframes, each with the scene that it was painted from, and draws
/// the frames of a shot from that scene.
package struct BuiltinPainter: ImageGenerator, FrameDrawer {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "painter", behaviour: 3) }

  // MARK: - Pictures

  package var readsParts: Bool { true }

  package var isCostly: Bool { false }

  package var gives: Set<KeyframePart> { [.companion, .depth] }

  package func image(_ request: ImageRequest, _ work: Work) async throws -> GeneratedImage {
    let (recipe, description) = Self.read(request)
    let size = request.size
    let painter = Painter(recipe: recipe, width: size.width, height: size.height)
    // Half the sides are fine enough for what is told beside the picture.
    let sketch = Painter(
      recipe: recipe, width: max(1, size.width / 2), height: max(1, size.height / 2))
    let path = work.path("picture.png")
    try Data(PNGFile.encode(painter.still(ShotMoment(beatAmount: 0)))).write(
      to: URL(filePath: path))
    return GeneratedImage(
      file: path, companion: try ArtifactJSON.encode(recipe), depth: sketch.depth().encode(),
      ids: try PNGFile.encode(Self.picture(of: sketch.ids())),
      reading: PictureReading(description, of: recipe))
  }

  /// What each place shows, as a picture in which each kind of thing has a color of its own.
  private static func picture(of ids: PictureIDs) -> RGBPicture {
    var picture = RGBPicture(width: ids.width, height: ids.height)
    for y in 0..<ids.height {
      for x in 0..<ids.width {
        let (red, green, blue) = ids.kind(x, y).color
        let at = 3 * (y * ids.width + x)
        (picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]) = (red, green, blue)
      }
    }
    return picture
  }

  package func reading(of request: ImageRequest) -> PictureReading? {
    let (recipe, description) = Self.read(request)
    return PictureReading(description, of: recipe)
  }

  /// The painter reads what people wrote, each text by itself, and never the moods that a writer
  /// puts into a prompt.
  private static func read(
    _ request: ImageRequest
  ) -> (recipe: SceneRecipe, description: SceneDescription) {
    guard let parts = request.parts else {
      return SceneRecipe.read(
        SceneText(prompt: request.prompt, negativePrompt: request.negativePrompt),
        seed: request.seed, stage: .middle)
    }
    return SceneRecipe.read(
      SceneText(
        prompt: parts.own, theme: parts.theme, artist: parts.artist,
        negativePrompt: request.negativePrompt, lyricWords: parts.images),
      seed: request.seed, sectionSeed: parts.sectionSeed,
      stage: FilmStage(rawValue: parts.filmPart.rawValue) ?? .middle)
  }

  // MARK: - Frames

  package var reads: [KeyframePart] { [.companion] }

  package func drawing(of request: ShotRequest) throws -> any FrameDrawing {
    guard let scene = request.companion else {
      throw StageError("the painter draws from its own scene, and there is none")
    }
    return PaintedShot(
      recipe: try ArtifactJSON.decode(SceneRecipe.self, from: scene), request: request)
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
