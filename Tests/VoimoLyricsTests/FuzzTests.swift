import Foundation
import Testing
import VoimoBase
import VoimoLyrics

/// Files that are good, odd, or broke a reader once; mutations start from them.
private let corpus: [(name: String, text: String)] = [
  (
    "a.lrc",
    "[ti:x]\n[offset:-30]\n[00:01.00][00:09]<00:01.00>Paper <00:01.40>moon<00:02.00>\n[00:05]\n"
  ),
  (
    "a.lrc",
    "[99999:59]a\n[00:00.000000001]b\n[00:59:99]c\n[-1:00]d\n[00:]e\n[:00]f\n<00:01>g\n[00:01"
  ),
  (
    "a.srt",
    "1\n00:00:01,000 --> 00:00:02,500\n<i>a</i> {\\an8}b\n\n2\n00:00:03,000-->00:00:04,000\nc\n"
  ),
  ("a.srt", "-->\n->\n--> 00:01\n00:01 -->\n1\n1\n1\n00:01->00:02\n[a]\n\n00:02 --> 00:01\n[b]\n"),
  (
    "a.ass",
    "[Script Info]\nTitle: x\n[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,"
      + "0:00:02.50,D,{\\k20\\an8}Pa{\\kf30}per,{\\ko9} a\\Nb {\\p1}m{\\p0}\nComment: 0,0:00,0:01,D,c\n"
  ),
  (
    "a.ssa",
    "Format: Text, End\nFormat: Start,End,Text\nDialogue:,,\nDialogue: 0:1,0:0,{{}}}\\\nDialogue: 0:1,0:2,"
      + "{\\kt99999999999\\k-5\\k1e9\\k.}a{\\k}b\nDialogue: 9:59:59.99,0:0,x"
  ),
  (
    "a.lrc",
    "[re:voimo]\n[#:x]\n[section:chorus]\n[00:01.00]<00:01.00>a<00:01.50> <00:02.00>b<00:02.50><00:03.00>\n"
      + "[section:]\n[00:02.50][\u{2060}00:01]<\u{2060}00:01>so<00:04.00>\n"
  ),
  ("a.vtt", "WEBVTT\n\nNOTE\nx\n\nid\n00:01.000 --> 00:03.000 a:b\n<v A>p <00:02.000>&lt;q&gt;\n"),
  (
    "a.txt",
    "[Verse 1: Ada]\nOne (x2)\nx3\n\n[Chorus]\n\n[Chorus x2]\nLa (la)\n## Solo\n\n[Chorus]\n(x2)\n"
  ),
  (
    "a.txt",
    "[]\n[x2]\n[ ]\n(\n)\n[x\n]\n#\n**\n:\n×\nx\n2x\n\u{301}\n歌 👩‍👩‍👧 \u{202E}abc\n[x 32] x32\nx0\n"
  ),
]

/// Pieces that mean something to a reader.
private let pieces = [
  "[", "]", "<", ">", ":", ".", ",", "-->", "\n", "\r\n", "\n\n", "x2", "(x32)", "[Chorus]",
  "00:01",
  "99:99", "<00:00.5>", "&amp;", "{\\", "}", "\u{FEFF}", "\0", "é", "WEBVTT", "NOTE",
  "[offset:9999999]",
  "[Script Info]", "[Events]", "Dialogue: ", "Format: ", ",", "{\\k9}", "{\\kt-1}", "\\N", "\\",
  "\u{2060}", "♪", "[section:]", "9999999999999999999", "\u{2028}", "歌", " ",
]

/// `VOIMO_FUZZ_SEED` and `VOIMO_FUZZ_ROUNDS` try others.
private let fuzzSeed =
  ProcessInfo.processInfo.environment["VOIMO_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_261_123
private let fuzzRounds =
  ProcessInfo.processInfo.environment["VOIMO_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 8000

@Test func `no mutation of a lyrics file traps a reader, a writer or the alignment`() {
  let seed = fuzzSeed
  print("FUZZ lyrics: seed \(seed), \(fuzzRounds) rounds")
  var random = SeededRandom(seed: seed)
  var read = 0
  var readOf: [String: Int] = [:]
  for round in 0..<fuzzRounds {
    let origin = corpus[Int(random.number(in: 0...(Double(corpus.count) - 0.01)))]
    var bytes = Array(origin.text.utf8)
    for _ in 0..<Int(random.number(in: 1...8)) {
      let at = Int(random.unit() * Double(bytes.count + 1))
      switch Int(random.number(in: 0...4.99)) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(at, bytes.count))
      case 1:
        if at < bytes.count { bytes[at] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random) }
      case 2: if at < bytes.count { bytes.removeSubrange(at..<min(bytes.count, at + 5)) }
      case 3:
        let piece = pieces[Int(random.number(in: 0...(Double(pieces.count) - 0.01)))]
        bytes.insert(contentsOf: Array(piece.utf8), at: min(at, bytes.count))
      default:
        let end = min(bytes.count, at + 40)
        if at < end { bytes.insert(contentsOf: bytes[at..<end], at: end) }
      }
    }
    let name = round % 3 == 0 ? "b.\(["lrc", "srt", "vtt", "txt", "ass"][round % 5])" : origin.name
    let reading = LyricsFile.parse(bytes: bytes, name: name)
    #expect(
      (reading.document == nil) == reading.diagnostics.contains { $0.severity == .error },
      "seed \(seed), round \(round)")
    if reading.document != nil { readOf[origin.name, default: 0] += 1 }
    switch reading.document {
    case .timed(let lyrics):
      read += 1
      let odd = lyrics.lines.filter {
        $0.start > $0.end || $0.start < .zero || $0.text.isEmpty
      }
      #expect(
        odd.isEmpty, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
      _ = (lyrics.lrc(), lyrics.srt, lyrics.vtt)
      // What was read from anything can be frozen, and is read again without complaint.
      let frozen = LyricsFile.parse(SourceText(name: "lyrics.lrc", text: lyrics.frozenLRC()))
      #expect(frozen.diagnostics.isEmpty || lyrics.isEmpty, "seed \(seed), round \(round)")
      if case .timed(let again)? = frozen.document {
        #expect(again.lines.map(\.text) == lyrics.lines.map(\.text), "seed \(seed), round \(round)")
      }
      let style = SubtitleStyle(kind: round % 2 == 0 ? .karaoke : .plain, width: 640, height: 360)
      _ = lyrics.cropped(from: 1, to: 4).ass(style)
    case .untimed(let stanzas):
      read += 1
      let activity = (0..<800).map { _ in Float(random.unit()) }
      let hearing = SongHearing(
        activity: round % 5 == 0 ? [] : activity, beats: (0..<16).map { Seconds(Double($0) / 2) },
        duration: 8)
      if round % 10 == 0 {
        let aligned = Alignment.align(stanzas, name: name, to: hearing)
        let texts = aligned.lyrics.lines.map(\.text)
        #expect(texts == stanzas.flatMap { $0.lines.map(\.text) }, "seed \(seed), round \(round)")
      }
    case nil:
      break
    }
  }
  // A fuzzer whose files are all refused tests nothing.
  #expect(read > fuzzRounds * 3 / 10)
  print("FUZZ lyrics: read \(readOf.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
}

@Test func `a file made to be slow is read at once`() {
  let length = LyricsFile.maximumBytes
  func filled(_ piece: String) -> [UInt8] {
    let bytes = Array(piece.utf8)
    return (0..<length).map { bytes[$0 % bytes.count] }
  }
  // Each is the most that is read; quadratic work would show as minutes.
  for piece in [
    "[", "<", "[00:01]", "[00:01]<00:01>a ", "&", "{\\", "(", "x2 ", "[a]", "-", "a ", "((",
    "{\\k1}", "\\", "}", "\u{2060}", "<\u{2060}",
  ] {
    for name in ["a.vtt", "a.txt"] { _ = LyricsFile.parse(bytes: filled(piece), name: name) }
  }
  for piece in ["{", "}", "{\\k1}a", "{\\k1", "\\", ",", "[\u{2060}", "{}"] {
    let event = Array("Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,".utf8)
    _ = LyricsFile.parse(bytes: event + filled(piece).dropLast(event.count), name: "a.ass")
  }
  let cues = String(repeating: "00:01 --> 00:02\n<\n", count: 5000)
  _ = LyricsFile.parse(SourceText(name: "a.srt", text: cues))
  _ = LyricsFile.parse(SourceText(name: "a.txt", text: String(repeating: "[a]\n", count: 10_000)))
}
