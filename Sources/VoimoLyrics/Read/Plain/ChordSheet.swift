import VoimoBase

/// Words with chords, of which only the words are sung.
///
/// Chords stand in rows over the words or in brackets among them; there may be ChordPro's
/// directives, and tablature.
enum ChordSheet {
  /// The lines with words, as headings where the sheet names parts; lines that are no chord sheet
  /// as they are.
  static func words(of lines: [SourceLine], _ notes: inout Notes) -> [SourceLine] {
    let directives = lines.map { Directive($0) }
    let isChordPro = directives.contains { $0 != nil }
    let isSheet = isChordPro || lines.contains { isSureRow($0) || inline($0).isSure }
    let hasTablature = lines.contains { isTablature($0) }
    guard isSheet || hasTablature else { return lines }
    var out: [SourceLine] = []
    var left: [(text: String, span: SourceSpan)] = []
    var isSkipping = false
    for (line, directive) in zip(lines, directives) {
      func leave() { left.append((tidied(line.scalars), line.span)) }
      if let directive {
        switch directive.effect(&notes) {
        case .nothing: break
        case .skipsBlock: isSkipping = true
        case .endsBlock:
          isSkipping = false
          out.append(SourceLine(number: line.number, scalars: []))
        case .heading(let text):
          out.append(
            SourceLine(number: line.number, scalars: Array("[\(text)]".unicodeScalars)))
        }
      } else if isSkipping || isChordPro && line.scalars.first == "#" {
        continue
      } else if isTablature(line) || isSheet && (isRow(line) || isSetting(line)) {
        leave()
      } else if isSheet {
        let (scalars, chords, _) = inline(line)
        if chords > 0 { leave() }
        let isOnlyChords = chords > 0 && !scalars.contains { !$0.isBlank }
        if !isOnlyChords { out.append(SourceLine(number: line.number, scalars: scalars)) }
      } else {
        out.append(line)
      }
    }
    if let first = left.first {
      notes.warning(
        .chordsLeftOut(LineNumbers(left.map(\.span.line)), first.text), at: first.span)
    }
    return out
  }

  /// Whether a line is chords and signs for beats, whatever the other lines are.
  private static func isSureRow(_ line: SourceLine) -> Bool {
    let row = row(line)
    guard row.chords > 0 else { return false }
    let isSpread = row.chords > 1 && hasGap(line)
    return row.named > 0 || row.hasBars || isSpread
  }

  /// Whether a line of a chord sheet is chords.
  private static func isRow(_ line: SourceLine) -> Bool { row(line).chords > 0 }

  private static func row(_ line: SourceLine) -> (chords: Int, named: Int, hasBars: Bool) {
    var (chords, named) = (0, 0)
    var hasBars = false
    for word in line.scalars.split(whereSeparator: { $0.isBlank || $0 == "|" }) {
      let bare = trimmed(word)
      if let chord = Chord(bare) {
        chords += 1
        if !chord.isBare { named += 1 }
      } else if !isSign(word) {
        return (0, 0, false)
      }
    }
    hasBars = line.scalars.contains("|")
    return (chords, named, hasBars)
  }

  /// Brackets and commas around a chord.
  private static func trimmed(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var word = word
    let around: Set<Unicode.Scalar> = ["(", "[", ",", "*", "…", ";"]
    while let first = word.first, around.contains(first) { word = word.dropFirst() }
    let isOpen = word.contains("(")
    while let last = word.last, ["]", ",", "*", "…", ";"].contains(last) || last == ")" && !isOpen {
      word = word.dropLast()
    }
    return word
  }

  /// Signs for beats and repeats between chords.
  private static func isSign(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let signs: Set<Unicode.Scalar> = ["|", ":", "%", "/", "-", ".", "~", "x", "X", "×", "(", ")"]
    return word.allSatisfy { signs.contains($0) || LyricTime.digit($0) != nil }
  }

  private static func hasGap(_ line: SourceLine) -> Bool {
    let inner = line.scalars.drop { $0.isBlank }
    return zip(inner, inner.dropFirst()).contains { $0.isBlank && $1.isBlank }
      || inner.contains("\t")
  }

  /// A line without its chords in brackets, how many it had, and whether they can be nothing else.
  private static func inline(
    _ line: SourceLine
  ) -> (scalars: [Unicode.Scalar], chords: Int, isSure: Bool) {
    let scalars = line.scalars
    guard scalars.contains("[") else { return (scalars, 0, false) }
    var out: [Unicode.Scalar] = []
    var (chords, named) = (0, 0)
    var touches = false
    var index = 0
    while index < scalars.count {
      if scalars[index] == "[", let close = scalars[index...].prefix(16).firstIndex(of: "]"),
        let chord = Chord(scalars[(index + 1)..<close])
      {
        chords += 1
        if !chord.isBare { named += 1 }
        let after = close + 1 < scalars.count ? scalars[close + 1] : " "
        if after.properties.isAlphabetic || out.last?.properties.isAlphabetic == true {
          touches = true
        }
        index = close + 1
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return (out, chords, named > 0 || chords > 0 && touches || chords > 1)
  }

  /// Whether a line is a string of tablature: `e|--0--2-|`.
  private static func isTablature(_ line: SourceLine) -> Bool {
    let dashes = line.scalars.count { $0 == "-" }
    guard dashes >= 6 else { return false }
    let marks: Set<Unicode.Scalar> = [
      "-", "|", "h", "p", "b", "r", "x", "X", "/", "\\", "~", "(", ")", ":", "*", "^", "s", "t",
    ]
    let visible = line.scalars.filter { !$0.isBlank }
    let tablature = visible.count { marks.contains($0) || LyricTime.digit($0) != nil }
    let hasContent = visible.contains("|") || visible.contains { LyricTime.digit($0) != nil }
    return hasContent && visible.count - tablature <= 2
  }

  /// Whether a line says how to play: `Capo 2`, `Tuning: EADGBE`, `Key: Am`.
  private static func isSetting(_ line: SourceLine) -> Bool {
    let text = tidied(line.scalars).lowercased()
    for name in ["capo", "tuning", "key", "tempo", "bpm", "time signature", "strumming", "chords"] {
      guard text.hasPrefix(name) else { continue }
      let rest = text.dropFirst(name.count).drop { $0 == " " }
      if rest.first == ":" || rest.first == "=" { return true }
      if name == "capo", rest.first?.isNumber == true || rest.hasPrefix("on") { return true }
    }
    return false
  }
}

/// A line of ChordPro in braces: `{title: River}`, `{soc}`.
private struct Directive {
  private let name: String
  private let value: String

  enum Effect {
    case nothing
    case heading(String)
    /// What follows is no words, to the directive that ends it.
    case skipsBlock
    case endsBlock
  }

  init?(_ line: SourceLine) {
    let text = tidied(line.scalars)
    guard text.first == "{", text.last == "}" else { return nil }
    let inner = text.dropFirst().dropLast()
    let colon = inner.firstIndex(of: ":") ?? inner.endIndex
    let name = tidied(inner[..<colon].unicodeScalars).lowercased()
    let head = name.split(separator: " ").first.map(String.init) ?? ""
    guard Self.isKnown(head), head.count == name.count || head.hasPrefix("start_of_") else {
      return nil
    }
    self.name = head
    let rest = colon < inner.endIndex ? inner[inner.index(after: colon)...] : inner[colon...]
    var value = tidied(rest.unicodeScalars)
    // Newer files write {start_of_verse: label="Verse 1"}.
    if let label = value.firstRange(of: "label=\"") {
      value = String(value[label.upperBound...].prefix { $0 != "\"" })
    }
    self.value = value
  }

  func effect(_ notes: inout Notes) -> Effect {
    switch name {
    case "title", "t":
      if !value.isEmpty { notes.metadata["title"] = value }
      return .nothing
    case "artist", "subtitle", "st":
      if !value.isEmpty { notes.metadata["artist"] = value }
      return .nothing
    case "album":
      if !value.isEmpty { notes.metadata["album"] = value }
      return .nothing
    case "soc", "chorus": return .heading(Self.known(value) ?? "Chorus")
    case "sov": return .heading(Self.known(value) ?? "Verse")
    case "sob": return .heading(Self.known(value) ?? "Bridge")
    case "c", "comment", "ci", "cb", "comment_italic", "comment_box", "highlight":
      return Self.known(value).map { .heading($0) } ?? .nothing
    case "sot", "sog": return .skipsBlock
    case _ where name.hasPrefix("start_of_"):
      let part = String(name.dropFirst("start_of_".count))
      if ["tab", "grid", "abc", "ly", "svg", "textblock"].contains(part) { return .skipsBlock }
      return (Self.known(value) ?? Self.known(part)).map { .heading($0) } ?? .nothing
    case _ where name.hasPrefix("end_of_"), "eoc", "eov", "eob", "eot", "eog": return .endsBlock
    default: return .nothing
    }
  }

  private static func known(_ text: String) -> String? {
    PartHeading.known(text) == nil ? nil : text
  }

  private static func isKnown(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("start_of_") || name.hasPrefix("end_of_")
      || name.hasPrefix("x_")
  }

  private static let names: Set<String> = [
    "title", "t", "sorttitle", "subtitle", "st", "artist", "composer", "lyricist", "copyright",
    "album", "year", "key", "time", "tempo", "duration", "capo", "meta", "arranger", "transpose",
    "new_song", "ns", "new_page", "np", "new_physical_page", "npp", "column_break", "colb",
    "columns", "col", "grid", "g", "no_grid", "ng", "titles", "define", "chord", "diagrams",
    "soc", "eoc", "sov", "eov", "sob", "eob", "sot", "eot", "sog", "eog", "chorus", "c", "comment",
    "ci", "cb", "comment_italic", "comment_box", "highlight", "textfont", "textsize", "chordfont",
    "chordsize", "chordcolour", "textcolour", "image", "pagetype", "ccli",
  ]
}
