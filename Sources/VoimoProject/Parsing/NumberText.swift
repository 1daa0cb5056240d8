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

  /// Writes a number without a needless `.0`.
  static func text(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
