import VoimoBase
import VoimoPaint
import VoimoProject
import VoimoSignal
import VoimoStages

/// Paints one shot's frames; holds the scene's layers while it does.
struct PaintedShot: FrameDrawing {
  private var painter: Painter
  private let motion: MotionRates
  private let size: PictureSize

  init(recipe: SceneRecipe, request: ShotRequest) {
    painter = Painter(recipe: recipe, width: request.size.width, height: request.size.height)
    motion = request.motion
    size = request.size
  }

  mutating func draw(_ moment: FrameMoment, into target: PlanarTarget) throws {
    painter.paint(moment.inShot(motion, size: size), into: target)
  }
}

extension FrameMoment {
  /// The moment as the painter counts it: where the camera is, and what the song does.
  func inShot(_ motion: MotionRates, size: PictureSize) -> ShotMoment {
    let (width, height) = (size.width, size.height)
    // The painter counts in shorter sides, the project in widths and heights.
    let shorter = Double(min(width, height))
    let (wide, high) = (Double(width) / shorter, Double(height) / shorter)
    var camera = CameraMotion(
      zoom: motion.zoom - 1, panX: motion.panX * wide, panY: motion.panY * high,
      rotate: motion.rotate, push: motion.push
    ).state(at: time)
    camera.panX += motion.sway * wide * Wander.value(at: time, seed: 1)
    camera.panY += motion.sway * wide * Wander.value(at: time, seed: 2)
    camera.rotate += motion.sway * 60 * Wander.value(at: time, seed: 3)
    return ShotMoment(
      time: time, camera: camera,
      accents: AccentValues(
        onset: Double(signals.onset), low: Double(signals.low), high: Double(signals.high),
        kick: Double(signals.kick), snare: Double(signals.snare),
        beatPhase: Double(signals.beatPhase),
        beatStrength: Double(signals.beatStrength), barPhase: Double(signals.barPhase)),
      beatAmount: motion.beat)
  }
}

/// A hand that cannot hold a camera still: smooth noise without a library's sine, whose last bits
/// differ between machines.
enum Wander {
  /// From -1 to 1, 0 at time 0, about one turn in two seconds.
  static func value(at time: Double, seed: UInt64) -> Double {
    smooth(time * 0.7, seed) * 0.7 + smooth(time * 1.9, seed &+ 7) * 0.3
  }

  private static func smooth(_ place: Double, _ seed: UInt64) -> Double {
    let cell = place.rounded(.down)
    let part = place - cell
    let blend = part * part * (3 - 2 * part)
    return knot(Int(cell), seed) * (1 - blend) + knot(Int(cell) + 1, seed) * blend
  }

  private static func knot(_ index: Int, _ seed: UInt64) -> Double {
    guard index != 0 else { return 0 }
    var random = SeededRandom(seed: seed &* 1_000_003 &+ UInt64(bitPattern: Int64(index)))
    return random.number(in: -1...1)
  }
}
