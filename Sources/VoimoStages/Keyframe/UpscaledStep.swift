package import VoimoBase
package import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Brings a keyframe to the film's size, where its generator makes pictures of another one.
package struct UpscaledStep: Step {
  package var editor: any ImageEditor
  package var picture: StepOutput
  package var size: PictureSize

  package init(editor: any ImageEditor, picture: StepOutput, size: PictureSize) {
    self.editor = editor
    self.picture = picture
    self.size = size
  }

  package var kind: StepKind { StageRegistry.upscaled.kind }

  package var inputs: [StepInput] { [image] }

  /// The name of the step for a shot, of the film or of one of its renditions.
  package static func id(of shot: Shot, in scope: FilmScope = .film) -> StepID {
    scope.id(StageRegistry.upscaled, shot.name)
  }

  /// What a step of the kind makes, as PNG.
  package static func picture(of id: StepID) -> StepOutput { StepOutput(id, name) }

  private static let name = "picture"

  private var image: StepInput { StepInput("picture", from: picture) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    editor.identity.walk(as: "editor", &walk)
    walk.field("width", size.width)
    walk.field("height", size.height)
  }

  package var needs: StepNeeds { editor.needs }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: size.area, manner: editor.identity.type)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let file = try await editor.edited(context.inputPath(image), to: size, context.work)
    let picture = try PictureArtifact.read(file) {
      BackendError.wrongResult("\(editor.identity.type) has made no picture: \($0)")
    }
    guard picture.width == size.width, picture.height == size.height else {
      throw BackendError.wrongResult(
        "\(editor.identity.type) has made a picture of \(picture.width)×\(picture.height) instead "
          + "of \(size)")
    }
    return StepProduct(outputs: [
      Self.name: try PictureArtifact.isPNG(file)
        ? .file(path: file) : .bytes(PNGFile.encode(picture))
    ])
  }
}
