package import VoimoBase
package import VoimoEngine

/// Reads how near each place of a keyframe is, where its generator does not tell it.
package struct DepthStep: Step {
  package var reader: any DepthReader
  package var picture: StepOutput

  package init(reader: any DepthReader, picture: StepOutput) {
    self.reader = reader
    self.picture = picture
  }

  package var kind: StepKind { StageRegistry.depth.kind }

  package var inputs: [StepInput] { [image] }

  /// The name of the step for a shot, of the film or of one of its renditions.
  package static func id(of shot: Shot, in scope: FilmScope = .film) -> StepID {
    scope.id(StageRegistry.depth, shot.name)
  }

  /// What a step of the kind makes: a depth map, encoded.
  package static func depth(of id: StepID) -> StepOutput { StepOutput(id, name) }

  private static let name = "depth"

  private var image: StepInput { StepInput("picture", from: picture) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    reader.identity.walk(as: "depth reader", &walk)
  }

  package var needs: StepNeeds { reader.needs }

  package var expectedWork: ExpectedWork? { ExpectedWork(count: 1, unit: "pictures") }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let depth = try await reader.depth(of: context.inputPath(image), context.work)
    return StepProduct(outputs: [Self.name: .bytes(depth)])
  }
}
