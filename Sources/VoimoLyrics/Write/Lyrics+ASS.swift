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
    let events = Self.events(lines, fading: style.kind == .plain)
    return Self.order(lines, from: style.position).reduce(Self.header(style, title: title)) {
      out, index in
      out
        + Self.dialogue(
          lines[index], shown: events[index], kind: style.kind,
          place: Self.place(of: index, in: lines),
          sweep: Self.sweep)
    }
  }

  /// A word's text with what makes it light up from one time to another, in hundredths.
  typealias Sweep = (_ word: [Unicode.Scalar], _ times: Range<Int>) -> String

  /// One tag a word: what every player knows.
  private static func sweep(_ word: [Unicode.Scalar], _ times: Range<Int>) -> String {
    "{\\kf\(times.count)}\(ASSText.escaped(word))"
  }

  /// The event of a line, `place` lines after the first that begins with it; empty where the line
  /// has no text.
  static func dialogue(
    _ line: LyricLine, shown: ClosedRange<Int>, kind: SubtitleStyle.Kind, place: Int = 0,
    sweep: Sweep
  ) -> String {
    let text = Array(tidied(line.text.unicodeScalars).unicodeScalars)
    guard !text.isEmpty else { return "" }
    let body =
      switch kind {
      case .plain: ASSText.escaped(Joiner.guardedEnds(text))
      case .karaoke: karaoke(line, from: shown.lowerBound, to: shown.upperBound, sweep: sweep)
      }
    let length = shown.upperBound - shown.lowerBound
    let (fadeIn, fadeOut) = (min(180, length * 2), min(220, length * 2))
    let (start, end) = (Clock.hundredths(line.start), Clock.hundredths(line.end))
    return "Dialogue: 0,\(Clock.ass(shown.lowerBound)),\(Clock.ass(shown.upperBound)),Words,,"
      + "0,0,0,,\(ASSText.noteOfTimes(start, max(start, end), place: place))"
      + "{\\fad(\(fadeIn),\(fadeOut))}\(body)\n"
  }

  /// The order in which lines are written, as indexes.
  ///
  /// libass stacks lines that are shown at once from the edge inwards. At the bottom those that
  /// begin together are written last line first, so that the first is on top.
  private static func order(_ lines: [LyricLine], from position: LinePosition) -> [Int] {
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
  /// singer reads ahead. Lines that begin together appear together.
  static func events(_ lines: [LyricLine], fading: Bool) -> [ClosedRange<Int>] {
    let (leadIn, leadOut) = fading ? (25, 40) : (80, 40)
    var events: [ClosedRange<Int>] = []
    // The latest end of all lines that begin before, so that an overlapped line keeps its place.
    var previousEnd: Int?
    for group in simultaneous(lines) {
      let starts = lines[group].map { Clock.hundredths($0.start) }
      let ends = zip(starts, lines[group]).map { max($0 + 1, Clock.hundredths($1.end)) }
      let start = starts.first ?? 0
      let before = previousEnd.map { start - $0 } ?? start
      let first =
        start - min(leadIn, max(0, previousEnd == nil ? before : before * 2 / 3))
      let next = group.upperBound < lines.count ? lines[group.upperBound].start : nil
      for end in ends {
        let after = next.map { Clock.hundredths($0) - end }
        let last = end + min(leadOut, max(0, (after ?? .max / 4) / 3))
        events.append(first...max(last, first + 1))
      }
      previousEnd = max(previousEnd ?? 0, ends.max() ?? 0)
    }
    return events
  }

  /// Runs of lines that begin at one time, as far as a reader can tell: two languages, two voices.
  static func simultaneous(_ lines: [LyricLine]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if let group = groups.last, (line.start - lines[group.lowerBound].start).value < 0.1 {
        groups[groups.count - 1] = group.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  /// The part before the events; `encoding` is 1, or -1 for lines whose first letter says in which
  /// direction they run, which libass alone knows.
  static func header(_ style: SubtitleStyle, title: String, encoding: Int = 1) -> String {
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
      \(outline),\(shadow),\(alignment),\(sides),\(sides),\(edge),\(encoding)

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

      """
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The words with their durations; each tag runs to an absolute time, so rounding cannot add up.
  private static func karaoke(
    _ line: LyricLine, from start: Int, to end: Int, sweep: Sweep
  ) -> String {
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
      out += sweep(shownWord, wordStart..<wordEnd)
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
