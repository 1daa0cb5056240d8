package import VoimoBase

/// What reading a lyrics file gave.
package struct LyricsReading: Sendable {
  /// What it holds; nil exactly when a diagnostic is an error.
  package var document: LyricsDocument?
  /// What the file says about the song: `title`, `artist`, `album`, `language`, `by`, … as written.
  package var metadata: [String: String]
  /// Everything wrong or doubtful, in the file's order.
  package var diagnostics: [Diagnostic]
}

/// Reads lyrics files: LRC (also word-level), SRT, VTT, ASS or SSA, TTML, JSON of the usual
/// services, plain text, and what else people have.
///
/// Pure: bytes in, values out; does not look at the disk. Never traps, whatever the bytes are.
package enum LyricsFile {
  /// The largest file that is read, in bytes.
  package static let maximumBytes = 1 << 20
  /// The most lines a file may have, and the most lines its repeats may grow to.
  package static let maximumLines = 10_000

  /// Endings of names that say that a file has times, with their dots.
  package static let timedExtensions = [".lrc", ".srt", ".vtt", ".ass", ".ssa"]

  /// Whether a file's name says that it has times; without them it is an error.
  package static func isTimed(name: String) -> Bool {
    timedExtensions.contains { name.lowercased().hasSuffix($0) }
  }

  /// Reads a file's bytes, in an encoding or in the one that is found out.
  ///
  /// `name` is shown in messages, and its extension settles doubtful contents.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func parse(
    bytes: [UInt8], name: String, encoding: TextEncoding? = nil
  ) -> LyricsReading {
    var notes = Notes(file: name)
    guard let text = decode(bytes, encoding: encoding, notes: &notes) else {
      return notes.reading(nil)
    }
    let reading = parse(text, name: name, notes: notes)
    if case .untimed? = reading.document, isTimed(name: name) {
      notes.error(.noTimesAtAll(name), at: nil)
      return notes.reading(nil)
    }
    return reading
  }

  /// Reads a text that was decoded before.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package static func parse(_ source: SourceText) -> LyricsReading {
    parse(bytes: Array(source.text.utf8), name: source.name)
  }

  private static func parse(_ text: String, name: String, notes: Notes) -> LyricsReading {
    var notes = notes
    if let content = JSONLyrics.read(text, notes: &notes) {
      switch content {
      case .text(let inner):
        // Lines of the inner text are not lines of the file.
        return parse(lines: SourceLine.split(inner), text: inner, name: "lyrics", notes: notes)
      case .lines(let lines):
        let place = SourceSpan(line: 1, column: 1, length: 0)
        let sung = lines.map { SungLine(line: $0, span: place) }
        let lyrics = notes.settled(sung)
        return notes.reading(.timed(lyrics))
      case .nothing:
        notes.error(.noWords, at: nil)
        return notes.reading(nil)
      }
    }
    return parse(lines: SourceLine.split(text), text: text, name: name, notes: notes)
  }

  private static func parse(
    lines: [SourceLine], text: String, name: String, notes: Notes
  ) -> LyricsReading {
    var notes = notes
    guard lines.count <= maximumLines else {
      notes.error(.tooManyLines(lines.count), at: nil)
      return notes.reading(nil)
    }
    guard lines.contains(where: { !$0.isBlank }) else {
      notes.error(.noWords, at: nil)
      return notes.reading(nil)
    }
    if let conflict = MergeConflict(lines) {
      notes.error(.conflict(from: conflict.first, to: conflict.last), at: conflict.span)
      return notes.reading(nil)
    }
    let scalars = Array(text.unicodeScalars)
    if TTMLReader.begins(scalars) { return TTMLReader.read(scalars, notes: &notes) }
    switch format(of: lines, name: name) {
    case .lrc: return LRCReader.read(lines, notes: &notes)
    case .srt: return CueReader.read(lines, format: .srt, notes: &notes)
    case .vtt: return CueReader.read(lines, format: .vtt, notes: &notes)
    case .sbv: return CueReader.read(lines, format: .sbv, notes: &notes)
    case .ass: return ASSReader.read(lines, notes: &notes)
    case .ultraStar: return UltraStarReader.read(lines, notes: &notes)
    case .syllables: return SyllableLineReader.read(lines, notes: &notes)
    case .counted(let kind): return CountedLineReader.read(lines, kind, notes: &notes)
    case .foreign(let message):
      notes.error(message, at: nil)
      return notes.reading(nil)
    case .text: return PlainReader.read(lines, notes: &notes)
    }
  }
}

/// The diagnostics of one file while it is read.
struct Notes {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var hasErrors = false
  var metadata: [String: String] = [:]
  private var omitted = 0

  /// More than this tells nobody more.
  private static let limit = 50

  init(file: String) { self.file = file }

  mutating func error(_ message: Diagnostic.Message, at span: SourceSpan?) {
    hasErrors = true
    add(Diagnostic(.error, message, file: file, span: span))
  }

  mutating func warning(_ message: Diagnostic.Message, at span: SourceSpan?) {
    add(Diagnostic(.warning, message, file: file, span: span))
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.limit {
      diagnostics.append(diagnostic)
    } else {
      omitted += 1
    }
  }

  /// What was read, or nothing where there was an error.
  func reading(_ document: LyricsDocument?) -> LyricsReading {
    var all = diagnostics
    if omitted > 0 {
      all.append(
        Diagnostic(
          hasErrors ? .error : .warning, .moreProblems(omitted), file: file, span: nil))
    }
    return LyricsReading(
      document: hasErrors ? nil : document, metadata: metadata, diagnostics: all)
  }
}
