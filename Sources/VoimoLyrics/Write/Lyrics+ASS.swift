import VoimoBase

extension Lyrics {
  /// The lines as an ASS script for libass, sized for one picture.
  ///
  /// In karaoke every word has a `\kf` tag; words without times get theirs by syllables. A line
  /// appears a little before it is sung and stays a little after, never over its neighbours. Text
  /// is escaped: nothing in it can act as a tag. Times are those of the lyrics: crop them first.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package func ass(_ style: SubtitleStyle, title: String = "voimo") -> String {
    var out = Self.header(style, title: title)
    let events = Self.events(lines, fading: style.kind == .plain)
    for index in Self.order(lines, from: style.position) {
      let (line, shown) = (lines[index], events[index])
      guard !tidied(line.text.unicodeScalars).isEmpty else { continue }
      let body: String
      switch style.kind {
      case .plain:
        body = ASSText.escaped(
          Joiner.guardedEnds(Array(tidied(line.text.unicodeScalars).unicodeScalars)))
      case .karaoke: body = Self.karaoke(line, from: shown.lowerBound, to: shown.upperBound)
      }
      let length = shown.upperBound - shown.lowerBound
      let (fadeIn, fadeOut) = (min(180, length * 2), min(220, length * 2))
      out += "Dialogue: 0,\(Clock.ass(shown.lowerBound)),\(Clock.ass(shown.upperBound)),Words,,"
      let (start, end) = (Clock.hundredths(line.start), Clock.hundredths(line.end))
      let place = Self.place(of: index, in: lines)
      out += "0,0,0,,\(ASSText.noteOfTimes(start, max(start, end), place: place))"
      out += "{\\fad(\(fadeIn),\(fadeOut))}\(body)\n"
    }
    return out
  }

  /// The order in which lines are written, as indexes.
  ///
  /// libass stacks lines that are shown at once from the edge inwards. At the bottom those that
  /// begin together are written last line first, so that the first is on top.
  private static func order(_ lines: [LyricLine], from position: SubtitleStyle.Position) -> [Int] {
    guard position == .bottom else { return Array(lines.indices) }
    var order: [Int] = []
    var group: [Int] = []
    for index in lines.indices {
      if let first = group.first, hundredths(lines, first) != hundredths(lines, index) {
        order += group.reversed()
        group = []
      }
      group.append(index)
    }
    return order + group.reversed()
  }

  /// How many lines before a line begin with it.
  private static func place(of index: Int, in lines: [LyricLine]) -> Int {
    var first = index
    while first > 0, hundredths(lines, first - 1) == hundredths(lines, index) { first -= 1 }
    return index - first
  }

  private static func hundredths(_ lines: [LyricLine], _ index: Int) -> Int {
    Clock.hundredths(lines[index].start)
  }

  /// When each line is on the picture, in hundredths: with lead-in and lead-out where there is
  /// room.
  ///
  /// In the pause between two lines the later one's lead-in has twice the room of the lead-out: a
  /// singer reads ahead.
  static func events(_ lines: [LyricLine], fading: Bool) -> [ClosedRange<Int>] {
    let (leadIn, leadOut) = fading ? (25, 40) : (80, 40)
    var events: [ClosedRange<Int>] = []
    // The latest end of all lines that begin before, so that an overlapped line keeps its place.
    var previousEnd: Int?
    var latestEnd: Int?
    var next = 0
    for (index, line) in lines.enumerated() {
      let start = Clock.hundredths(line.start)
      let end = max(start + 1, Clock.hundredths(line.end))
      // Lines that begin at once are shown at once: none is the other's neighbor.
      if index > 0, hundredths(lines, index - 1) != start { previousEnd = latestEnd }
      next = max(next, index + 1)
      while next < lines.count, hundredths(lines, next) == start { next += 1 }
      let before = previousEnd.map { start - $0 } ?? start
      let after = next < lines.count ? hundredths(lines, next) - end : nil
      let first = start - min(leadIn, max(0, previousEnd == nil ? before : before * 2 / 3))
      let last = end + min(leadOut, max(0, (after ?? .max / 4) / 3))
      events.append(first...max(last, first + 1))
      latestEnd = max(latestEnd ?? 0, end)
    }
    return events
  }

  private static func header(_ style: SubtitleStyle, title: String) -> String {
    let width = max(1, style.width)
    let height = max(1, style.height)
    let shorter = Double(min(width, height))
    let relative = style.relativeSize.isFinite ? min(max(style.relativeSize, 0.01), 0.5) : 0.06
    let size = max(6, Int((shorter * relative).rounded()))
    let outline = tenths(Double(size) * 0.075)
    let shadow = tenths(Double(size) * 0.04)
    let alignment =
      switch style.position {
      case .bottom: 2
      case .middle: 5
      case .top: 8
      }
    let sides = width * 6 / 100
    let edge = height * 7 / 100
    let font = style.fontName.filter { $0 != "," && !$0.isNewline }
    return """
      [Script Info]
      Title: \(tidied(title.unicodeScalars))
      ScriptType: v4.00+
      PlayResX: \(width)
      PlayResY: \(height)
      WrapStyle: 0
      ScaledBorderAndShadow: yes
      YCbCr Matrix: TV.709

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
      Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, \
      Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
      Style: Words,\(font.isEmpty ? "sans-serif" : font),\(size),\(style.sung.ass),\
      \(style.unsung.ass),\(style.outline.ass),\(style.shadow.ass),-1,0,0,0,100,100,0,0,1,\
      \(outline),\(shadow),\(alignment),\(sides),\(sides),\(edge),1

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

      """
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The words with their durations; each tag runs to an absolute time, so rounding cannot add up.
  private static func karaoke(_ line: LyricLine, from start: Int, to end: Int) -> String {
    let text = tidied(line.text.unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    var timed = line
    timed.text = text
    if timed.wordRanges(in: scalars) == nil {
      timed.words = []
      timed.words = timed.estimatedWords
    }
    guard let ranges = timed.wordRanges(in: scalars) else {
      return ASSText.escaped(Joiner.guardedEnds(scalars))
    }
    var out = ""
    var shown = start
    var last = 0
    for (word, range) in zip(timed.words, ranges) {
      let wordStart = min(max(Clock.hundredths(word.start), shown), end)
      let wordEnd = min(max(Clock.hundredths(word.end), wordStart), end)
      let blanks = ASSText.escaped(scalars[last..<range.lowerBound])
      if wordStart > shown {
        out += "{\\k\(wordStart - shown)}\(blanks)"
      } else {
        out += blanks
      }
      var shownWord = Array(scalars[range])
      if range.lowerBound == ranges.first?.lowerBound { shownWord = Joiner.guardedStart(shownWord) }
      if range.upperBound == ranges.last?.upperBound { shownWord = Joiner.guardedEnd(shownWord) }
      out += "{\\kf\(wordEnd - wordStart)}\(ASSText.escaped(shownWord))"
      shown = wordEnd
      last = range.upperBound
    }
    return out
  }
}

/// Text inside an ASS event.
enum ASSText {
  /// Makes a text that libass shows as it is.
  ///
  /// A backslash cannot be escaped in ASS; an invisible word joiner after it keeps the next letter
  /// from making it a command, and our reader takes it away; so it does after an `&` that other
  /// programs' entities begin with. libass takes `\{` for a brace.
  static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in Joiner.guarded(Array(scalars), where: Joiner.actsAsEntity) {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\u{2060}".unicodeScalars)
      case "{": out.append(contentsOf: "\\{".unicodeScalars)
      case "}": out.append(contentsOf: "\\}".unicodeScalars)
      default: out.append(scalar.isBlank ? " " : scalar)
      }
    }
    return String(out)
  }
}
