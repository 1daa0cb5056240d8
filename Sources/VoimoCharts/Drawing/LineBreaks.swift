import VoimoBase

/// Where a line of text may be broken: after Unicode's annex 14, as far as captions need it.
enum LineBreaks {
  /// Whether a character is a blank at which a line may end; those that keep words together are
  /// not.
  static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace && !"\u{A0}\u{2007}\u{202F}".contains(character)
  }

  /// The last place in a part of a text where a line may end.
  ///
  /// - Parameters:
  ///   - characters: The text.
  ///   - start: The line's first character.
  ///   - end: The first character that does not fit; it is there.
  /// - Returns: the index of the character that begins the next line; nil where the part must stay
  ///   whole.
  static func last(in characters: [Character], from start: Int, to end: Int) -> Int? {
    var place = end
    while place > start {
      if mayBreak(after: characters[place - 1], before: characters[place]) { return place }
      place -= 1
    }
    return nil
  }

  /// Whether a line may end between two characters.
  static func mayBreak(after last: Character, before next: Character) -> Bool {
    if isBlank(next) { return false }
    // A dot between two things stays with the first.
    if isBlank(last) { return !"·•".contains(next) }
    if "-/–—".contains(last) { return next.isLetter }
    guard isEastAsian(last) || isEastAsian(next) else { return false }
    return !opening.contains(last) && !closing.contains(next)
  }

  /// What keeps a text's direction in each of its lines: a mark that is shown as nothing; empty for
  /// a text that runs from the left throughout.
  static func directionMark(for text: String) -> String {
    guard text.unicodeScalars.contains(where: runsFromTheRight) else { return "" }
    let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
    return first.map(runsFromTheRight) == true ? "\u{200F}" : "\u{200E}"
  }

  /// Letters of Hebrew, Arabic and the scripts around them.
  private static func runsFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
    let ranges: [ClosedRange<UInt32>] = [
      0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]
    return scalar.properties.isAlphabetic && ranges.contains { $0.contains(scalar.value) }
  }

  /// Characters that are written without blanks between words.
  private static func isEastAsian(_ character: Character) -> Bool {
    TextWidth.columns(character) == 2
  }

  /// What must not end a line.
  private static let opening: Set<Character> = Set("「『（［｛〈《【〔〖([{“‘«")

  /// What must not begin a line: stops, closing brackets, small kana, marks of lengthening.
  private static let closing: Set<Character> = Set(
    "、。，．・：；！？」』）］｝〉》】〕〗)]}”’»…‥,.:;!?%％ー々ゝゞヽヾ〜～"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
}
