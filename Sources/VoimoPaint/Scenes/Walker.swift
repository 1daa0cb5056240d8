import CPixels

/// How somebody who moves does it in a scene.
enum Gait: Sendable {
  /// From one side of the frame to the other, and in again.
  case across
  /// To and fro between walls.
  case within
  /// Away from the camera, which goes along.
  case away
}

/// Somebody who walks, runs or dances: a body, two legs, two arms, each a cut-out, moved by one
/// phase.
struct Walker {
  let props: Props
  let pose: Pose
  let gait: Gait
  /// The body's height, in layer units.
  let size: Float
  let color: LinearColor

  /// Turns a second, slower than in life: the film is.
  private var pace: Float {
    switch pose {
    case .walking: 0.80
    case .running: 1.05
    case .dancing: 0.72
    }
  }

  /// How far a leg swings to either side, in turns.
  private var swing: Float { pose == .running ? 0.108 : 0.072 }

  /// Layer units from one step of a foot to its next: feet that stand do not slide.
  private var stride: Float {
    2 * size * Self.leg * 2 * Wave.sine(swing) * (pose == .running ? 1.2 : 1)
  }

  private static let leg: Float = 0.48

  /// The layers of one body at a moment: it starts at `u` on the ground at `v` and crosses `reach`
  /// to either side of the middle; `phase`, 0…1, sets it apart from others.
  func layers(
    _ frame: Frame, u: Float, v: Float, reach: Float, phase: Float, nearness: Float
  ) -> [Layer] {
    let turn = frame.time * pace + phase
    if pose == .dancing { return dancer(frame, turn: turn, u: u, v: v, nearness: nearness) }
    switch gait {
    case .away: return retreating(turn: turn, u: u, v: v, nearness: nearness)
    case .across:
      let wide = 2 * (reach + size)
      let way = (u + reach + size + frame.time * pace * stride) / wide
      let at = (way - way.rounded(.down)) * wide - reach - size
      return profile(turn: turn, u: at, v: v, facing: 1, nearness: nearness)
    case .within:
      // There and back; the turn itself is a step.
      let way = (u + reach + frame.time * pace * stride) / (2 * reach)
      let round = way - 2 * (way / 2).rounded(.down)
      let isBack = round > 1
      let at = (isBack ? 2 - round : round) * 2 * reach - reach
      return profile(turn: turn, u: at, v: v, facing: isBack ? -1 : 1, nearness: nearness)
    }
  }

  // MARK: From the side

  private func profile(turn: Float, u: Float, v: Float, facing: Float, nearness: Float) -> [Layer] {
    let lean: Float = pose == .running ? 0.17 : 0.04
    let legs = [turn, turn + 0.5].map(leg)
    // The lower foot is on the ground; who runs leaves it between steps.
    let low = min(legs[0].foot, legs[1].foot)
    let flight = pose == .running ? 0.03 * abs(Wave.sine(turn * 2 + 0.25)) : 0
    func part(_ outline: [Float], tilt: Float = 0) -> Layer {
      props.cut(
        outline, u: u, v: v - (low - flight) * size, size: size, top: color, bottom: color * 0.7,
        nearness: nearness, flip: facing, tilt: tilt * facing)
    }
    let shoulder = (x: lean * 0.74, y: Float(0.75))
    return [
      part(arm(from: shoulder, turn: turn)),
      part(legs[1].outline),
      part(Outline.walkerBody, tilt: lean),
      part(legs[0].outline),
      part(arm(from: shoulder, turn: turn + 0.5)),
    ]
  }

  /// A leg seen from the side, and how low its foot is.
  private func leg(_ turn: Float) -> (outline: [Float], foot: Float) {
    let thigh = swing * Wave.sine(turn)
    // The knee bends while the leg comes forward.
    let bend = max(Wave.sine(turn + 0.25), 0) * (pose == .running ? 0.23 : 0.12)
    let hip = (x: Float(0), y: Self.leg + 0.02), half = Self.leg / 2
    let knee = (
      x: hip.x + half * Wave.sine(thigh), y: hip.y - half * Wave.sine(0.25 - abs(thigh))
    )
    let shin = thigh - bend
    let ankle = (
      x: knee.x + half * Wave.sine(shin), y: knee.y - half * Wave.sine(shin + 0.25)
    )
    // The foot stands across the shin; flat where the leg carries.
    let toe = (
      x: ankle.x + 0.085 * Wave.sine(shin + 0.25), y: ankle.y + 0.085 * min(Wave.sine(shin), 0.12)
    )
    return (
      limb([hip, knee, ankle, toe], halves: [0.072, 0.050, 0.030, 0.014]),
      min(ankle.y, toe.y) - 0.012
    )
  }

  private func arm(from shoulder: (x: Float, y: Float), turn: Float) -> [Float] {
    let upper = swing * (pose == .running ? 1.0 : 0.8) * Wave.sine(turn)
    let lower = upper + (pose == .running ? 0.22 : 0.04)
    let elbow = (
      x: shoulder.x + 0.17 * Wave.sine(upper), y: shoulder.y - 0.17 * Wave.sine(0.25 - abs(upper))
    )
    let hand = (
      x: elbow.x + 0.16 * Wave.sine(lower), y: elbow.y - 0.16 * Wave.sine(0.25 - abs(lower))
    )
    return limb([shoulder, elbow, hand], halves: [0.042, 0.034, 0.018])
  }

  /// A strip along joints, as broad at each as `halves` says.
  private func limb(_ joints: [(x: Float, y: Float)], halves: [Float]) -> [Float] {
    var left: [Float] = [], right: [Float] = []
    for (index, joint) in joints.enumerated() {
      let before = joints[max(index - 1, 0)], after = joints[min(index + 1, joints.count - 1)]
      let (dx, dy) = (after.x - before.x, after.y - before.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-4)
      let (nx, ny) = (-dy / length * halves[index], dx / length * halves[index])
      left += [joint.x + nx, joint.y + ny]
      right = [joint.x - nx, joint.y - ny] + right
    }
    return left + right
  }

  // MARK: From behind, and from the front

  private func retreating(turn: Float, u: Float, v: Float, nearness: Float) -> [Layer] {
    let bob = 0.012 * abs(Wave.sine(turn)), roll = 0.018 * Wave.sine(turn)
    func part(_ outline: [Float], rise: Float = 0) -> Layer {
      props.cut(
        outline, u: u, v: v + rise * size, size: size, top: color, bottom: color * 0.7,
        nearness: nearness)
    }
    let legs = [Float(-1), 1].map { side -> Layer in
      // A leg that swings back is seen shorter, its foot higher.
      let lift = max(Wave.sine(turn + (side > 0 ? 0.5 : 0)), 0) * (pose == .running ? 0.20 : 0.09)
      let foot = (x: side * 0.055, y: lift), knee = (x: side * 0.07, y: 0.25 + lift * 0.4)
      return part(
        limb(
          [(side * 0.06, 0.50), knee, foot, (foot.x, foot.y)], halves: [0.062, 0.046, 0.036, 0.036])
      )
    }
    let arms = [Float(-1), 1].map { side -> Layer in
      let swing = Wave.sine(turn + (side > 0 ? 0 : 0.5)) * 0.05
      return part(
        limb(
          [(side * 0.13, 0.76), (side * 0.17, 0.60), (side * 0.165, 0.45 + swing)],
          halves: [0.036, 0.032, 0.018]), rise: bob)
    }
    return legs + arms + [
      props.cut(
        Outline.walkerBack, u: u + roll * size, v: v + bob * size, size: size, top: color,
        bottom: color * 0.7, nearness: nearness)
    ]
  }

  private func dancer(_ frame: Frame, turn: Float, u: Float, v: Float, nearness: Float) -> [Layer] {
    let sway = Wave.sine(turn), hop = 0.02 * abs(Wave.sine(turn * 2)) + 0.05 * frame.beat
    func part(_ outline: [Float], tilt: Float = 0) -> Layer {
      props.cut(
        outline, u: u, v: v + hop * size, size: size, top: color, bottom: color * 0.7,
        nearness: nearness, tilt: tilt)
    }
    let hip = (x: 0.06 * sway, y: Float(0.50))
    let legs = [Float(-1), 1].map { side -> Layer in
      let lift = max(side * sway, 0) * 0.12
      let foot = (x: side * 0.11, y: lift),
        knee = (x: side * (0.13 + lift * 0.5), y: 0.26 + lift * 0.5)
      return part(
        limb([(hip.x + side * 0.05, hip.y), knee, foot], halves: [0.062, 0.046, 0.034]))
    }
    let arms = [Float(-1), 1].map { side -> Layer in
      // One arm up while the other goes down.
      let up = 0.5 + 0.5 * Wave.sine(turn + (side > 0 ? 0.1 : 0.55))
      let shoulder = (x: side * 0.12 + 0.03 * sway, y: Float(0.76))
      let elbow = (x: side * 0.24 + 0.03 * sway, y: 0.70 + 0.16 * up)
      let hand = (x: side * (0.30 - 0.10 * up), y: 0.58 + 0.50 * up)
      return part(limb([shoulder, elbow, hand], halves: [0.040, 0.034, 0.016]))
    }
    return legs + arms + [part(Outline.walkerBack, tilt: 0.07 * sway)]
  }
}

extension Outline {
  /// Trunk and head from the side, without limbs.
  static let walkerBody: [Float] = [
    -0.085, 0.46, -0.105, 0.60, -0.095, 0.74, -0.045, 0.82, -0.068, 0.88, -0.060, 0.96, -0.010, 1.0,
    0.045, 0.975, 0.062, 0.92, 0.050, 0.85, 0.030, 0.81, 0.085, 0.74, 0.098, 0.60, 0.085, 0.46,
  ]
  /// The same from behind.
  static let walkerBack: [Float] = [
    -0.115, 0.46, -0.125, 0.60, -0.155, 0.76, -0.11, 0.80, -0.04, 0.83, -0.062, 0.88, -0.052, 0.97,
    0.0, 1.0, 0.052, 0.97, 0.062, 0.88, 0.04, 0.83, 0.11, 0.80, 0.155, 0.76, 0.125, 0.60, 0.115,
    0.46,
  ]
}
