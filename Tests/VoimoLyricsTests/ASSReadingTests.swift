import Testing
import VoimoBase
import VoimoLyrics

private let head = """
  [Script Info]
  ; made by hand
  Title: Paper moon
  ScriptType: v4.00+

  [V4+ Styles]
  Format: Name, Fontname, Fontsize
  Style: Default,Arial,20

  [Events]
  Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

  """

/// Reads a script and compares its lines, one a row: `start–end text` with words as
/// `start-end:word`.
private func check(
  _ text: String, name: String = "a.ass", lines expected: [String], notes: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let reading = LyricsFile.parse(SourceText(name: name, text: text))
  var found: [String] = []
  if case .timed(let lyrics)? = reading.document {
    found = lyrics.lines.map { line in
      let words = line.words.map { "\($0.start)-\($0.end):\($0.text)" }
      return
        (["\(line.start)–\(line.end)", line.section.map { "[\($0)]" }, line.text]
        .compactMap { $0 } + words).joined(separator: " ")
    }
  }
  #expect(found == expected, sourceLocation: sourceLocation)
  let said = reading.diagnostics.map { diagnostic in
    let place = diagnostic.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
    return "\(diagnostic.severity.rawValue) \(place)\(diagnostic.message.id)"
  }
  #expect(said == notes, sourceLocation: sourceLocation)
}

@Test func `events of ASS are lines, commas and line breaks included`() {
  check(
    head + """
      Dialogue: 0,0:00:05.00,0:00:07.50,Default,,0,0,0,,{\\an8\\i1}Far,{\\i0} far\\Naway,\\hnow
      Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,not sung
      Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Near
      """,
    lines: ["0:01–0:02 Near", "0:05–0:07.5 Far, far away, now"])
}

@Test func `columns are where the format says`() {
  check(
    "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,a, b, c",
    name: "a.ssa", lines: ["0:01–0:02 a, b, c"])
  check(
    "Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,,0,0,0,,no format line", name: "a.txt",
    lines: ["0:01–0:02 no format line"])
}

@Test func `karaoke tags give words their times`() {
  check(
    head + """
      Dialogue: 0,0:00:01.00,0:00:05.00,Default,,0,0,0,,{\\k50}{\\kf100}Pa{\\kf50}per {\\K25}\
      {\\ko75\\1c&HFF&}moon{\\k20}
      """,
    lines: ["0:01.5–0:04 Paper moon 0:01.5-0:03:Paper 0:03.25-0:04:moon"])
  check(
    head + "Dialogue: 0,0:00:01.00,0:00:05.00,Default,,0,0,0,,{\\kt100\\k50}歌{\\k50}う",
    lines: ["0:02–0:03 歌う 0:02-0:02.5:歌 0:02.5-0:03:う"])
}

@Test func `karaoke that goes back in time gives no words`() {
  check(
    "Dialogue: 0,0:00:01.00,0:00:05.00,D,,0,0,0,,{\\kt200\\k50}a{\\kt0\\k50}b",
    lines: ["0:01–0:05 ab"])
}

@Test func `drawings, repeated layers and descriptions are no words`() {
  check(
    head + """
      Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0{\\p0}
      Dialogue: 1,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\bord3}a
      Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\bord0}a
      Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,[guitar]
      Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,[Chorus]
      Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,♪ b \\{c\\} ♪
      """,
    lines: ["0:01–0:02 a", "0:04–0:05 [chorus] b {c}"],
    notes: ["warning 15:1+58 lyrics-description"])
}

@Test func `broken events are named with their lines`() {
  check(
    head + "Dialogue: 0,0:00:01.00,0:00:02.00\nDialogue: 0,0:00:05.00,0:00:03.00,D,,0,0,0,,a",
    lines: ["0:05–0:13 a"],
    notes: ["warning 12:1+33 lyrics-no-time", "warning 13:1+45 lyrics-ends-early"])
  check(
    head + "Dialogue: 0,0:00:71.00,soon,D,,0,0,0,,a", lines: [],
    notes: ["warning 12:13+10 lyrics-odd-time", "error 12:24+4 lyrics-bad-time"])
  check(
    head + "Comment: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a", lines: [], notes: ["error lyrics-empty"])
}

@Test func `an event without an end lasts as long as its words may`() {
  check(
    "Dialogue: 0,0:00:05.00,,D,,0,0,0,,a", lines: ["0:05–0:13 a"],
    notes: ["warning 1:1+35 lyrics-no-end"])
}

@Test func `a script is known by its contents, whatever its name`() {
  let event = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a"
  for name in ["a.txt", "a.srt", "a"] {
    check("\u{FEFF}\r\n" + head + event, name: name, lines: ["0:01–0:02 a"])
  }
}

@Test func `a script's title is kept`() {
  let event = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a"
  let reading = LyricsFile.parse(SourceText(name: "a.ass", text: head + event))
  #expect(reading.metadata == ["title": "Paper moon"])
}
