import VoimoBase

extension LyricsFile {
  /// A kind of lyrics file, told by its lines; TTML and JSON are told by the whole text.
  enum Format: Equatable {
    case lrc, srt, vtt, sbv, ass, text
    case ultraStar
    /// YRC, QRC and KRC.
    case syllables
    /// MicroDVD, MPL2 and labels.
    case counted(CountedLineReader.Kind)
    /// A format that is not read, and what to do.
    case foreign(Diagnostic.Message)
  }

  /// Tells a file's format: what it looks like first, then what its name says.
  static func format(of lines: [SourceLine], name: String) -> Format {
    if let first = lines.first(where: { !$0.isBlank }) {
      if first.text.hasPrefix("WEBVTT") { return .vtt }
      if first.scalars.contains("<"), let message = ForeignFormat.message(lines, name: name) {
        return .foreign(message)
      }
    }
    if UltraStarReader.begins(lines) { return .ultraStar }
    let fileExtension = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    for line in lines.prefix(500) {
      if ASSReader.beginsScript(line) { return .ass }
      if LRCReader.beginsWithStamp(line) { return .lrc }
      if SyllableLineReader.begins(line) { return .syllables }
      if let timing = CueTiming(line) {
        if fileExtension == "vtt" { return .vtt }
        return timing.isSBV ? .sbv : .srt
      }
    }
    if let kind = CountedLineReader.kind(of: lines) { return .counted(kind) }
    if fileExtension == "lrc", LRCReader.isLRC(lines) { return .lrc }
    if let message = ForeignFormat.message(lines, name: name) { return .foreign(message) }
    switch fileExtension {
    case "srt": return .srt
    case "vtt": return .vtt
    case "sbv": return .sbv
    case "ass", "ssa": return .ass
    default: return .text
    }
  }
}

/// Two versions of a file's lines that git could not join.
struct MergeConflict {
  private(set) var first: Int
  private(set) var last: Int
  private(set) var span: SourceSpan

  /// Finds the first conflict and where the last one ends; nil without one.
  init?(_ lines: [SourceLine]) {
    func marks(_ sign: Unicode.Scalar) -> [SourceLine] {
      lines.filter { line in
        line.scalars.prefix(7).count == 7 && line.scalars.prefix(7).allSatisfy { $0 == sign }
          && (line.scalars.count == 7 || line.scalars[7] == " ")
      }
    }
    let (begins, middles, ends) = (marks("<"), marks("="), marks(">"))
    guard let begin = begins.first ?? ends.first,
      !begins.isEmpty && !ends.isEmpty || !middles.isEmpty
    else { return nil }
    let all = (begins + middles + ends).map(\.number)
    (first, last, span) = (all.min() ?? begin.number, all.max() ?? begin.number, begin.span)
  }
}
