/// A color as screens have it: 8-bit sRGB with its opacity.
package struct Color: Hashable, Sendable, Codable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  /// 255 is solid, 0 cannot be seen.
  package var opacity: UInt8

  package static let white = Color(255, 255, 255)
  package static let black = Color(0, 0, 0)

  /// Makes a color from its parts; solid unless an opacity is given.
  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, opacity: UInt8 = 255) {
    (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
  }

  /// Reads `#rrggbb` or `#rgb`; nil for anything else.
  package init?(hex text: some StringProtocol) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.dropFirst()
    guard let number = UInt32(digits, radix: 16), digits.utf8.first != UInt8(ascii: "+") else {
      return nil
    }
    func part(_ shift: UInt32, _ mask: UInt32) -> UInt8 { UInt8(number >> shift & mask) }
    switch digits.utf8.count {
    case 6: self.init(part(16, 255), part(8, 255), part(0, 255))
    case 3: self.init(part(8, 15) * 17, part(4, 15) * 17, part(0, 15) * 17)
    default: return nil
    }
  }

  /// `#rrggbb`; the opacity is left out.
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The solid mix of two colors: 0 is this one, 1 the other.
  package func mixed(with other: Color, _ share: Double) -> Color {
    let share = max(0, min(1, share))
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return Color(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}
