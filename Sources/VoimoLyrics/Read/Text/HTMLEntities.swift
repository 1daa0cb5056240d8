/// Character references as HTML has them: `&amp;`, `&#39;`, `&#x27;`.
enum HTMLEntities {
  /// Reads the reference whose `&` stands before an index, as browsers do.
  ///
  /// Every name of HTML counts with its semicolon, the old ones without it too; so do numbers. Nil
  /// where the `&` is only an `&`.
  ///
  /// - Returns: The characters, and the index after the reference.
  static func reference(
    _ scalars: some RandomAccessCollection<Unicode.Scalar>, after ampersand: Int
  ) -> (scalars: [Unicode.Scalar], end: Int)? {
    let rest = Array(scalars.dropFirst(ampersand).prefix(longestName + 1))
    guard let first = rest.first else { return nil }
    if first == "#" { return number(rest).map { ([$0.scalar], ampersand + $0.length) } }
    let name = rest.prefix { isLetterOrDigit($0) }
    guard name.count > 1 else { return nil }
    if name.count < rest.count, rest[name.count] == ";",
      let found = named[String(String.UnicodeScalarView(name))]
    {
      return (found.scalars, ampersand + name.count + 1)
    }
    for length in stride(from: min(name.count, longestOldName), to: 1, by: -1) {
      let prefix = String(String.UnicodeScalarView(name.prefix(length)))
      if let found = named[prefix], found.isOld { return (found.scalars, ampersand + length) }
    }
    return nil
  }

  /// A text with every reference replaced, once: `&amp;lt;` becomes `&lt;`.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func decoded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains("&") else { return scalars }
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let found = reference(scalars, after: index + 1) {
        out += found.scalars
        index = found.end
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return out
  }

  /// Whether the `&` before an index begins a reference; what a writer has to guard.
  static func isReference(_ scalars: [Unicode.Scalar], after ampersand: Int) -> Bool {
    reference(scalars, after: ampersand) != nil
  }

  private static let longestName = 31
  private static let longestOldName = 6

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// Reads `#39;` and `#x27`; the semicolon may be missing.
  private static func number(
    _ scalars: [Unicode.Scalar]
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let isHexadecimal = scalars.count > 1 && (scalars[1] == "x" || scalars[1] == "X")
    let start = isHexadecimal ? 2 : 1
    var value: UInt32 = 0
    var end = start
    while end < scalars.count,
      let digit = Character(scalars[end]).hexDigitValue, scalars[end].value < 0x80,
      isHexadecimal || digit < 10
    {
      // More digits than any character has.
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      end += 1
    }
    guard end > start else { return nil }
    if end < scalars.count, scalars[end] == ";" { end += 1 }
    // Numbers 128 to 159 are meant as Windows-1252, where HTML has nothing.
    if (0x80...0x9F).contains(value) {
      return (windows1252[Int(value) - 0x80], end)
    }
    return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", end)
  }

  /// What Windows-1252 has where Latin-1 has control characters.
  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private struct Named {
    var scalars: [Unicode.Scalar]
    var isOld: Bool
  }

  /// The table by name.
  private static let named: [String: Named] = {
    var named: [String: Named] = [:]
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let mark = entry.firstIndex(where: { $0 == ":" || $0 == "!" }) else { continue }
      let codes = entry[entry.index(after: mark)...].split(separator: "+")
      named[String(entry[..<mark])] = Named(
        scalars: codes.compactMap { UInt32($0, radix: 16).flatMap { Unicode.Scalar($0) } },
        isOld: entry[mark] == "!")
    }
    return named
  }()
}
