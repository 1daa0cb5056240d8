import VoimoBase
import VoimoPaint
import VoimoSignal
import VoimoStages

/// Paints one shot's frames; holds the scene's layers while it does.
struct PaintedShot: FrameSource {
  private var painter: Painter
  private let next: SceneRecipe?
  private let motion: ShotMotion
  private let width: Int
  private let height: Int
  /// The shot's own frame and the next shot's keyframe, while one fades into the other.
  private var fading: (own: PlanarPicture, next: PlanarPicture)?

  init(recipe: SceneRecipe, next: SceneRecipe?, request: FramesRequest) {
    painter = Painter(recipe: recipe, width: request.width, height: request.height)
    self.next = next
    motion = request.motion
    width = request.width
    height = request.height
  }

  mutating func paint(_ moment: FrameMoment, into target: PlanarTarget) throws {
    let place = place(of: moment)
    guard moment.fade > 0, let next else {
      painter.paint(place, into: target)
      return
    }
    var pictures = fading ?? (PlanarPicture(width: width, height: height), keyframe(of: next))
    pictures.own.withTarget { painter.paint(place, into: $0) }
    Crossfade(progress: moment.fade).mix(from: pictures.own, to: pictures.next, into: target)
    fading = pictures
  }

  /// The picture that the next shot starts from, as that shot will paint it.
  private func keyframe(of recipe: SceneRecipe) -> PlanarPicture {
    var painter = Painter(recipe: recipe, width: width, height: height)
    var picture = PlanarPicture(width: width, height: height)
    picture.withTarget { painter.paint(ShotMoment(beatAmount: 0), into: $0) }
    return picture
  }

  private func place(of moment: FrameMoment) -> ShotMoment {
    // The painter counts in shorter sides, the project in widths and heights.
    let shorter = Double(min(width, height))
    let (wide, high) = (Double(width) / shorter, Double(height) / shorter)
    var camera = CameraMotion(
      zoom: motion.zoom - 1, panX: motion.panX * wide, panY: motion.panY * high,
      rotate: motion.rotate, push: motion.push
    ).state(at: moment.time)
    camera.panX += motion.sway * wide * Wander.value(at: moment.time, seed: 1)
    camera.panY += motion.sway * wide * Wander.value(at: moment.time, seed: 2)
    camera.rotate += motion.sway * 60 * Wander.value(at: moment.time, seed: 3)
    let signals = moment.signals
    return ShotMoment(
      time: moment.time, camera: camera,
      accents: AccentValues(
        onset: Double(signals.onset), low: Double(signals.low), high: Double(signals.high),
        kick: Double(signals.kick), beatPhase: Double(signals.beatPhase),
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
