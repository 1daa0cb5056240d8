import VoimoPaint
import VoimoSignal
package import VoimoStages

/// The built-in painter as a renderer of shots.
package struct BuiltinPainter: ShotRenderer {
  package init() {}

  package var identity: BackendIdentity {
    BackendIdentity(name: "painter", version: 1)
  }

  package func keyframe(_ request: KeyframeRequest) async throws -> Keyframe {
    let recipe = SceneRecipe(
      prompt: request.prompt, negativePrompt: request.negativePrompt, theme: request.theme,
      artist: request.artist, seed: request.seed)
    let painter = Painter(recipe: recipe, width: request.width, height: request.height)
    return Keyframe(
      scene: try ArtifactJSON.encode(recipe),
      picture: painter.still(ShotMoment(beatAmount: 0)), summary: recipe.summary)
  }

  package func frames(of request: FramesRequest) throws -> any FrameSource {
    PaintedShot(
      recipe: try ArtifactJSON.decode(SceneRecipe.self, from: request.scene),
      next: try request.nextScene.map { try ArtifactJSON.decode(SceneRecipe.self, from: $0) },
      request: request)
  }
}
