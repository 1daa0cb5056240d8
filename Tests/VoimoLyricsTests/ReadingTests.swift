import Testing
import VoimoBase
import VoimoLyrics

/// Reads `text` and compares its lines, one a row: `start–end text` with words as `start-end:word`.
private func check(
  _ name: String, _ text: String, lines expected: [String], notes: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let reading = LyricsFile.parse(bytes: Array(text.utf8), name: name)
  var found: [String] = []
  switch reading.document {
  case .timed(let lyrics):
    found = lyrics.lines.map { line in
      let words = line.words.map { "\($0.start)-\($0.end):\($0.text)" }
      return
        (["\(line.start)–\(line.end)", line.section.map { "[\($0)]" }, line.text]
        .compactMap { $0 } + words).joined(separator: " ")
    }
  case .untimed(let stanzas):
    for stanza in stanzas {
      let mark = stanza.mark.map { $0.label + ($0.ordinal.map { " \($0)" } ?? "") }
      found.append("[\(mark ?? "")]")
      found += stanza.lines.map { "\($0.sourceLine) \($0.text)" }
    }
  case nil:
    found = []
  }
  #expect(found == expected, sourceLocation: sourceLocation)
  let said = reading.diagnostics.map { diagnostic in
    let place = diagnostic.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
    return "\(diagnostic.severity.rawValue) \(place)\(diagnostic.message.id)"
  }
  #expect(said == notes, sourceLocation: sourceLocation)
  #expect(
    (reading.document == nil) == reading.diagnostics.contains { $0.severity == .error },
    sourceLocation: sourceLocation)
}

// MARK: LRC

@Test func `a line of LRC lasts until the next stamp`() {
  check(
    "a.lrc", "[00:01.50]One\n[00:03.25]Two\n[00:05]\n",
    lines: ["0:01.5–0:03.25 One", "0:03.25–0:05 Two"])
}

@Test func `a line of LRC without an end lasts as long as its words may`() {
  check("a.lrc", "[00:01.00]One\n[01:00.00]Two", lines: ["0:01–0:09 One", "1:00–1:08 Two"])
}

@Test func `several stamps repeat a line`() {
  check(
    "a.lrc", "[00:01][00:05.0]Again\n[00:03]Between\n[00:07]",
    lines: ["0:01–0:03 Again", "0:03–0:05 Between", "0:05–0:07 Again"])
}

@Test func `stamps before words give words`() {
  check(
    "a.lrc", "[00:01.00]<00:01.00>Paper <00:01.40>lan<00:01.60>terns<00:02.00>\n",
    lines: ["0:01–0:02 Paper lanterns 0:01-0:01.4:Paper 0:01.4-0:01.6:lan 0:01.6-0:02:terns"])
  check(
    "a.lrc", "[00:01.00] <00:01.00> a <00:01.40> <00:01.60> b\n[00:02.50]",
    lines: ["0:01–0:02.5 a b 0:01-0:01.4:a 0:01.6-0:02.5:b"])
}

@Test func `word stamps move along with a repeated line`() {
  check(
    "a.lrc", "[00:01.00][00:11.00]<00:01.00>a <00:02.00>b<00:03.00>",
    lines: ["0:01–0:03 a b 0:01-0:02:a 0:02-0:03:b", "0:11–0:13 a b 0:11-0:12:a 0:12-0:13:b"])
}

@Test func `word stamps out of order are left out with a warning`() {
  check(
    "a.lrc", "[00:01.00]<00:03.00>a <00:02.00>b\n[00:04]", lines: ["0:01–0:04 a b"],
    notes: ["warning 1:1+33 lyrics-word-order"])
}

@Test func `a positive offset shows words earlier`() {
  check("a.lrc", "[offset:+500]\n[00:01]a\n[00:02]", lines: ["0:00.5–0:01.5 a"])
  check("a.lrc", "[offset: -500]\n[00:01]a\n[00:02]", lines: ["0:01.5–0:02.5 a"])
  check(
    "a.lrc", "[offset:soon]\n[00:01]a\n[00:02]", lines: ["0:01–0:02 a"],
    notes: ["warning 1:1+13 lyrics-bad-offset"])
}

@Test func `LRC headings name sections`() {
  check(
    "a.lrc", "[Verse 1]\n[00:01]a\n[Refrain: Ada]\n[00:02]b\n[00:03]",
    lines: ["0:01–0:02 [verse] a", "0:02–0:03 [chorus] b"])
}

@Test func `LRC metadata is kept`() {
  let reading = LyricsFile.parse(
    SourceText(name: "a.lrc", text: "[ti: Halogen ]\n[ar:Mira Voss]\n[00:01]a"))
  #expect(reading.metadata == ["title": "Halogen", "artist": "Mira Voss"])
}

@Test(arguments: [
  ("[1:02.5]a\n[1:03]", "1:02.5–1:03 a"),
  ("[01:02,50]a\n[01:03]", "1:02.5–1:03 a"),
  ("[01:02:50]a\n[01:03]", "1:02.5–1:03 a"),
  ("[1:02:03.5]a\n[1:02:04.5]", "1:02:03.5–1:02:04.5 a"),
  ("[100:00.00]a\n[100:01.00]", "1:40:00–1:40:01 a"),
  ("  [00:01]  a  \t b\n[00:02]", "0:01–0:02 a b"),
  ("[00:01]a [b] c\n[00:02]", "0:01–0:02 a [b] c"),
  ("[00:01]2 < 3 <b>\n[00:02]", "0:01–0:02 2 < 3 <b>"),
])
func `times and words in LRC may be written in many ways`(text: String, line: String) {
  check("a.lrc", text, lines: [line])
}

@Test func `an impossible time is an error at its place`() {
  check(
    "a.lrc", "[00:01]a\n[9999:75.00]b\n[00:03]<6000:00>c", lines: [],
    notes: ["error 2:2+10 lyrics-bad-time", "error 3:9+7 lyrics-bad-time"])
}

@Test func `a line of LRC without a time is left out with a warning`() {
  check(
    "a.lrc", "[00:01]a\nlost\n[00:02]", lines: ["0:01–0:02 a"],
    notes: ["warning 2:1+4 lyrics-no-time"])
}

// MARK: SRT and VTT

@Test func `cues have their times and lose their styling`() {
  check(
    "a.srt",
    """
    1
    00:00:01,000 --> 00:00:02,500 X1:0 Y1:0
    <i>Paper</i> {\\an8}lanterns
    drift <3

    2
    00:00:03,000 --> 00:00:04,000
    ♪ across & over ♪

    """,
    lines: ["0:01–0:02.5 Paper lanterns drift <3", "0:03–0:04 across & over"])
}

@Test func `sloppy SRT is read`() {
  check(
    "a.srt",
    "1\n0:1.5-->00:02.5\na\n2\n00:02,0 -> 00:03,5\nb\n1999\n\n\n00:09,000 --> 00:08,000\nlast\n",
    lines: ["0:01.5–0:02.5 a", "0:02–0:03.5 b 1999", "0:09–0:17 last"],
    notes: ["warning 10:1+23 lyrics-ends-early"])
}

@Test func `cues without an end last until the next one`() {
  check(
    "a.srt", "00:01,0 -->\na\n\n00:03,0 --> 00:04,0\nb\n\n00:20 --> \nc\n",
    lines: ["0:01–0:03 a", "0:03–0:04 b", "0:20–0:28 c"],
    notes: ["warning 1:1+11 lyrics-no-end", "warning 7:1+10 lyrics-no-end"])
}

@Test func `joiners that guard nothing are left as they are`() {
  check(
    "a.srt", "00:01,0 --> 00:02,0\nc \u{2060}\n\n00:02,0 --> 00:03,0\n\u{2060}\n",
    lines: ["0:01–0:02 c \u{2060}", "0:02–0:03 \u{2060}"])
}

@Test func `cues may overlap and come in any order`() {
  check(
    "a.srt", "00:05,0 --> 00:08,0\nb\n\n00:01,0 --> 00:06,0\na\n",
    lines: ["0:01–0:06 a", "0:05–0:08 b"])
}

@Test func `VTT settings, blocks, tags and word times are understood`() {
  check(
    "a.vtt",
    """
    WEBVTT - a song
    Kind: captions

    STYLE
    ::cue { color: red }

    NOTE
    not sung

    first
    00:01.000 --> 00:03.000 align:start position:10%
    <v Ada>Paper <00:01.500><c.loud>lanterns</c> <00:02.000>&lt;drift&gt;
    """,
    lines: [
      "0:01–0:03 Paper lanterns <drift> 0:01-0:01.5:Paper 0:01.5-0:02:lanterns 0:02-0:03:<drift>"
    ])
}

@Test func `descriptions of sounds are left out and section names kept`() {
  check(
    "a.srt",
    "00:01,0 --> 00:02,0\n[guitar]\n\n00:02,0 --> 00:03,0\n[Chorus]\n\n00:03,0 --> 00:04,0\na\n",
    lines: ["0:03–0:04 [chorus] a"], notes: ["warning 1:1+19 lyrics-description"])
}

@Test func `a broken cue time is an error at its line`() {
  check(
    "a.srt", "00:01,0 --> 00:02,0\na\n\nxx:01 --> 00:02\nb\n\n200:00:01,0 --> 00:72,0\nc",
    lines: [],
    notes: [
      "error 4:1+15 lyrics-bad-time", "error 7:1+11 lyrics-bad-time",
      "warning 7:17+7 lyrics-odd-time",
    ])
}

@Test func `text that belongs to no cue is left out with a warning`() {
  check(
    "a.srt", "hello\n\n00:01,0 --> 00:02,0\na", lines: ["0:01–0:02 a"],
    notes: ["warning 1:1+5 lyrics-no-time"])
  check("a.vtt", "WEBVTT\n\n", lines: [], notes: ["error lyrics-empty"])
}

// MARK: Plain text

@Test func `headings and blank lines make stanzas`() {
  check(
    "a.txt", "[Verse 1: Ada]\nOne\n Two \n\nThree\n\n\n## Pre-Chorus\n\nFour\nChorus:\nFive",
    lines: [
      "[verse 1]", "2 One", "3 Two", "[]", "5 Three", "[pre-chorus]", "10 Four", "[chorus]",
      "12 Five",
    ])
}

@Test func `a heading without lines repeats its part`() {
  check(
    "a.txt", "[Chorus]\nLa\nLi\n\n[Verse 2]\nLo\n\n[Chorus]\n\n[Solo]\n\n[Chorus x2]",
    lines: [
      "[chorus]", "2 La", "3 Li", "[verse 2]", "6 Lo", "[chorus]", "2 La", "3 Li", "[solo]",
      "[chorus]", "2 La", "3 Li", "[chorus]", "2 La", "3 Li",
    ])
}

@Test func `repeats are written out`() {
  check(
    "a.txt", "Hey (x2)\nHo x 2\nLet's go ×1",
    lines: ["[]", "1 Hey", "1 Hey", "2 Ho", "2 Ho", "3 Let's go"])
  check("a.txt", "a\nb\nx2\n\nc", lines: ["[]", "1 a", "2 b", "[]", "1 a", "2 b", "[]", "5 c"])
  check(
    "a.txt", "a\nb\n\n(x3)", lines: ["[]", "1 a", "2 b", "[]", "1 a", "2 b", "[]", "1 a", "2 b"])
  check("a.txt", "[Hook] 2x\na", lines: ["[chorus]", "2 a", "[chorus]", "2 a"])
  check("a.txt", "x2\na", lines: ["[]", "2 a"], notes: ["warning 1:1+2 lyrics-repeat"])
  check("a.txt", "a x999\nb", lines: [], notes: ["error 1:1+6 lyrics-repeat"])
}

@Test func `words that look like headings or repeats are words`() {
  check(
    "a.txt", "(ooh)\nTHE END\nStop:\nI\nx\nApt 2x4\nMalcolm X\n[Ada:] hello\nBridge over water",
    lines: [
      "[]", "1 (ooh)", "2 THE END", "3 Stop:", "4 I", "5 x", "6 Apt 2x4", "7 Malcolm X",
      "8 [Ada:] hello", "9 Bridge over water",
    ])
}

@Test func `headings, repeats and ad-libs may be written in many ways`() {
  check(
    "a.txt", "(Chorus)\nLa (oh yeah)\n\n*Verse 2*\nLo 2x\n\n[CHORUS]\n(x2)",
    lines: [
      "[chorus]", "2 La (oh yeah)", "[verse 2]", "5 Lo", "5 Lo", "[chorus]", "2 La (oh yeah)",
      "[chorus]", "2 La (oh yeah)",
    ])
  check(
    "a.txt", "[Chorus]\nLa\n\n[Chorus] ×2",
    lines: ["[chorus]", "2 La", "[chorus]", "2 La", "[chorus]", "2 La"])
  check(
    "a.txt", "[Estribillo]\nLa\n\n[Refrain (x2)]",
    lines: ["[chorus]", "2 La", "[chorus]", "2 La", "[chorus]", "2 La"])
}

// MARK: Files

@Test func `byte order marks, Windows line ends and old encodings are read`() {
  check("a.txt", "\u{FEFF}One\r\nTwo\rThree", lines: ["[]", "1 One", "2 Two", "3 Three"])
  func words(_ bytes: [UInt8]) -> (String, [String]) {
    let reading = LyricsFile.parse(bytes: bytes, name: "a.txt")
    guard case .untimed(let stanzas)? = reading.document else { return ("", []) }
    let text = stanzas.flatMap { $0.lines.map(\.text) }.joined(separator: "|")
    return (text, reading.diagnostics.map(\.message.id))
  }
  #expect(
    words([0x43, 0x61, 0x66, 0xE9, 0x0A, 0x93, 0x61, 0x94]) == ("Café|“a”", ["lyrics-not-utf8"]))
  let utf16 = Array("Ünïcode\n歌".utf16)
  #expect(
    words([0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).0 == "Ünïcode|歌")
  #expect(
    words([0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }).0 == "Ünïcode|歌")
}

@Test func `what holds no lyrics is refused in a sentence`() {
  func ids(_ bytes: [UInt8], _ name: String = "a.txt") -> [String] {
    let reading = LyricsFile.parse(bytes: bytes, name: name)
    #expect(reading.document == nil)
    return reading.diagnostics.map(\.message.id)
  }
  #expect(ids([]) == ["lyrics-empty"])
  #expect(ids(Array(" \n\t\r\n".utf8)) == ["lyrics-empty"])
  #expect(ids(Array("[Chorus]\n[Verse]\n".utf8)) == ["lyrics-empty"])
  #expect(ids(Array("[ti:x]\n".utf8), "a.lrc") == ["lyrics-empty"])
  #expect(ids(Array("PK\u{3}\u{4}abc".utf8)) == ["lyrics-not-text"])
  #expect(ids([0x61, 0x00, 0x62]) == ["lyrics-not-text"])
  #expect(ids(Array("[Script Info]\nTitle: x".utf8)) == ["lyrics-empty"])
  #expect(ids([UInt8](repeating: 0x61, count: LyricsFile.maximumBytes + 1)) == ["lyrics-too-large"])
  #expect(ids([UInt8](repeating: 0x0A, count: 20_000) + [0x61]) == ["lyrics-too-long"])
}

@Test func `a file that grows by its repeats is refused`() {
  let text =
    "[a]\n" + String(repeating: "la\n", count: 400) + String(repeating: "[a x32]\n\n", count: 30)
  let reading = LyricsFile.parse(SourceText(name: "a.txt", text: text))
  #expect(reading.document == nil)
  #expect(reading.diagnostics.map(\.message.id) == ["lyrics-too-long"])
  let stamps = (0..<11_000).map { "[\($0 / 60):\($0 % 60)]" }.joined() + "la"
  #expect(LyricsFile.parse(SourceText(name: "a.lrc", text: stamps)).document == nil)
}

@Test func `a positive offset holds for the whole file, wherever it stands`() {
  check(
    "a.lrc", "[00:01]a\n[00:02]b\n[offset:+500]\n[00:03]",
    lines: ["0:00.5–0:01.5 a", "0:01.5–0:02.5 b"])
}

@Test func `every usual tag of LRC is known, comments are not words`() {
  let reading = LyricsFile.parse(
    SourceText(
      name: "a.lrc",
      text:
        "[ti:t]\n[ar:a]\n[al:b]\n[by:m]\n[re:e]\n[ve:2]\n[length: 3:21]\n[au:u]\n[#:Chorus]\n[00:01]x"
    ))
  #expect(reading.diagnostics.isEmpty)
  #expect(
    reading.metadata == [
      "title": "t", "artist": "a", "album": "b", "by": "m", "tool": "e", "version": "2",
      "length": "3:21", "author": "u",
    ])
  check("a.lrc", "[#:Chorus]\n[00:01]x\n[00:02]", lines: ["0:01–0:02 x"])
}

@Test func `a section of LRC ends where the file says so`() {
  check(
    "a.lrc", "[section:chorus]\n[00:01]a\n[section:]\n[00:02]b\n[00:03]",
    lines: ["0:01–0:02 [chorus] a", "0:02–0:03 b"])
}

@Test func `a first word of LRC without a stamp begins with its line`() {
  check(
    "a.lrc", "[00:01.00]Paper <00:01.40>moon<00:02.00>",
    lines: ["0:01–0:02 Paper moon 0:01-0:01.4:Paper 0:01.4-0:02:moon"])
}

@Test func `stamps that cover several words share them out`() {
  check(
    "a.lrc", "[00:01.00]<00:01.00>one two <00:03.00>three<00:04.00>",
    lines: ["0:01–0:04 one two three 0:01-0:02:one 0:02-0:03:two 0:03-0:04:three"])
  check(
    "a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\none two <00:03.000>three",
    lines: ["0:01–0:04 one two three 0:01-0:02:one 0:02-0:03:two 0:03-0:04:three"])
}

@Test func `an end inside a line lets lines overlap`() {
  check(
    "a.lrc", "[00:01.00]a<00:05.00>\n[00:03.00]b<00:04.00>\n",
    lines: ["0:01–0:05 a", "0:03–0:04 b"])
}

@Test func `a hundred problems are not a hundred messages`() {
  let text = String(repeating: "[00:99]a\n", count: 200)
  let reading = LyricsFile.parse(SourceText(name: "a.lrc", text: text))
  #expect(reading.diagnostics.count == 51)
  #expect(reading.diagnostics.last?.message.text == "and 150 more problems in this file")
}
