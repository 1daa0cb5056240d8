/// A tiny typeface for labels in pictures: printable ASCII, 5 by 7 pixels in cells of 6 by 9.
///
/// Other characters are drawn as `?`, except common Latin letters with marks, which lose the mark.
package enum PixelFont {
  /// Width of a character's cell at scale 1, the space after it included.
  package static let advance = 6
  /// Height of a line at scale 1, the space below it included.
  package static let lineHeight = 9

  /// Width of a text at scale 1, without the last character's space.
  package static func width(of text: String) -> Int { max(0, text.count * advance - 1) }

  /// Seven rows of five bits, the leftmost pixel in bit 4.
  static func rows(of character: Character) -> [UInt8] {
    glyphs[plain(character)] ?? glyphs["?"] ?? []
  }

  private static func plain(_ character: Character) -> Character {
    if character.isASCII { return character }
    if let base = folded[character] { return base }
    return "?"
  }

  private static let folded: [Character: Character] = {
    let table: [(String, Character)] = [
      ("àáâãäå", "a"), ("ÀÁÂÃÄÅ", "A"), ("ç", "c"), ("Ç", "C"), ("èéêë", "e"), ("ÈÉÊË", "E"),
      ("ìíîï", "i"), ("ÌÍÎÏ", "I"), ("ñ", "n"), ("Ñ", "N"), ("òóôõöø", "o"), ("ÒÓÔÕÖØ", "O"),
      ("ùúûü", "u"), ("ÙÚÛÜ", "U"), ("ýÿ", "y"), ("Ý", "Y"), ("ß", "s"), ("‘’", "'"),
      ("“”„«»", "\""), ("–—−", "-"), ("…", "."), ("×", "x"), ("·•", "."), ("\u{a0}", " "),
    ]
    var folded: [Character: Character] = [:]
    for (marked, base) in table {
      for character in marked { folded[character] = base }
    }
    return folded
  }()

  private static let glyphs: [Character: [UInt8]] = {
    var glyphs: [Character: [UInt8]] = [:]
    for entry in drawings {
      let rows = entry.rows.split(separator: "/").map { row in
        row.reduce(UInt8(0)) { $0 << 1 | ($1 == "#" ? 1 : 0) }
      }
      precondition(rows.count == 7, "the drawing of \(entry.character) has \(rows.count) rows")
      glyphs[entry.character] = rows
    }
    return glyphs
  }()

  /// The characters that have a drawing of their own.
  static var characters: [Character] { drawings.map(\.character) }
}
