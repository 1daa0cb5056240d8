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
      [00:06.08]<00:06.08>Paper<00:07.00> <00:07.20>lanterns, <00:09.00>drift<00:10.50>
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
      a <b> & {c} --> \\N d


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
    Dialogue: 0,0:00:05.28,0:00:11.13,Words,,0,0,0,,{\\fad(180,220)}\
    {\\k80}{\\kf92}Paper{\\k20} {\\kf180}lanterns, {\\kf150}drift
    """
  let second: Substring = """
    Dialogue: 0,0:00:11.13,0:00:17.25,Words,,0,0,0,,{\\fad(180,220)}\
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
  style.sung = SubtitleStyle.Colour(255, 128, 0, opacity: 255)
  let script = Lyrics(lines: [LyricLine(text: "a", start: 1, end: 2)]).ass(style, title: "x\ny")
  #expect(script.contains("PlayResX: 720\nPlayResY: 1280\n"))
  #expect(script.contains("Title: x y\n"))
  #expect(script.contains("Style: Words,Ada Sans,36,&H000080FF,"))
  #expect(script.contains(",1,2.7,1.4,8,43,43,89,1\n"))
  #expect(script.hasSuffix("Dialogue: 0,0:00:00.75,0:00:02.40,Words,,0,0,0,,{\\fad(180,220)}a\n"))
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

// MARK: Round trips

/// Random lyrics with word times, on a grid of hundredths.
private func randomLyrics(_ random: inout SeededRandom, words withWords: Bool) -> Lyrics {
  let vocabulary = [
    "la", "don't", "Ünïcode", "歌う", "<b>", "&amp;", "{\\k}", "x2", "a\\Nb", "-->", "(hey)", "1999",
    "[ooh]", "♪", "“so”", "ще",
  ]
  var lines: [LyricLine] = []
  var time = Int(random.number(in: 0...3000))
  for _ in 0..<Int(random.number(in: 1...12)) {
    let start = time
    var words: [LyricWord] = []
    for _ in 0..<Int(random.number(in: 1...6)) {
      let from = time
      time += Int(random.number(in: 1...180))
      let index = Int(random.number(in: 0...15.99))
      words.append(
        LyricWord(
          text: vocabulary[index], start: Seconds(Double(from) / 100),
          end: Seconds(Double(time) / 100)))
      if random.unit() < 0.4 { time += Int(random.number(in: 1...50)) }
    }
    // The line may be held after its last word.
    if random.unit() < 0.3 { time += 40 }
    lines.append(
      LyricLine(
        text: words.map(\.text).joined(separator: " "), start: Seconds(Double(start) / 100),
        end: Seconds(Double(time) / 100), words: withWords ? words : []))
    if random.unit() < 0.6 { time += Int(random.number(in: 1...2000)) }
  }
  return Lyrics(lines: lines)
}

private func check(
  _ lyrics: Lyrics, survive text: String, as name: String, words: Bool, seed: UInt64
) {
  guard case .timed(let read)? = LyricsFile.parse(SourceText(name: name, text: text)).document
  else {
    Issue.record("seed \(seed): \(name) was not read back:\n\(text)")
    return
  }
  func hundredths(_ time: Seconds) -> String { String(Int((time.value * 100).rounded())) }
  func rows(_ lyrics: Lyrics) -> [String] {
    lyrics.lines.map { line in
      var row = [line.text, hundredths(line.start), hundredths(line.end)]
      // A cue of one word needs no stamp for it.
      let isWhole = line.words.count == 1 && line.words[0].end == line.end && name == "a.vtt"
      for word in words && !isWhole ? line.words : [] {
        row += [word.text, hundredths(word.start), hundredths(word.end)]
      }
      return row.joined(separator: " ")
    }
  }
  #expect(rows(read) == rows(lyrics), "seed \(seed), \(name):\n\(text)")
}

@Test func `what is written is read back within a hundredth of a second`() {
  for seed in UInt64(1)...300 {
    var random = SeededRandom(seed: seed)
    for withWords in [true, false] {
      let lyrics = randomLyrics(&random, words: withWords)
      check(lyrics, survive: lyrics.lrc(), as: "a.lrc", words: true, seed: seed)
      // A cue that is nothing but a note or a description is not sung, and SRT cannot escape tags.
      let plain = Lyrics(
        lines: lyrics.lines.map { line in
          var line = line
          for odd in ["♪", "[ooh]", "<b>", "{\\k}"] {
            line.text = line.text.replacing(odd, with: "so")
            line.words = line.words.map {
              LyricWord(text: $0.text == odd ? "so" : $0.text, start: $0.start, end: $0.end)
            }
          }
          return line
        })
      check(plain, survive: plain.srt, as: "a.srt", words: false, seed: seed)
      check(plain, survive: plain.vtt, as: "a.vtt", words: true, seed: seed)
    }
  }
}
