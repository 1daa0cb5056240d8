import VoimoBase
package import VoimoEngine
package import VoimoProject
import VoimoSignal

/// Where a shot's frames come from.
package enum ShotFrames: Sendable {
  /// Drawn from its keyframe whenever they are encoded.
  case drawn(Drawn)
  /// Kept by `frames` steps.
  case stored(Stored)

  /// Frames that are read back.
  package struct Stored: Sendable {
    /// What holds them, in order.
    package var pieces: [StepOutput]
    /// The first frame that the first piece holds, of the song's grid.
    package var start: Int

    package init(pieces: [StepOutput], start: Int) {
      self.pieces = pieces
      self.start = start
    }

    fileprivate var inputs: [StepInput] {
      pieces.enumerated().map { StepInput("frames \($0 + 1)", from: $1) }
    }
  }

  /// All that frames depend on which are drawn.
  package struct Drawn: Sendable {
    package var drawer: any FrameDrawer
    /// What is read of the keyframe, in the order of the drawer's wishes.
    package var keyframe: [KeyframePart: StepOutput]
    package var motion: MotionRates
    /// What the drawer took from the words about the shot.
    package var manner: [String: Double]
    /// The shot's own.
    package var seed: UInt64

    package init(
      drawer: any FrameDrawer, keyframe: [KeyframePart: StepOutput], motion: MotionRates,
      manner: [String: Double] = [:], seed: UInt64
    ) {
      self.drawer = drawer
      self.keyframe = keyframe
      self.motion = motion
      self.manner = manner
      self.seed = seed
    }
  }

  /// In what manner they are made, for estimates.
  var manner: String {
    switch self {
    case .drawn(let drawn): drawn.drawer.identity.type
    case .stored: "stored"
    }
  }

  func inputs(of shot: Shot) -> [StepInput] {
    switch self {
    case .drawn(let drawn): drawn.shotInputs.all(of: shot)
    case .stored(let stored): stored.inputs
    }
  }

  func walk(_ walk: inout ParameterWalk) {
    switch self {
    case .drawn(let drawn):
      drawn.drawer.identity.walk(as: "animator", &walk)
      drawn.shotInputs.walk(&walk)
    case .stored(let stored): walk.field("first kept frame", stored.start)
    }
  }

  /// Gets ready to give any of the shot's seen frames, in order.
  func source(
    of shot: Shot, size: PictureSize, rate: FrameRate, _ context: StepContext
  ) throws -> any ShotFrameSource {
    switch self {
    case .drawn(let drawn):
      let request = try drawn.shotInputs.request(size: size, context)
      return DrawnFrames(
        drawing: try drawn.drawer.drawing(of: request),
        moments: try drawn.shotInputs.moments(of: shot, rate: rate, context))
    case .stored(let stored):
      return try StoredFrames(
        paths: stored.inputs.map(context.inputPath), start: stored.start,
        first: shot.visibleStart, size: size)
    }
  }
}

extension ShotFrames.Drawn {
  var shotInputs: ShotInputs {
    ShotInputs(keyframe: keyframe, motion: motion, manner: manner, seed: seed)
  }
}

/// Gives a shot's seen frames, in order.
protocol ShotFrameSource {
  /// Draws a frame of the song's grid.
  mutating func draw(_ frame: Int, into target: PlanarTarget) throws
}

/// Frames that are drawn when they are asked for.
private struct DrawnFrames: ShotFrameSource {
  var drawing: any FrameDrawing
  var moments: ShotMoments

  mutating func draw(_ frame: Int, into target: PlanarTarget) throws {
    try drawing.draw(moments[frame], into: target)
  }
}
