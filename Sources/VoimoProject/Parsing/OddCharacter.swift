/// Characters that word processors, web pages and other keyboards put where YAML wants plain ones:
/// they look right and mean nothing.
package enum OddCharacter {
  /// What one is called, with its code: `no-break space (U+00A0)`; nil for every other character.
  package static func name(of scalar: Unicode.Scalar) -> String? {
    let padded = code(of: scalar)
    if let name = spaces[scalar] ?? invisible[scalar] { return "\(name) (\(padded))" }
    if quotes[scalar] != nil { return "typographic quote \(scalar) (\(padded))" }
    if dashes.contains(scalar) { return "dash \(scalar) (\(padded))" }
    if isFullWidth(scalar) { return "full-width \(scalar) (\(padded))" }
    return nil
  }

  /// A character's number as people write it: `U+00A0`.
  package static func code(of scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  /// Whether one is a space that is not the plain one.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool { spaces[scalar] != nil }

  /// Whether one takes no room at all.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { invisible[scalar] != nil }

  /// Whether one is a quotation mark that YAML takes for a letter.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool { quotes[scalar] != nil }

  /// Whether one is the wide twin of an ASCII character.
  static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value)
  }

  /// A text with plain characters in the place of odd ones, without blanks at its ends and without
  /// quotes around it, and the first odd character; nil where there is none.
  package static func repaired(_ text: String) -> (text: String, odd: Unicode.Scalar)? {
    guard let odd = text.unicodeScalars.first(where: { name(of: $0) != nil }) else { return nil }
    var plain = ""
    for scalar in text.unicodeScalars {
      if spaces[scalar] != nil {
        plain += " "
      } else if invisible[scalar] != nil {
        continue
      } else if let quote = quotes[scalar] {
        plain += quote
      } else if dashes.contains(scalar) {
        plain += "-"
      } else if isFullWidth(scalar), let twin = Unicode.Scalar(scalar.value - 0xFEE0) {
        plain.unicodeScalars.append(twin)
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    plain = trimmed(plain)
    for quote in ["\"", "'"] where plain.count >= 2 && plain.hasPrefix(quote) {
      if plain.hasSuffix(quote) { plain = trimmed(String(plain.dropFirst().dropLast())) }
    }
    return (plain, odd)
  }

  /// A text without plain spaces at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    let front = text.drop { $0 == " " || $0 == "\t" }
    return String(front.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  private static let spaces: [Unicode.Scalar: String] = [
    "\u{A0}": "no-break space", "\u{1680}": "ogham space", "\u{2000}": "en quad",
    "\u{2001}": "em quad", "\u{2002}": "en space", "\u{2003}": "em space",
    "\u{2004}": "three-per-em space", "\u{2005}": "four-per-em space",
    "\u{2006}": "six-per-em space", "\u{2007}": "figure space", "\u{2008}": "punctuation space",
    "\u{2009}": "thin space", "\u{200A}": "hair space", "\u{202F}": "narrow no-break space",
    "\u{205F}": "mathematical space", "\u{3000}": "ideographic space",
  ]

  private static let invisible: [Unicode.Scalar: String] = [
    "\u{AD}": "soft hyphen", "\u{180E}": "vowel separator", "\u{200B}": "zero-width space",
    "\u{200C}": "zero-width non-joiner", "\u{200D}": "zero-width joiner",
    "\u{200E}": "left-to-right mark", "\u{200F}": "right-to-left mark",
    "\u{202A}": "left-to-right embedding", "\u{202B}": "right-to-left embedding",
    "\u{202C}": "end of direction", "\u{202D}": "left-to-right override",
    "\u{202E}": "right-to-left override", "\u{2060}": "word joiner",
    "\u{2066}": "left-to-right isolate", "\u{2067}": "right-to-left isolate",
    "\u{2068}": "first strong isolate", "\u{2069}": "end of isolate",
    "\u{FEFF}": "byte order mark",
  ]

  private static let quotes: [Unicode.Scalar: String] = [
    "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{201F}": "\"", "\u{AB}": "\"",
    "\u{BB}": "\"", "\u{300C}": "\"", "\u{300D}": "\"", "\u{2018}": "'", "\u{2019}": "'",
    "\u{201A}": "'", "\u{201B}": "'", "\u{2039}": "'", "\u{203A}": "'", "\u{FF02}": "\"",
    "\u{FF07}": "'",
  ]

  private static let dashes: Set<Unicode.Scalar> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
  ]
}
