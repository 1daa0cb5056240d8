import VoimoBase

/// Reads SRT, VTT and SBV: cues with a start, an end and text.
///
/// Tolerant: hours may be missing, `.` and `,` are the same, blank lines between cues may be
/// missing, cues may overlap and come in any order. Styling is dropped; VTT's word times are kept.
/// Captions that roll or mark one word after the other become the lines that they show.
enum CueReader {
  /// Reads the lines of a file.
  static func read(
    _ lines: [SourceLine], format: LyricsFile.Format, notes: inout Notes
  ) -> LyricsReading {
    var found: [TimedCue] = []
    var section: String?
    var descriptions = SoundDescriptions()
    var index = format == .vtt ? afterHeader(lines) : 0
    var isAfterCue = false
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        isAfterCue = false
        index += 1
      } else if let timing = CueTiming(line) {
        let (rows, next) = body(lines, from: index + 1)
        index = next
        isAfterCue = true
        let text = CueText(rows, format: format, notes: &notes)
        guard let range = timing.range(text: text.text, line: line, notes: &notes),
          !text.text.isEmpty
        else { continue }
        if let heading = CueText.description(of: text.text) {
          switch heading {
          case .part(let mark): section = mark.label
          case .sound: descriptions.add(text.text, at: line.span)
          }
          continue
        }
        found.append(
          TimedCue(
            text: text, in: range, hasEnd: timing.end != nil, section: section, span: line.span))
      } else if format == .vtt, line.text.hasPrefix("NOTE") || isBlock(line) {
        index = lines[index...].firstIndex(where: \.isBlank) ?? lines.count
      } else if line.text.unicodeScalars.contains("-"), line.text.contains("-->") {
        notes.error(.badTiming, at: line.span)
        index = body(lines, from: index + 1).next
      } else {
        // A number or name before a cue's time, else text that belongs nowhere.
        let isName = index + 1 < lines.count && isTiming(lines[index + 1])
        if !isName, !isAfterCue { notes.warning(.textOutsideCue, at: line.span) }
        index += 1
      }
    }
    descriptions.note(&notes)
    if found.isEmpty, !notes.hasErrors {
      notes.error(.noCues(format == .vtt ? "VTT" : "SRT"), at: nil)
    }
    let cues = ended(found).stablySorted(by: \.sung.line.start)
    let lines = RollingCaptions.unrolled(HighlightedCues.joined(cues))
    let lyrics = notes.settled(lines.map(\.sung))
    return notes.reading(.timed(lyrics))
  }

  /// Ends cues that have no end where the next one starts, if that is sooner than they may last.
  private static func ended(_ cues: [TimedCue]) -> [TimedCue] {
    guard cues.contains(where: { !$0.hasEnd }) else { return cues }
    let starts = cues.map(\.sung.line.start).sorted()
    return cues.map { cue in
      guard !cue.hasEnd else { return cue }
      // The first start after this one, by halving.
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= cue.sung.line.start { low = middle + 1 } else { high = middle }
      }
      var cue = cue
      if low < starts.count, starts[low] < cue.sung.line.end {
        cue.sung.line.end = starts[low]
        cue.sung.line.words = []
      }
      return cue
    }
  }

  /// Whether a line holds a cue's times.
  static func isTiming(_ line: SourceLine) -> Bool { CueTiming(line) != nil }

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

  /// The lines of a cue: up to an empty line, or up to the next cue where that is missing.
  ///
  /// A line of blanks ends nothing, as WebVTT has it.
  private static func body(_ lines: [SourceLine], from start: Int) -> (
    text: ArraySlice<SourceLine>, next: Int
  ) {
    var end = start
    while end < lines.count, !lines[end].scalars.isEmpty, !isTiming(lines[end]) {
      let isNumber = lines[end].scalars.allSatisfy {
        ("0"..."9").contains($0) || $0.isBlank
      }
      if isNumber, end + 1 < lines.count, isTiming(lines[end + 1]) { break }
      end += 1
    }
    return (lines[start..<end], end)
  }
}
