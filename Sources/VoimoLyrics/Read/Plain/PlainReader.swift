import VoimoBase

/// Reads plain text: headings, stanzas between blank lines, repeats.
///
/// `[Chorus]`, `Chorus:`, `(Chorus)`, `## Chorus` and `CHORUS` are headings; the last four only
/// where they name a known part. A heading with nothing below it repeats the stanza of that name.
/// `x2` after a line repeats the line, on a line of its own the stanza, in a heading what is below
/// it. Chords, what lyrics pages add, and markup are taken out before.
enum PlainReader {
  /// Reads the lines of a file.
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    let cleaned = lines.flatMap { PlainLine.cleaned($0) }
    let words = ChordSheet.words(of: PageResidue.removed(from: cleaned, &notes), &notes)
    var reader = PlainReader.State()
    for line in words { reader.take(line, notes: &notes) }
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
    /// Whether nothing or an empty line comes before.
    private var isAlone = true
    /// Lines in square brackets that name no part.
    private var bracketed: [(text: String, span: SourceSpan)] = []

    mutating func take(_ line: SourceLine, notes: inout Notes) {
      let text = tidied(line.scalars)
      defer { isAlone = text.isEmpty }
      if text.isEmpty {
        // A heading keeps waiting for its lines over a blank line.
        if !lines.isEmpty { close(notes: &notes) }
      } else if let count = Repeat(alone: text) {
        guard let repeats = checked(count.times, line, &notes) else { return }
        repeatStanza(repeats, line: line, text: text, notes: &notes)
      } else if let heading = Heading(text, isAlone: isAlone) {
        close(notes: &notes)
        guard let repeats = checked(heading.repeats, line, &notes) else { return }
        mark = heading.mark.map { ($0, repeats) }
      } else {
        if Heading.isInBrackets(text) { bracketed.append((text, line.span)) }
        let (words, count) = Repeat.split(text)
        guard let repeats = checked(count, line, &notes) else { return }
        for _ in 0..<repeats { append(StanzaLine(text: words, sourceLine: line.number)) }
      }
      if total > LyricsFile.maximumLines, !isFull {
        isFull = true
        notes.error(.tooManyLines(total), at: line.span)
      }
    }

    /// Ends the last stanza, and says what stands in brackets and is sung.
    mutating func finish(notes: inout Notes) {
      close(notes: &notes)
      if let first = bracketed.first {
        let lines = LineNumbers(bracketed.map(\.span.line))
        notes.warning(.keptBrackets(lines, first.text), at: first.span)
      }
    }

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
