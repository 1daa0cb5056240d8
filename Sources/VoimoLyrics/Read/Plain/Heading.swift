import VoimoBase

/// A line that names a part of the song.
struct Heading {
  /// The part; nil for a heading in a script that gives no label.
  var mark: SectionMark?
  var repeats: Int?

  /// Reads a tidied line, before which an empty one or nothing comes where `isAlone`.
  ///
  /// Nil when it is a line of words.
  init?(_ text: String, isAlone: Bool) {
    guard let first = text.first, let last = text.last, text.utf8.count <= Self.longest else {
      return nil
    }
    if isAlone, let number = Self.number(text) {
      mark = SectionMark(label: "verse", ordinal: number)
      return
    }
    if let closing = Self.brackets[first] {
      guard let close = text.firstIndex(of: closing) else { return nil }
      // "[Chorus] x2" has its repeats outside; other words outside make it a line of words.
      let after = text[text.index(after: close)...].drop { $0 == " " || $0 == ":" || $0 == "：" }
      let outside = Repeat(alone: String(after))
      guard after.isEmpty || outside != nil else { return nil }
      let (name, count) = Repeat.split(String(text[text.index(after: text.startIndex)..<close]))
      switch PartHeading.bracketed(name) {
      case .part(let part): mark = part
      case .unnamed: mark = nil
      case nil: return nil
      }
      repeats = count ?? outside?.times
      return
    }
    var middle = text[...]
    let form: PartHeading.Form
    if first == "#" {
      middle = middle.drop { $0 == "#" || $0 == " " }
      form = .marked
    } else if Self.ends.contains(first), Self.ends.contains(last) {
      while let first = middle.first, Self.ends.contains(first) || first == " " {
        middle.removeFirst()
      }
      while let last = middle.last, Self.ends.contains(last) || last == " " { middle.removeLast() }
      form = .marked
    } else if last == ":" || last == "：" {
      middle = middle.dropLast()
      form = .marked
    } else if text.uppercased() == text, text.lowercased() != text {
      form = .bare
    } else {
      let (name, _) = Repeat.split(text)
      let words = HeadingWords(name)
      // "Verse 2" is a heading anywhere, "Chorus" where a stanza begins.
      guard first.isUppercase || !first.isCased, words.words.count <= 2,
        words.ordinal != nil && name.last?.isNumber == true || isAlone
      else { return nil }
      form = .bare
    }
    let (name, count) = Repeat.split(String(middle))
    guard let part = PartHeading.known(name, form: form) else { return nil }
    mark = part
    repeats = count
  }

  /// The number of a verse as songbooks print it: `1.`, `2)`, `(3)`.
  private static func number(_ text: String) -> Int? {
    let digits = text.filter(\.isNumber)
    guard digits.count <= 2, let number = Int(digits), number > 0,
      [".", ")", ".)", "()", ":", "/"].contains(text.filter { !$0.isNumber && $0 != " " })
    else { return nil }
    return number
  }

  /// Whether a line is nothing but square brackets with words in them.
  static func isInBrackets(_ text: String) -> Bool {
    text.first == "[" && text.last == "]" && text.firstIndex(of: "]") == text.indices.last
  }

  /// The longest heading in bytes; what is longer is sung, or nothing that anybody reads.
  private static let longest = 300

  private static let brackets: [Character: Character] = [
    "[": "]", "【": "】", "［": "］", "〔": "〕", "《": "》", "〈": "〉",
  ]

  private static let ends: Set<Character> = [
    "(", ")", "（", "）", "*", "{", "}", "_", "-", "–", "—", "=", "~", "<", ">", ":", "：",
  ]
}
