import CPixels

/// Towers with lit windows, mirrored in water or a wet street.
struct CityScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let streets: [Skyline]
  private let quay: HeightTable
  private let horizon: Float
  private let backdrop: Backdrop?

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    horizon = stage.number(500, -0.27, -0.20)
    heavens = Heavens(stage, horizon: horizon, free: horizon + 0.42)
    streets = (0..<3).map { Skyline(places: 256, seed: stage.seed(501 + $0)) }
    quay = .hills(seed: stage.seed(504), peaks: 3)
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame)
    result += props.birds(frame, v: 0.25) + props.balloon(frame, v: 0.2)
    result += backdrop?.layers(frame, horizon: horizon, nearness: 0.08, scale: 2.1) ?? []
    let dark = 1 - look.brightness
    let far = look.mist.mixed(look.horizon, 0.4)
    let rows: [(amplitude: Float, distance: Float, perUnit: Float, lit: Float)] = [
      (0.42, 0.70, 62, 0.30), (0.52, 0.36, 40, 0.34), (0.50, 0.05, 24, 0.36),
    ]
    for (index, row) in rows.enumerated() {
      var city = px_city()
      city.perUnit = row.perUnit
      city.offset = stage.number(510 + UInt64(index), 0, 256)
      city.base = horizon
      city.amplitude = row.amplitude
      let own = look.shade.mixed(look.zenith, 0.25)
      city.wall = own.mixed(far, row.distance).c
      city.foot = own.mixed(far, min(row.distance + 0.22, 1)).c
      city.fade = row.amplitude * 0.6
      city.warm = look.lamp.mixed(LinearColor(1.3, 0.7, 0.3), 0.35).c
      city.cool = look.accent.mixed(LinearColor(0.8, 1.0, 1.2), 0.35).c
      city.sign = (look.accent * 1.3).c
      city.lit = stage.isWithout(.lights) ? 0 : row.lit * (0.35 + 0.65 * dark) + 0.10 * frame.low
      city.windowsU = 1.5
      city.windowsV = 46 * row.perUnit / 24
      city.brightness = (0.10 + 0.9 * dark * dark) * (1 - row.distance * 0.65)
      city.pulse = frame.beat * 0.9
      city.time = frame.time
      city.rimAmount = 0.5
      city.seed = stage.noiseSeed(515 + UInt64(index))
      var layer = Layer(.city(city, streets[index]), nearness: 0.12 + 0.14 * Float(index))
      layer.visible = -.infinity...(horizon + row.amplitude * 1.2)
      layer.opaqueBelow = horizon + row.amplitude * 0.02
      result.append(layer)
      result.append(
        air.mist(
          frame, centre: horizon + 0.03, thickness: 0.16, amount: 0.45 - 0.12 * Float(index),
          nearness: 0.14 + 0.14 * Float(index), name: 520 + UInt64(index)))
    }
    // Street lamps and traffic along the quay.
    var lamps: [px_light] = []
    for index in 0..<18 {
      let name = 530 + UInt64(index) * 3
      let u = (Float(index) / 17 * 2 - 1) * stage.halfWidth * 1.35
      lamps.append(
        props.lamp(
          u, horizon + 0.02, radius: 0.035, core: 0.0028,
          look.lamp * (0.35 + 0.5 * dark + 0.7 * frame.beat * stage.number(name, 0, 1))))
      let way: Float = index % 2 == 0 ? 1 : -1
      var drive =
        stage.number(name + 1, 0, 3) + way * frame.time * stage.number(name + 2, 0.05, 0.11)
      drive -= (drive / 3).rounded(.down) * 3
      lamps.append(
        props.lamp(
          drive - 1.5, horizon + 0.006, radius: 0.014, core: 0.002,
          (way > 0 ? LinearColor(1.5, 0.12, 0.08) : LinearColor(1.4, 1.25, 1.0))
            * (0.3 + 0.5 * dark)))
    }
    var street = Layer(.lights(lamps), nearness: 0.4)
    street.visible = (horizon - 0.12)...(horizon + 0.14)
    if !stage.isWithout(.lights) { result.append(street) }
    var water = px_water()
    water.deep = (look.zenith * 0.55).c
    water.tint = look.zenith.mixed(look.middle, 0.4).c
    water.glint = (look.halo * (0.25 + 0.4 * frame.high) * heavens.glint).c
    water.horizon = horizon
    water.choppiness = stage.recipe.weather == .rain || stage.recipe.weather == .storm ? 1.0 : 0.72
    water.time = frame.time
    water.advance = Float(frame.camera.push) * 1.2
    water.reflect = 0.95
    water.haze = 0.25
    water.hazeColor = look.mist.c
    water.sunU = heavens.sunU
    water.glintWidth = 0.05
    water.waveScale = 1.25
    water.seed = stage.noiseSeed(590)
    var sea = Layer(.water(water), nearness: 0.42)
    sea.visible = -.infinity...(horizon + 0.02)
    sea.opaqueBelow = horizon - 0.01
    result.append(sea)
    for index in 0..<(stage.has(.boat) ? stage.thing(.boat)?.count ?? 1 : 0) {
      let u =
        stage.number(591 + UInt64(index) * 17, -0.4, 0.4) * (index > 0 ? 1.6 : 1) + frame.time
        * 0.006
      let hull = props.painted(.boat)
      for (upright, alpha) in [(Float(-1), Float(0.4)), (1, 1)] {
        result.append(
          props.cut(
            Outline.hull, u: u, v: horizon - 0.12, size: 0.14, top: hull, bottom: hull * 0.8,
            nearness: 0.6, alpha: alpha, upright: upright, wobble: alpha < 1 ? 0.005 : 0,
            time: frame.time))
      }
    }
    if props.hasStanding() || stage.has(.fireflies) {
      let bank = props.bank(
        quay, name: 593, foot: -stage.halfHeight + 0.13, person: 0.24, nearness: 0.5,
        body: look.shade.mixed(look.mist, 0.10))
      result.append(bank.layer)
      result += props.standing(frame, on: bank.ground)
    }
    return result + air.layers(frame)
  }
}

/// A road that runs to the horizon.
struct RoadScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let range: HeightTable
  private let trees: HeightTable
  private let backdrop: Backdrop?
  private let horizon: Float = -0.04

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    heavens = Heavens(stage, horizon: -0.04)
    range = .mountains(seed: stage.seed(700), peaks: 5)
    trees = .conifers(seed: stage.seed(701), trees: 150)
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    let travelled = frame.time * 1.6 + Float(frame.camera.push) * 6
    var result = heavens.layers(frame)
    result += props.birds(frame, v: 0.2) + props.balloon(frame, v: 0.12)
    result.append(
      .ridge(
        range, stage, base: horizon - 0.03, amplitude: 0.17, distance: 0.66, nearness: 0.1,
        perUnit: 330, name: 702, texture: 0.4))
    result += backdrop?.layers(frame, horizon: horizon - 0.01, nearness: 0.12, scale: 0.9) ?? []
    result.append(
      .ridge(
        trees, stage, base: horizon - 0.03, amplitude: 0.075, distance: 0.3, nearness: 0.16,
        perUnit: 1500, name: 703))
    var road = px_road()
    road.horizon = horizon
    road.height = 0.16
    road.halfWidth = 1.35
    let bend = stage.number(704, -1, 1) * 0.05
    road.curve = bend + 0.03 * Wave.sine(travelled * 0.02 + stage.number(705, 0, 1))
    road.advance = travelled
    road.dash = 0.34
    let wet = stage.recipe.weather == .rain || stage.recipe.weather == .storm
    road.wet = wet ? 1 : stage.recipe.weather == .clear ? 0 : 0.3
    let light = 0.25 + look.brightness
    road.asphalt = (look.shade.mixed(look.mist, 0.22) + LinearColor(repeating: 0.015) * light).c
    let soil =
      switch stage.recipe.backdrop {
      case .desert: LinearColor(0.62, 0.36, 0.16)
      case .forest: LinearColor(0.05, 0.10, 0.03)
      default: LinearColor(0.22, 0.20, 0.07)
      }
    road.verge =
      look.shade.mixed(soil * light, 0.55).mixed(look.middle, 0.12 - 0.07 * look.brightness).c
    road.line =
      (LinearColor(0.9, 0.75, 0.4).mixed(look.lamp, 0.3) * (0.25 + 0.36 * look.brightness)
      * (1 + 3.4 * frame.beat)).c
    road.haze = look.mist.mixed(look.horizon, 0.5).c
    let night = 1 - look.brightness
    road.glow = (look.lamp * (0.9 * night * night * (1 + 0.4 * frame.beat))).c
    road.seed = stage.noiseSeed(706)
    var ground = Layer(.road(road), nearness: 0.12)
    ground.visible = -.infinity...(horizon + 0.02)
    ground.opaqueBelow = horizon - 0.01
    result.append(ground)
    result += roadside(frame, road: road, travelled: travelled)
    result.append(
      air.mist(frame, centre: horizon, thickness: 0.07, amount: 0.5, nearness: 0.14, name: 707))
    if stage.recipe.backdrop == .forest { result += roadsideTrees(road, travelled: travelled) }
    for index in 0..<(stage.has(.car) ? min(stage.thing(.car)?.count ?? 1, 4) : 0) {
      // On the right-hand lane, further away the more there are.
      let z = 0.78 + Float(index) * 0.75
      let down = road.height / z
      let u = (0.52 * road.halfWidth + z * z * road.curve / (1 + z * 0.35)) * down
      result += props.car(
        frame, u: u + Wave.sine(frame.time * 0.06 + Float(index)) * 0.008, v: horizon - down,
        size: down * 0.42,
        nearness: 0.14)
    }
    result += props.standing(
      frame,
      on: Ground(
        foot: horizon - 0.20, person: 0.17, nearness: 0.14, spread: 0.4, holds: [.car], gait: .away)
    )
    return result + air.layers(frame)
  }

  /// Poles that come by, lit at night; far ones first.
  private func roadside(_ frame: Frame, road: px_road, travelled: Float) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    let gap: Float = 4
    let phase = travelled / gap - (travelled / gap).rounded(.down)
    let night = 1 - look.brightness
    var layers: [Layer] = []
    var lamps: [px_light] = []
    for index in stride(from: 7, through: 0, by: -1) {
      let z = (Float(index) + 1.25 - phase) * gap
      guard z > 0.7 else { continue }
      let down = road.height / z
      let bend = z * z * road.curve / (1 + z * 0.35)
      let seen = min(1, (z - 0.7) * 1.4)
      let air = min(z / 30, 0.85)
      let color = look.shade.mixed(LinearColor(road.haze.r, road.haze.g, road.haze.b), air)
      for side in [Float(-1), 1] {
        let u = (side * road.halfWidth * 1.22 + bend) * down
        let v = horizon - down
        let tall = down * 4.6
        if stage.recipe.backdrop == .forest { continue }
        layers.append(
          props.cut(
            [
              -0.012, 0, 0.012, 0, 0.010, 0.97, -0.16 * side, 1.0, -0.16 * side, 1.015, 0.004, 0.99,
              -0.008, 0.98,
            ],
            u: u, v: v, size: tall, top: color, bottom: color, nearness: 0.12, alpha: seen))
        let glow = look.lamp * (0.25 + night * 0.9 + frame.beat * 0.8) * seen * (1 - air * 0.5)
        lamps.append(
          props.lamp(
            u - side * 0.15 * tall, v + tall, radius: tall * 0.13, core: tall * 0.012, glow))
      }
    }
    layers.append(Layer(.lights(lamps), nearness: 0.12))
    return layers
  }

  /// Trees on both sides that come by: a road through a forest; far ones first.
  private func roadsideTrees(_ road: px_road, travelled: Float) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    let gap: Float = 1.5
    let passed = (travelled / gap).rounded(.down)
    let phase = travelled / gap - passed
    let leaf =
      (stage.has(.leaves) ? LinearColor(0.40, 0.14, 0.03) : LinearColor(0.04, 0.11, 0.04))
      * (0.2 + look.brightness)
    let haze = LinearColor(road.haze.r, road.haze.g, road.haze.b)
    return stride(from: 9, through: 0, by: -1).flatMap { index -> [Layer] in
      let z = (Float(index) + 0.9 - phase) * gap
      guard z > 0.55 else { return [] }
      let down = road.height / z
      let bend = z * z * road.curve / (1 + z * 0.35)
      let air = min(z / 22, 0.8)
      let color = look.shade.mixed(leaf, 0.5).mixed(haze, air)
      // A tree keeps its look while it comes nearer.
      let name = 720 + UInt64(Int(passed) + index) % 40 * 6
      return [Float(-1), 1].flatMap { side in
        (0..<2).map { row in
          let own = name + UInt64(row) + (side > 0 ? 2 : 0)
          let far = 1.75 + 1.2 * Float(row) + stage.number(own, 0, 0.6)
          return props.cut(
            Outline.conifer, u: (side * road.halfWidth * far + bend) * down, v: horizon - down,
            size: down * stage.number(own + 3, 3.4, 5.4), top: color * 1.2, bottom: color * 0.6,
            nearness: 0.12, alpha: min(1, (z - 0.55) * 2))
        }
      }
    }
  }
}
