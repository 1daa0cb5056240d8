import VoimoBase

/// Reads SRT and VTT: cues with a start, an end and text.
///
/// Tolerant: hours may be missing, `.` and `,` are the same, blank lines between cues may be
/// missing, cues may overlap and come in any order. Styling is dropped; VTT's word times are kept.
enum CueReader {
  static func read(
    _ lines: [SourceLine], format: LyricsFile.Format, notes: inout Notes
  ) -> LyricsReading {
    var found: [LyricLine] = []
    var hasEnd: [Bool] = []
    var section: String?
    var descriptions = SoundDescriptions()
    var index = format == .vtt ? afterHeader(lines) : 0
    var isAfterCue = false
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        isAfterCue = false
        index += 1
      } else if let timing = Timing(line) {
        let (cue, next) = body(lines, from: index + 1)
        index = next
        isAfterCue = true
        let text = CueText(cue, format: format, notes: &notes)
        guard let range = timing.range(text: text.text, line: line, notes: &notes),
          !text.text.isEmpty
        else { continue }
        if let heading = CueText.description(of: text.text) {
          if let mark = heading.mark {
            section = mark.label
          } else {
            descriptions.add(text.text, at: line.span)
          }
          continue
        }
        hasEnd.append(timing.end != nil)
        found.append(
          LyricLine(
            text: CueText.withoutJoiners(text.text), start: range.lowerBound, end: range.upperBound,
            words: text.timedWords(in: range), section: section))
      } else if format == .vtt, line.text.hasPrefix("NOTE") || isBlock(line) {
        index = lines[index...].firstIndex(where: \.isBlank) ?? lines.count
      } else if line.text.unicodeScalars.contains("-"), line.text.contains("-->") {
        notes.error(.badTiming, at: line.span)
        index = body(lines, from: index + 1).next
      } else {
        // A number or name before a cue's time, else text that belongs nowhere.
        let isName = index + 1 < lines.count && lines[index + 1].text.contains("-->")
        if !isName, !isAfterCue { notes.warning(.textOutsideCue, at: line.span) }
        index += 1
      }
    }
    descriptions.note(&notes)
    if found.isEmpty, !notes.hasErrors {
      notes.error(.noCues(format == .vtt ? "VTT" : "SRT"), at: nil)
    }
    return notes.reading(.timed(Lyrics(lines: ended(found, hasEnd))))
  }

  /// Ends cues that have no end where the next one starts, if that is sooner than they may last.
  private static func ended(_ lines: [LyricLine], _ hasEnd: [Bool]) -> [LyricLine] {
    guard hasEnd.contains(false) else { return lines }
    let starts = lines.map(\.start).sorted()
    return zip(lines, hasEnd).map { line, hasEnd in
      guard !hasEnd else { return line }
      // The first start after this one, by halving.
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= line.start { low = middle + 1 } else { high = middle }
      }
      var line = line
      if low < starts.count, starts[low] < line.end {
        line.end = starts[low]
        line.words = []
      }
      return line
    }
  }

  /// Whether a line holds a cue's times.
  static func isTiming(_ line: SourceLine) -> Bool { Timing(line) != nil }

  /// The header of a VTT file reaches to the first blank line, or to the first cue without one.
  private static func afterHeader(_ lines: [SourceLine]) -> Int {
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      lines[first].text.hasPrefix("WEBVTT")
    else { return 0 }
    return lines[(first + 1)...].firstIndex { $0.isBlank || isTiming($0) } ?? lines.count
  }

  private static func isBlock(_ line: SourceLine) -> Bool {
    let text = tidied(line.scalars)
    return text == "STYLE" || text == "REGION"
  }

  /// The lines of a cue: up to a blank line, or up to the next cue where the blank line is missing.
  private static func body(_ lines: [SourceLine], from start: Int) -> (
    text: ArraySlice<SourceLine>, next: Int
  ) {
    var end = start
    while end < lines.count, !lines[end].isBlank, !isTiming(lines[end]) {
      let isNumber = lines[end].scalars.allSatisfy {
        ("0"..."9").contains($0) || $0.isBlank
      }
      if isNumber, end + 1 < lines.count, isTiming(lines[end + 1]) { break }
      end += 1
    }
    return (lines[start..<end], end)
  }
}

/// The times of one cue.
private struct Timing {
  var start: TimeText.Reading
  /// Nil where the cue has none.
  var end: TimeText.Reading?
  var startRange: Range<Int>
  var endRange: Range<Int>

  /// Reads `00:01:02,500 --> 00:01:05,000 align:start`, also without the end; nil when the line has
  /// not that shape.
  init?(_ line: SourceLine) {
    let scalars = line.scalars
    guard let first = scalars.firstIndex(of: "-"), first > 0 else { return nil }
    var arrow = first
    while arrow < scalars.count, scalars[arrow] == "-" { arrow += 1 }
    guard arrow - first >= 1, arrow < scalars.count, scalars[arrow] == ">" else { return nil }
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      let inner = scalars[range]
      let start = inner.firstIndex { !$0.isBlank } ?? range.upperBound
      let length = scalars[start..<range.upperBound].prefix { !$0.isBlank }.count
      return start..<(start + length)
    }
    startRange = trimmed(0..<first)
    endRange = trimmed((arrow + 1)..<scalars.count)
    guard scalars[startRange.upperBound..<first].allSatisfy({ $0.isBlank }) else {
      return nil
    }
    start = TimeText.read(scalars[startRange])
    let isOpen = endRange.isEmpty && arrow - first >= 2
    end = isOpen ? nil : TimeText.read(scalars[endRange])
    guard start != .notATime, end != .notATime else { return nil }
  }

  /// The cue's range; nil, with an error noted, when a time is wrong.
  func range(text: String, line: SourceLine, notes: inout Notes) -> ClosedRange<Seconds>? {
    for (reading, range) in [(start as TimeText.Reading?, startRange), (end, endRange)] {
      if case .bad(let why)? = reading {
        let stamp = String(String.UnicodeScalarView(line.scalars[range]))
        notes.error(.badTime(stamp, why: why), at: line.span(range))
      }
    }
    guard case .time(let start) = start else { return nil }
    if end == nil {
      notes.warning(.noEnd, at: line.span)
      return start...(start + LRCReader.longest(text))
    }
    guard case .time(let end)? = end else { return nil }
    guard end >= start else {
      notes.warning(.endsBeforeStart(start, end), at: line.span)
      return start...(start + LRCReader.longest(text))
    }
    return start...end
  }
}
