import CPixels

/// A room with one window: what is outside, the light that falls in, a lamp where it is dark.
struct RoomScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let roofs: HeightTable
  private let ground: HeightTable
  private let backdrop: Backdrop?
  /// The window's middle and half its size.
  private let windowU: Float
  private let windowV: Float = 0.10
  private let halfWide: Float = 0.19
  private let halfHigh: Float = 0.24

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    let side: Float = stage.section(970, -1, 1) > 0 ? 1 : -1
    windowU = side * min(stage.halfWidth * 0.34, 0.32)
    heavens = Heavens(stage, horizon: -0.06)
    roofs = .roofs(seed: stage.seed(971))
    ground = .hills(seed: stage.seed(972), peaks: 4)
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage), air = Air(stage: stage)
    let far: Float = 0.2, near: Float = 0.36
    var result = outside(frame)
    result += air.layers(frame)
    let night = 1 - look.brightness
    // A wall takes the color of the light that comes through the window, and of the lamp.
    let wall = look.shade.mixed(look.middle, 0.16).mixed(look.lamp * 0.14, 0.5)
    let edge = wall * 0.45
    let (left, right) = (windowU - halfWide, windowU + halfWide)
    let (low, high) = (windowV - halfHigh, windowV + halfHigh)
    let floor: Float = -0.30
    let reach: Float = 6
    func slab(
      _ a: Float, _ b: Float, _ c: Float, _ d: Float, _ top: LinearColor, _ bottom: LinearColor
    ) -> Layer {
      props.cut(
        [a, c, a, d, b, d, b, c], u: 0, v: 0, size: 1, top: top, bottom: bottom, nearness: far)
    }
    result += [
      slab(-reach, left, floor, reach, edge, wall), slab(right, reach, floor, reach, edge, wall),
      slab(left, right, high, reach, edge, wall), slab(left, right, floor, low, wall, wall * 0.9),
    ]
    // The frame, a cross of bars, a sill.
    let wood = look.shade * 0.7
    let bar: Float = 0.008
    for (a, b, c, d) in [
      (left - 0.022, left, low, high), (right, right + 0.022, low, high),
      (left - 0.022, right + 0.022, high, high + 0.022),
      (left - 0.05, right + 0.05, low - 0.03, low), (windowU - bar, windowU + bar, low, high),
      (left, right, windowV + 0.06 - bar, windowV + 0.06 + bar),
    ] {
      result.append(slab(a, b, c, d, wood, wood))
    }
    result += curtains(frame, left: left, right: right, low: low, high: high, nearness: far)
    // The floor, and on it the window's light.
    let boards = wall * 0.55
    result.append(
      props.cut(
        [-reach, -reach, -reach, floor, reach, floor, reach, -reach], u: 0, v: 0, size: 1,
        top: boards * 1.2, bottom: boards * 0.35, nearness: far))
    let slant: Float = heavens.sunU > windowU ? -0.16 : 0.16
    let fall = (look.halo * 0.5 + look.horizon * 0.35) * (1 + 0.4 * frame.beat)
    result.append(
      props.cut(
        [
          left + slant, floor - 0.04, right + slant, floor - 0.04, right + slant * 2.4 + 0.05,
          floor - 0.19, left + slant * 2.4 - 0.05, floor - 0.19,
        ],
        u: 0, v: 0, size: 1, top: fall, bottom: fall * 0.5, nearness: far, alpha: 0.34))
    if !stage.isWithout(.lights) && !stage.isWithout(.lanterns)
      && (night > 0.35 || stage.has(.lanterns))
    {
      result += tableLamp(frame, floor: floor, nearness: near)
    }
    result += props.standing(
      frame,
      on: Ground(
        foot: floor - 0.09, person: 0.40, nearness: near, spread: 0.5, holds: [.lanterns],
        gait: .within))
    return result
  }

  /// What is seen through the window.
  private func outside(_ frame: Frame) -> [Layer] {
    var result = heavens.layers(frame)
    let horizon = heavens.horizon
    result.append(
      .ridge(
        ground, stage, base: horizon - 0.05, amplitude: 0.09, distance: 0.6, nearness: 0.08,
        perUnit: 330,
        name: 973))
    if let backdrop {
      return result + backdrop.layers(frame, horizon: horizon - 0.06, nearness: 0.1)
    }
    result.append(
      .ridge(
        roofs, stage, base: horizon - 0.12, amplitude: 0.13, distance: 0.2, nearness: 0.12,
        perUnit: 700,
        name: 974))
    return result
  }

  private func curtains(
    _ frame: Frame, left: Float, right: Float, low: Float, high: Float, nearness: Float
  ) -> [Layer] {
    let props = Props(stage: stage)
    let cloth = stage.look.shade.mixed(stage.look.lamp * 0.16, 0.5).mixed(stage.look.accent, 0.05)
    let sway = Wave.sine(frame.time * 0.11) * 0.008
    return [Float(-1), 1].map { side in
      let edge = side < 0 ? left : right
      return props.cut(
        [
          edge + side * 0.09, low - 0.07, edge + side * 0.10, high + 0.05, edge - side * 0.045,
          high + 0.05,
          edge - side * (0.015 + sway), windowV, edge + side * (0.02 + sway), low - 0.07,
        ], u: 0, v: 0, size: 1, top: cloth * 0.8, bottom: cloth * 1.3, nearness: nearness)
    }
  }

  /// A lamp on a small table, opposite the window.
  private func tableLamp(_ frame: Frame, floor: Float, nearness: Float) -> [Layer] {
    let props = Props(stage: stage)
    let u = windowU > 0 ? -min(stage.halfWidth * 0.52, 0.5) : min(stage.halfWidth * 0.52, 0.5)
    let wood = stage.look.shade * 0.8
    let warm =
      (stage.thing(.lanterns)?.color?.paint
        ?? stage.look.lamp.mixed(LinearColor(1.5, 0.75, 0.28), 0.4))
      * (0.8 + 0.9 * frame.beat)
    let foot = floor - 0.07
    let count = min(stage.thing(.lanterns)?.count ?? 1, 5)
    var lamps: [px_light] = []
    for index in 0..<count {
      let at = u + (Float(index) - Float(count - 1) / 2) * 0.055
      lamps.append(
        props.lamp(at, foot + 0.27, radius: 0.22, core: 0.013, warm * (count > 1 ? 0.5 : 0.9)))
    }
    return [
      props.cut(
        [
          -0.13, 0, -0.115, 0.19, -0.16, 0.19, -0.16, 0.21, 0.16, 0.21, 0.16, 0.19, 0.115, 0.19,
          0.13, 0, 0.11, 0, 0.10, 0.19, -0.10, 0.19, -0.11, 0,
        ],
        u: u, v: foot, size: 1, top: wood, bottom: wood * 0.7, nearness: nearness),
      Layer(.lights(lamps), nearness: nearness),
    ]
  }
}
