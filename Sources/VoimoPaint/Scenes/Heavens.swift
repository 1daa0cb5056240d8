import CPixels

/// The sky that most scenes stand under: gradient, sun or moon, stars, aurora, clouds.
struct Heavens: Sendable {
  let stage: Stage
  let horizon: Float
  /// Where sun or moon stands.
  let sunU: Float
  let sunV: Float
  let sunRadius: Float
  private let cover: Float

  init(_ stage: Stage, horizon: Float) {
    self.stage = stage
    self.horizon = horizon
    let side = stage.number(1, -1, 1)
    sunU = (side < 0 ? -0.18 : 0.18) * stage.halfWidth + side * 0.42 * stage.halfWidth
    let up = stage.halfHeight - horizon
    switch stage.recipe.light {
    case .dawn, .dusk: sunV = horizon + stage.number(2, 0.05, 0.16)
    case .day: sunV = horizon + up * stage.number(2, 0.55, 0.85)
    case .night: sunV = horizon + up * stage.number(2, 0.45, 0.75)
    }
    let big = stage.has(.moon) || stage.has(.sun)
    sunRadius = (stage.recipe.light == .day ? 0.036 : 0.05) * (big ? 1.6 : 1)
    switch stage.recipe.weather {
    case .clear: cover = stage.number(3, 0.54, 0.62)
    case .cloudy, .snow: cover = 0.44
    case .rain, .fog: cover = 0.38
    case .storm: cover = 0.34
    }
  }

  /// Sky, stars and clouds, far ones first.
  ///
  /// `full` clouds reach higher and show more.
  func layers(_ frame: Frame, full: Bool = false) -> [Layer] {
    let look = stage.look
    let isNight = stage.recipe.light == .night
    var sky = px_sky()
    sky.zenith = look.zenith.c
    sky.middle = look.middle.c
    sky.horizon = look.horizon.c
    sky.horizonV = horizon
    sky.zenithV = max(horizon + 0.5, stage.halfHeight * 1.05)
    sky.sunU = sunU
    sky.sunV = sunV
    let hidden: Bool = stage.recipe.weather == .rain || stage.recipe.weather == .storm
    // Behind rain there is a glow, no disc.
    sky.sunRadius = hidden ? -1 : sunRadius
    sky.disc = look.disc.c
    sky.halo = (look.halo * (1 + frame.beat * 0.35)).c
    sky.haloWidth = isNight ? 0.16 : 0.26
    sky.crescent =
      isNight && stage.number(4, 0, 1) > 0.45 ? sunRadius * stage.number(5, 0.5, 0.9) : 0
    var result = [Layer(.sky(sky), nearness: 0.02)]
    if look.brightness < 0.7 && !hidden || stage.has(.stars) { result += stars(frame) }
    if stage.has(.aurora) { result.append(aurora(frame)) }
    result.append(clouds(frame, full: full))
    return result
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
    cloud.lit = LinearColor(0.25, 1.25, 0.75).mixed(stage.look.accent, 0.25).c
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
    cloud.cover = full ? cover - 0.08 : cover
    cloud.softness = stage.recipe.weather == .fog ? 0.5 : 0.17
    cloud.opacity = stage.recipe.light == .night ? 0.75 : 0.92
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
