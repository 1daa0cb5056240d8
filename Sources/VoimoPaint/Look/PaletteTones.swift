/// Four colors from dark to light, and two for what shines.
struct PaletteTones: Sendable {
  var stops: [LinearColor]
  var accent: LinearColor
  var second: LinearColor

  /// The palette's color as bright as a given one.
  func color(luminance: Float) -> LinearColor {
    for (low, high) in zip(stops, stops.dropFirst()) where luminance <= high.luminance {
      let span = max(high.luminance - low.luminance, 1e-4)
      return low.mixed(high, max(0, (luminance - low.luminance) / span))
    }
    return stops[stops.count - 1]
  }

  /// Dark to light, then accents.
  init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, accent: UInt32, second: UInt32) {
    stops = [a, b, c, d].map { LinearColor(hex: $0) }
    self.accent = LinearColor(hex: accent)
    self.second = LinearColor(hex: second)
  }
}

extension PaletteName {
  /// The palette's colors; nil for the hour's own.
  var tones: PaletteTones? {
    switch self {
    case .natural: nil
    case .neon:
      PaletteTones(0x0a0424, 0x44108a, 0xe8409c, 0x9af0ff, accent: 0xff2e9a, second: 0x21e6ff)
    case .gold:
      PaletteTones(0x171008, 0x6d4416, 0xdda044, 0xfff0c6, accent: 0xffcf6c, second: 0xff8f48)
    case .rose:
      PaletteTones(0x1d101f, 0x7a3c58, 0xee9aa2, 0xffe9df, accent: 0xff7c98, second: 0xffd3a8)
    case .ice:
      PaletteTones(0x06141f, 0x2b5c7e, 0xa3d4e6, 0xf4fdff, accent: 0xa8ecff, second: 0xd8d4ff)
    case .ember:
      PaletteTones(0x120505, 0x6a1c12, 0xec6824, 0xffe0a4, accent: 0xff8030, second: 0xffd05c)
    case .forest:
      PaletteTones(0x06130d, 0x1f4a36, 0x8cb47a, 0xf0f4d8, accent: 0xf0d870, second: 0x9fe0a0)
    case .noir:
      PaletteTones(0x060608, 0x35373c, 0xa6a8ac, 0xf5f3ee, accent: 0xf5f5f5, second: 0xb8b8b8)
    case .violet:
      PaletteTones(0x0d0720, 0x4a2c86, 0xb28ade, 0xfbe8ff, accent: 0xdc94ff, second: 0x70d0ff)
    case .teal:
      PaletteTones(0x04151a, 0x12585f, 0x70c2b4, 0xfff2d2, accent: 0xffb866, second: 0x64e0d4)
    case .pastel:
      PaletteTones(0x47486a, 0x9e93c4, 0xf6c2c8, 0xfff6ea, accent: 0xffa8b4, second: 0xa4daf0)
    case .sepia:
      PaletteTones(0x140d08, 0x5a4029, 0xc29c6c, 0xfbeecf, accent: 0xf0c070, second: 0xfff0d0)
    case .blue:
      PaletteTones(0x050b20, 0x0f2f78, 0x3f78c8, 0xdfeaff, accent: 0x6ea8ff, second: 0xffd9a0)
    case .crimson:
      PaletteTones(0x120308, 0x6b1126, 0xde4450, 0xffd9c4, accent: 0xff4c58, second: 0xffb488)
    }
  }
}
