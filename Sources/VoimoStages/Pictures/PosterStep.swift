package import VoimoBase
package import VoimoEngine

/// One keyframe to stand for the film, as it is.
package struct PosterStep: Step {
  /// The keyframe chosen.
  package var picture: StepOutput

  package init(picture: StepOutput) { self.picture = picture }

  package var kind: StepKind { StageRegistry.poster.kind }

  package var inputs: [StepInput] { [image] }

  /// The name of the step.
  package static let id = StageRegistry.poster.id
  /// The poster, as PNG.
  package static let poster = StepOutput(id, "image")

  private var image: StepInput { StepInput("image", from: picture) }

  package func walkParameters(_ walk: inout ParameterWalk) {}

  package func run(_ context: StepContext) async throws -> StepProduct {
    StepProduct(outputs: [Self.poster.name: .bytes(try context.bytes(of: image))])
  }
}
