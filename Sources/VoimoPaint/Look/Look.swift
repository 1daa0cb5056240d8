/// The colors of one shot: what the time of day gives, bent towards a palette.
struct Look: Sendable {
  var zenith: LinearColor
  var middle: LinearColor
  var horizon: LinearColor
  /// The disc of sun or moon.
  var disc: LinearColor
  /// Light around it, and on edges that face it.
  var halo: LinearColor
  /// Near things against the light.
  var shade: LinearColor
  /// Air between far and near.
  var mist: LinearColor
  /// Lamps, windows, embers.
  var lamp: LinearColor
  /// A second color for lamps, signs and folds.
  var accent: LinearColor
  /// 0 at night, 1 by day.
  var brightness: Float

  /// The colors of `light`, in `palette`, under `weather`.
  init(light: Light, palette: PaletteName, weather: Weather) {
    let base = Self.natural(light)
    self = base
    if let tones = palette.tones {
      let keep: Float = 0.22
      func bend(_ color: LinearColor) -> LinearColor {
        tones.color(luminance: color.luminance).mixed(color, keep)
      }
      zenith = bend(zenith)
      middle = bend(middle)
      horizon = bend(horizon)
      disc = bend(disc)
      halo = bend(halo).mixed(tones.accent, 0.35)
      shade = bend(shade)
      mist = bend(mist)
      lamp = tones.accent
      accent = tones.second
    }
    cover(with: weather)
    if weather == .sandstorm { dust() }
  }

  /// Sand in the air is the color of everything.
  private mutating func dust() {
    let sand = LinearColor(0.86, 0.50, 0.22) * (0.14 + 0.8 * brightness)
    zenith = zenith.mixed(sand * 0.6, 0.75)
    middle = middle.mixed(sand * 0.8, 0.8)
    horizon = horizon.mixed(sand, 0.85)
    mist = mist.mixed(sand, 0.9)
    halo = halo * 0.4
  }

  /// Cloud takes the color out of the sky, storm the light too.
  private mutating func cover(with weather: Weather) {
    let (grey, dim): (Float, Float) =
      switch weather {
      case .clear: (0, 1)
      case .cloudy: (0.25, 0.92)
      case .rain: (0.45, 0.66)
      case .snow: (0.35, 0.92)
      case .fog: (0.45, 0.85)
      case .storm: (0.5, 0.42)
      case .sandstorm: (0, 0.72)
      }
    func cover(_ color: LinearColor) -> LinearColor {
      let cool = LinearColor(0.88, 1, 1.16) * color.luminance
      return color.mixed(cool, grey) * dim
    }
    zenith = cover(zenith).mixed(cover(middle), grey * 0.7)
    middle = cover(middle)
    horizon = cover(horizon)
    halo = cover(halo) * (1 - grey * 0.7)
    mist = cover(mist)
  }

  private init(
    _ zenith: UInt32, _ middle: UInt32, _ horizon: UInt32, disc: UInt32, halo: UInt32,
    shade: UInt32, mist: UInt32, lamp: UInt32, accent: UInt32, brightness: Float
  ) {
    self.zenith = LinearColor(hex: zenith)
    self.middle = LinearColor(hex: middle)
    self.horizon = LinearColor(hex: horizon)
    self.disc = LinearColor(hex: disc)
    self.halo = LinearColor(hex: halo)
    self.shade = LinearColor(hex: shade)
    self.mist = LinearColor(hex: mist)
    self.lamp = LinearColor(hex: lamp)
    self.accent = LinearColor(hex: accent)
    self.brightness = brightness
  }

  /// What the hour itself looks like.
  private static func natural(_ light: Light) -> Look {
    switch light {
    case .dawn:
      Look(
        0x2f4a7c, 0x9c86ac, 0xffc49a, disc: 0xfff0cf, halo: 0xff9a5c, shade: 0x1f2640,
        mist: 0xd7a8a4, lamp: 0xffc983, accent: 0xff8f7b, brightness: 0.6)
    case .day:
      Look(
        0x1c59a4, 0x5296d0, 0xbcd8e4, disc: 0xfffbe8, halo: 0xffe6b4, shade: 0x16291f,
        mist: 0x8db2c8, lamp: 0xfff0c8, accent: 0xf2a94c, brightness: 1)
    case .dusk:
      Look(
        0x1c1e4c, 0x78396f, 0xff8a50, disc: 0xffe2a8, halo: 0xff6438, shade: 0x130e25,
        mist: 0xa9566c, lamp: 0xffb864, accent: 0xff6f8f, brightness: 0.42)
    case .night:
      Look(
        0x060c22, 0x10244a, 0x2f5080, disc: 0xeef2fc, halo: 0x6c8cce, shade: 0x050810,
        mist: 0x2b4469, lamp: 0xffbf66, accent: 0x58c8e8, brightness: 0.12)
    }
  }
}
