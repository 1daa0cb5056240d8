import Testing
import VoimoBase
import VoimoLyrics

@Suite struct ASSEffectTests {
  @Test func `effect lines give way to the line that they were made of`() {
    expectLines(
      "a.ass",
      """
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,template syl,{\\pos($x,$y)}
      Comment: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,karaoke,{\\k50}Cold {\\k50}ri{\\k100}ver
      Dialogue: 0,0:00:01.00,0:00:01.50,Default,,0,0,0,fx,{\\pos(100,50)\\t(0,500,\\fscx120)}Cold
      Dialogue: 0,0:00:01.50,0:00:02.00,Default,,0,0,0,fx,{\\pos(150,50)}ri
      Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,FX,{\\pos(180,50)}ver
      Dialogue: 1,0:00:01.00,0:00:03.00,Default,,0,0,0,fx,{\\p1}m 0 0 l 1 1{\\p0}
      Dialogue: 0,0:00:01.00,0:00:03.00,Translation,,0,0,0,,Kalter Fluss
      """,
      [
        "0:01–0:03 Cold river 0:01-0:01.5:Cold 0:01.5-0:03:river", "0:01–0:03 Kalter Fluss",
      ])
  }

  @Test func `a comment that nothing stands for is not sung`() {
    expectLines(
      "a.ass",
      """
      Comment: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\k50}old {\\k50}words
      Comment: 0,0:00:01.00,soon,Default,,0,0,0,,note
      Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,new words
      """, ["0:01–0:03 new words"])
  }

  @Test func `effects alone are refused with a sentence, strays are said`() {
    expectLines(
      "a.ass",
      "Dialogue: 0,0:00:01.00,0:00:01.50,D,,0,0,0,fx,Co\nDialogue: 0,0:00:01.50,0:00:02.00,D,,0,0,0,fx,ld",
      [], notes: ["error 1:1+48 lyrics-effects"])
    expectLines(
      "a.ass",
      "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a\nDialogue: 0,0:00:09.00,0:00:10.00,D,,0,0,0,fx,b",
      ["0:01–0:02 a"], notes: ["warning 2:1+47 lyrics-effects"])
  }

  @Test func `layers of one line are one line, the one with word times`() {
    expectLines(
      "a.ass",
      """
      Dialogue: 0,0:00:01.00,0:00:03.00,D,,0,0,0,,{\\bord4\\blur3}Cold river
      Dialogue: 1,0:00:01.02,0:00:03.01,D,,0,0,0,,{\\bord0}Cold river
      Dialogue: 2,0:00:01.00,0:00:03.00,D,,0,0,0,,{\\k100}Cold {\\k100}river
      Dialogue: 0,0:00:05.00,0:00:06.00,D,,0,0,0,,Cold river
      """,
      ["0:01–0:03 Cold river 0:01-0:02:Cold 0:02-0:03:river", "0:05–0:06 Cold river"])
  }

  @Test func `signs in the picture are not sung where words are`() {
    expectLines(
      "a.ass",
      "Dialogue: 0,0:00:01.00,0:00:03.00,Signs,,0,0,0,,{\\pos(1,1)}HOTEL\nDialogue: 0,0:00:01.00,0:00:03.00,Song,,0,0,0,,a",
      ["0:01–0:03 a"], notes: ["warning 1:1+64 lyrics-signs"])
    expectLines(
      "a.ass", "Dialogue: 0,0:00:01.00,0:00:03.00,Sign,,0,0,0,,a", ["0:01–0:03 a"])
  }

  @Test func `lines that begin together are written so that the first is on top`() {
    let lyrics = Lyrics(lines: [
      LyricLine(text: "Cold river", start: 1, end: 4),
      LyricLine(text: "Kalter Fluss", start: 1, end: 4), LyricLine(text: "we", start: 5, end: 6),
    ])
    func events(_ position: LinePosition) -> [String] {
      lyrics.ass(SubtitleStyle(kind: .plain, position: position, width: 640, height: 360))
        .split(separator: "\n").filter { $0.hasPrefix("Dialogue") }.map { event in
          let fields = event.split(separator: ",", omittingEmptySubsequences: false)
          return "\(fields[1])–\(fields[2]) \(event.split(separator: "}").last ?? "")"
        }
    }
    // libass stacks from the edge inwards.
    #expect(
      events(.bottom) == [
        "0:00:00.75–0:00:04.33 Kalter Fluss", "0:00:00.75–0:00:04.33 Cold river",
        "0:00:04.75–0:00:06.40 we",
      ])
    #expect(events(.top).first == "0:00:00.75–0:00:04.33 Cold river")
    for position in [LinePosition.bottom, .middle, .top] {
      let style = SubtitleStyle(kind: .karaoke, position: position, width: 640, height: 360)
      let read = LyricsFile.parse(SourceText(name: "a.ass", text: lyrics.ass(style)))
      guard case .timed(let again)? = read.document else {
        Issue.record("not read")
        continue
      }
      #expect(again.lines.map(\.text) == ["Cold river", "Kalter Fluss", "we"])
    }
  }
}
