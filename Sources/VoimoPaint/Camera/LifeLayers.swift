import CPixels

/// The painter's rain, snow, mist, embers and lights, laid over a picture in its own space.
struct LifeLayers: Sendable {
  let life: Life
  private let seed: UInt32
  private let tones: PictureTones
  private let halfWidth: Float
  private let halfHeight: Float

  /// Layers over a picture of these tones.
  init(_ life: Life, tones: PictureTones, seed: UInt64, width: Int, height: Int) {
    self.life = life
    self.seed = UInt32(truncatingIfNeeded: seed ^ seed >> 32)
    self.tones = tones
    let unit = Float(min(width, height))
    halfWidth = Float(width) / unit / 2
    halfHeight = Float(height) / unit / 2
  }

  /// How many fields of noise the layers have.
  var fields: Int { life.fog > 0 ? 3 : 0 }

  /// Whether there is nothing to lay.
  var isEmpty: Bool {
    life.rain <= 0 && life.snow <= 0 && life.dust <= 0 && life.fog <= 0 && life.embers <= 0
      && life.leaks <= 0 && (life.lamps <= 0 || tones.lamps.isEmpty)
  }

  /// All layers of one moment, far ones first; their nearness is the picture's depth.
  func layers(_ frame: Frame) -> [Layer] {
    var result: [Layer] = []
    if life.lamps > 0 { result += lamps(frame) }
    if life.rain > 0 || life.snow > 0 { result.append(overcast()) }
    if life.fog > 0 { result += fog(frame) }
    if life.embers > 0 { result += embers(frame) }
    if life.dust > 0 { result += dust(frame) }
    if life.snow > 0 { result += snow(frame) }
    if life.rain > 0 { result += rain(frame) }
    if life.leaks > 0 { result.append(leaks(frame)) }
    return result
  }

  /// Points everywhere in the frame, whatever their height.
  private func points(_ name: UInt32, _ color: LinearColor, _ second: LinearColor) -> px_points {
    var points = px_points()
    points.aspect = 1
    points.stretch = 1
    points.lowV = -60
    points.highV = -59
    points.color = color.c
    points.color2 = second.c
    points.seed = seed &+ name &* 0x9E37_79B9
    return points
  }

  /// Clouds take light and color from a bright picture, or nobody would see what falls.
  private func overcast() -> Layer {
    var mist = px_mist()
    let light = tones.air.luminance
    mist.color = (LinearColor(0.88, 0.98, 1.1) * (light * 0.42)).c
    mist.thickness = 1_000
    mist.amount =
      min(max(Float(life.rain) * 0.5, Float(life.snow) * 0.36), 0.5) * min(light * 3.5, 1)
    return Layer(.mist(mist), nearness: 0.1)
  }

  private func rain(_ frame: Frame) -> [Layer] {
    let amount = Float(life.rain)
    let light = tones.air * 0.7 + LinearColor(repeating: 0.08)
    let sheets: [(scale: Float, density: Float, fall: Float)] = [
      (34, 0.8, 4.6), (19, 0.66, 3.4), (8, 0.36, 2.6),
    ]
    return sheets.enumerated().map { index, sheet in
      // Hats are drops that catch the light.
      var points = points(
        UInt32(index), light * ((0.62 + 0.5 * frame.high) * (0.5 + 0.5 * amount)), light * 0.45)
      points.scale = sheet.scale
      points.aspect = 9
      points.density = min(sheet.density * amount * 1.3, 0.95)
      points.size = 0.055
      points.softness = 0.12
      points.stretch = 44
      points.offsetV = frame.time * sheet.fall + Float(index) * 3.7
      return Layer(.points(points), nearness: 0.35 + 0.3 * Float(index))
    }
  }

  private func snow(_ frame: Frame) -> [Layer] {
    let amount = Float(life.snow)
    let light = tones.air * 0.5 + LinearColor(repeating: 0.28)
    let sheets: [(scale: Float, density: Float, fall: Float)] = [
      (30, 0.55, 2.6), (15, 0.42, 1.9), (7, 0.30, 1.3), (3.2, 0.2, 0.8),
    ]
    return sheets.enumerated().map { index, sheet in
      let isNear = index == 3
      var points = points(
        10 + UInt32(index), light * (isNear ? 0.45 : 0.9) * (1 + 0.5 * frame.high), light * 0.5)
      points.scale = sheet.scale
      points.density = min(sheet.density * amount * 1.3, 0.95)
      points.size = 0.12
      points.softness = isNear ? 1.6 : 0.9
      points.offsetV = frame.time * sheet.fall
      points.offsetU = frame.time * sheet.fall * 0.22 + Float(index) * 0.4
      points.wobble = 0.25
      points.time = frame.time
      return Layer(.points(points), nearness: 0.25 + 0.25 * Float(index))
    }
  }

  /// Motes in the light, more of them seen on hats.
  private func dust(_ frame: Frame) -> [Layer] {
    let amount = Float(life.dust)
    let light = tones.air * 0.8 + LinearColor(0.10, 0.08, 0.05)
    let sheets: [(scale: Float, drift: Float, near: Float)] = [(22, 0.5, 0.5), (9, 0.35, 0.95)]
    return sheets.enumerated().map { index, sheet in
      var points = points(
        20 + UInt32(index), light * (0.6 + 0.5 * amount + 0.9 * frame.high), light * 0.6)
      points.scale = sheet.scale
      points.density = 0.12 + 0.4 * amount
      points.size = index == 0 ? 0.07 : 0.10
      points.softness = index == 0 ? 0.9 : 1.8
      points.twinkle = 0.7
      points.time = frame.time
      points.offsetU = -frame.time * sheet.drift * (0.4 + 2.6 * amount * amount)
      points.offsetV = frame.time * sheet.drift * 0.3
      points.wobble = 0.3
      return Layer(.points(points), nearness: sheet.near)
    }
  }

  private func fog(_ frame: Frame) -> [Layer] {
    let amount = Float(life.fog)
    let banks: [(centre: Float, thickness: Float, share: Float, near: Float)] = [
      (0.02, 0.5, 0.75, 0.15), (-0.16, 0.42, 0.65, 0.5), (-0.42, 0.5, 0.5, 0.9),
    ]
    return banks.enumerated().map { index, bank in
      var mist = px_mist()
      mist.color = (tones.haze * (1 + 0.15 * frame.bar)).c
      mist.centre = bank.centre * halfHeight * 2
      mist.thickness = bank.thickness * halfHeight * 2
      mist.amount = bank.share * amount
      var layer = Layer(.mist(mist), nearness: bank.near)
      layer.visible = (mist.centre - mist.thickness)...(mist.centre + mist.thickness)
      var noise = px_noise()
      noise.scaleU = 1.6
      noise.scaleV = 4
      noise.offsetU = frame.time * (0.03 + 0.07 * bank.near)
      noise.octaves = 4
      noise.gain = 0.5
      noise.seed = seed &+ 30 &+ UInt32(index)
      layer.fields = [.noise(noise)]
      return layer
    }
  }

  /// Sparks that rise, brighter on kicks.
  private func embers(_ frame: Frame) -> [Layer] {
    let amount = Float(life.embers)
    let sheets: [(scale: Float, size: Float, near: Float)] = [(16, 0.08, 0.5), (7, 0.075, 0.9)]
    return sheets.enumerated().map { index, sheet in
      let light = LinearColor(1.5, 0.42, 0.07) * (1.0 + 1.2 * frame.beat)
      var points = points(40 + UInt32(index), light, LinearColor(1.2, 0.75, 0.2))
      points.scale = sheet.scale
      points.density = 0.05 + 0.32 * amount
      points.size = sheet.size
      points.softness = 0.9
      points.twinkle = 0.85
      points.time = frame.time
      points.offsetV = -frame.time * sheet.scale * 0.075
      points.offsetU = frame.time * sheet.scale * 0.012
      points.wobble = 0.25
      // They come from below and go out on their way.
      points.lowV = halfHeight * 0.9
      points.highV = -halfHeight
      return Layer(.points(points), nearness: sheet.near)
    }
  }

  /// The picture's bright places, which flicker each by itself and with the kick.
  private func lamps(_ frame: Frame) -> [Layer] {
    let amount = Float(life.lamps)
    return tones.lamps.enumerated().map { index, lamp in
      let own = Float(index) * 0.377
      let slow = Wave.sine(frame.time * 0.83 + own) * Wave.sine(frame.time * 0.31 + own * 2.3)
      let quick = Wave.sine(frame.time * 3.7 + own * 5) * Wave.sine(frame.time * 2.3 + own)
      let flicker = 0.5 + 0.3 * slow + 0.2 * quick
      let power = amount * (0.45 * flicker + 0.8 * frame.beat)
      let light = px_light(
        u: lamp.u, v: lamp.v, radius: lamp.radius, core: 0, color: (lamp.color * power).c)
      return Layer(.lights([light]), nearness: lamp.depth)
    }
  }

  /// Warm light from the side, which comes and goes slowly; a snare lets more in.
  private func leaks(_ frame: Frame) -> Layer {
    let amount = Float(life.leaks) * (1 + 0.8 * frame.snare)
    let from = (seed & 1) == 0 ? Float(1) : -1
    let lights = (0..<3).map { index -> px_light in
      let own = Float(index) * 0.41 + Float(seed & 255) / 256
      let sway = Wave.sine(frame.time * 0.041 + own),
        breath = Wave.sine(frame.time * 0.067 + own * 3)
      let strength = amount * (0.5 + 0.3 * breath) * (index == 2 ? 0.6 : 1)
      let side = index == 2 ? -from : from
      return px_light(
        u: side * halfWidth * (1.12 + 0.06 * sway),
        v: halfHeight * (0.9 - 0.9 * Float(index) + 0.25 * sway),
        radius: 0.55, core: 0,
        color: (LinearColor(1.0, 0.46 + 0.1 * breath, 0.2) * strength).c)
    }
    return Layer(.lights(lights), nearness: 0)
  }
}
