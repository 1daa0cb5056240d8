import VoimoBase

/// `x2`, `(x2)`, `2x`, `×3`, `[x 2]`: how often something is sung.
struct Repeat {
  var times: Int

  /// Reads a text that is nothing but a repeat.
  init?(alone text: String) {
    var inner = text.lowercased()[...]
    let brackets: Set<Character> = ["(", ")", "[", "]", "{", "}", " ", "*", "."]
    while let first = inner.first, brackets.contains(first) { inner.removeFirst() }
    while let last = inner.last, brackets.contains(last) { inner.removeLast() }
    for prefix in ["repeat ", "bis "] where inner.hasPrefix(prefix) {
      inner = inner.dropFirst(prefix.count)
    }
    let signs: Set<Character> = ["x", "×"]
    if let first = inner.first, signs.contains(first) {
      inner = inner.dropFirst().drop { $0 == " " }
    } else if let last = inner.last, signs.contains(last) {
      inner = inner.dropLast()
      while inner.last == " " { inner.removeLast() }
    } else {
      return nil
    }
    guard (1...6).contains(inner.count), inner.allSatisfy({ $0.isASCII && $0.isNumber }),
      let times = Int(inner)
    else { return nil }
    self.times = times
  }

  /// Takes a repeat off the end of a line of words; the words come first.
  static func split(_ text: String) -> (words: String, times: Int?) {
    // Only the last bracket or the last one or two words can be it.
    if let last = text.last, last == ")" || last == "]",
      let open = text.lastIndex(of: last == ")" ? "(" : "["), open > text.startIndex,
      let found = Repeat(alone: String(text[open...]))
    {
      return (trimmed(text[..<open]), found.times)
    }
    let words = text.split(separator: " ")
    for count in [1, 2] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      // A bare "2x" or "x 2" counts; a bare number is a word.
      if let found = Repeat(alone: tail) {
        return (words.dropLast(count).joined(separator: " "), found.times)
      }
    }
    return (text, nil)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
