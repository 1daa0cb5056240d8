/// What kind of thing each pixel of a painted picture shows.
package struct PictureIDs: Sendable, Equatable {
  /// What is known apart.
  package enum Kind: UInt8, Sendable, Hashable, Codable, CaseIterable {
    case sky, space, planet, land, buildings, water, road, trees, thing, fire, tunnel, flow

    /// A color to tell it by in a picture of ids: red, green, blue.
    package var color: (UInt8, UInt8, UInt8) {
      switch self {
      case .sky: (96, 160, 255)
      case .space: (24, 16, 64)
      case .planet: (224, 160, 96)
      case .land: (112, 128, 64)
      case .buildings: (144, 144, 160)
      case .water: (32, 80, 192)
      case .road: (72, 72, 72)
      case .trees: (32, 112, 48)
      case .thing: (224, 48, 64)
      case .fire: (255, 144, 16)
      case .tunnel: (96, 64, 96)
      case .flow: (192, 96, 192)
      }
    }
  }

  /// Pixels, at least 1.
  package let width: Int
  /// Pixels, at least 1.
  package let height: Int
  /// A kind's number for each pixel, rows from the top.
  package internal(set) var values: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    values = [UInt8](repeating: Kind.sky.rawValue, count: width * height)
  }

  /// The kind at a pixel.
  package func kind(_ x: Int, _ y: Int) -> Kind { Kind(rawValue: values[y * width + x]) ?? .sky }

  /// The share of the picture that a kind covers, 0…1.
  package func share(of kind: Kind) -> Double {
    Double(values.count { $0 == kind.rawValue }) / Double(values.count)
  }
}
