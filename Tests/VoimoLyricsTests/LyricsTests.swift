import Testing
import VoimoBase
import VoimoLyrics

@Test func `lines are sorted by their starts`() {
  let lyrics = Lyrics(lines: [
    LyricLine(text: "b", start: 2, end: 3), LyricLine(text: "a", start: 1, end: 2),
  ])
  #expect(lyrics.lines.map(\.text) == ["a", "b"])
}
