package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Every frame as a picture, in one zip, for editing.
package struct FrameArchiveStep: Step {
  package var pictures: RenditionPictures

  package init(pictures: RenditionPictures) { self.pictures = pictures }

  package var kind: StepKind { StageRegistry.stills.kind }

  package var inputs: [StepInput] { pictures.inputs }

  /// The name of the step of a rendition.
  package static func id(in scope: FilmScope) -> StepID { scope.id(StageRegistry.stills) }

  /// The zip.
  package static func archive(in scope: FilmScope) -> StepOutput {
    StepOutput(id(in: scope), name)
  }

  private static let name = "archive"

  package func walkParameters(_ walk: inout ParameterWalk) { pictures.walk(&walk) }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: pictures.frames.count, unit: "frames", size: pictures.size.area)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let path = context.path("frames.zip")
    var archive = try PNGSequence(
      path: path, width: pictures.size.width, height: pictures.size.height,
      frames: pictures.frames.count)
    var done = 0
    try pictures.forEach(context) { picture in
      done += 1
      try archive.write { try pictures.draw(picture, into: $0) }
      context.progress(done, of: pictures.frames.count, unit: "frames")
    }
    try archive.finish()
    return StepProduct(outputs: [Self.name: .file(path: path)])
  }
}
