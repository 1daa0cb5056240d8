import VoimoBase

/// Reads plain text: headings, stanzas between blank lines, repeats.
///
/// `[Chorus]`, `Chorus:`, `(Chorus)`, `## Chorus` and `CHORUS` are headings; the last four only
/// where they name a known part. A heading with nothing below it repeats the stanza of that name.
/// `x2` after a line repeats the line, on a line of its own the stanza, in a heading what is below
/// it.
enum PlainReader {
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var reader = PlainReader.State()
    for line in lines { reader.take(line, notes: &notes) }
    reader.finish(notes: &notes)
    if reader.stanzas.allSatisfy(\.lines.isEmpty), !notes.hasErrors {
      notes.error(.noWords, at: nil)
    }
    return notes.reading(.untimed(reader.stanzas))
  }

  /// The most repeats that are written out.
  static let maximumRepeats = 32

  /// The stanzas so far, and the one that is being read.
  struct State {
    private(set) var stanzas: [Stanza] = []
    private var mark: (mark: SectionMark, repeats: Int)?
    private var lines: [StanzaLine] = []
    /// The lines below the first heading with this label and number, or with this label at all.
    private var linesByMark: [SectionMark: [StanzaLine]] = [:]
    private var linesByLabel: [String: [StanzaLine]] = [:]
    private var total = 0
    private var isFull = false

    mutating func take(_ line: SourceLine, notes: inout Notes) {
      let text = tidied(line.scalars)
      if text.isEmpty {
        // A heading keeps waiting for its lines over a blank line.
        if !lines.isEmpty { close(notes: &notes) }
      } else if let count = Repeat(alone: text) {
        guard let repeats = checked(count.times, line, &notes) else { return }
        repeatStanza(repeats, line: line, text: text, notes: &notes)
      } else if let heading = Heading(text) {
        close(notes: &notes)
        guard let repeats = checked(heading.repeats, line, &notes) else { return }
        mark = (heading.mark, repeats)
      } else {
        let (words, count) = Repeat.split(text)
        guard let repeats = checked(count, line, &notes) else { return }
        for _ in 0..<repeats { append(StanzaLine(text: words, sourceLine: line.number)) }
      }
      if total > LyricsFile.maximumLines, !isFull {
        isFull = true
        notes.error(.tooManyLines(total), at: line.span)
      }
    }

    mutating func finish(notes: inout Notes) { close(notes: &notes) }

    private mutating func append(_ line: StanzaLine) {
      total += 1
      if total <= LyricsFile.maximumLines { lines.append(line) }
    }

    /// Ends the stanza that is being read, or repeats an older one for a heading without lines.
    private mutating func close(notes: inout Notes) {
      defer { (mark, lines) = (nil, []) }
      guard let (mark, repeats) = mark else {
        if !lines.isEmpty { stanzas.append(Stanza(lines: lines)) }
        return
      }
      var below = lines
      if below.isEmpty {
        // "[Chorus]" after "[Chorus 1]" is that chorus; "[Verse 2]" after "[Verse 1]" is new.
        below = linesByMark[mark] ?? (mark.ordinal == nil ? linesByLabel[mark.label] : nil) ?? []
      } else {
        linesByMark[mark] = linesByMark[mark] ?? below
        linesByLabel[mark.label] = linesByLabel[mark.label] ?? below
      }
      total += below.count * repeats - lines.count
      guard total <= LyricsFile.maximumLines else { return }
      for _ in 0..<(below.isEmpty ? 1 : repeats) {
        stanzas.append(Stanza(mark: mark, lines: below))
      }
    }

    /// Repeats the stanza that is being read, or the last one.
    private mutating func repeatStanza(
      _ times: Int, line: SourceLine, text: String, notes: inout Notes
    ) {
      if !lines.isEmpty || mark != nil {
        mark = mark.map { ($0.mark, $0.repeats * times) }
        guard mark == nil else { return }
        let copy = lines
        for _ in 1..<max(1, times) {
          close(notes: &notes)
          for one in copy { append(one) }
        }
      } else if let last = stanzas.last, !last.lines.isEmpty {
        for _ in 1..<max(1, times) where total + last.lines.count <= LyricsFile.maximumLines {
          total += last.lines.count
          stanzas.append(last)
        }
      } else {
        notes.warning(.nothingToRepeat(text), at: line.span)
      }
    }

    private func checked(_ count: Int?, _ line: SourceLine, _ notes: inout Notes) -> Int? {
      guard let count else { return 1 }
      guard (1...PlainReader.maximumRepeats).contains(count) else {
        notes.error(.badRepeat(String(count)), at: line.span)
        return nil
      }
      return count
    }
  }
}

/// A line that names a part of the song.
struct Heading {
  var mark: SectionMark
  var repeats: Int?

  /// Reads a tidied line; nil when it is a line of words.
  init?(_ text: String) {
    let inner: Substring
    let mustBeKnown: Bool
    if text.hasPrefix("[") {
      guard let close = text.firstIndex(of: "]") else { return nil }
      // "[Chorus] x2" has its repeats outside; other words outside make it a line of words.
      let after = text[text.index(after: close)...].drop { $0 == " " || $0 == ":" }
      let outside = Repeat(alone: String(after))
      guard after.isEmpty || outside != nil else { return nil }
      inner = text[text.index(after: text.startIndex)..<close]
      mustBeKnown = false
      repeats = outside?.times
    } else if text.hasPrefix("#") {
      inner = text.drop { $0 == "#" || $0 == " " }
      mustBeKnown = true
    } else if text.hasPrefix("(") || text.hasPrefix("*") || text.hasPrefix("{") {
      let ends: Set<Character> = ["(", ")", "*", "{", "}", ":"]
      guard let last = text.last, ends.contains(last) else { return nil }
      var middle = text[...]
      while let first = middle.first, ends.contains(first) { middle.removeFirst() }
      while let last = middle.last, ends.contains(last) { middle.removeLast() }
      inner = middle
      mustBeKnown = true
    } else if text.hasSuffix(":") {
      inner = text.dropLast()
      mustBeKnown = true
    } else if text.uppercased() == text, text.lowercased() != text {
      inner = text[...]
      mustBeKnown = true
    } else {
      return nil
    }
    let (name, count) = Repeat.split(String(inner))
    repeats = count ?? repeats
    guard let mark = SectionMark(heading: name) else { return nil }
    if mustBeKnown {
      let words = name.lowercased().split { !$0.isLetter }.joined(separator: "-")
      guard SectionMark.labels[words] != nil else { return nil }
    }
    self.mark = mark
  }
}

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
