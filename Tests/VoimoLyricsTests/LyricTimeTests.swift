import Testing
import VoimoBase
import VoimoLyrics

@Suite struct LyricTimeTests {
  @Test(arguments: [
    ("a.lrc", "[00:60.00]a\n[01:01.00]", "1:00–1:01 a"),
    ("a.lrc", "[00:75.5]a\n[01:17]", "1:15.5–1:17 a"),
    ("a.lrc", "[0:60:00.0]a\n[1:00:01.0]", "1:00:00–1:00:01 a"),
    ("a.lrc", "[00:01.1000]a\n[00:03]", "0:02–0:03 a"),
    ("a.srt", "00:00:60,500 --> 00:01:02,000\na\n", "1:00.5–1:02 a"),
    ("a.srt", "00:75:00,000 --> 01:15:01,000\na\n", "1:15:00–1:15:01 a"),
    ("a.srt", "00:00:01,1000 --> 00:00:03,000\na\n", "0:02–0:03 a"),
    ("a.vtt", "WEBVTT\n\n00:60.000 --> 01:02.000\na\n", "1:00–1:02 a"),
    ("a.ass", "Dialogue: 0,0:00:60.00,0:01:01.00,D,,0,0,0,,a", "1:00–1:01 a"),
  ])
  func `times that rounding made too long are read and said`(
    name: String, text: String, line: String
  ) {
    let reading = LyricsFile.parse(SourceText(name: name, text: text))
    #expect(rows(of: reading.document) == [line])
    #expect(reading.diagnostics.map(\.message.id) == ["lyrics-odd-time"])
  }

  @Test func `what is odd about a time is a sentence`() {
    #expect(
      sentences("a.lrc", "[00:60.00]a") == ["\"00:60.00\" has 60 seconds; it is read as 1:00"])
  }

  @Test(arguments: [
    ("a.lrc", "[-00:00.50]Cold\n[00:03.00]", "0:00–0:03 Cold"),
    ("a.lrc", "[00:-00.50]Cold\n[00:03.00]", "0:00–0:03 Cold"),
    ("a.lrc", "[\u{2212}00:00.50]Cold\n[00:03.00]", "0:00–0:03 Cold"),
    ("a.lrc", "[offset:+2000]\n[00:01.00]Cold\n[00:05]", "0:00–0:03 Cold"),
    ("a.srt", "-00:00:00,500 --> 00:00:02,000\nCold\n", "0:00–0:02 Cold"),
    ("a.srt", "-00:00:-00,-500 --> 00:00:02,000\nCold\n", "0:00–0:02 Cold"),
    ("a.srt", "00:00:-1,500 --> 00:00:02,000\nCold\n", "0:00–0:02 Cold"),
    ("a.vtt", "WEBVTT\n\n-00:00.500 --> 00:02.000\nCold\n", "0:00–0:02 Cold"),
    ("a.ass", "Dialogue: 0,-0:00:00.50,0:00:03.00,D,,0,0,0,,Cold", "0:00–0:03 Cold"),
    ("a.sbv", "-0:00:00.500,0:00:02.000\nCold\n\n0:00:00.000,0:00:02.000\n", "0:00–0:02 Cold"),
  ])
  func `what begins before the song begins with it`(name: String, text: String, line: String) {
    let reading = LyricsFile.parse(SourceText(name: name, text: text))
    #expect(rows(of: reading.document) == [line])
    #expect(reading.diagnostics.map(\.message.id) == ["lyrics-before-song"])
  }

  @Test func `what lies before the song is left out and named`() {
    for (name, text) in [
      ("a.lrc", "[-00:09.00]x\n[-00:08]y\n[-00:07]\n[00:01]a\n[00:02]"),
      ("a.srt", "-00:09,0 --> -00:08,0\nx\n\n-00:08,0 --> 00:00,0\ny\n\n00:01,0 --> 00:02,0\na\n"),
      (
        "a.ass",
        "Dialogue: 0,-0:00:09.00,-0:00:08.00,D,,0,0,0,,x\n"
          + "Dialogue: 0,-0:00:08.00,-0:00:07.00,D,,0,0,0,,y\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a"
      ),
    ] {
      let reading = LyricsFile.parse(SourceText(name: name, text: text))
      #expect(rows(of: reading.document) == ["0:01–0:02 a"], "\(name)")
      #expect(reading.diagnostics.map(\.message.id) == ["lyrics-before-song"], "\(name)")
      #expect(
        reading.diagnostics.first?.message.text.hasSuffix(
          "lie before the song's start (0:00) and are left out") == true, "\(name)")
    }
  }

  @Test(
    arguments: [
      "0:1.5-->0:3", "00:00:01:500 --> 00:00:03:000", "1:500 -> 3:0", "00:01.5 → 00:03.0",
      "00:01,500 —> 00:03,000", "00:00:01,5 –-> 00:00:03,000000000",
    ].filter { $0 != "1:500 -> 3:0" })
  func `cues' times may be written in many ways`(timing: String) {
    expectLines("a.srt", "1\n\(timing)\na\n", ["0:01.5–0:03 a"])
  }

  @Test func `a file named as one with times and without any is an error`() {
    for name in ["a.lrc", "A.LRC"] {
      expectLines(name, "Cold river\nWe walk\n", [], notes: ["error lyrics-no-times"])
    }
    expectLines("a.lrc", "{\"plainLyrics\":\"Cold\"}", [], notes: ["error lyrics-no-times"])
    expectLines("a.srt", "<tt><p>Cold</p></tt>", [], notes: ["error lyrics-no-times"])
    expectLines("a.lrc", "【00:01.00】Cold\n【00:02】", ["0:01–0:02 Cold"])
    #expect(sentences("a.lrc", "Cold river") == ["a.lrc has no times in it"])
  }

  @Test func `a merge conflict is named with its lines`() {
    let conflict = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n"
    expectLines("a.txt", conflict, [], notes: ["error 2:1+12 lyrics-merge-conflict"])
    expectLines(
      "a.lrc",
      "[00:01]a\n<<<<<<< ours\n[00:02]b\n||||||| base\n=======\n[00:03]c\n>>>>>>> theirs\n", [],
      notes: ["error 2:1+12 lyrics-merge-conflict"])
    #expect(
      sentences("a.txt", conflict) == ["lines 2 to 6 are a merge conflict that is not resolved"])
    expectLines(
      "a.txt", "a\n=======\nb\n<3 <<<<<<<<<\n", ["[]", "1 a", "2 =======", "3 b", "4 <3 <<<<<<<<<"])
  }
}
