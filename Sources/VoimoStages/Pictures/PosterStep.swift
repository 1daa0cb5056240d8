package import VoimoBase
package import VoimoEngine

/// One keyframe to stand for the film, as it is.
package struct PosterStep: Step {
  /// The keyframe chosen.
  package var keyframe: StepID

  package init(keyframe: StepID) { self.keyframe = keyframe }

  package var kind: StepKind { StageRegistry.stage("poster").kind }

  package var inputs: [StepInput] { [StepInput("image", from: keyframe, "image")] }

  package func walkParameters(_ walk: inout ParameterWalk) {}

  package func run(_ context: StepContext) async throws -> StepProduct {
    StepProduct(outputs: ["image": .bytes(try context.bytes(of: "image"))])
  }
}
