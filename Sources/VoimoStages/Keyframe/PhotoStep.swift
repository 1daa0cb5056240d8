import VoimoBase
package import VoimoEngine
package import VoimoMedia
package import VoimoProject
import VoimoSignal

/// Makes a keyframe of a picture of the musician's own: the part of the film's shape that shows
/// what must be seen, or what strikes the eye.
///
/// The picture keeps up to twice the film's sides, for a camera that comes closer.
package struct PhotoStep: Step {
  /// What is in the picture's file.
  package var picture: StepOutput
  /// What must be seen; nil lets voimo find it.
  package var focus: Focus?
  package var framing: Framing
  /// The film's size.
  package var size: PictureSize
  /// Where files from outside are decoded; no part of the key.
  package var reading: AudioReading

  /// How close a picture is shown; a picture that is shown again is shown closer.
  package enum Framing: String, Sendable, Hashable, CaseIterable {
    case wide
    case closer
    case detail

    /// How much closer than necessary.
    var zoom: Double {
      switch self {
      case .wide: 1
      case .closer: 1.6
      case .detail: 2.4
      }
    }
  }

  package init(
    picture: StepOutput, focus: Focus?, framing: Framing, size: PictureSize,
    reading: AudioReading
  ) {
    self.picture = picture
    self.focus = focus
    self.framing = framing
    self.size = size
    self.reading = reading
  }

  package var kind: StepKind { StageRegistry.keyframe.kind }

  package var inputs: [StepInput] { [file] }

  private var file: StepInput { StepInput("your picture", from: picture) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    if let focus { walk.field("focus", "\(focus.x) \(focus.y)") }
    walk.field("framing", framing.rawValue)
    walk.field("width", size.width)
    walk.field("height", size.height)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: 1, unit: "pictures", size: size.area, manner: "files")
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let most = Int(Double(4 * size.area) * framing.zoom * framing.zoom * 2)
    let read = try reading.picture(at: context.inputPath(file), fitting: most) {
      try context.checkCancellation()
    }
    let whole = read.picture
    let found = focus.map { ($0.x, $0.y) } ?? Salience.focus(of: whole)
    let part = whole.cropped(
      to: PictureCrop(
        pictureWidth: whole.width, pictureHeight: whole.height, aspect: size.aspect, focus: found,
        zoom: framing.zoom))
    let picture = try sized(part)
    let note = KeyframeNote(
      prompt: "", reading: PictureReading(summary: "your picture, \(framing.rawValue)"))
    var warnings = read.facts.notes
    if part.width * 2 < size.width {
      warnings.append(
        "\(part.width)×\(part.height) pixels of a picture fill a film of \(size): it will look soft"
      )
    }
    return StepProduct(
      outputs: Keyframe.outputs(picture: .bytes(try PNGFile.encode(picture))),
      value: try ArtifactJSON.encode(note), warnings: warnings)
  }

  /// At least the film's size, and at most twice its sides.
  private func sized(_ part: RGBPicture) throws -> RGBPicture {
    if part.width > 2 * size.width {
      return try PictureConversion.resized(part, toWidth: 2 * size.width, height: 2 * size.height)
    }
    if part.width < size.width || part.height < size.height {
      return try PictureConversion.resized(part, toWidth: size.width, height: size.height)
    }
    return part
  }
}
