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

/// Reads lyrics files: LRC (also word-level), SRT, VTT, ASS or SSA, and plain text.
///
/// Pure: bytes in, values out; does not look at the disk. Never traps, whatever the bytes are.
package enum LyricsFile {
  /// The largest file that is read, in bytes.
  package static let maximumBytes = 1 << 20
  /// The most lines a file may have, and the most lines its repeats may grow to.
  package static let maximumLines = 10_000

  /// A kind of lyrics file.
  package enum Format: String, Sendable, CaseIterable {
    case lrc, srt, vtt, ass, text
  }

  /// Reads a file's bytes; `name` is shown in messages, and its extension settles doubtful
  /// contents.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func parse(bytes: [UInt8], name: String) -> LyricsReading {
    var notes = Notes(file: name)
    guard let text = decode(bytes, notes: &notes) else { return notes.reading(nil) }
    return parse(text, name: name, notes: notes)
  }

  /// Reads a text that was decoded before.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package static func parse(_ source: SourceText) -> LyricsReading {
    parse(bytes: Array(source.text.utf8), name: source.name)
  }

  private static func parse(_ text: String, name: String, notes: Notes) -> LyricsReading {
    var notes = notes
    let lines = SourceLine.split(text)
    guard lines.count <= maximumLines else {
      notes.error(.tooManyLines(lines.count), at: nil)
      return notes.reading(nil)
    }
    guard lines.contains(where: { !$0.isBlank }) else {
      notes.error(.noWords, at: nil)
      return notes.reading(nil)
    }
    switch format(of: lines, name: name) {
    case .lrc:
      return LRCReader.read(lines, notes: &notes)
    case .srt:
      return CueReader.read(lines, format: .srt, notes: &notes)
    case .vtt:
      return CueReader.read(lines, format: .vtt, notes: &notes)
    case .text:
      return PlainReader.read(lines, notes: &notes)
    case .ass:
      return ASSReader.read(lines, notes: &notes)
    }
  }

  /// Tells a file's format: what it looks like first, then what its name says.
  static func format(of lines: [SourceLine], name: String) -> Format {
    if let first = lines.first(where: { !$0.isBlank }) {
      if first.text.hasPrefix("WEBVTT") { return .vtt }
    }
    let fileExtension = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    for line in lines.prefix(500) {
      if ASSReader.beginsScript(line) { return .ass }
      if LRCReader.beginsWithStamp(line) { return .lrc }
      if CueReader.isTiming(line) { return fileExtension == "vtt" ? .vtt : .srt }
    }
    switch fileExtension {
    case "srt": return .srt
    case "vtt": return .vtt
    case "ass", "ssa": return .ass
    default: return .text
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
