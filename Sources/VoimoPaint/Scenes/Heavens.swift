import CPixels

/// The sky that most scenes stand under: gradient, sun or moon, stars, aurora, clouds.
struct Heavens: Sendable {
  let stage: Stage
  let horizon: Float
  /// Where sun or moon stands.
  let sunU: Float
  let sunV: Float
  let sunRadius: Float
  /// Which of the two is the light of this sky.
  let isMoon: Bool
  private let cover: Float
  /// How much of its light falls on water: little where it is taken away.
  var glint: Float {
    isMoon && stage.isWithout(.moon) || !isMoon && stage.isWithout(.sun) ? 0.08 : 1
  }

  /// Whether the disc itself is never seen, as between trees.
  private let hidesDisc: Bool

  /// Finds where sun or moon stands: one that somebody named is never lower than `free`.
  init(_ stage: Stage, horizon: Float, hidesDisc: Bool = false, free: Float = -.infinity) {
    self.stage = stage
    self.horizon = horizon
    let isNight = stage.recipe.light == .night
    isMoon = stage.has(.moon) && !stage.has(.sun) || isNight && !stage.has(.sun)
    let side = stage.number(1, -1, 1)
    sunU = (side < 0 ? -0.18 : 0.18) * stage.halfWidth + side * 0.42 * stage.halfWidth
    let up = stage.halfHeight - horizon
    let high: Float =
      switch stage.recipe.light {
      case .dawn, .dusk: horizon + stage.number(2, 0.05, 0.16) + (isMoon ? up * 0.3 : 0)
      case .day: horizon + up * stage.number(2, 0.55, 0.85)
      case .night: horizon + (isMoon ? up * stage.number(2, 0.45, 0.75) : 0.10)
      }
    let isNamed = stage.has(.moon) || stage.has(.sun)
    sunV = isNamed ? max(high, horizon + 0.12, free) : high
    self.hidesDisc = hidesDisc && !isNamed
    sunRadius = (stage.recipe.light == .day ? 0.036 : 0.05) * (isNamed ? 1.6 : 1)
    let clear = stage.isWithout(.clouds) ? Float(0.9) : stage.section(3, 0.54, 0.62)
    switch stage.recipe.weather {
    case .clear: cover = clear
    case .cloudy, .snow: cover = 0.44
    case .rain, .fog: cover = 0.38
    case .storm: cover = 0.34
    case .sandstorm: cover = 0.40
    }
  }

  /// Whether the disc is seen: behind rain there is a glow, unless somebody named it.
  private var showsDisc: Bool {
    if isMoon ? stage.isWithout(.moon) : stage.isWithout(.sun) { return false }
    if stage.has(isMoon ? .moon : .sun) { return true }
    switch stage.recipe.weather {
    case .rain, .storm, .sandstorm: return false
    case .clear, .cloudy, .snow, .fog: return !hidesDisc
    }
  }

  /// The moon's shape: as named, else the section's.
  private var shape: MoonShape {
    stage.recipe.moon ?? (stage.has(.moon) || stage.section(4, 0, 1) < 0.5 ? .full : .crescent)
  }

  /// Sky, stars and clouds, far ones first.
  ///
  /// `full` clouds reach higher and show more.
  func layers(_ frame: Frame, full: Bool = false) -> [Layer] {
    let look = stage.look
    let isNight = stage.recipe.light == .night
    let isHidden = stage.recipe.weather == .rain || stage.recipe.weather == .storm
    var sky = px_sky()
    sky.zenith = look.zenith.c
    sky.middle = look.middle.c
    sky.horizon = look.horizon.c
    sky.horizonV = horizon
    sky.zenithV = max(horizon + 0.5, stage.halfHeight * 1.05)
    sky.sunU = sunU
    sky.sunV = sunV
    sky.sunRadius = showsDisc ? sunRadius : -1
    sky.disc = disc.c
    let isGone = isMoon ? stage.isWithout(.moon) : stage.isWithout(.sun)
    let glow: Float = isGone ? 0.15 : isBlack ? 2.2 : 1
    // By day the sky is bright already: a broad glow would bleach it.
    let isDay = stage.recipe.light == .day
    sky.halo = (halo * (1 + frame.pulse * (isDay ? 0.4 : 0.3)) * glow * (isDay ? 0.5 : 1)).c
    sky.haloWidth = isNight ? 0.16 : isDay ? 0.17 : 0.26
    if isMoon {
      sky.crescent = sunRadius * (shape == .full ? 0 : shape == .half ? 1.05 : 0.55)
    }
    var result = [Layer(.sky(sky), nearness: 0.02)]
    let isDark = look.brightness < 0.7 && !isHidden
    if isDark && !stage.isWithout(.stars) || stage.has(.stars) { result += stars(frame) }
    result += others(frame)
    if stage.has(.aurora) { result.append(aurora(frame)) }
    if stage.has(.planet) { result.append(planet(frame)) }
    result.append(clouds(frame, full: full))
    if stage.has(.rainbow) { result.append(bow()) }
    if stage.has(.lightning) { result += lightning(frame) }
    return result
  }

  private var isBlack: Bool { !isMoon && stage.recipe.isBlackSun }

  private var disc: LinearColor {
    if isBlack { return LinearColor(0.004, 0.004, 0.006) }
    if let color = stage.thing(isMoon ? .moon : .sun)?.color { return color.paint * 1.6 }
    // A sun at night is a sun all the same.
    return !isMoon && stage.recipe.light == .night ? LinearColor(2.2, 1.5, 0.7) : stage.look.disc
  }

  private var halo: LinearColor {
    if let color = stage.thing(isMoon ? .moon : .sun)?.color, color != .black {
      return stage.look.halo.mixed(color.paint * 1.2, 0.6)
    }
    return !isMoon && stage.recipe.light == .night
      ? LinearColor(1.1, 0.45, 0.16) : stage.look.halo
  }

  /// More suns or moons than one, and the moon beside the sun where both are named.
  private func others(_ frame: Frame) -> [Layer] {
    let named = stage.thing(isMoon ? .moon : .sun)?.count ?? 1
    var result: [Layer] = []
    for index in 1..<max(named, 1) {
      let u = otherU(index, of: named)
      let v = sunV + stage.number(6 + UInt64(index) * 2, -0.05, 0.10)
      result += orb(
        u: u, v: v, radius: sunRadius * (index % 2 == 0 ? 0.9 : 0.66),
        shape: isMoon ? shape : .full,
        color: disc, halo: halo)
    }
    if stage.has(.moon), !isMoon {
      let count = stage.thing(.moon)?.count ?? 1
      for index in 0..<count {
        let u = -sunU * 0.9 + Float(index) * 0.16
        let v = min(sunV + 0.22, stage.halfHeight - 0.1)
        result += orb(
          u: u, v: v, radius: 0.055, shape: shape, color: LinearColor(0.95, 0.97, 1.05),
          halo: LinearColor(0.3, 0.35, 0.45))
      }
    }
    return result
  }

  /// Places beside the first one, none over another.
  private func otherU(_ index: Int, of count: Int) -> Float {
    let wide = stage.halfWidth * 1.5
    let slot = wide / Float(count)
    let first = Int((sunU + wide / 2) / slot)
    let place = (first + index) % count
    return min(
      max((Float(place) + 0.5) * slot - wide / 2, -stage.halfWidth * 0.85), stage.halfWidth * 0.85)
  }

  /// A disc or a crescent of its own, with light around it.
  private func orb(
    u: Float, v: Float, radius: Float, shape: MoonShape, color: LinearColor, halo: LinearColor
  ) -> [Layer] {
    var outline: [Float] = []
    let steps = 28
    for step in 0..<steps {
      let turn = Float(step) / Float(steps)
      outline += [Wave.sine(turn), Wave.sine(turn + 0.25)]
    }
    if shape != .full {
      // The lit edge, and back along the shadow's.
      let bulge: Float = shape == .half ? 0.05 : -0.62
      outline = []
      for step in 0...14 {
        let turn = Float(step) / 28
        outline += [-Wave.sine(turn), Wave.sine(turn + 0.25)]
      }
      for step in (1..<14).reversed() {
        let turn = Float(step) / 28
        outline += [bulge * Wave.sine(turn), Wave.sine(turn + 0.25)]
      }
    }
    let props = Props(stage: stage)
    return [
      Layer(
        .lights([props.lamp(u, v, radius: radius * 3.4, core: radius * 0.2, halo * 0.5)]),
        nearness: 0.02),
      props.cut(outline, u: u, v: v, size: radius, top: color, bottom: color, nearness: 0.02),
    ]
  }

  private func planet(_ frame: Frame) -> Layer {
    var planet = px_planet()
    let color = stage.thing(.planet)?.color?.paint ?? LinearColor(0.85, 0.62, 0.42)
    planet.radius = 0.12
    planet.u = -sunU * 0.8
    planet.v = min(horizon + 0.34, stage.halfHeight - 0.2)
    planet.lightU = sunU > 0 ? 0.7 : -0.7
    planet.lightV = 0.4
    planet.bands = stage.section(825, 1.6, 4.5)
    planet.ring = stage.recipe.isRinged == true ? 0.9 : 0
    planet.spin = frame.time * 0.02
    planet.day = color.c
    planet.band = (color * 0.55).c
    planet.dark = (stage.look.zenith * 0.5).c
    planet.air = (stage.look.halo * 0.8).c
    planet.seed = stage.noiseSeed(827)
    return Layer(.planet(planet), nearness: 0.03)
  }

  private func bow() -> Layer {
    var bow = px_bow()
    bow.centreU = -sunU * 0.25
    bow.centreV = horizon - 0.16
    bow.radius = min(0.52, stage.halfHeight - horizon - 0.02)
    bow.width = 0.085
    bow.amount = 0.62
    bow.lowV = horizon
    return Layer(.bow(bow), nearness: 0.05)
  }

  /// A bolt that strikes every few seconds, never often enough to flicker.
  private func lightning(_ frame: Frame) -> [Layer] {
    let period: Float = 2.9
    let round = (frame.time / period).rounded(.down)
    let since = frame.time - round * period
    let power = max(1.2 - since / 0.7, 0.22)
    let name = 7_000 + UInt64(max(round, 0)) * 40
    let top = stage.halfHeight * 1.02, foot = horizon + 0.02
    let startU = stage.number(name, -0.6, 0.6) * stage.halfWidth
    var left: [Float] = []
    var right: [Float] = []
    var u = startU
    let steps = 9
    for step in 0...steps {
      let t = Float(step) / Float(steps)
      if step > 0 { u += stage.number(name + UInt64(step), -0.055, 0.055) }
      let half = 0.0075 * (1 - t * 0.7)
      left += [u - half, top + (foot - top) * t]
      right = [u + half, top + (foot - top) * t] + right
    }
    let props = Props(stage: stage)
    let color = LinearColor(1.7, 1.8, 2.4) * power
    return [
      Layer(
        .lights([
          props.lamp(
            startU, top * 0.8, radius: 0.42, core: 0.001,
            LinearColor(0.75, 0.8, 1.2) * power * power),
          props.lamp(u, foot, radius: 0.10, core: 0.001, color * 0.5),
        ]), nearness: 0.05),
      props.cut(left + right, u: 0, v: 0, size: 1, top: color, bottom: color, nearness: 0.05),
    ]
  }

  private func stars(_ frame: Frame) -> [Layer] {
    let strength: Float = stage.recipe.light == .night || stage.has(.stars) ? 1 : 0.35
    let sheets: [(Float, Float, Float)] = [(34, 0.30, 0.065), (17, 0.22, 0.05), (7, 0.16, 0.032)]
    return sheets.enumerated().map { index, kind in
      var points = px_points()
      points.scale = kind.0
      points.aspect = 1
      points.density = kind.1
      points.size = kind.2
      points.softness = 0.7
      points.stretch = 1
      points.twinkle = 0.55
      points.time = frame.time + Float(index)
      points.lowV = horizon + 0.02
      points.highV = horizon + 0.35
      points.color = (LinearColor(1.5, 1.4, 1.2) * strength * (1 + frame.high * 0.8)).c
      points.color2 = (LinearColor(1.0, 1.3, 1.9) * strength * (1 + frame.high * 0.8)).c
      points.seed = stage.noiseSeed(20 + UInt64(index))
      return Layer(.points(points), nearness: 0.02)
    }
  }

  private func aurora(_ frame: Frame) -> Layer {
    var cloud = px_cloud()
    let color =
      stage.thing(.aurora)?.color?.paint
      ?? LinearColor(0.25, 1.25, 0.75).mixed(stage.look.accent, 0.25)
    cloud.lit = color.c
    cloud.shade = LinearColor(0.16, 0.25, 0.75).c
    cloud.cover = 0.45
    cloud.softness = 0.4
    cloud.opacity = 0.6 + frame.low * 0.3
    cloud.contrast = 5
    cloud.lowV = horizon + 0.08
    cloud.highV = horizon + 0.3
    cloud.detail = 0.10
    cloud.detailScale = 6
    cloud.seed = stage.noiseSeed(31)
    var layer = Layer(.cloud(cloud), nearness: 0.03)
    var noise = px_noise()
    noise.scaleU = 3.2
    noise.scaleV = 0.55
    noise.warp = 1.4
    noise.warpScale = 0.5
    noise.warpOffsetU = frame.time * 0.05
    noise.offsetU = frame.time * 0.02
    noise.octaves = 4
    noise.gain = 0.5
    noise.ridged = 1
    noise.seed = stage.noiseSeed(30)
    var other = noise
    other.offsetV += 0.12
    layer.fields = [.noise(noise), .noise(other)]
    return layer
  }

  private func clouds(_ frame: Frame, full: Bool) -> Layer {
    let look = stage.look
    var cloud = px_cloud()
    let low = stage.recipe.light == .dawn || stage.recipe.light == .dusk
    let bright = look.horizon.mixed(look.disc, 0.35) + look.halo * (low ? 0.45 : 0.12)
    cloud.lit = (stage.recipe.light == .night ? look.horizon.mixed(look.halo, 0.4) : bright).c
    cloud.shade =
      look.middle.mixed(look.zenith, low ? 0.45 : 0.4).mixed(look.mist, low ? 0.25 : 0.1).c
    if stage.recipe.weather == .storm {
      // Under a storm it is dark, whatever the hour.
      cloud.lit = (bright * 0.16 + look.middle * 0.35).c
      cloud.shade = (look.zenith * 0.5).c
    }
    cloud.cover = full ? cover - 0.08 : cover
    cloud.softness = stage.recipe.weather == .fog ? 0.5 : 0.17
    cloud.opacity = stage.recipe.light == .night ? 0.75 : 0.92
    // What somebody named is not lost behind clouds.
    if stage.has(.moon) || stage.has(.sun) || stage.has(.stars) || stage.has(.aurora) {
      cloud.opacity *= stage.recipe.weather == .clear ? 0.45 : 0.62
    }
    cloud.contrast = 2.6
    cloud.lowV = horizon + 0.01
    cloud.highV = horizon + 0.16
    cloud.detail = 0.20
    cloud.detailScale = 9
    cloud.offsetU = frame.time * 0.12
    cloud.seed = stage.noiseSeed(41)
    var layer = Layer(.cloud(cloud), nearness: 0.06)
    layer.visible = horizon...(.infinity)
    var noise = px_noise()
    noise.scaleU = full ? 1.25 : 1.7
    noise.scaleV = full ? 2.3 : 4.2
    noise.offsetU = stage.number(42, 0, 90) + frame.time * 0.022
    noise.offsetV = stage.number(43, 0, 90)
    noise.warp = 0.85
    noise.warpScale = 0.7
    noise.warpOffsetU = frame.time * 0.012
    noise.octaves = 5
    noise.gain = 0.52
    noise.seed = stage.noiseSeed(40)
    var towards = noise
    // The same cloud a step nearer the light.
    towards.offsetU += sunU > 0 ? 0.09 : -0.09
    towards.offsetV += low ? -0.10 : 0.13
    towards.octaves = 3
    layer.fields = [.noise(noise), .noise(towards)]
    return layer
  }
}
