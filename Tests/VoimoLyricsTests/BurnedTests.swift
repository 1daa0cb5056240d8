import Testing
import VoimoBase
import VoimoLyrics

/// The script from which words are drawn into pictures.
@Suite struct BurnedTests {
  private func events(_ script: String) -> [String] {
    script.split(separator: "\n").filter { $0.hasPrefix("Dialogue:") }.map(String.init)
  }

  private func style(
    _ kind: SubtitleStyle.Kind, _ position: LinePosition = .bottom
  ) -> SubtitleStyle {
    SubtitleStyle(kind: kind, position: position, width: 640, height: 360)
  }

  @Test func `lines that begin together appear at once, and at the bottom the first is on top`() {
    let lyrics = Lyrics(lines: [
      LyricLine(text: "original", start: 10, end: 12),
      LyricLine(text: "translation", start: 10.05, end: 12),
      LyricLine(text: "next", start: 14, end: 15),
    ])
    for kind in SubtitleStyle.Kind.allCases {
      for position in LinePosition.allCases {
        let shown = events(lyrics.burned(style(kind, position)))
        let texts = shown.map { event in
          ["original", "translation", "next"].first { event.hasSuffix($0) } ?? event
        }
        #expect(
          texts
            == (position == .bottom
              ? ["translation", "original", "next"] : ["original", "translation", "next"]))
        let starts = shown.map { $0.split(separator: ",")[1] }
        #expect(starts[0] == starts[1] && starts[1] != starts[2])
      }
    }
    // A file for other programs keeps the order of the lines.
    #expect(events(lyrics.ass(style(.plain)))[0].hasSuffix("original"))
  }

  @Test func `a word that is read from right to left is turned, letter by letter`() {
    let lyrics = Lyrics(lines: [
      LyricLine(
        text: "ab אב", start: 1, end: 3,
        words: [LyricWord(text: "ab", start: 1, end: 2), LyricWord(text: "אב", start: 2, end: 3)])
    ])
    let event = events(lyrics.burned(style(.karaoke)))[0]
    #expect(
      event.hasSuffix(
        "{\\kf100}ab {\\frz180\\frx180\\fry180}{\\kf50}א{\\kf50}ב{\\frz0\\frx0\\fry0}"), "\(event)")
    #expect(events(lyrics.ass(style(.karaoke)))[0].hasSuffix("{\\kf100}ab {\\kf100}אב"))
  }

  @Test func `letters share a word's time to the hundredth, with their marks`() {
    for (word, letters) in [("שָׁלוֹם", 4), ("مرحبا", 5), ("אב!", 3), ("א\u{200F}ב", 2), ("א1", 2)] {
      let lyrics = Lyrics(lines: [
        LyricLine(
          text: word, start: 1, end: 2, words: [LyricWord(text: word, start: 1, end: 2)])
      ])
      let event = events(lyrics.burned(style(.karaoke)))[0]
      let times = event.split(separator: "\\kf").dropFirst().compactMap {
        Int($0.prefix { $0.isNumber })
      }
      #expect(times.count == letters && times.reduce(0, +) == 100, "\(word): \(event)")
    }
  }
}
