import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoSignal

/// What any animator's frames depend on beside the animator itself: drawn and kept ones alike.
struct ShotInputs {
  var keyframe: [KeyframePart: StepOutput]
  var motion: MotionRates
  var manner: [String: Double]
  var seed: UInt64

  /// What is read of the keyframe, in a fixed order.
  private var parts: [(part: KeyframePart, input: StepInput)] {
    KeyframePart.allCases.compactMap { part in
      keyframe[part].map { (part, StepInput(part.rawValue, from: $0)) }
    }
  }

  /// What the song does; nil where the picture answers nothing of it.
  private func signals(of shot: Shot) -> StepInput? {
    motion.beat > 0 ? StepInput("signals", from: ShotsStep.signals(of: shot)) : nil
  }

  func all(of shot: Shot) -> [StepInput] {
    parts.map(\.input) + [signals(of: shot)].compactMap(\.self)
  }

  func walk(_ walk: inout ParameterWalk) {
    walk.field("motion.zoom", motion.zoom)
    walk.field("motion.pan_x", motion.panX)
    walk.field("motion.pan_y", motion.panY)
    walk.field("motion.rotate", motion.rotate)
    walk.field("motion.push", motion.push)
    walk.field("motion.sway", motion.sway)
    walk.field("motion.beat", motion.beat)
    for (name, amount) in manner.sorted(by: { $0.key < $1.key }) {
      walk.field("manner.\(name)", amount)
    }
    if !manner.isEmpty { walk.field("seed", String(seed)) }
  }

  /// What the animator is given.
  func request(size: PictureSize, _ context: StepContext) throws -> ShotRequest {
    var request = ShotRequest(size: size, motion: motion, manner: manner, seed: seed)
    for (part, input) in parts {
      let bytes = try context.bytes(of: input)
      switch part {
      case .picture: request.picture = try PictureArtifact.decode(bytes)
      case .companion: request.companion = bytes
      case .depth: request.depth = bytes
      }
    }
    return request
  }

  /// Every frame's place in the shot.
  func moments(of shot: Shot, rate: FrameRate, _ context: StepContext) throws -> ShotMoments {
    guard let input = signals(of: shot) else { return ShotMoments(shot: shot, rate: rate) }
    guard let signals = FrameSignals.decode(try context.bytes(of: input)),
      signals.count == shot.end - shot.start
    else { throw StageError("the signals of \(shot.name) do not cover its frames") }
    return ShotMoments(shot: shot, rate: rate, signals: signals)
  }
}

/// Where each frame of the song's grid lies in a shot, and what the song does there; the crop
/// changes nothing about it.
struct ShotMoments {
  var shot: Shot
  var rate: FrameRate
  /// Of the whole shot's frames; nil where the picture answers nothing.
  var signals: [FrameSignals]?

  subscript(frame: Int) -> FrameMoment {
    FrameMoment(
      time: rate.time(ofFrame: frame).value - rate.time(ofFrame: shot.start).value,
      signals: signals?[frame - shot.start] ?? FrameSignals())
  }
}
