import VoimoBase

/// Reads formats with one line of words to a line of text and plain numbers for times: MicroDVD
/// (`{25}{75}words`, frames), MPL2 (`[10][30]words`, tenths), Audacity's labels (seconds, tabs).
enum CountedLineReader {
  /// Which of the formats it is.
  enum Kind { case microDVD, mpl2, labels }

  /// The format of lines; nil where most of them are none of these.
  static func kind(of lines: [SourceLine]) -> Kind? {
    let sample = lines.filter { !$0.isBlank }.prefix(40)
    for kind in [Kind.microDVD, .mpl2, .labels] {
      let count = sample.count { Row($0, kind) != nil || isFrequencies($0, kind) }
      if count > 0, count * 4 >= sample.count * 3 { return kind }
    }
    return nil
  }

  /// Reads the lines of a file.
  static func read(_ lines: [SourceLine], _ kind: Kind, notes: inout Notes) -> LyricsReading {
    var unit = kind == .mpl2 ? 0.1 : 1
    var found: [SungLine] = []
    var rows: [(row: Row, line: SourceLine)] = []
    for line in lines where !line.isBlank {
      if let row = Row(line, kind) {
        rows.append((row, line))
      } else if !isFrequencies(line, kind) {
        notes.warning(.noTime, at: line.span)
      }
    }
    if kind == .microDVD {
      // A first cue of one frame with a number for its words says how many frames a second has.
      let usual = 24000.0 / 1001
      if let first = rows.first, first.row.end.map({ $0 <= 1 }) ?? false,
        let rate = Double(first.row.text.replacing(",", with: ".")), rate >= 1, rate <= 240
      {
        unit = 1 / rate
        rows.removeFirst()
      } else {
        unit = 1 / usual
        notes.warning(.noFrameRate("23.976"), at: lines.first?.span)
      }
    }
    for (index, (row, line)) in rows.enumerated() where !row.text.isEmpty {
      func time(_ count: Double) -> Seconds { Seconds((count * unit * 1000).rounded() / 1000) }
      let next = index + 1 < rows.count ? time(rows[index + 1].row.start) : nil
      let start = time(row.start)
      let longest = start + LRCReader.longest(row.text)
      var end = row.end.map(time) ?? min(longest, max(start, next ?? longest))
      if end < start {
        notes.warning(.endsBeforeStart(start, end), at: line.span)
        end = longest
      } else if end == start, kind == .labels {
        // A label at a point lasts until the next one.
        end = min(longest, max(start, next ?? longest))
      }
      found.append(
        SungLine(line: LyricLine(text: row.text, start: start, end: end), span: line.span))
    }
    if found.isEmpty { notes.error(.noWords, at: nil) }
    let lyrics = notes.settled(found)
    return notes.reading(.timed(lyrics))
  }

  /// Audacity's second line of a label, `\	200	400`.
  private static func isFrequencies(_ line: SourceLine, _ kind: Kind) -> Bool {
    kind == .labels && line.scalars.first == "\\"
  }

  /// One line with its numbers.
  private struct Row {
    var start: Double
    /// Nil where the file has none.
    var end: Double?
    var text: String

    init?(_ line: SourceLine, _ kind: Kind) {
      let scalars = line.scalars
      let rest: ArraySlice<Unicode.Scalar>
      switch kind {
      case .microDVD, .mpl2:
        let (open, close): (Unicode.Scalar, Unicode.Scalar) =
          kind == .mpl2 ? ("[", "]") : ("{", "}")
        guard let first = Self.count(scalars[...], open, close),
          let second = Self.count(scalars[first.end...], open, close), let from = first.number
        else { return nil }
        (start, end) = (from, second.number)
        rest = scalars[second.end...]
      case .labels:
        let fields = scalars.split(
          separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let from = Self.seconds(fields[0]),
          let to = Self.seconds(fields[1])
        else { return nil }
        (start, end) = (from, to)
        rest = fields[2]
      }
      text = Self.words(rest, kind)
    }

    private static func count(
      _ scalars: ArraySlice<Unicode.Scalar>, _ open: Unicode.Scalar, _ close: Unicode.Scalar
    ) -> (number: Double?, end: Int)? {
      guard scalars.first == open, let end = scalars.prefix(12).firstIndex(of: close) else {
        return nil
      }
      let inner = scalars[(scalars.startIndex + 1)..<end]
      if inner.isEmpty { return (nil, end + 1) }
      guard let number = Int(String(String.UnicodeScalarView(inner))) else { return nil }
      return (Double(number), end + 1)
    }

    private static func seconds(_ scalars: ArraySlice<Unicode.Scalar>) -> Double? {
      let text = tidied(scalars).replacing(",", with: ".")
      return Double(text).flatMap { abs($0) < 360_000 ? $0 : nil }
    }

    /// The words without line breaks, `{y:i}` and slashes for slanted lines.
    private static func words(_ scalars: ArraySlice<Unicode.Scalar>, _ kind: Kind) -> String {
      guard kind != .labels else { return tidied(HTMLEntities.decoded(Array(scalars))) }
      var plain: [Unicode.Scalar] = []
      for var part in scalars.split(separator: "|") {
        if part.first == "/" { part = part.dropFirst() }
        while part.first == "{", let close = part.prefix(40).firstIndex(of: "}") {
          part = part[(close + 1)...]
        }
        plain += part + [" "]
      }
      return CueText.withoutNotes(tidied(HTMLEntities.decoded(plain)))
    }
  }
}
