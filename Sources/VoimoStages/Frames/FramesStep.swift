package import VoimoBase
package import VoimoEngine
import VoimoMedia
package import VoimoProject
import VoimoSignal

/// Makes a shot's seen frames, or a piece of them, where frames cost, and keeps them without loss:
/// another encoder setting, subtitle or output never makes them again.
package struct FramesStep: Step {
  package var maker: any FrameMaker
  package var shot: Shot
  /// Which frames of the song's grid the step makes: of the shot's seen ones.
  package var range: Range<Int>
  /// What is read of the keyframe.
  package var keyframe: [KeyframePart: StepOutput]
  /// The last picture of the piece before, in place of the keyframe's; nil for the first piece.
  package var previous: StepOutput?
  package var motion: MotionRates
  /// The shot's own.
  package var seed: UInt64
  package var size: PictureSize
  package var frameRate: FrameRate
  /// Whether another piece follows, which reads the last picture.
  package var goesOn: Bool

  package var kind: StepKind { StageRegistry.frames.kind }

  /// The pieces that a maker makes a shot in, in order.
  package static func pieces(
    of shot: Shot, in scope: FilmScope, maker: any FrameMaker,
    keyframe: [KeyframePart: StepOutput], motion: MotionRates, seed: UInt64, size: PictureSize,
    rate: FrameRate
  ) -> [(id: StepID, step: FramesStep)] {
    let seen = shot.visibleStart..<shot.visibleEnd
    // Pieces are counted from the start of the whole shot, so that the crop moves none of them.
    let length = maker.pieceLength.map { max(1, rate.nearestFrame(to: $0)) }
    let first = length == nil ? seen.lowerBound : shot.start
    let starts = Array(stride(from: first, to: seen.upperBound, by: length ?? seen.count))
    return starts.enumerated().map { index, start in
      let end = length.map { min(start + $0, shot.end) } ?? seen.upperBound
      return (
        id(of: shot, piece: index, in: scope),
        FramesStep(
          maker: maker, shot: shot, range: start..<end, keyframe: keyframe,
          previous: index == 0 ? nil : last(of: id(of: shot, piece: index - 1, in: scope)),
          motion: motion, seed: seed, size: size, frameRate: rate,
          goesOn: index + 1 < starts.count)
      )
    }
  }

  /// The name of the step for a piece of a shot: `frames/chorus.1/00`, `frames/chorus.1/00+1`.
  package static func id(of shot: Shot, piece: Int, in scope: FilmScope) -> StepID {
    scope.id(StageRegistry.frames, shot.name + (piece == 0 ? "" : "+\(piece)"))
  }

  /// The frames that a step of the kind makes: a `FrameFile`.
  package static func frames(of id: StepID) -> StepOutput { StepOutput(id, framesName) }

  /// The last of them as a picture.
  private static func last(of id: StepID) -> StepOutput { StepOutput(id, lastName) }

  private static let framesName = "frames"
  private static let lastName = "last"

  package var inputs: [StepInput] {
    shotInputs.all(of: shot) + [previousInput].compactMap(\.self)
  }

  private var shotInputs: ShotInputs {
    var read = keyframe
    if previous != nil { read[.picture] = nil }
    return ShotInputs(keyframe: read, motion: motion, manner: [:], seed: seed)
  }

  private var previousInput: StepInput? {
    previous.map { StepInput("previous picture", from: $0) }
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    maker.identity.walk(as: "animator", &walk)
    shotInputs.walk(&walk)
    walk.field("seed", String(seed))
    walk.field("width", size.width)
    walk.field("height", size.height)
    walk.field("fps", frameRate.description)
    walk.field("start frame", shot.start)
    walk.field("end frame", shot.end)
    walk.field("first frame", range.lowerBound)
    walk.field("frame after the last", range.upperBound)
    walk.field("goes on", goesOn)
  }

  package var needs: StepNeeds { maker.needs }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(
      count: range.count, unit: "frames", size: size.area, manner: maker.identity.type)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var request = try shotInputs.request(size: size, context)
    if let previousInput {
      request.picture = try PictureArtifact.decode(context.bytes(of: previousInput))
    }
    request.seed = seed
    let moments = try shotInputs.moments(of: shot, rate: frameRate, context)
    let path = context.path(Self.framesName)
    let writer = FrameWriter(
      try KeptFrames(
        path: path, size: size, rate: frameRate, count: range.count, keepsLast: goesOn),
      expected: range.count, context)
    try await maker.frames(
      of: request, at: range.map { moments[$0] }, into: writer, context.work)
    var outputs: [String: StepProduct.Output] = [Self.framesName: .file(path: path)]
    if let last = try writer.finish(by: maker.identity) {
      outputs[Self.lastName] = .bytes(try PNGFile.encode(PictureConversion.rgb(last)))
    }
    return StepProduct(outputs: outputs)
  }
}
