/// What LRC's extensions put before a line or inside its brackets to say who sings it.
///
/// `v1:`, `bg:` and the like (A2, Apple's words as LRC), `F:` `M:` `D:` (Walaoke). They are no
/// words.
enum VoiceTag {
  /// How many scalars a tag takes up at an index, with the colon and the blanks after it; 0 for
  /// none.
  static func length(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
    var end = index
    while end < scalars.count, end - index < 4, isNameScalar(scalars[end]) { end += 1 }
    guard end < scalars.count, scalars[end] == ":" || scalars[end] == "：",
      isName(String(String.UnicodeScalarView(scalars[index..<end])))
    else { return 0 }
    end += 1
    while end < scalars.count, scalars[end].isBlank { end += 1 }
    return end - index
  }

  /// What follows a line's stamp in brackets and is not sung as it stands.
  enum Bracket: Equatable {
    /// `[bg:(ooh)]`, `[v2: words]`: the words inside.
    case voice(words: Range<Int>)
    /// LRCX's `[tt]`: when the letters of the line are sung.
    case wordTimes
    /// LRCX's `[tr:de]`: a translation follows.
    case translation
    /// LRCX's `[fu]` and `[ro]`: how the words are read.
    case readings
  }

  /// Reads the bracket that begins at an index; nil for brackets that are words.
  ///
  /// - Returns: what it is, and the index after it.
  static func bracket(
    _ scalars: [Unicode.Scalar], at index: Int
  ) -> (kind: Bracket, end: Int)? {
    guard index < scalars.count, scalars[index] == "[" else { return nil }
    let tag = length(scalars, at: index + 1)
    if tag > 0 {
      // Stamps with square brackets may stand inside.
      var depth = 0
      var close = scalars.count
      for place in index..<scalars.count {
        if scalars[place] == "[" { depth += 1 }
        if scalars[place] == "]" { depth -= 1 }
        if depth == 0 {
          close = place
          break
        }
      }
      let words = (index + 1 + tag)..<max(index + 1 + tag, close)
      return (.voice(words: words), min(close + 1, scalars.count))
    }
    guard let close = scalars[index...].prefix(16).firstIndex(of: "]") else { return nil }
    switch String(String.UnicodeScalarView(scalars[(index + 1)..<close])) {
    case "tt": return (.wordTimes, close + 1)
    case "fu", "ro": return (.readings, close + 1)
    case let name where name == "tr" || name.hasPrefix("tr:"): return (.translation, close + 1)
    default: return nil
    }
  }

  /// Whether words that begin at an index would be taken for a tag.
  static func begins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    length(scalars, at: index) > 0 || bracket(scalars, at: index) != nil
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private static func isName(_ name: String) -> Bool {
    switch name {
    case "F", "M", "D": return true
    case _ where name.lowercased() == "bg": return true
    default:
      let digits = name.dropFirst()
      return name.lowercased().hasPrefix("v") && (1...2).contains(digits.count)
        && digits.allSatisfy(\.isNumber)
    }
  }
}
