import Testing
import VoimoBase
import VoimoLyrics

private let harbour = Lyrics(lines: [
  LyricLine(
    text: "Paper lanterns, drift", start: 6.08, end: 11.13,
    words: [
      LyricWord(text: "Paper", start: 6.08, end: 7),
      LyricWord(text: "lanterns,", start: 7.2, end: 9),
      LyricWord(text: "drift", start: 9, end: 10.5),
    ]),
  LyricLine(text: "Every flame", start: 11.13, end: 16.854),
  LyricLine(text: "a <b> & {c} --> \\N d", start: 30, end: 41),
])

@Test func `LRC has stamps for words and for ends that cannot be guessed`() {
  #expect(
    harbour.lrc(metadata: ["title": "Harbour [live]", "artist": "Ada", "other": "x"]) == """
      [ti:Harbour [live)]
      [ar:Ada]
      [00:06.08]<00:06.08>Paper<00:07.00> <00:07.20>lanterns, <00:09.00>drift<00:10.50><00:11.13>
      [00:11.13]
      [00:11.13]Every flame
      [00:16.85]
      [00:30.00]a <b> & {c} --> \\N d
      [00:41.00]

      """)
}

@Test func `SRT has numbered cues`() {
  #expect(
    harbour.srt == """
      1
      00:00:06,080 --> 00:00:11,130
      Paper lanterns, drift

      2
      00:00:11,130 --> 00:00:16,854
      Every flame

      3
      00:00:30,000 --> 00:00:41,000
      a <\u{2060}b> & {c} --\u{2060}> \\N d


      """)
}

@Test func `VTT has word times and escapes its text`() {
  #expect(
    harbour.vtt == """
      WEBVTT

      00:00:06.080 --> 00:00:11.130
      Paper<00:00:07.000> <00:00:07.200>lanterns,<00:00:09.000> drift<00:00:10.500>

      00:00:11.130 --> 00:00:16.854
      Every flame

      00:00:30.000 --> 00:00:41.000
      a &lt;b&gt; &amp; {c} --&gt; \\N d


      """)
}

@Test func `karaoke tags run to the words' own times and lines lead in and out`() {
  let style = SubtitleStyle(kind: .karaoke, width: 1280, height: 720)
  let events = harbour.ass(style).split(separator: "\n").filter { $0.hasPrefix("Dialogue") }
  let first: Substring = """
    Dialogue: 0,0:00:05.28,0:00:11.13,Words,,0,0,0,,{sung 0:00:06.08 0:00:11.13}{\\fad(180,220)}\
    {\\k80}{\\kf92}Paper{\\k20} {\\kf180}lanterns, {\\kf150}drift
    """
  let second: Substring = """
    Dialogue: 0,0:00:11.13,0:00:17.25,Words,,0,0,0,,{sung 0:00:11.13 0:00:16.85}{\\fad(180,220)}\
    {\\kf382}Every {\\kf190}flame
    """
  #expect(events.count == 3)
  #expect(events.first == first)
  #expect(events.dropFirst().first == second)
  // Whatever is in the text, the only braces and commands are ours.
  let last = events.last.map(String.init) ?? ""
  #expect(last.contains("\\{c\\}"))
  #expect(last.contains("\\\u{2060}N"))
}

@Test func `a script is made for its picture`() {
  var style = SubtitleStyle(
    position: .top, width: 720, height: 1280, fontName: "Ada, Sans\n", relativeSize: 0.05)
  style.sung = Color(255, 128, 0, opacity: 255)
  let script = Lyrics(lines: [LyricLine(text: "a", start: 1, end: 2)]).ass(style, title: "x\ny")
  #expect(script.contains("PlayResX: 720\nPlayResY: 1280\n"))
  #expect(script.contains("Title: x y\n"))
  #expect(script.contains("Style: Words,Ada Sans,36,&H000080FF,"))
  #expect(script.contains(",1,2.7,1.4,8,43,43,89,1\n"))
  #expect(
    script.hasSuffix(
      "Dialogue: 0,0:00:00.75,0:00:02.40,Words,,0,0,0,,"
        + "{sung 0:00:01.00 0:00:02.00}{\\fad(180,220)}a\n"))
}

@Test func `neighbouring events share the pause between them`() {
  let lyrics = Lyrics(lines: [
    LyricLine(text: "a", start: 1, end: 2), LyricLine(text: "b", start: 2.3, end: 3),
    LyricLine(text: "over", start: 2.9, end: 4),
  ])
  let events = lyrics.ass(SubtitleStyle(kind: .karaoke, width: 640, height: 360))
    .split(separator: "\n").filter { $0.hasPrefix("Dialogue") }
    .map { $0.split(separator: ",")[1...2].joined(separator: " ") }
  #expect(events == ["0:00:00.20 0:00:02.10", "0:00:02.10 0:00:03.00", "0:00:02.90 0:00:04.40"])
}
