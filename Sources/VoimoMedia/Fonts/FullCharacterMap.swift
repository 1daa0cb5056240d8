/// Has libass find a font's characters beyond U+FFFF: emoji, mathematical letters, rare ideographs.
///
/// An OpenType font lists its character maps in the table `cmap`. libass takes the first of
/// Microsoft's, which by the order of the list is the one that ends at U+FFFF, where FreeType and
/// fontconfig take the full one. So that what is chosen can be drawn, the entry of the short map is
/// made to point at the full one, in the bytes that libass is given. Nothing else in them changes;
/// the full map has every character of the short one.
package enum FullCharacterMap {
  /// The bytes with the full maps in front; as they are where a font has one map only, or is
  /// broken.
  ///
  /// - Parameter bytes: A font, or a collection of them.
  /// - Complexity: O(*n*) in the bytes, for the copy.
  /// - Returns: As many bytes.
  package static func inFront(of bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for map in fonts(in: bytes).compactMap({ characterMaps(in: bytes, font: $0) }) {
      putFullMapInFront(of: &bytes, table: map)
    }
    return bytes
  }

  /// Where the fonts of a file begin.
  private static func fonts(in bytes: [UInt8]) -> [Int] {
    guard tag(in: bytes, at: 0) == "ttcf" else { return [0] }
    guard let count = number(in: bytes, at: 8, width: 4), count <= mostFonts else { return [] }
    return (0..<count).compactMap { number(in: bytes, at: 12 + 4 * $0, width: 4) }
  }

  /// Where a font's table of character maps begins.
  private static func characterMaps(in bytes: [UInt8], font: Int) -> Int? {
    guard let count = number(in: bytes, at: font + 4, width: 2) else { return nil }
    for place in (0..<count).map({ font + 12 + 16 * $0 }) where tag(in: bytes, at: place) == "cmap"
    {
      return number(in: bytes, at: place + 8, width: 4)
    }
    return nil
  }

  private static func putFullMapInFront(of bytes: inout [UInt8], table: Int) {
    guard let count = number(in: bytes, at: table + 2, width: 2) else { return }
    var short: Int?
    var full: [Map: Int] = [:]
    for place in (0..<count).map({ table + 4 + 8 * $0 }) {
      guard let platform = number(in: bytes, at: place, width: 2),
        let encoding = number(in: bytes, at: place + 2, width: 2),
        let offset = number(in: bytes, at: place + 4, width: 4)
      else { return }
      if platform == 3, encoding == 1 { short = short ?? place + 4 }
      if let map = Map(platform: platform, encoding: encoding) { full[map] = full[map] ?? offset }
    }
    guard let short, let offset = full[.microsoft] ?? full[.unicode] else { return }
    for index in 0..<4 {
      bytes[short + index] = UInt8(truncatingIfNeeded: offset >> (8 * (3 - index)))
    }
  }

  /// Who defines a map that goes beyond U+FFFF.
  private enum Map: Hashable {
    case microsoft, unicode

    init?(platform: Int, encoding: Int) {
      switch (platform, encoding) {
      case (3, 10): self = .microsoft
      case (0, 4), (0, 6): self = .unicode
      default: return nil
      }
    }
  }

  /// More fonts than any collection has.
  private static let mostFonts = 256

  private static func tag(in bytes: [UInt8], at place: Int) -> String? {
    guard place >= 0, place + 4 <= bytes.count else { return nil }
    return String(decoding: bytes[place..<place + 4], as: UTF8.self)
  }

  private static func number(in bytes: [UInt8], at place: Int, width: Int) -> Int? {
    guard place >= 0, place <= bytes.count - width else { return nil }
    return bytes[place..<place + width].reduce(0) { $0 << 8 | Int($1) }
  }
}
