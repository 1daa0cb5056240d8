import Testing
import VoimoBase
import VoimoLyrics

@Suite struct LRCExtensionTests {
  @Test func `word times may stand in square brackets, the last one is the end`() {
    expectLines(
      "a.lrc",
      "[00:01.00]Cold [00:01.50]river [00:02.00]run[00:02.80]\n[00:04.00]We [00:04.50]walk[00:05.50]\n",
      [
        "0:01–0:02.8 Cold river run 0:01-0:01.5:Cold 0:01.5-0:02:river 0:02-0:02.8:run",
        "0:04–0:05.5 We walk 0:04-0:04.5:We 0:04.5-0:05.5:walk",
      ])
    // The line's own stamp and the first word's, mixed brackets, and no end.
    expectLines(
      "a.lrc",
      "[00:01.00] [00:01.00]Cold <00:01.50>river\n[00:03.00][00:03.20]we [00:03.60]walk\n[00:05]",
      [
        "0:01–0:03 Cold river 0:01-0:01.5:Cold 0:01.5-0:03:river",
        "0:03–0:05 we walk 0:03.2-0:03.6:we 0:03.6-0:05:walk",
      ])
    // An end without word times; words that are stamped without a line's stamp.
    expectLines(
      "a.lrc", "[00:01.00]Cold river[00:02.80]\n<00:04.00>We <00:04.50>walk<00:05.00>\n",
      ["0:01–0:02.8 Cold river", "0:04–0:05 We walk 0:04-0:04.5:We 0:04.5-0:05:walk"])
  }

  @Test func `a line's own end counts, and not a later stamp without words`() {
    expectLines(
      "a.lrc", "[00:04.00]<00:04.00>We <00:04.60>walk<00:05.50>\n[00:06]on[00:07]\n[00:08]",
      ["0:04–0:05.5 We walk 0:04-0:04.6:We 0:04.6-0:05.5:walk", "0:06–0:07 on"])
  }

  @Test func `several stamps before words still repeat the line`() {
    expectLines(
      "a.lrc", "[00:01][00:11]Run [00:02]on[00:03]\n[00:05][00:05]Once\n[00:07]",
      [
        "0:01–0:03 Run on 0:01-0:02:Run 0:02-0:03:on", "0:05–0:07 Once",
        "0:11–0:13 Run on 0:11-0:12:Run 0:12-0:13:on",
      ])
  }

  @Test(arguments: [
    "[00:01.50]a\n[00:03]", "[0:01.5]a\n[0:03]", "[00:01:50]a\n[00:03:00]", "[00:01,500]a\n[00:03]",
    "[00:01.500]a\n[00:03.000]", "【00:01.50】a\n【00:03.00】", "［００：０１．５０］a\n［００：０３］",
    "[ 00:01.50 ]a\n[00:03]", "[00:00:01.500]a\n[00:00:03.00]", "[+00:01.50]a\n[00:03]",
    "[٠٠:٠١.٥٠]a\n[00:03]", "[00:01:500]a\n[00:03]",
  ])
  func `stamps may be written in many ways`(text: String) {
    expectLines("a.lrc", text, ["0:01.5–0:03 a"])
  }

  @Test func `who sings is no word, and backing lines have their own times`() {
    expectLines(
      "a.lrc",
      """
      [00:01.00]v1: <00:01.00>Cold <00:01.50>river<00:02.50>
      [bg:<00:02.60>(ooh <00:03.00>ooh)<00:03.50>]
      [00:04.00]v2: <00:04.00>We <00:04.60>walk<00:05.50>
      [00:05.60][bg: ooh]
      [00:06.00]<00:06.00>v12:on <00:06.50>and<00:07.00>
      [00:07.00]F: she
      [00:08.00]D:both
      [00:09.00]M： he
      [00:10.00]bg:[00:10.00](ah [00:10.50]ah)[00:11.00]
      [bg:[00:11.20]la [00:11.60]la[00:12.00]]
      [00:12.00][v3: low]
      [00:13.00]
      """,
      [
        "0:01–0:02.5 Cold river 0:01-0:01.5:Cold 0:01.5-0:02.5:river",
        "0:02.6–0:03.5 (ooh ooh) 0:02.6-0:03:(ooh 0:03-0:03.5:ooh)",
        "0:04–0:05.5 We walk 0:04-0:04.6:We 0:04.6-0:05.5:walk",
        "0:05.6–0:06 ooh",
        "0:06–0:07 on and 0:06-0:06.5:on 0:06.5-0:07:and",
        "0:07–0:08 she", "0:08–0:09 both", "0:09–0:10 he",
        "0:10–0:11 (ah ah) 0:10-0:10.5:(ah 0:10.5-0:11:ah)",
        "0:11.2–0:12 la la 0:11.2-0:11.6:la 0:11.6-0:12:la",
        "0:12–0:13 low",
      ])
  }

  @Test func `words that only look like a voice's name stay`() {
    expectLines(
      "a.lrc",
      "[00:01]Ada: hello\n[00:02]v: x\n[00:03]vv1: y\n[00:04]f: z\n[00:05][so] what\n[00:06]",
      [
        "0:01–0:02 Ada: hello", "0:02–0:03 v: x", "0:03–0:04 vv1: y", "0:04–0:05 f: z",
        "0:05–0:06 [so] what",
      ])
    let odd = Lyrics(
      lines: ["F: a", "v1: b", "[bg: c]", "[tt]d", "&amp; &lt", "[00:01]e"].enumerated().map {
        LyricLine(
          text: $0.element, start: Seconds(Double($0.offset)), end: Seconds(Double($0.offset + 1)))
      })
    expectLines(
      "a.lrc", odd.lrc(),
      [
        "0:00–0:01 F: a", "0:01–0:02 v1: b", "0:02–0:03 [bg: c]", "0:03–0:04 [tt]d",
        "0:04–0:05 &amp; &lt", "0:05–0:06 [00:01]e",
      ])
  }

  @Test func `word times and translations of LRCX are read, its readings are not sung`() {
    expectLines(
      "a.lrcx",
      """
      [00:01.000]Cold river
      [00:01.000][tt]<0,0><500,5><1500>
      [00:01.000][fu]<ka,0,1>
      [00:01.000][tr:de]Kalter Fluss
      [00:03.000]
      """,
      [
        "0:01–0:02.5 Cold river 0:01-0:01.5:Cold 0:01.5-0:02.5:river", "0:01–0:03 Kalter Fluss",
      ])
  }

  @Test func `tags of any kind are no words`() {
    expectLines(
      "a.lrc",
      "[ti:a]\n[AR: b]\n[al:c]\n[by:d]\n[re:e]\n[ve:1]\n[#:note]\n[length:0:16]\n[id: xyz]\n[kana:あ]\n"
        + "[total:1234]\n[language:eyJ9]\n[00:01]x\n[00:02]",
      ["0:01–0:02 x"])
  }

  @Test func `two lines at one time keep the file's order`() {
    expectLines(
      "a.lrc", "[00:04]b\n[00:01]Cold\n[00:01]Kalt\n[00:01]Froid\n[00:05]",
      ["0:01–0:04 Cold", "0:01–0:04 Kalt", "0:01–0:04 Froid", "0:04–0:05 b"])
  }

  @Test func `brackets without a time are headings or said`() {
    expectLines(
      "a.lrc", "[Chorus]\n[00:01]a\n[副歌]\n[00:02]b\n[某某]\n[00:03]c\n[la la la]\n[00:04]",
      ["0:01–0:02 [chorus] a", "0:02–0:03 [chorus] b", "0:03–0:04 c"],
      notes: ["warning 7:1+10 lyrics-no-time"])
  }
}
