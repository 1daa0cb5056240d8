package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// One frame of the film as a picture, as viewers see it.
package struct ThumbnailStep: Step {
  /// The one frame.
  package var pictures: RenditionPictures

  package init(pictures: RenditionPictures) { self.pictures = pictures }

  package var kind: StepKind { StageRegistry.thumbnail.kind }

  package var inputs: [StepInput] { pictures.inputs }

  /// The name of the step for a thumbnail's name.
  package static func id(_ name: String) -> StepID { StageRegistry.thumbnail.id(name) }

  /// What a step of the kind makes, as PNG.
  package static func picture(of id: StepID) -> StepOutput { StepOutput(id, name) }

  private static let name = "picture"

  package func walkParameters(_ walk: inout ParameterWalk) { pictures.walk(&walk) }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: pictures.size.area)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let frame = try RenditionReader(pictures, context).frame(pictures.frames.lowerBound)
    return StepProduct(outputs: [Self.name: .bytes(try PNGFile.encode(pictures.fitted(frame)))])
  }
}
