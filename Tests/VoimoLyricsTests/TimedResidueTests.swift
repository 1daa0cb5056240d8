import Testing
import VoimoBase
import VoimoLyrics

/// Lines with times that nobody sings: names of parts, rests, credits, what tools add.
@Suite struct TimedResidueTests {
  @Test func `a stamped heading in LRC names the part of the lines below it`() {
    expectLines(
      "a.lrc",
      """
      [00:01.00][Chorus]
      [00:02.00]la
      [00:04.00]Verse 2:
      [00:05.00]lo
      [00:07.00](Guitar Solo)
      [00:09.00]【副歌】
      [00:10.00]li
      """,
      ["0:02–0:04 [chorus] la", "0:05–0:07 [verse] lo", "0:10–0:18 [chorus] li"])
  }

  @Test func `a sung line in brackets stays`() {
    expectLines(
      "a.lrc", "[00:01.00][I love you]\n[00:02.00](ooh)\n[00:03.00]Bridge\n[00:04.00]Hook",
      ["0:01–0:02 [I love you]", "0:02–0:03 (ooh)", "0:03–0:04 Bridge", "0:04–0:12 Hook"])
  }

  @Test func `notes alone are a rest and end the line before`() {
    expectLines(
      "a.lrc", "[00:01.00]la\n[00:02.50]♪\n[00:04.00]♪ lo\n[00:05.00]♫♫ ♪",
      ["0:01–0:02.5 la", "0:04–0:05 ♪ lo"])
  }

  @Test(arguments: [
    "作词 : 张三", "作曲：李四", "编曲:王五", "词/曲：张三", "混音师：A", "母带工程师 : B", "音乐制作人：C", "录音棚：D 工作室",
    "OP：E", "작사: F", "作詞・作曲：G", "Written by: Ada", "Lyrics by Ada & Bo", "Composer: Ada",
    "纯音乐，请欣赏", "此歌曲为没有填词的纯音乐，请您欣赏", "www.example.com", "by RentAnAdviser.com",
    "Subtitles by the Amara.org community", "Untertitel von Ada", "Sous-titres réalisés par Ada",
    "Captions by Ada", "Редактор субтитров А. Б.", "字幕由 Ada 提供",
  ])
  func `credits and lines of tools are not sung`(credit: String) {
    expectLines(
      "a.lrc", "[00:01.00]\(credit)\n[00:02.00]la\n[00:04.00]lo",
      ["0:02–0:04 la", "0:04–0:12 lo"],
      notes: ["warning 1:1+\(10 + credit.unicodeScalars.count) lyrics-residue"])
    expectLines(
      "a.srt",
      "1\n00:00:01,000 --> 00:00:02,000\nla\n\n2\n00:00:03,000 --> 00:00:04,000\n\(credit)",
      ["0:01–0:02 la"], notes: ["warning 6:1+29 lyrics-residue"])
  }

  @Test(arguments: [
    "曲がり角で待つ", "词不达意：我说", "Written in the stars", "Music by my side tonight it plays",
    "She said: go", "Subtitle of my life", "Auteur de ma vie",
  ])
  func `words that only look like it are sung`(line: String) {
    let before = (10..<19).map { "[00:\($0).00]la" }
    let after = (10..<19).map { "[01:\($0).00]la" }
    let text = (before + ["[00:30.00]\(line)"] + after).joined(separator: "\n")
    let reading = LyricsFile.parse(SourceText(name: "a.lrc", text: text))
    #expect(rows(of: reading.document).contains { $0.hasSuffix(line) })
  }

  @Test func `one sentence names all of them`() {
    #expect(
      sentences("a.lrc", "[00:01.00]作词 : A\n[00:02.00]作曲 : B\n[00:03.00]la").first
        == "lines 1 and 2 name people or services (\"作词 : A\") and are not sung")
  }

  @Test(arguments: ["[Chorus]", "(Chorus)", "Verse 2:", "CHORUS", "♪", "\u{2060}[Chorus]", "【副歌】"])
  func `a line that would be taken for a heading survives being written`(text: String) {
    let lyrics = Lyrics(lines: [
      LyricLine(text: text, start: Seconds(1), end: Seconds(2), words: []),
      LyricLine(text: "la", start: Seconds(3), end: Seconds(4), words: []),
    ])
    expectLines("a.lrc", lyrics.lrc(), ["0:01–0:02 \(text)", "0:03–0:04 la"])
  }
}
