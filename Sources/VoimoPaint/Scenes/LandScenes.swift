import CPixels

/// Open sky over a low line of hills.
struct SkyScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let hills: [HeightTable]
  private let backdrop: Backdrop?

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    heavens = Heavens(stage, horizon: -0.30)
    hills = [HeightTable.hills(seed: stage.seed(100)), .crowns(seed: stage.seed(101), trees: 60)]
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame, full: true)
    if stage.recipe.weather != .storm {
      result.append(
        air.rays(
          frame, u: heavens.sunU, v: heavens.sunV, color: look.halo,
          amount: 0.10 + frame.bar * 0.1,
          reach: 0.9))
    }
    result += props.balloon(frame, v: 0.02) + props.birds(frame, v: 0.12)
    result += backdrop?.layers(frame, horizon: -0.33, nearness: 0.14) ?? []
    let leaf =
      (stage.has(.leaves) ? LinearColor(0.34, 0.13, 0.03) : LinearColor(0.10, 0.20, 0.05))
      * (0.1 + look.brightness)
    let meadow = look.shade.mixed(leaf, 0.62)
    result.append(
      .ridge(
        hills[0], stage, base: -0.40, amplitude: 0.13, distance: 0.42, nearness: 0.25,
        perUnit: 330, name: 102, body: meadow * 1.25))
    result.append(
      air.mist(frame, centre: -0.40, thickness: 0.13, amount: 0.5, nearness: 0.3, name: 103))
    result.append(
      .ridge(
        hills[1], stage, base: -0.50, amplitude: 0.16, distance: 0.06, nearness: 0.45,
        perUnit: 620, name: 104, body: meadow * 0.8))
    result += props.standing(frame, on: Ground(foot: -0.37, person: 0.15, nearness: 0.45))
    return result + air.layers(frame)
  }
}

/// Ranges behind ranges, with haze between them.
struct MountainScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let ranges: [HeightTable]
  private let trees: HeightTable

  init(_ stage: Stage) {
    self.stage = stage
    heavens = Heavens(stage, horizon: -0.12, free: 0.17)
    ranges = (0..<4).map { .mountains(seed: stage.seed(110 + $0), peaks: 5 + Int($0)) }
    trees = .conifers(seed: stage.seed(115), trees: 230)
  }

  func layers(_ frame: Frame) -> [Layer] {
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame)
    result += props.birds(frame, v: 0.2)
    if stage.has(.volcano) { result += volcano(frame) }
    let rows: [(base: Float, amplitude: Float, distance: Float)] = [
      (-0.14, 0.30, 0.86), (-0.26, 0.38, 0.62), (-0.38, 0.30, 0.36), (-0.48, 0.22, 0.18),
    ]
    for (index, row) in rows.enumerated() {
      let snow =
        index < 3 && stage.recipe.palette != .ember && !stage.has(.volcano)
        && !stage.isWithout(.snowcaps)
      if stage.has(.volcano) && index < 2 { continue }
      result.append(
        .ridge(
          ranges[index], stage, base: row.base, amplitude: row.amplitude, distance: row.distance,
          nearness: 0.12 + 0.18 * Float(index), perUnit: 420, name: 120 + UInt64(index),
          texture: 0.5, snow: snow ? (stage.recipe.weather == .snow ? 1 : 0.75) : 0))
      result.append(
        air.mist(
          frame, centre: row.base - 0.03, thickness: 0.13, amount: 0.62,
          nearness: 0.14 + 0.18 * Float(index), name: 125 + UInt64(index)))
    }
    result += props.balloon(frame, v: 0.1)
    result.append(
      .ridge(
        trees, stage, base: -0.56, amplitude: stage.isWithout(.tree) ? 0.10 : 0.28, distance: 0.03,
        nearness: 0.5, perUnit: 1300, name: 130))
    result += props.standing(frame, on: Ground(foot: -0.37, person: 0.17, nearness: 0.5))
    return result + air.layers(frame)
  }

  /// A cone that burns: lava down its flanks, stones in the air, smoke above.
  private func volcano(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    let u = stage.number(132, -0.25, 0.25) * stage.halfWidth
    let top: Float = 0.17, foot: Float = -0.36, nearness: Float = 0.2
    let glow = LinearColor(2.4, 0.62, 0.10) * (0.85 + 0.6 * frame.beat)
    let rock = look.shade.mixed(look.mist, 0.25)
    var layers: [Layer] = []
    for index in 0..<5 {
      // Smoke that rises and widens.
      let t = (frame.time * 0.05 + Float(index) * 0.2)
      let k = t - t.rounded(.down)
      let size = 0.07 + 0.16 * k
      var puff: [Float] = []
      for step in 0..<14 {
        let turn = Float(step) / 14
        let r = 1 + 0.22 * Wave.sine(turn * 3 + Float(index) * 0.3)
        puff += [Wave.sine(turn) * r, Wave.sine(turn + 0.25) * r * 0.8]
      }
      layers.append(
        props.cut(
          puff, u: u + 0.10 * k + Wave.sine(k + Float(index)) * 0.03, v: top + 0.05 + 0.36 * k,
          size: size,
          top: look.shade.mixed(look.middle, 0.3),
          bottom: look.shade.mixed(glow * 0.25, 0.5 * (1 - k)),
          nearness: nearness, alpha: 0.55 * (1 - k)))
    }
    layers.append(
      props.cut(
        [
          -0.95, foot, -0.50, -0.17, -0.24, 0.02, -0.085, top, -0.04, top - 0.025, 0.04, top - 0.02,
          0.085, top, 0.22, 0.03, 0.52, -0.16, 0.98, foot,
        ],
        u: u, v: 0, size: 1, top: rock.mixed(glow * 0.2, 0.25), bottom: rock, nearness: nearness))
    for (side, length) in [(Float(-0.55), Float(0.34)), (0.1, 0.5), (0.7, 0.28)] {
      let end = top - length
      layers.append(
        props.cut(
          [
            side * 0.05, top - 0.02, side * 0.05 + 0.016, top - 0.02, side * 0.28 + 0.03,
            end + length * 0.4, side * 0.5 + 0.016, end, side * 0.28, end + length * 0.42,
          ],
          u: u, v: 0, size: 1, top: glow, bottom: glow * 0.35, nearness: nearness))
    }
    var stones = [props.lamp(u, top + 0.01, radius: 0.20, core: 0.004, glow * 0.8)]
    for index in 0..<26 {
      let name = 133 + UInt64(index) * 3
      let t = frame.time * 0.42 + stage.number(name, 0, 1)
      let k = t - t.rounded(.down)
      let across = stage.number(name + 1, -0.24, 0.24), up = stage.number(name + 2, 0.5, 0.95)
      stones.append(
        props.lamp(
          u + across * k, top + up * k - 0.85 * k * k, radius: 0.013, core: 0.0035, glow * (1.1 - k)
        ))
    }
    layers.append(Layer(.lights(stones), nearness: nearness))
    return layers
  }
}

/// Dunes under a wide sky.
struct DesertScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let dunes: [HeightTable]
  private let mesas: HeightTable
  private let backdrop: Backdrop?

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    heavens = Heavens(stage, horizon: -0.10)
    dunes = (0..<4).map { .dunes(seed: stage.seed(140 + $0), peaks: 3 + Int($0)) }
    let raw = HeightTable.mountains(seed: stage.seed(146), peaks: 4).values
    mesas = HeightTable(
      raw.map { value in min(max((value - 0.42) * 5, 0), 1) * 0.75 + value * 0.25 })
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let sand = LinearColor(1.0, 0.58, 0.28) * (0.16 + 0.36 * look.brightness)
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame)
    result += props.birds(frame, v: 0.18) + props.balloon(frame, v: 0.1)
    result += backdrop?.layers(frame, horizon: -0.13, nearness: 0.1) ?? []
    result.append(
      .ridge(
        mesas, stage, base: -0.14, amplitude: 0.15, distance: 0.7, nearness: 0.12,
        perUnit: 420, name: 147, texture: 0.3))
    let rows: [(base: Float, amplitude: Float, distance: Float)] = [
      (-0.20, 0.08, 0.42), (-0.28, 0.12, 0.26), (-0.42, 0.19, 0.12), (-0.62, 0.26, 0.0),
    ]
    for (index, row) in rows.enumerated() {
      let warm = look.shade.mixed(sand.mixed(look.halo * 0.5, 0.2), 0.8)
      result.append(
        .ridge(
          dunes[index], stage, base: row.base, amplitude: row.amplitude, distance: row.distance,
          nearness: 0.2 + 0.22 * Float(index), perUnit: 380, name: 150 + UInt64(index),
          texture: 0.12, body: warm, rim: 0.5 - 0.3 * look.brightness))
    }
    let u = stage.number(155, -0.5, -0.2) * stage.halfWidth * 2
    for k in 0..<3 {
      let name = 156 + UInt64(k) * 3
      result.append(
        props.cut(
          Outline.cactus, u: u + stage.number(name, -0.1, 1.1),
          v: stage.number(name + 1, -0.47, -0.36),
          size: stage.number(name + 2, 0.07, 0.2), top: look.shade, bottom: look.shade * 0.6,
          nearness: 0.8))
    }
    result += props.standing(frame, on: Ground(foot: -0.36, person: 0.15, nearness: 0.64))
    result.append(
      air.mist(frame, centre: -0.16, thickness: 0.10, amount: 0.4, nearness: 0.2, name: 159))
    return result + air.layers(frame)
  }
}

/// Trunks, treetops in mist, light between them.
struct ForestScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let crowns: [HeightTable]
  private let trunks: [Trunks]
  private let weeds: HeightTable
  private let floor: HeightTable

  init(_ given: Stage) {
    var stage = given
    if stage.recipe.palette == .natural && stage.look.brightness > 0.5 {
      // Under leaves the air itself is green.
      let leaf =
        LinearColor(hex: stage.has(.leaves) ? 0xb5843a : 0x6f9a3e) * stage.look.brightness
      stage.look.mist = stage.look.mist.mixed(leaf, 0.7) * 0.62
      stage.look.horizon = stage.look.horizon.mixed(leaf * 1.5, 0.6)
      stage.look.middle = stage.look.middle.mixed(leaf, 0.5)
    }
    self.stage = stage
    // The sun stands behind the trees: its light is seen, its disc would be cut to slices.
    heavens = Heavens(stage, horizon: -0.16, hidesDisc: true)
    crowns = (0..<3).map { .conifers(seed: stage.seed(160 + $0), trees: 90 - 18 * Int($0)) }
    trunks = [
      Trunks(places: 2048, count: 44, width: 13, seed: stage.seed(164)),
      Trunks(places: 2048, count: 26, width: 26, seed: stage.seed(165)),
      Trunks(places: 2048, count: 9, width: 52, seed: stage.seed(166)),
    ]
    weeds = .weeds(seed: stage.seed(167), blades: 320)
    floor = .hills(seed: stage.seed(168), peaks: 5)
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame)
    let green =
      (stage.has(.leaves) ? LinearColor(0.36, 0.12, 0.03) : LinearColor(0.07, 0.19, 0.06))
      * (0.2 + look.brightness)
    let body = look.shade.mixed(green, 0.5)
    // The wood's depth is dark by day: light is above and in the clearings.
    let isDay = look.brightness > 0.9
    let rows: [(base: Float, amplitude: Float, distance: Float)] =
      isDay
      ? [(-0.22, 0.50, 0.60), (-0.30, 0.50, 0.36), (-0.42, 0.42, 0.16)]
      : [(-0.22, 0.50, 0.78), (-0.30, 0.50, 0.55), (-0.42, 0.42, 0.34)]
    for (index, row) in rows.enumerated() {
      result.append(
        .ridge(
          crowns[index], stage, base: row.base, amplitude: row.amplitude, distance: row.distance,
          nearness: 0.1 + 0.14 * Float(index), perUnit: 1500, name: 170 + UInt64(index),
          texture: 0, body: body, rim: 0.25))
      result.append(
        air.mist(
          frame, centre: row.base + 0.02, thickness: 0.16, amount: 0.7,
          nearness: 0.12 + 0.14 * Float(index), name: 174 + UInt64(index)))
    }
    // Ground, or the trunks would stand in the air.
    result.append(
      .ridge(
        floor, stage, base: -0.36, amplitude: 0.07, distance: 0.10, nearness: 0.42, perUnit: 330,
        name: 163, texture: 0.4, body: body * 1.15, rim: 0))
    for (index, trunk) in trunks.enumerated() {
      var layer = px_trunks()
      layer.perUnit = 560
      layer.offset = stage.number(180 + UInt64(index), 0, 2048)
      layer.foot = -0.30 - 0.10 * Float(index)
      layer.lean = stage.number(183 + UInt64(index), -0.02, 0.02)
      let bark = LinearColor(0.16, 0.10, 0.06) * look.brightness
      layer.lit = (look.halo * 0.16 + body * 1.1 + bark + look.mist * 0.06).c
      layer.dark = (body * 0.4 + bark * 0.25).c
      layer.haze = look.mist.mixed(look.horizon, 0.35).c
      layer.hazeAmount = isDay ? [0.34, 0.14, 0.02][index] : [0.56, 0.28, 0.04][index]
      layer.bark = 0.8
      layer.seed = stage.noiseSeed(186 + UInt64(index))
      result.append(Layer(.trunks(layer, trunk), nearness: 0.45 + 0.24 * Float(index)))
      if index == 0 {
        let day = stage.recipe.light == .night ? look.halo * 0.8 : look.halo.mixed(look.disc, 0.3)
        result.append(
          air.rays(
            frame, u: heavens.sunU * 0.8, v: 0.75, color: day, amount: 0.30 + frame.bar * 0.15,
            reach: 1.4))
      }
      result.append(
        air.mist(
          frame, centre: -0.36, thickness: 0.22, amount: 0.5 - 0.14 * Float(index),
          nearness: 0.5 + 0.2 * Float(index), name: 190 + UInt64(index)))
    }
    result += props.standing(
      frame, on: Ground(foot: -0.36, person: 0.20, nearness: 0.6, holds: [.fireflies]))
    var grass = Layer.ridge(
      weeds, stage, base: -0.66, amplitude: 0.32, distance: 0, nearness: 1, perUnit: 1400,
      name: 195, body: body * 0.45, rim: 0.12)
    if case .ridge(var ridge, let table) = grass.kind {
      ridge.sway = 0.04
      ridge.swayTime = frame.time * 0.25
      grass.kind = .ridge(ridge, table)
    }
    result.append(grass)
    let glow = stage.has(.fireflies) || stage.look.brightness < 0.5
    let dust = glow ? look.lamp * 1.7 : look.halo * 0.5
    result.append(
      air.sparks(
        frame, color: dust, scale: 8, density: glow ? (stage.has(.fireflies) ? 0.45 : 0.2) : 0.30,
        rise: 0.10,
        size: glow ? 0.055 : 0.022,
        low: 0.45, high: -0.1, nearness: 0.8, name: 196))
    return result + air.layers(frame)
  }
}

extension Layer {
  /// A silhouette in the recipe's colors, hazed by its `distance` 0…1.
  static func ridge(
    _ table: HeightTable, _ stage: Stage, base: Float, amplitude: Float, distance: Float,
    nearness: Float, perUnit: Float, name: UInt64, texture: Float = 0.25,
    snow: Float = 0, body: LinearColor? = nil, rim: Float = 0.35
  ) -> Layer {
    let look = stage.look
    let air = look.mist.mixed(look.horizon, 0.45)
    let own = body ?? look.shade
    var ridge = px_ridge()
    ridge.perUnit = perUnit
    ridge.offset = stage.number(name &+ 7_000, 0, 8192)
    ridge.base = base
    ridge.amplitude = amplitude
    ridge.top = own.mixed(air, distance).c
    ridge.bottom = own.mixed(air, min(distance * 1.1 + 0.06, 1)).c
    ridge.rim = (look.halo * (1 - distance * 0.6)).c
    ridge.rimWidth = 0.012
    ridge.rimAmount = rim * (stage.recipe.weather == .clear ? 1 : 0.4)
    ridge.fade = amplitude * 1.1
    ridge.texture = texture * (1 - distance * 0.6)
    ridge.textureScale = 26
    ridge.textureStretch = 1.4
    ridge.snow = look.disc.mixed(air, 0.3 + 0.5 * distance).mixed(look.zenith, 0.25).c
    ridge.snowAmount = snow
    ridge.snowLine = base + amplitude * 0.45
    ridge.alpha = 1
    ridge.seed = stage.noiseSeed(name)
    var layer = Layer(.ridge(ridge, table), nearness: nearness)
    layer.visible = -.infinity...(base + amplitude + 0.03)
    layer.opaqueBelow = base + table.lowest * amplitude - 0.02
    return layer
  }
}
