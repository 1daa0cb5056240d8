import VoimoBase
package import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Makes a keyframe for a rendition of another shape out of the film's, round what strikes the eye,
/// so that a picture that was paid for is not made again.
package struct ReframeStep: Step {
  package var picture: StepOutput
  /// The film's `KeyframeNote`.
  package var note: StepOutput
  /// The rendition's shape; its keyframe keeps the pixels that there are.
  package var aspect: PictureSize

  package init(picture: StepOutput, note: StepOutput, aspect: PictureSize) {
    self.picture = picture
    self.note = note
    self.aspect = aspect
  }

  package var kind: StepKind { StageRegistry.keyframe.kind }

  package var inputs: [StepInput] { [image, told] }

  private var image: StepInput { StepInput("picture", from: picture) }
  private var told: StepInput { StepInput("note", from: note) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("width", aspect.width)
    walk.field("height", aspect.height)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: aspect.area, manner: "cut out")
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let whole = try PictureArtifact.decode(context.bytes(of: image))
    let part = whole.cropped(
      to: PictureCrop(
        pictureWidth: whole.width, pictureHeight: whole.height, aspect: aspect.aspect,
        focus: Salience.focus(of: whole)))
    return StepProduct(
      outputs: Keyframe.outputs(picture: .bytes(try PNGFile.encode(part))),
      value: try context.bytes(of: told))
  }
}
