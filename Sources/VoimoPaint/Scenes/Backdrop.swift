import CPixels

/// A second place that a prompt names, seen far off behind the scene: a city beyond the dunes.
struct Backdrop: Sendable {
  private let stage: Stage
  private let kind: SceneKind
  private let tables: [HeightTable]
  private let streets: [Skyline]

  /// Nothing where the recipe has no second place.
  init?(_ stage: Stage) {
    guard let kind = stage.recipe.backdrop, stage.recipe.scene.backs(kind) else { return nil }
    self.stage = stage
    self.kind = kind
    switch kind {
    case .mountains:
      tables = (0..<2).map { .mountains(seed: stage.seed(3_000 + $0), peaks: 5 + 2 * Int($0)) }
    case .forest:
      tables = (0..<2).map { .conifers(seed: stage.seed(3_004 + $0), trees: 120 - 40 * Int($0)) }
    case .desert:
      tables = (0..<2).map { .dunes(seed: stage.seed(3_008 + $0), peaks: 4 + Int($0)) }
    default: tables = []
    }
    streets =
      kind == .city ? (0..<2).map { Skyline(places: 256, seed: stage.seed(3_012 + $0)) } : []
  }

  /// Its layers, far ones first, standing on `horizon`; at a `scale` of 1 it is about as high as a
  /// fifth of the frame's shorter side.
  func layers(_ frame: Frame, horizon: Float, nearness: Float, scale: Float = 1) -> [Layer] {
    switch kind {
    case .mountains:
      rows(horizon, nearness, scale * 1.15, distances: [0.72, 0.5], perUnit: 400, snow: 0.75)
    case .forest:
      rows(horizon, nearness, scale * 0.75, distances: [0.5, 0.24], perUnit: 1500, body: wood)
    case .desert:
      rows(horizon, nearness, scale * 0.40, distances: [0.45, 0.28], perUnit: 360, body: sand)
    case .city: city(frame, horizon, nearness, scale)
    default: []
    }
  }

  private var wood: LinearColor {
    let look = stage.look
    return look.shade.mixed(LinearColor(0.05, 0.13, 0.05) * (0.2 + look.brightness), 0.5)
  }

  private var sand: LinearColor {
    let look = stage.look
    return look.shade.mixed(LinearColor(1.0, 0.62, 0.34) * (0.14 + 0.6 * look.brightness), 0.8)
  }

  private func rows(
    _ horizon: Float, _ nearness: Float, _ scale: Float, distances: [Float], perUnit: Float,
    snow: Float = 0, body: LinearColor? = nil
  ) -> [Layer] {
    zip(tables.indices, distances).map { index, distance in
      .ridge(
        tables[index], stage, base: horizon - 0.02 - 0.02 * Float(index),
        amplitude: 0.24 * scale * (index == 0 ? 1 : 0.72), distance: distance,
        nearness: nearness + 0.03 * Float(index), perUnit: perUnit,
        name: 3_020 + UInt64(index), texture: body == nil ? 0.45 : 0.1,
        snow: stage.isWithout(.snowcaps) ? 0 : snow, body: body)
    }
  }

  private func city(_ frame: Frame, _ horizon: Float, _ nearness: Float, _ scale: Float) -> [Layer]
  {
    let look = stage.look
    let dark = 1 - look.brightness
    let far = look.mist.mixed(look.horizon, 0.4)
    let rows: [(distance: Float, perUnit: Float)] = [(0.55, 110), (0.25, 74)]
    return rows.enumerated().map { index, row in
      var city = px_city()
      city.perUnit = row.perUnit
      city.offset = stage.number(3_030 + UInt64(index), 0, 256)
      city.base = horizon - 0.01
      city.amplitude = 0.22 * scale
      let own = look.shade.mixed(look.zenith, 0.25)
      city.wall = own.mixed(far, row.distance).c
      city.foot = own.mixed(far, min(row.distance + 0.2, 1)).c
      city.fade = city.amplitude * 0.6
      city.warm = look.lamp.mixed(LinearColor(1.3, 0.7, 0.3), 0.35).c
      city.cool = look.accent.mixed(LinearColor(0.8, 1.0, 1.2), 0.35).c
      city.sign = (look.accent * 1.2).c
      city.lit = stage.isWithout(.lights) ? 0 : 0.34 * (0.35 + 0.65 * dark)
      city.windowsU = 1.5
      city.windowsV = 46 * row.perUnit / 24
      city.brightness = (0.10 + 0.9 * dark * dark) * (1 - row.distance * 0.5)
      city.pulse = frame.beat * 0.9
      city.time = frame.time
      city.rimAmount = 0.5
      city.seed = stage.noiseSeed(3_034 + UInt64(index))
      var layer = Layer(.city(city, streets[index]), nearness: nearness + 0.03 * Float(index))
      layer.visible = -.infinity...(horizon + city.amplitude * 1.2)
      return layer
    }
  }
}
