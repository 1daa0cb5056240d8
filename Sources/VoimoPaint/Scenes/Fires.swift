import CPixels

extension Props {
  /// Open fires on the ground: logs, tongues of flame, their light and sparks.
  func campfires(_ frame: Frame, _ ground: Ground) -> [Layer] {
    let count = min(stage.thing(.campfire)?.count ?? 1, 3)
    return (0..<count).flatMap { index -> [Layer] in
      let spread = ground.spread * stage.halfWidth
      let slot =
        count == 1 ? stage.number(2_700, -0.7, 0.7) : (Float(index) + 0.5) / Float(count) * 2 - 1
      return campfire(
        frame, u: slot * spread, v: ground.foot - ground.person * 0.05, size: ground.person * 0.85,
        nearness: ground.nearness, name: 2_702 + UInt64(index) * 40)
    }
  }

  private func campfire(
    _ frame: Frame, u: Float, v: Float, size: Float, nearness: Float, name: UInt64
  ) -> [Layer] {
    let strength = 0.9 + 0.55 * frame.beat
    let edge = LinearColor(1.7, 0.36, 0.05) * strength, core = LinearColor(2.4, 1.5, 0.5) * strength
    let wood = stage.look.shade * 0.6
    func part(_ outline: [Float], _ top: LinearColor, _ bottom: LinearColor, alpha: Float) -> Layer
    {
      cut(
        outline, u: u, v: v, size: size, top: top, bottom: bottom, nearness: nearness, alpha: alpha)
    }
    var layers: [Layer] = []
    for (index, place) in [Float(-0.17), 0.16, -0.07, 0.09, 0.0].enumerated() {
      let seed = stage.number(name + UInt64(index), 0, 1)
      let flicker = Wave.sine(frame.time * (0.9 + seed * 0.5) + seed)
      let high = (index == 4 ? 0.78 : 0.46 + 0.2 * seed) * (1 + 0.16 * flicker + 0.22 * frame.beat)
      let bend = 0.08 * Wave.sine(frame.time * (0.6 + seed * 0.4) + seed * 3)
      layers.append(
        part(
          [
            place - 0.13, 0.04, place - 0.10, high * 0.34, place - 0.02 + bend * 0.4, high * 0.62,
            place + bend, high, place + 0.07 + bend * 0.3, high * 0.56, place + 0.12, high * 0.28,
            place + 0.11, 0.03,
          ], edge, index == 4 ? core : edge.mixed(core, 0.5), alpha: 0.82))
    }
    let middle = 0.46 * (1 + 0.2 * Wave.sine(frame.time * 1.3) + 0.2 * frame.beat)
    layers.append(
      part(
        [-0.11, 0.04, -0.07, middle * 0.5, 0.0, middle, 0.08, middle * 0.45, 0.10, 0.04], core,
        core,
        alpha: 0.9))
    layers.append(part([-0.36, -0.02, -0.33, 0.07, 0.34, 0.0, 0.31, -0.07], wood, wood, alpha: 1))
    layers.append(
      part([0.35, -0.03, 0.33, 0.06, -0.30, -0.01, -0.28, -0.08], wood, wood, alpha: 1))
    var lights = [
      lamp(
        u, v + size * 0.3, radius: size * 1.5, core: 0.001,
        LinearColor(1.5, 0.52, 0.12) * (0.55 + 0.8 * frame.beat)
          * (1 - 0.55 * stage.look.brightness))
    ]
    for index in 0..<12 {
      let seed = stage.number(name + 20 + UInt64(index), 0, 1)
      let way = frame.time * (0.22 + seed * 0.2) + seed * 7
      let t = way - way.rounded(.down)
      lights.append(
        lamp(
          u + size * (seed - 0.5) * 0.5 + 0.03 * Wave.sine(way + seed) * t,
          v + size * (0.4 + 1.7 * t), radius: 0.012, core: 0.0022, edge * (1.2 - t)))
    }
    layers.append(Layer(.lights(lights), nearness: nearness))
    return layers
  }

  /// Leaves that fall through the air.
  func fallingLeaves(_ frame: Frame) -> [Layer] {
    guard stage.has(.leaves), stage.recipe.scene.draws(.leaves) else { return [] }
    let named = stage.thing(.leaves)?.color?.paint
    let light = 0.2 + 0.75 * stage.look.brightness
    let autumn = [
      LinearColor(0.85, 0.25, 0.03), LinearColor(0.95, 0.48, 0.06), LinearColor(0.62, 0.10, 0.03),
    ]
    let high = 2 * stage.halfHeight + 0.2
    return (0..<26).map { index in
      let name = 2_900 + UInt64(index) * 8
      let size = stage.number(name, 0.009, 0.021)
      let way =
        frame.time * stage.number(name + 1, 0.035, 0.075) / high + stage.number(name + 2, 0, 1)
      let t = way - way.rounded(.down)
      let swing = Wave.sine(frame.time * stage.number(name + 3, 0.14, 0.3) + t)
      let turn = frame.time * stage.number(name + 4, -0.25, 0.25) + stage.number(name + 5, 0, 1)
      let (s, c) = (Wave.sine(turn), Wave.sine(turn + 0.25))
      // Seen from its edge now and then.
      let flat = 0.25 + 0.75 * abs(Wave.sine(turn * 1.3))
      var outline: [Float] = []
      for (x, y) in [
        (Float(-1), Float(0)), (-0.3, 0.5), (0.5, 0.42), (1.1, 0), (0.5, -0.42), (-0.3, -0.5),
      ] {
        outline += [x * c - y * flat * s, x * s + y * flat * c]
      }
      let color = (named ?? autumn[index % 3]) * light
      return cut(
        outline,
        u: stage.number(name + 6, -1.1, 1.1) * stage.halfWidth + swing * 0.05 + t * 0.1,
        v: stage.halfHeight + 0.1 - t * high, size: size, top: color * 1.15, bottom: color * 0.8,
        nearness: 0.5 + 0.4 * size / 0.021)
    }
  }
}

extension Outline {
  /// A palm: a bent stem and fronds that hang.
  static let palm: [Float] = {
    var points: [Float] = [-0.035, 0, -0.015, 0.25, 0.02, 0.5, 0.045, 0.76]
    let top = (x: Float(0.06), y: Float(0.79))
    for frond in 0..<8 {
      // From the left round over the top to the right.
      let turn = 0.53 - Float(frond) / 7 * 0.56
      let (s, c) = (Wave.sine(turn), Wave.sine(turn + 0.25))
      let long: Float = 0.34 + 0.04 * Float(frond % 3), hang: Float = 0.15 - 0.10 * s
      points += [
        top.x + c * 0.19 - s * 0.03, top.y + s * 0.17 + 0.035, top.x + c * long,
        top.y + s * 0.18 - hang,
        top.x + c * 0.18 + s * 0.02, top.y + s * 0.13 - 0.025, top.x + c * 0.05, top.y - 0.01,
      ]
    }
    return points + [0.075, 0.76, 0.06, 0.5, 0.03, 0.25, 0.04, 0]
  }()
  /// A conifer: boughs over boughs.
  static let conifer: [Float] = {
    var left: [Float] = [-0.03, 0, -0.03, 0.1], right: [Float] = [0.03, 0.1, 0.03, 0]
    for bough in 0..<6 {
      let t = Float(bough) / 6, wide = 0.27 * (1 - t) + 0.03
      let y = 0.09 + 0.86 * t
      left += [-wide, y, -wide * 0.42, y + 0.12]
      right = [wide * 0.42, y + 0.12, wide, y] + right
    }
    return left + [0, 1] + right
  }()
}
