import VoimoBase

/// A heading that names a part of a song: `Verse 2: Ada`, `副歌`, `Épilogue`.
enum PartHeading {
  /// A part whose name gives a label.
  case part(SectionMark)
  /// A heading in a script that gives no label: it parts the words, and nothing more.
  case unnamed

  /// Reads what stands in brackets of its own; nil where it may be sung.
  ///
  /// Names of parts that voimo knows count, whatever their script, and everything in a script
  /// without Latin letters: nobody writes a sung line like that. In Latin letters `[I love you]` is
  /// words.
  static func bracketed(_ inner: String) -> PartHeading? {
    if let mark = known(inner) { return .part(mark) }
    let letters = inner.unicodeScalars.filter(\.properties.isAlphabetic)
    if letters.allSatisfy(HeadingWords.isLatin) {
      // "[A]", "[B2]" are rehearsal marks; "[1]" and "[?]" are notes.
      guard letters.count == 1, inner.unicodeScalars.count <= 3, letters.allSatisfy(\.isASCII)
      else { return nil }
      return SectionMark(heading: inner).map { .part($0) }
    }
    return .unnamed
  }

  /// The part that a heading's words name in a form; nil where they name none that voimo knows.
  static func known(_ heading: String, form: Form = .square) -> SectionMark? {
    let words = HeadingWords(heading)
    let name = words.words.joined(separator: "-")
    if form != .square, HeadingWords.ambiguous.contains(name) { return nil }
    if form == .bare, words.ordinal == nil, HeadingWords.ambiguousAlone.contains(name) {
      return nil
    }
    guard let label = HeadingWords.label(of: words.words) else { return nil }
    // Outside square brackets "the end" and "the last solo" are words, "Guitar solo" is not.
    if form != .square, words.words.contains("the") { return nil }
    return SectionMark(label: label, ordinal: words.ordinal)
  }

  /// How a heading is set off from the words.
  enum Form {
    /// In square brackets of its own.
    case square
    /// In round brackets, behind `#`, before a colon.
    case marked
    /// By nothing but capitals or an empty line.
    case bare
  }
}

/// A heading taken apart: the words that name the part, and its number.
struct HeadingWords {
  private(set) var words: [String] = []
  private(set) var ordinal: Int?

  /// Reads a heading without its brackets; what follows a colon or a dash names singers.
  init(_ heading: String) {
    let dashes: Set<Unicode.Scalar> = [":", "：", "–", "—", "|"]
    var name = heading.unicodeScalars.prefix { !dashes.contains($0) }[...]
    // "Chorus - Ada": a hyphen between blanks names singers too, "Pre - Chorus" does not.
    let text = String(name)
    if let dash = text.firstRange(of: " - "),
      HeadingWords.label(of: HeadingWords.split(String(text[..<dash.lowerBound]))) != nil
    {
      name = Substring.UnicodeScalarView(text[..<dash.lowerBound].unicodeScalars)
    }
    for part in HeadingWords.split(String(name)) {
      if let number = Int(part) {
        ordinal = ordinal ?? number
      } else {
        words.append(part)
      }
    }
    if let last = words.last, words.count > 1, let number = HeadingWords.ordinals[last] {
      ordinal = ordinal ?? number
      words.removeLast()
    }
    ordinal = ordinal.flatMap { (1...999).contains($0) ? $0 : nil }
  }

  /// The label of words that name a part; nil where one of them means something else.
  static func label(of words: [String]) -> String? {
    guard !words.isEmpty, words.count <= 6 else { return nil }
    if let label = labels[words.joined(separator: "-")] ?? labels[words.joined()] { return label }
    // "guitar solo", "final chorus", "verse one": besides the part only words that tell which.
    let parts = words.enumerated().filter { labels[$0.element] != nil }
    guard let last = parts.last, words.count > 1 else { return nil }
    let known = Set(parts.map(\.offset))
    let isHeading = words.enumerated().allSatisfy {
      known.contains($0.offset) || qualifiers.contains($0.element)
    }
    guard isHeading else { return nil }
    // "chorus outro" is how the song ends, "intro verse" a verse.
    return labels[last.element]
  }

  /// The words and numbers of a text, in small letters without accents.
  ///
  /// Numbers, Latin letters and other letters that touch are words of their own: `主歌2`.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var kind: Int?
    for scalar in folded(text).unicodeScalars {
      let digit = LyricTime.digit(scalar)
      guard
        digit != nil || scalar.properties.isAlphabetic || scalar.properties.isDiacritic
          || scalar.properties.generalCategory == .nonspacingMark
      else {
        kind = nil
        continue
      }
      let piece = digit.map(String.init) ?? String(scalar)
      let here = digit != nil ? 0 : isLatin(scalar) ? 1 : 2
      if kind == here, let last = words.indices.last {
        words[last] += piece
      } else {
        words.append(piece)
      }
      kind = here
    }
    return words
  }

  /// Small letters, Latin ones without their accents, full-width ones as the usual ones.
  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        out.append(contentsOf: String(narrow).lowercased().unicodeScalars)
      } else if let plain = accents[scalar] {
        out.append(contentsOf: plain.unicodeScalars)
      } else if !(0x300...0x36F).contains(scalar.value) {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether it is a letter of the Latin script.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A,
      0xFF41...0xFF5A:
      true
    default: false
    }
  }

  /// Latin letters with accents that headings are written with.
  private static let accents: [Unicode.Scalar: String] = {
    var accents: [Unicode.Scalar: String] = [:]
    let rows = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
      ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıịỉ"), ("j", "ĵ"),
      ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏőọỏốồổỗộớờởỡợơ"), ("oe", "œ"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưụủứừửữự"),
      ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
    ]
    for (plain, letters) in rows {
      for letter in letters.unicodeScalars { accents[letter] = plain }
    }
    return accents
  }()
}
