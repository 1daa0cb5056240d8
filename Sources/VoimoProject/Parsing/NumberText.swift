/// Reads numbers as people write them; never by a locale.
enum NumberText {
  /// Reads `3`, `-1.5`, `.5`, `1e-3`; nil for anything else, hexadecimal and infinity included.
  static func number(_ text: String) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 32,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// Reads `3` and `-1`; nil for anything else, `3.0` and `1_000` included.
  static func integer(_ text: String) -> Int? {
    guard text.utf8.count <= 20 else { return nil }
    return Int(text)
  }

  /// The numbers that somebody may have meant by a text that is none: `1,5`, `1,280`, `720p`,
  /// `6%`, `+3`, `1_000`, `42.0` or wide digits; the likeliest first.
  static func meant(_ text: String) -> [Double] {
    guard text.utf8.count <= 64 else { return [] }
    let plain = OddCharacter.repaired(text)?.text ?? OddCharacter.trimmed(text)
    let digits = plain.prefix { "+-.,_0123456789".contains($0) }
    let unit = plain.dropFirst(digits.count).drop { $0 == " " }
    guard unit.count <= 6, unit.allSatisfy({ $0.isLetter || $0 == "%" || $0 == "°" }) else {
      return []
    }
    let joined = digits.filter { $0 != "_" }
    let groups = joined.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    let pointed = String(joined.map { $0 == "," ? "." : $0 })
    let ungrouped = isGrouped ? [String(joined.filter { $0 != "," })] : []
    return ([pointed] + ungrouped).compactMap(number)
  }

  /// Writes a number without a needless `.0`.
  static func text(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
