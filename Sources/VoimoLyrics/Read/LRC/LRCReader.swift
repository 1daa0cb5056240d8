import VoimoBase

/// Reads LRC: `[mm:ss.xx]` before lines, `[id:value]` tags, `[#:comments]`, and the extensions that
/// people use: `<mm:ss.xx>` or `[mm:ss.xx]` before words and at a line's end (A2, enhanced LRC),
/// who sings (`v1:`, `[bg:…]`, `F:`), LRCX's word times and translations.
///
/// `[offset:+500]` shows words half a second *earlier*, as most players do: a positive offset is
/// taken off every time, whatever stands before or after it. `[section:chorus]` and `[Chorus]` name
/// the part that the lines below belong to, `[section:]` ends it.
///
/// A stamp with nothing after it ends the line before it, where that has no end of its own. A line
/// without an end lasts until the next stamp, or as long as its words can be expected to.
enum LRCReader {
  /// Whether a line looks like LRC: a time in brackets at its start.
  static func beginsWithStamp(_ line: SourceLine) -> Bool {
    guard let first = line.scalars.firstIndex(where: { !$0.isBlank }),
      let stamp = LRCStamp(line.scalars, at: first)
    else { return false }
    return !stamp.isAngular
  }

  /// Whether a file whose name says so is LRC: some line has a time, or all are tags.
  static func isLRC(_ lines: [SourceLine]) -> Bool {
    let hasTimes = lines.contains { line in
      line.scalars.indices.contains { LRCStamp(line.scalars, at: $0) != nil }
    }
    return hasTimes
      || lines.allSatisfy { line in
        let text = tidied(line.scalars)
        return text.isEmpty || text.hasPrefix("[") && text.hasSuffix("]") && text.contains(":")
      }
  }

  /// Reads the lines of a file.
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var entries: [Entry] = []
    var section: String?
    var offset = 0.0
    for line in lines {
      var head = LRCHead(line, notes: &notes)
      if let text = head.offset { offset = milliseconds(text, at: line, notes: &notes) }
      switch head.heading {
      case .part(let mark): section = mark.label
      case .ends: section = nil
      case nil: break
      }
      switch head.bracket {
      case .wordTimes:
        for start in head.starts {
          guard let at = entries.lastIndex(where: { $0.start == start }) else { continue }
          entries[at].body.takeWordTimes(line.scalars[head.words], start: start)
        }
        continue
      case .readings: continue
      case .translation, .voice, nil: break
      }
      head.leaveFirstWordsStamp()
      let starts = head.starts
      guard entries.count + max(1, starts.count) <= LyricsFile.maximumLines else {
        notes.error(.tooManyLines(entries.count + starts.count), at: line.span)
        break
      }
      let body = LRCBody(line, in: head.words, starts: starts, notes: &notes)
      if let start = body.start, starts.isEmpty, !body.text.isEmpty {
        // A line of words with times needs no other: its first word begins it.
        entries.append(
          Entry(start: start, body: body, moved: .zero, section: section, span: line.span))
        continue
      }
      guard !starts.isEmpty else {
        let hasWords = line.scalars[head.words].contains { !$0.isBlank }
        if head.unknown || hasWords, !head.hadTag { notes.warning(.noTime, at: line.span) }
        continue
      }
      // Word stamps belong to one of the line's times; at its other times they move along.
      let first = body.words.first?.start ?? body.end ?? .zero
      let base = starts.min { abs(($0 - first).value) < abs(($1 - first).value) } ?? .zero
      for start in starts {
        entries.append(
          Entry(
            start: start, body: body, moved: start - base, section: section, span: line.span))
      }
    }
    if !notes.hasErrors, entries.allSatisfy({ $0.body.text.isEmpty }) {
      notes.error(.noWords, at: nil)
    }
    let sung = timed(withParts(entries.stablySorted(by: \.start)))
    let lyrics = notes.settled(sung, movedBy: Seconds(-offset / 1000))
    return notes.reading(.timed(lyrics))
  }

  /// Entries of which those that name a part of the song say nothing, and lend its name to those
  /// behind them; rests say nothing either.
  private static func withParts(_ entries: [Entry]) -> [Entry] {
    var part: String?
    return entries.map { entry in
      var entry = entry
      guard !entry.body.hasWordTimes else {
        entry.section = entry.section ?? part
        return entry
      }
      switch LRCText.meaning(of: entry.body.text) {
      case .part(let mark):
        part = mark?.label
        entry.body.clear()
      case .rest: entry.body.clear()
      case .words(let text):
        entry.body.replace(text)
        entry.section = entry.section ?? part
      }
      return entry
    }
  }

  /// Gives every line its end and leaves out the stamps that only end lines.
  private static func timed(_ entries: [Entry]) -> [SungLine] {
    var lines: [SungLine] = []
    var next: (time: Seconds, isEmpty: Bool)?
    // From the back, so that the next different time is known.
    var following: [(time: Seconds, isEmpty: Bool)?] = []
    for entry in entries.reversed() {
      if let known = next, known.time > entry.start {
        following.append(next)
      } else {
        following.append(following.last ?? nil)
      }
      next = (entry.start, entry.body.text.isEmpty)
    }
    for (entry, next) in zip(entries, following.reversed()) where !entry.body.text.isEmpty {
      let expected = entry.start + LRCReader.longest(entry.body.text)
      let explicit = entry.body.end.map { $0 + entry.moved }
      var end: Seconds
      switch (next, explicit) {
      case (let next?, nil) where next.isEmpty: end = next.time
      case (_, let explicit?): end = max(explicit, entry.start)
      case (let next?, nil): end = min(next.time, expected)
      case (nil, nil): end = expected
      }
      let words = entry.body.timedWords(moved: entry.moved, lineEnd: end)
      end = max(end, words.last?.end ?? end)
      lines.append(
        SungLine(
          line: LyricLine(
            text: entry.body.text, start: entry.start, end: end, words: words,
            section: entry.section), span: entry.span))
    }
    return lines
  }

  /// How long a line without an end may last: eight seconds, or a slow second a syllable.
  static func longest(_ text: String) -> Seconds {
    Seconds(max(8, Double(Syllables.count(inLine: text))))
  }

  private static func milliseconds(
    _ text: String, at line: SourceLine, notes: inout Notes
  ) -> Double {
    let number = text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard let value = Int(number), abs(value) <= 3_600_000 else {
      notes.warning(.badOffset(text), at: line.span)
      return 0
    }
    return Double(value)
  }

  /// One stamp with its words.
  private struct Entry {
    var start: Seconds
    var body: LRCBody
    var moved: Seconds
    var section: String?
    var span: SourceSpan
  }
}
