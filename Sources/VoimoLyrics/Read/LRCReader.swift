import VoimoBase

/// Reads LRC: `[mm:ss.xx]` before lines, `<mm:ss.xx>` before words (the A2 extension), `[id:value]`
/// tags, `[#:comments]`.
///
/// `[offset:+500]` shows words half a second *earlier*, as most players do: a positive offset is
/// taken off every time, whatever stands before or after it. `[section:chorus]` and `[Chorus]` name
/// the part that the lines below belong to, `[section:]` ends it.
///
/// A stamp with nothing after it ends the line before it. A line without an end lasts until the
/// next stamp, or as long as its words can be expected to.
enum LRCReader {
  /// Whether a line looks like LRC: a time in brackets at its start.
  static func beginsWithStamp(_ line: SourceLine) -> Bool {
    let scalars = line.scalars.drop { $0.isBlank }
    guard scalars.first == "[", let close = scalars.prefix(20).firstIndex(of: "]") else {
      return false
    }
    let inner = scalars[(scalars.startIndex + 1)..<close]
    return TimeText.read(inner, hundredthsAfterColon: true) != .notATime
  }

  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var entries: [Entry] = []
    var section: String?
    var offset = 0.0
    for line in lines {
      var head = Head(line)
      head.read(notes: &notes)
      if let text = head.offset { offset = milliseconds(text, at: line, notes: &notes) }
      if let mark = head.mark { section = mark.label }
      if head.endsSection { section = nil }
      guard !head.stamps.isEmpty else {
        let rest = line.scalars[head.next...]
        if !head.hadTag, rest.contains(where: { !$0.isBlank }) {
          notes.warning(.noTime, at: line.span)
        }
        continue
      }
      guard entries.count + head.stamps.count <= LyricsFile.maximumLines else {
        notes.error(.tooManyLines(entries.count + head.stamps.count), at: line.span)
        break
      }
      let body = Body(line, from: head.next, starts: head.stamps, notes: &notes)
      // Word stamps belong to one of the line's times; at its other times they move along.
      let first = body.words.first?.start ?? body.end ?? .zero
      let base = head.stamps.min { abs(($0 - first).value) < abs(($1 - first).value) } ?? .zero
      for stamp in head.stamps {
        entries.append(Entry(start: stamp, body: body, moved: stamp - base, section: section))
      }
    }
    if !notes.hasErrors, entries.allSatisfy({ $0.body.text.isEmpty }) {
      notes.error(.noWords, at: nil)
    }
    let lyrics = Lyrics(lines: timed(entries.stablySorted(by: \.start)))
    return notes.reading(.timed(lyrics.shifted(by: Seconds(-offset / 1000))))
  }

  /// Gives every line its end and leaves out the stamps that only end lines.
  private static func timed(_ entries: [Entry]) -> [LyricLine] {
    var lines: [LyricLine] = []
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
      case (let next?, let explicit?) where next.isEmpty && next.time > explicit: end = next.time
      case (_, let explicit?): end = max(explicit, entry.start)
      case (let next?, nil): end = min(next.time, expected)
      case (nil, nil): end = expected
      }
      let words = entry.body.timedWords(moved: entry.moved, lineEnd: end)
      end = max(end, words.last?.end ?? end)
      lines.append(
        LyricLine(
          text: entry.body.text, start: entry.start, end: end, words: words,
          section: entry.section))
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
    var body: Body
    var moved: Seconds
    var section: String?
  }
}

/// The brackets at the start of an LRC line.
private struct Head {
  let line: SourceLine
  var stamps: [Seconds] = []
  var mark: SectionMark?
  var offset: String?
  var hadTag = false
  /// Whether the lines from here on belong to no section.
  var endsSection = false
  /// Where the words begin.
  var next = 0

  init(_ line: SourceLine) { self.line = line }

  mutating func read(notes: inout Notes) {
    let scalars = line.scalars
    while true {
      var open = next
      while open < scalars.count, scalars[open].isBlank { open += 1 }
      guard open < scalars.count, scalars[open] == "[",
        let close = scalars[open...].firstIndex(of: "]")
      else { return }
      let inner = scalars[(open + 1)..<close]
      switch TimeText.read(inner, hundredthsAfterColon: true) {
      case .time(let time):
        stamps.append(time)
      case .bad(let why):
        notes.error(
          .badTime(String(String.UnicodeScalarView(inner)), why: why),
          at: line.span((open + 1)..<close))
        hadTag = true
      case .notATime:
        // After a stamp, a bracket is part of the words.
        guard stamps.isEmpty else { return }
        readTag(inner, notes: &notes)
        hadTag = true
      }
      next = close + 1
    }
  }

  private mutating func readTag(_ inner: ArraySlice<Unicode.Scalar>, notes: inout Notes) {
    guard let colon = inner.firstIndex(of: ":") else {
      mark = SectionMark(heading: tidied(inner))
      return
    }
    let id = tidied(inner[..<colon]).lowercased()
    let value = tidied(inner[(colon + 1)...])
    if id == "#" {
      return
    } else if id == "section" {
      mark = SectionMark(heading: value)
      endsSection = mark == nil
    } else if id == "offset" {
      offset = value
    } else if let name = Head.names[id] {
      if !value.isEmpty { notes.metadata[name] = value }
    } else if let known = SectionMark(heading: tidied(inner)),
      SectionID.knownLabels.contains(known.label)
    {
      mark = known
    }
  }

  private static let names = [
    "ti": "title", "ar": "artist", "al": "album", "au": "author", "la": "language", "by": "by",
    "re": "tool", "tool": "tool", "ve": "version", "length": "length", "lr": "lyricist",
  ]
}

/// What an LRC line says after its stamps.
private struct Body {
  var text = ""
  /// Words with their own stamps; an end where a stamp closes the word.
  var words: [(text: String, start: Seconds, end: Seconds?)] = []
  /// The last stamp's time when nothing follows it: the end of the line.
  var end: Seconds?

  /// Reads what follows the stamps `starts`.
  init(_ line: SourceLine, from start: Int, starts: [Seconds], notes: inout Notes) {
    let scalars = line.scalars
    var plain: [Unicode.Scalar] = []
    var piece: [Unicode.Scalar] = []
    var stamp: Seconds?
    var index = start
    var pieces: [(time: Seconds, text: String)] = []
    var leading = ""
    func flush() {
      let text = LRCText.read(piece)
      plain += text
      if let stamp {
        pieces.append((stamp, LRCText.string(text)))
      } else {
        leading = LRCText.string(text)
      }
      piece = []
    }
    while index < scalars.count {
      if scalars[index] == "<", let close = scalars[index...].prefix(20).firstIndex(of: ">") {
        switch TimeText.read(scalars[(index + 1)..<close], hundredthsAfterColon: true) {
        case .time(let time):
          flush()
          stamp = time
          index = close + 1
          continue
        case .bad(let why):
          notes.error(
            .badTime(LRCText.string(scalars[(index + 1)..<close]), why: why),
            at: line.span((index + 1)..<close))
          index = close + 1
          continue
        case .notATime:
          break
        }
      }
      piece.append(scalars[index])
      index += 1
    }
    flush()
    text = tidied(plain)
    // Words before the first word stamp are sung from the line's own time on.
    let isWordLevel = pieces.contains { !tidied($0.text.unicodeScalars).isEmpty }
    if isWordLevel, !tidied(leading.unicodeScalars).isEmpty, let first = pieces.first {
      guard let start = starts.filter({ $0 <= first.time }).max() else { return }
      pieces.insert((start, leading), at: 0)
    }
    readWords(pieces, line: line, notes: &notes)
  }

  /// Turns stamped pieces into words; an empty piece closes the word before it.
  private mutating func readWords(
    _ pieces: [(time: Seconds, text: String)], line: SourceLine, notes: inout Notes
  ) {
    guard !pieces.isEmpty, !text.isEmpty else { return }
    guard zip(pieces, pieces.dropFirst()).allSatisfy({ $0.time <= $1.time }) else {
      notes.warning(.wordsOutOfOrder, at: line.span)
      return
    }
    for (time, word) in pieces {
      if let last = words.indices.last, words[last].end == nil { words[last].end = time }
      if !tidied(word.unicodeScalars).isEmpty { words.append((word, time, nil)) }
    }
    if let last = pieces.last, tidied(last.text.unicodeScalars).isEmpty { end = last.time }
  }

  /// The words of one of the line's times; the last one, left open, ends with the line.
  func timedWords(moved: Seconds, lineEnd: Seconds) -> [LyricWord] {
    let pieces = words.map { word in
      let start = word.start + moved
      let end = word.end.map { $0 + moved } ?? max(start, lineEnd)
      return TimedPiece(text: word.text, start: start, end: end)
    }
    return TimedPiece.words(pieces, joining: false)
  }
}
