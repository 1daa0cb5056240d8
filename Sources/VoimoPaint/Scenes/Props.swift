import CPixels

/// Things that the prompt names, as cut paper: outlines in a unit square, placed by scenes.
struct Props: Sendable {
  let stage: Stage

  /// A cut-out with its foot's middle at (u, v), `size` high; negative `flip` mirrors it.
  func cut(
    _ outline: [Float], u: Float, v: Float, size: Float, top: LinearColor, bottom: LinearColor,
    nearness: Float, flip: Float = 1, tilt: Float = 0, alpha: Float = 1, upright: Float = 1,
    wobble: Float = 0, time: Float = 0
  ) -> Layer {
    var points: [Float] = []
    points.reserveCapacity(outline.count)
    for index in stride(from: 0, to: outline.count, by: 2) {
      let x = outline[index] * size * flip, y = outline[index + 1] * size
      points.append(u + x + y * tilt)
      points.append(v + (y - x * tilt) * upright)
    }
    var shape = px_shape()
    shape.count = Int32(points.count / 2)
    shape.lowU = .infinity
    shape.highU = -.infinity
    shape.lowV = .infinity
    shape.highV = -.infinity
    for index in stride(from: 0, to: points.count, by: 2) {
      shape.lowU = min(shape.lowU, points[index])
      shape.highU = max(shape.highU, points[index])
      shape.lowV = min(shape.lowV, points[index + 1])
      shape.highV = max(shape.highV, points[index + 1])
    }
    shape.top = top.c
    shape.bottom = bottom.c
    shape.alpha = alpha
    shape.wobble = wobble
    shape.time = time
    var layer = Layer(.shape(shape, points), nearness: nearness)
    layer.visible = (shape.lowV - 0.01)...(shape.highV + 0.01)
    return layer
  }

  /// A lamp with its glow.
  func lamp(_ u: Float, _ v: Float, radius: Float, core: Float, _ color: LinearColor) -> px_light {
    px_light(u: u, v: v, radius: radius, core: core, color: color.c)
  }

  /// A few birds that cross the sky, wings beating.
  func birds(_ frame: Frame, v: Float) -> [Layer] {
    guard stage.has(.birds) else { return [] }
    let color = painted(.birds)
    return (0..<(stage.thing(.birds)?.count ?? 7)).map { index in
      let name = 300 + UInt64(index) * 5
      let size = stage.number(name, 0.016, 0.032)
      let speed = stage.number(name + 1, 0.025, 0.04)
      let u = stage.number(name + 2, -0.5, 0.3) + frame.time * speed
      let high = v + stage.number(name + 3, -0.08, 0.1) + Wave.sine(frame.time * 0.2 + u) * 0.006
      let flap = Wave.sine(frame.time * stage.number(name + 4, 1.3, 2.0) + Float(index) * 0.37)
      let wing = 0.32 + flap * 0.38
      let outline: [Float] = [
        -1.0, wing, -0.45, wing * 0.55 + 0.16, 0, 0, 0.45, wing * 0.55 + 0.16, 1.0, wing,
        0.42, wing * 0.4, 0.05, -0.14, -0.05, -0.14, -0.42, wing * 0.4,
      ]
      return cut(
        outline, u: u, v: high, size: size, top: color, bottom: color, nearness: 0.2, tilt: 0.1)
    }
  }

  /// Balloons that drift.
  func balloon(_ frame: Frame, v: Float) -> [Layer] {
    guard stage.has(.balloon) else { return [] }
    let count = min(stage.thing(.balloon)?.count ?? 1, 5)
    var envelope: [Float] = []
    for step in 0..<20 {
      let turn = Float(step) / 20
      let x = Wave.sine(turn), y = Wave.sine(turn + 0.25)
      envelope += [x * 0.36 * (y < 0 ? 1 + y * 0.35 : 1), 0.62 + y * 0.38]
    }
    let shade = stage.look.shade
    let own = stage.thing(.balloon)?.color.map { _ in painted(.balloon) * 1.3 }
    return (0..<count).flatMap { index -> [Layer] in
      let slot = (Float(index) + 0.5) / Float(count) * 2 - 1
      let u =
        (count == 1 ? stage.number(340, -0.5, 0.4) : slot * 0.7) * stage.halfWidth + frame.time
        * 0.006
      let high =
        v + Wave.sine(frame.time * 0.05 + Float(index) * 0.3) * 0.008 + (index % 2 == 1 ? 0.09 : 0)
      let size = 0.2 * (count == 1 ? 1 : stage.number(342 + UInt64(index), 0.55, 0.85))
      return [
        cut(
          envelope, u: u, v: high, size: size, top: own ?? stage.look.lamp,
          bottom: (own ?? stage.look.accent).mixed(shade, 0.45), nearness: 0.22),
        cut(
          [-0.06, 0, 0.06, 0, 0.07, 0.09, -0.07, 0.09], u: u, v: high - 0.006, size: size,
          top: shade,
          bottom: shade, nearness: 0.22),
      ]
    }
  }
}

/// Outlines about a foot at (0, 0), one unit high unless said otherwise.
enum Outline {
  static let figure: [Float] = [
    -0.12, 0, -0.10, 0.28, -0.13, 0.48, -0.17, 0.62, -0.15, 0.78, -0.06, 0.83, -0.075, 0.90,
    -0.05, 0.98, 0.0, 1.0, 0.05, 0.98, 0.075, 0.90, 0.06, 0.83, 0.15, 0.78, 0.18, 0.60, 0.14, 0.45,
    0.10, 0.28, 0.13, 0, 0.03, 0, 0.0, 0.25, -0.03, 0,
  ]
  static let hull: [Float] = [
    -0.50, 0.20, -0.42, 0.04, -0.34, 0, 0.30, 0, 0.42, 0.06, 0.56, 0.25, 0.2, 0.19, -0.2, 0.17,
  ]
  static let mainSail: [Float] = [0.02, 0.24, 0.02, 1.10, -0.1, 0.8, -0.34, 0.27]
  static let foreSail: [Float] = [0.06, 0.26, 0.06, 1.02, 0.2, 0.62, 0.46, 0.29]
  static let mast: [Float] = [0.025, 0.15, 0.04, 0.15, 0.045, 1.2, 0.03, 1.2]
  static let tower: [Float] = [
    -0.13, 0, -0.075, 0.74, -0.10, 0.745, -0.10, 0.775, -0.06, 0.775, -0.06, 0.88, -0.075, 0.88,
    0.0, 0.97, 0.075, 0.88, 0.06, 0.88, 0.06, 0.775, 0.10, 0.775, 0.10, 0.745, 0.075, 0.74, 0.13, 0,
  ]
  static let cactus: [Float] = [
    -0.07, 0, -0.07, 0.35, -0.2, 0.36, -0.24, 0.42, -0.24, 0.66, -0.2, 0.7, -0.15, 0.66, -0.15,
    0.46,
    -0.07, 0.46, -0.07, 0.92, 0, 1, 0.07, 0.92, 0.07, 0.56, 0.15, 0.57, 0.15, 0.78, 0.2, 0.82,
    0.25, 0.78, 0.25, 0.5, 0.2, 0.45, 0.07, 0.44, 0.07, 0,
  ]
  /// A car from behind, without its wheels.
  static let carBody: [Float] = [
    -0.84, 0.14, -0.88, 0.38, -0.78, 0.52, -0.6, 0.56, -0.46, 0.92, -0.3, 1.0, 0.3, 1.0, 0.46, 0.92,
    0.6, 0.56, 0.78, 0.52, 0.88, 0.38, 0.84, 0.14,
  ]
  /// A whale from the side, its head to the right: a long back, a pale belly, one fin, the fluke.
  static let whale: [Float] = {
    var back: [Float] = [], belly: [Float] = []
    for step in 0...14 {
      let t = Float(step) / 14
      let x = 1.3 - t * 2.35
      // Thick before the middle, thin towards the tail, which bends up a little.
      let body = (t * (1 - t * 0.97)).squareRoot() * (0.98 - 0.42 * t)
      let spine = 0.34 + t * t * 0.16
      back += [x, spine + body * 0.52]
      belly = [x, spine - body * 0.60] + belly
    }
    return back + [-1.28, 0.70, -1.58, 0.80, -1.40, 0.58, -1.62, 0.40, -1.26, 0.46] + belly
  }()
  /// Its fin, about the same foot.
  static let fin: [Float] = [0.62, 0.10, 0.30, -0.30, 0.02, -0.40, 0.12, -0.12, 0.26, 0.10]
  /// What of it stands out of the water: a back, low and long.
  static let whaleBack: [Float] = [
    -1.2, -0.02, -0.9, 0.08, -0.5, 0.20, 0.0, 0.27, 0.3, 0.27, 0.36, 0.36, 0.44, 0.37, 0.48, 0.26,
    0.8, 0.18, 1.1, 0.06,
    1.2, -0.02,
  ]
  /// The fluke above the water.
  static let fluke: [Float] = [
    -0.06, 0, -0.05, 0.28, -0.16, 0.44, -0.40, 0.52, -0.55, 0.64, -0.30, 0.64, -0.08, 0.56, 0, 0.50,
    0.08, 0.56,
    0.30, 0.64, 0.55, 0.64, 0.40, 0.52, 0.16, 0.44, 0.05, 0.28, 0.06, 0,
  ]
  static let tree: [Float] = [
    -0.05, 0, -0.035, 0.3, -0.16, 0.4, -0.32, 0.42, -0.4, 0.56, -0.33, 0.7, -0.36, 0.82, -0.2, 0.92,
    -0.05, 1.0, 0.14, 0.97, 0.26, 0.86, 0.38, 0.8, 0.36, 0.64, 0.42, 0.5, 0.28, 0.4, 0.14, 0.4,
    0.035, 0.3, 0.055, 0,
  ]
  static let fish: [Float] = [
    0.5, 0, 0.3, 0.14, 0, 0.17, -0.3, 0.05, -0.5, 0.18, -0.44, 0, -0.5, -0.16, -0.3, -0.04, 0,
    -0.14,
    0.3, -0.11,
  ]
}
