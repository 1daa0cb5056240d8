import CPixels

/// What falls or drifts before every scene: rain, snow, mist, fireflies, embers.
struct Air: Sendable {
  let stage: Stage

  /// Falling leaves and the recipe's weather, near layers last.
  func layers(_ frame: Frame) -> [Layer] {
    Props(stage: stage).fallingLeaves(frame) + weather(frame)
  }

  private func weather(_ frame: Frame) -> [Layer] {
    switch stage.recipe.weather {
    case .clear, .cloudy: []
    case .rain: rain(frame, strength: 1)
    case .storm: rain(frame, strength: 1.5)
    case .snow: snow(frame)
    case .fog: fog(frame)
    case .sandstorm: sand(frame)
    }
  }

  private func rain(_ frame: Frame, strength: Float) -> [Layer] {
    let light = stage.look.mist.mixed(stage.look.horizon, 0.5) + LinearColor(repeating: 0.10)
    let sheets: [(Float, Float, Float)] = [(30, 0.55, 4.6), (17, 0.42, 3.4), (8, 0.25, 2.6)]
    return sheets.enumerated().map { index, kind in
      var points = px_points()
      points.scale = kind.0
      points.aspect = 9
      points.density = min(kind.1 * strength, 0.95)
      points.size = 0.055
      points.softness = 0.12
      points.stretch = 56
      points.offsetV = frame.time * kind.2 * (1 + 0.1 * strength) + Float(index) * 3.7
      points.offsetU = 0
      points.lowV = -3
      points.highV = -2
      points.color = (light * (0.34 + 0.2 * frame.high)).c
      points.color2 = (light * 0.2).c
      points.seed = stage.noiseSeed(50 + UInt64(index))
      return Layer(.points(points), nearness: 0.4 + 0.3 * Float(index))
    }
  }

  private func snow(_ frame: Frame) -> [Layer] {
    let light =
      stage.look.mist.mixed(LinearColor(repeating: 0.9), 0.6)
      * (0.45 + 0.55 * stage.look.brightness)
    let sheets: [(Float, Float, Float)] = [
      (30, 0.55, 2.6), (15, 0.42, 1.9), (7, 0.30, 1.3), (3.2, 0.2, 0.8),
    ]
    return sheets.enumerated().map { index, kind in
      var points = px_points()
      points.scale = kind.0
      points.aspect = 1
      points.density = kind.1
      points.size = 0.12
      points.softness = index == 3 ? 1.6 : 0.9
      points.stretch = 1
      points.offsetV = frame.time * kind.2
      points.offsetU = frame.time * kind.2 * 0.22 + Float(index) * 0.4
      points.wobble = 0.25
      points.time = frame.time
      points.lowV = -3
      points.highV = -2
      points.color = (light * (index == 3 ? 0.5 : 0.95)).c
      points.color2 = (light * 0.6).c
      points.seed = stage.noiseSeed(60 + UInt64(index))
      return Layer(.points(points), nearness: 0.3 + 0.2 * Float(index))
    }
  }

  private func fog(_ frame: Frame) -> [Layer] {
    [
      mist(frame, centre: -0.12, thickness: 0.42, amount: 0.6, nearness: 0.5, name: 70),
      mist(frame, centre: -0.38, thickness: 0.5, amount: 0.45, nearness: 0.9, name: 71),
    ]
  }

  /// Sand that flies past, in banks and grains.
  private func sand(_ frame: Frame) -> [Layer] {
    let banks: [(Float, Float, Float, Float, Float)] = [
      (0.02, 0.42, 0.62, 0.35, 0.9), (-0.20, 0.28, 0.55, 0.6, 1.6), (-0.46, 0.22, 0.6, 0.9, 2.6),
    ]
    var layers = banks.enumerated().map { index, bank in
      mist(
        frame, centre: bank.0, thickness: bank.1, amount: bank.2, nearness: bank.3,
        name: 75 + UInt64(index),
        drift: bank.4)
    }
    var grains = px_points()
    grains.scale = 26
    grains.aspect = 1
    grains.density = 0.5
    grains.size = 0.07
    grains.softness = 0.6
    grains.stretch = 1
    grains.offsetU = -frame.time * 34
    grains.offsetV = frame.time * 2.2
    grains.lowV = -3
    grains.highV = -2
    grains.color = (stage.look.mist * 0.9).c
    grains.color2 = (stage.look.mist * 0.5).c
    grains.seed = stage.noiseSeed(78)
    layers.append(Layer(.points(grains), nearness: 0.9))
    return layers
  }

  /// A bank of mist about a height.
  func mist(
    _ frame: Frame, centre: Float, thickness: Float, amount: Float, nearness: Float, name: UInt64,
    drift: Float? = nil
  ) -> Layer {
    var mist = px_mist()
    mist.color = stage.look.mist.mixed(stage.look.horizon, 0.3).c
    mist.centre = centre
    mist.thickness = thickness
    // On a clear day banks of mist are thin.
    let isClearDay = stage.recipe.light == .day && stage.recipe.weather == .clear
    mist.amount = amount * (isClearDay ? 0.5 : 1)
    var layer = Layer(.mist(mist), nearness: nearness)
    layer.visible = (centre - thickness)...(centre + thickness)
    var noise = px_noise()
    noise.scaleU = 1.6
    noise.scaleV = 5
    noise.offsetU = frame.time * (drift.map { -$0 } ?? 0.03 + 0.05 * nearness)
    noise.octaves = 4
    noise.gain = 0.5
    noise.seed = stage.noiseSeed(name)
    layer.fields = [.noise(noise)]
    return layer
  }

  /// Sparks that rise, or glow-worms that wander.
  func sparks(
    _ frame: Frame, color: LinearColor, scale: Float, density: Float, rise: Float, size: Float,
    low: Float, high: Float, nearness: Float, name: UInt64
  ) -> Layer {
    var points = px_points()
    points.scale = scale
    points.aspect = 1
    points.density = density
    points.size = size
    points.softness = 0.9
    points.stretch = 1
    points.twinkle = 0.85
    points.time = frame.time
    points.offsetV = -frame.time * rise
    points.offsetU = frame.time * rise * 0.15
    points.wobble = 0.22
    points.lowV = low
    points.highV = high
    points.color = (color * (1.2 + frame.high * 1.2)).c
    points.color2 = (stage.look.accent * 0.8).c
    points.seed = stage.noiseSeed(name)
    return Layer(.points(points), nearness: nearness)
  }

  /// Shafts of light from a point.
  func rays(_ frame: Frame, u: Float, v: Float, color: LinearColor, amount: Float, reach: Float)
    -> Layer
  {
    var rays = px_rays()
    rays.sourceU = u
    rays.sourceV = v
    rays.amount = amount * (1 + frame.bar * 0.5)
    rays.frequency = 9
    rays.time = frame.time * 0.12
    rays.reach = reach
    rays.seed = stage.noiseSeed(80)
    var layer = Layer(.veil(color.c), nearness: 0.1)
    layer.fields = [.rays(rays)]
    return layer
  }
}
