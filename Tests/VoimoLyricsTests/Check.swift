import Testing
import VoimoBase
import VoimoLyrics

/// What a file's bytes were read as, one line a row: `start–end [section] text` with words as
/// `start-end:word`, or `[mark]` and `number text` for words without times.
func rows(of document: LyricsDocument?) -> [String] {
  switch document {
  case .timed(let lyrics):
    return lyrics.lines.map { line in
      let words = line.words.map { "\($0.start)-\($0.end):\($0.text)" }
      return
        (["\(line.start)–\(line.end)", line.section.map { "[\($0)]" }, line.text]
        .compactMap { $0 } + words).joined(separator: " ")
    }
  case .untimed(let stanzas):
    return stanzas.flatMap { stanza in
      let mark = stanza.mark.map { $0.label + ($0.ordinal.map { " \($0)" } ?? "") }
      return ["[\(mark ?? "")]"] + stanza.lines.map { "\($0.sourceLine) \($0.text)" }
    }
  case nil:
    return []
  }
}

/// Reads a text and compares its lines and notes, `warning 2:1+4 lyrics-no-time`.
func expectLines(
  _ name: String, _ text: String, _ expected: [String], notes: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectLines(
    name, bytes: Array(text.utf8), expected, notes: notes, sourceLocation: sourceLocation)
}

/// Reads bytes and compares their lines and notes.
func expectLines(
  _ name: String, bytes: [UInt8], encoding: TextEncoding? = nil, _ expected: [String],
  notes: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) {
  let reading = LyricsFile.parse(bytes: bytes, name: name, encoding: encoding)
  #expect(rows(of: reading.document) == expected, sourceLocation: sourceLocation)
  let said = reading.diagnostics.map { diagnostic in
    let place = diagnostic.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
    return "\(diagnostic.severity.rawValue) \(place)\(diagnostic.message.id)"
  }
  #expect(said == notes, sourceLocation: sourceLocation)
  #expect(
    (reading.document == nil) == reading.diagnostics.contains { $0.severity == .error },
    sourceLocation: sourceLocation)
}

/// What was said about a text, sentence by sentence.
func sentences(_ name: String, _ text: String) -> [String] {
  LyricsFile.parse(SourceText(name: name, text: text)).diagnostics.map(\.message.text)
}
