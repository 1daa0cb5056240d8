import Testing
import VoimoBase
import VoimoLyrics

@Suite struct CaptionTests {
  @Test func `rolling captions of YouTube are sung once, with their word times`() {
    expectLines(
      "a.vtt",
      """
      WEBVTT
      Kind: captions

      00:00:01.000 --> 00:00:03.400 align:start position:0%
      \u{20}
      cold<00:00:01.500><c> river</c><00:00:02.000><c> under</c><00:00:02.600><c> stone</c>

      00:00:03.400 --> 00:00:03.410 align:start position:0%
      cold river under stone
      \u{20}

      00:00:03.410 --> 00:00:06.000 align:start position:0%
      cold river under stone
      we<00:00:03.900><c> walk</c><00:00:04.300><c> alone</c>

      00:00:06.000 --> 00:00:06.010 align:start position:0%
      we walk alone
      \u{20}

      00:00:06.010 --> 00:00:08.000 align:start position:0%
      we walk alone
      till<00:00:06.500><c> morning</c>
      """,
      [
        "0:01–0:03.4 cold river under stone 0:01-0:01.5:cold 0:01.5-0:02:river "
          + "0:02-0:02.6:under 0:02.6-0:03.4:stone",
        "0:03.41–0:06 we walk alone 0:03.41-0:03.9:we 0:03.9-0:04.3:walk 0:04.3-0:06:alone",
        "0:06.01–0:08 till morning 0:06.01-0:06.5:till 0:06.5-0:08:morning",
      ])
  }

  /// Cues as SRT: texts with their starts and ends in seconds.
  private func srt(_ cues: [(Double, Double, String)]) -> String {
    func time(_ seconds: Double) -> String {
      let thousandths = Int((seconds * 1000).rounded())
      let rest = String(thousandths % 1000)
      let digits = String(repeating: "0", count: 3 - rest.count) + rest
      return "00:00:0\(thousandths / 1000),\(digits)"
    }
    return cues.enumerated().map { "\($0 + 1)\n\(time($1.0)) --> \(time($1.1))\n\($1.2)\n" }
      .joined(separator: "\n")
  }

  @Test func `rolling captions are unrolled after a conversion too`() {
    let expected = ["0:01–0:03.4 a b", "0:03.41–0:06 c d", "0:06.01–0:08 e"]
    expectLines(
      "a.srt",
      srt([
        (1, 3.4, "a b"), (3.4, 3.41, "a b"), (3.41, 6, "a b\nc d"), (6, 6.01, "c d"),
        (6.01, 8, "c d\ne"),
      ]), expected)
    // Without the cues that hold, and with three rows.
    expectLines(
      "a.srt", srt([(1, 3.4, "a b"), (3.41, 6, "a b\nc d"), (6.01, 8, "c d\ne")]), expected)
    expectLines(
      "a.srt", srt([(1, 3.4, "a b"), (3.41, 6, "a b\nc d"), (6.01, 8, "a b\nc d\ne")]), expected)
    // A line that the song repeats is sung again.
    expectLines(
      "a.srt",
      srt([
        (1, 3, "la"), (3, 3.01, "la"), (3.01, 5, "la\nla"), (5, 5.01, "la"), (5.01, 8, "la\nso"),
      ]),
      ["0:01–0:03 la", "0:03.01–0:05 la", "0:05.01–0:08 so"])
  }

  @Test func `captions that grow word by word become lines`() {
    expectLines(
      "a.srt",
      srt([
        (1, 1.5, "cold"), (1.5, 2, "cold river"), (2, 3, "cold river run"), (4, 5, "we"),
        (5, 6, "we walk"),
      ]),
      [
        "0:01–0:03 cold river run 0:01-0:01.5:cold 0:01.5-0:02:river 0:02-0:03:run",
        "0:04–0:06 we walk 0:04-0:05:we 0:05-0:06:walk",
      ])
  }

  @Test func `a song that repeats itself is left as it is`() {
    let cues = [
      (1.0, 2.0, "la la"), (2.0, 3.0, "la la"), (3.0, 4.0, "hey\nho"), (4.0, 5.0, "ho\nlet's go"),
      (5.0, 6.0, "one\ntwo"), (6.0, 7.0, "three\nfour"),
    ]
    expectLines(
      "a.srt", srt(cues),
      [
        "0:01–0:02 la la", "0:02–0:03 la la", "0:03–0:04 hey ho", "0:04–0:05 ho let's go",
        "0:05–0:06 one two", "0:06–0:07 three four",
      ])
  }

  @Test func `only an empty line ends a cue`() {
    expectLines(
      "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWe walk\n \nalone\n\n00:02.000 --> 00:03.000\nx",
      ["0:01–0:02 We walk alone", "0:02–0:03 x"])
    expectLines(
      "a.srt", "1\n00:01,0 --> 00:02,0\nWe walk\n\t\nalone\n \n2\n00:02,0 --> 00:03,0\nx",
      ["0:01–0:02 We walk alone", "0:02–0:03 x"])
  }

  @Test(arguments: [("<u>", "</u>"), ("<font color=\"#00ff00\">", "</font>"), ("<b>", "</b>")])
  func `cues that mark one word after the other are one line`(open: String, close: String) {
    let expected = [
      "0:01–0:03 Cold river run 0:01-0:01.5:Cold 0:01.5-0:02:river 0:02.2-0:03:run",
      "0:03–0:04 So",
    ]
    expectLines(
      "a.srt",
      srt([
        (1, 1.5, "\(open)Cold\(close) river run"), (1.5, 2, "Cold \(open)river\(close) run"),
        (2, 2.2, "Cold river run"), (2.2, 3, "Cold river \(open)run\(close)"), (3, 4, "So"),
      ]), expected)
    // Marks that grow.
    expectLines(
      "a.srt",
      srt([
        (1, 1.5, "\(open)Cold\(close) river run"), (1.5, 2, "\(open)Cold river\(close) run"),
        (2.2, 3, "\(open)Cold river run\(close)"), (3, 4, "So"),
      ]), expected)
  }

  @Test func `marks that begin anew sing the line again`() {
    expectLines(
      "a.srt",
      srt([
        (1, 2, "<u>la</u> le"), (2, 3, "la <u>le</u>"), (3, 4, "<u>la</u> le"),
        (4, 5, "la <u>le</u>"),
      ]),
      ["0:01–0:03 la le 0:01-0:02:la 0:02-0:03:le", "0:03–0:05 la le 0:03-0:04:la 0:04-0:05:le"])
  }

  @Test func `one word that is always slanted marks nothing`() {
    expectLines(
      "a.srt", srt([(1, 2, "<i>so</i> it goes"), (3, 4, "on")]),
      ["0:01–0:02 so it goes", "0:03–0:04 on"])
  }

  @Test func `scripts mark words with colors`() {
    expectLines(
      "a.ass",
      """
      Dialogue: 0,0:00:01.00,0:00:01.50,D,,0,0,0,,{\\1c&HFF00&}Cold{\\r} river
      Dialogue: 0,0:00:01.50,0:00:02.00,D,,0,0,0,,Cold {\\1c&HFF00&}river{\\r}
      """, ["0:01–0:02 Cold river 0:01-0:01.5:Cold 0:01.5-0:02:river"])
  }

  @Test func `readings of ruby are not sung`() {
    expectLines(
      "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>漢字<rt>かんじ</rt></ruby>の歌",
      ["0:01–0:02 漢字の歌"])
  }
}
