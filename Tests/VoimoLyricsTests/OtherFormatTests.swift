import Testing
import VoimoBase
import VoimoLyrics

@Suite struct OtherFormatTests {
  @Test func `TTML is read with its word times, backing voices and parts`() {
    let apple = """
      <?xml version="1.0" encoding="utf-8"?>
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:itunes="http://music.apple.com/lyric-ttml-internal" \
      xmlns:ttm="http://www.w3.org/ns/ttml#metadata" itunes:timing="Word" xml:lang="en"><head><metadata>\
      <ttm:agent xml:id="v1" type="person"/><text>not sung</text></metadata></head><body dur="10.0">\
      <div begin="1.0" end="6.0" itunes:songPart="Chorus"><p begin="1.000" end="3.500" ttm:agent="v1">\
      <span begin="1.000" end="1.500">Cold</span> <span begin="1.500" end="1.8">ri</span>\
      <span begin="1.8" end="2.0">ver&amp;</span><span ttm:role="x-bg"><span begin="2.6" end="3.0">(ooh</span> \
      <span begin="3.0" end="3.5">ooh)</span></span><span ttm:role="x-translation">Kalt</span></p></div>\
      <div><p begin="00:00:04.000" dur="1.5s">We<br/>walk</p></div></body></tt>
      """
    let expected = [
      "0:01–0:03.5 [chorus] Cold river& 0:01-0:01.5:Cold 0:01.5-0:02:river&",
      "0:02.6–0:03.5 [chorus] (ooh ooh) 0:02.6-0:03:(ooh 0:03-0:03.5:ooh)",
      "0:04–0:05.5 We walk",
    ]
    for name in ["a.ttml", "a.xml", "a.txt", "a.lrc"] { expectLines(name, apple, expected) }
    expectLines("a.ttml", "\u{FEFF}\n\n  " + apple, expected)
  }

  @Test func `TTML may be short, prefixed and in frames`() {
    expectLines(
      "a.ttml",
      """
      <?xml version="1.0"?>
      <tt xmlns="http://www.w3.org/ns/ttml">
      <body>
      <p begin="00:00:01.000" end="00:00:03.000">Cold river</p>
      </body>
      </tt>
      """, ["0:01–0:03 Cold river"])
    expectLines(
      "a.dfxp",
      "<!-- x --><TT:tt ttp:frameRate='25'><tt:body><tt:div><tt:p begin='25f' end='00:00:03:00'>a</tt:p>"
        + "<tt:p begin=\"500ms\" end=\"1s\">b</tt:p></tt:div></tt:body></TT:tt>",
      ["0:00.5–0:01 b", "0:01–0:03 a"])
    expectLines(
      "a.ttml", "<tt><body><div><p>Cold</p><p>river</p></div><div><p>We</p></div></body></tt>",
      ["[]", "1 Cold", "1 river", "[]", "1 We"])
    expectLines("a.ttml", "<tt><body></body></tt>", [], notes: ["error lyrics-empty"])
  }

  @Test(arguments: [
    // LRCLIB, one song and a search.
    #"{"id":77,"trackName":"River","plainLyrics":"x","syncedLyrics":"[00:01.00] Cold river\n[00:04.00] We walk\n[00:06.00]"}"#,
    #"[{"plainLyrics":"x","syncedLyrics":null},{"syncedLyrics":"[00:01.00]Cold river\n[00:04.00]We walk\n[00:06.00]"}]"#,
    // NetEase.
    #"{"lrc":{"version":1,"lyric":"[00:01.00]Cold river\n[00:04.00]We walk\n[00:06.00]"},"code":200}"#,
    // Spotify.
    #"{"lyrics":{"syncType":"LINE_SYNCED","lines":[{"startTimeMs":"1000","words":"Cold river","syllables":[],"endTimeMs":"0"},{"startTimeMs":"4000","words":"We walk","endTimeMs":"0"},{"startTimeMs":"6000","words":"♪"}]}}"#,
    // Musixmatch.
    #"[{"text":"Cold river","time":{"total":1.0,"minutes":0}},{"text":"We walk","time":{"total":4}},{"text":"","time":{"total":6}}]"#,
    // Whisper without words, YouTube's json3.
    #"{"text":"x","segments":[{"id":0,"start":1.0,"end":4.0,"text":" Cold river"},{"start":4,"end":6,"text":" We walk"}],"language":"en"}"#,
    #"{"wireMagic":"pb3","events":[{"tStartMs":0,"id":1},{"tStartMs":1000,"dDurationMs":3000,"segs":[{"utf8":"Cold river"}]},{"tStartMs":4000,"dDurationMs":2000,"segs":[{"utf8":"We walk"}]}]}"#,
  ])
  func `JSON of the usual services is read`(text: String) {
    let expected = ["0:01–0:04 Cold river", "0:04–0:06 We walk"]
    for name in ["a.json", "a.lrc", "a.txt"] { expectLines(name, text, expected) }
  }

  @Test func `word times in JSON are read`() {
    let expected = ["0:01–0:03 Cold river 0:01-0:01.5:Cold 0:01.5-0:03:river"]
    expectLines(
      "a.json",
      #"{"segments":[{"start":1,"end":3,"text":" Cold river","words":[{"word":" Cold","start":1,"end":1.5},{"word":" river","start":1.5,"end":3}]}]}"#,
      expected)
    expectLines(
      "a.json",
      #"[{"ts":1,"te":3,"l":[{"c":"Cold","o":0},{"c":" ","o":0.5},{"c":"ri","o":0.5},{"c":"ver","o":1}],"x":"Cold river"}]"#,
      expected)
    expectLines(
      "a.json",
      #"{"events":[{"tStartMs":1000,"dDurationMs":2000,"segs":[{"utf8":"Cold"},{"utf8":" river","tOffsetMs":500}]}]}"#,
      expected)
  }

  @Test func `JSON without times gives words, other JSON is refused by name`() {
    expectLines(
      "a.json", #"{"plainLyrics":"Cold\nWe","syncedLyrics":null}"#, ["[]", "1 Cold", "2 We"])
    expectLines(
      "a.json",
      #"{"lyrics":{"syncType":"UNSYNCED","lines":[{"startTimeMs":"0","words":"Cold"},{"startTimeMs":"0","words":"We"}]}}"#,
      ["[]", "1 Cold", "2 We"])
    expectLines(
      "a.json", #"{"instrumental":true,"plainLyrics":null}"#, [], notes: ["error lyrics-empty"])
    expectLines(
      "a.txt", " \n{\"name\": \"x\",\n \"list\": [1]}", [], notes: ["error lyrics-format"])
    let deep = String(repeating: "[", count: 100_000)
    #expect(LyricsFile.parse(SourceText(name: "a.json", text: deep)).document != nil)
  }

  @Test(arguments: [
    ("a.sbv", "0:00:01.000,0:00:03.000\nCold[br]river\n\n0:00:03.000,0:00:04.000\nrun\n"),
    ("a.txt", "0:00:01.000,0:00:03.000\nCold\nriver\n\n0:00:03.000,0:00:04.000\nrun\n"),
    ("a.sub", "{1}{1}25\n{25}{75}{y:i}Cold|/river\n{75}{100}run\n"),
    ("a.txt", "[10][30]Cold|/river\n[30][40]run\n"),
    ("labels.txt", "1.000000\t3.000000\tCold river\n\\\t200\t300\n3,0\t4,0\trun\n"),
    ("a.yrc", "[1000,2000]Cold river\n[3000,1000]run\n"),
  ])
  func `formats with plain numbers are read`(name: String, text: String) {
    expectLines(name, text, ["0:01–0:03 Cold river", "0:03–0:04 run"])
  }

  @Test(arguments: [
    "[1000,2000](1000,500,0)Cold (1500,1500,0)river\n",
    "[1000,2000]Cold (1000,500)river(1500,1500)\n",
    "[ti:x]\n[1000,2000]<0,500,0>Cold <500,1500,0>river\n",
    "#TITLE:x\n#BPM:300\n#GAP:1000\n: 0 10 5 Cold\n: 10 10 5  ri\n* 20 10 6 ver\n: 30 10 6 ~\n- 60\nE\n",
    "#TITLE:x\n#BPM:300,0\n#GAP:0\n: 20 10 5 Cold \nF 30 30 5 river\nE\n",
  ])
  func `formats of karaoke programs are read word by word`(text: String) {
    for name in ["a.txt", "a.krc"] {
      expectLines(name, text, ["0:01–0:03 Cold river 0:01-0:01.5:Cold 0:01.5-0:03:river"])
    }
  }

  @Test func `MicroDVD without a frame rate says what is assumed`() {
    expectLines(
      "a.sub", "{24}{48}Cold\n", ["0:01.001–0:02.002 Cold"],
      notes: ["warning 1:1+12 lyrics-frame-rate"])
  }

  @Test(arguments: [
    ("an HTML page", "\n\n  <!doctype html>\n<html><body>Cold river</body></html>"),
    ("an HTML page", "<HTML>\n<BODY>Cold</BODY></HTML>"),
    ("an HTML page", "<div class=\"lyrics\">Cold<br>river</div>"),
    ("SAMI captions", "<SAMI><BODY><SYNC Start=1000><P>Cold</SAMI>"),
    ("XML in a form", "<?xml version=\"1.0\"?><song><line>Cold</line></song>"),
    (
      "QRC in XML", "<?xml version=\"1.0\"?><QrcInfos><Lyric_1 LyricContent=\"[0,1]a\"/></QrcInfos>"
    ),
    (
      "YouTube captions",
      "<?xml version=\"1.0\"?><transcript><text start=\"1\">a</text></transcript>"
    ),
    ("a score", "<?xml version=\"1.0\"?><score-partwise></score-partwise>"),
    ("SCC captions", "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420"),
    ("a table", "start,end,text\n1.0,3.0,Cold river\n"),
    ("a table", "Text;Start;End\nCold river;1,0;3,0\n"),
    ("encrypted words", String(repeating: "0A9F", count: 40)),
  ])
  func `other text formats are refused by name, wherever they begin`(kind: String, text: String) {
    for name in ["a.txt", "a.lrc"] {
      let reading = LyricsFile.parse(SourceText(name: name, text: "\u{FEFF}\r\n" + text))
      #expect(reading.diagnostics.map(\.message.id) == ["lyrics-format"])
      let message = reading.diagnostics.first?.message
      #expect(message?.text.hasPrefix("the lyrics file is \(kind)") == true, "\(text)")
      #expect(message?.hint?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}abc", "a Word or OpenDocument"), ("%PDF-1.7", "a PDF"),
    (" \n{\\rtf1 Cold}", "an RTF"),
    ("krc18abc", "a packed KRC"), ("ID3abc", "an MP3"),
  ])
  func `documents and songs are refused by name`(text: String, kind: String) {
    let reading = LyricsFile.parse(bytes: Array(text.utf8), name: "a.txt")
    #expect(reading.diagnostics.map(\.message.id) == ["lyrics-not-text"])
    #expect(reading.diagnostics.first?.message.text.contains(kind) == true)
  }

  @Test func `words that only resemble a format are words`() {
    expectLines(
      "a.txt", "<3 you\n{Chorus}\nLa, la; la\nTime, words and love\n: so\n",
      ["[]", "1 <3 you", "[chorus]", "3 La, la; la", "4 Time, words and love", "5 : so"])
  }
}
