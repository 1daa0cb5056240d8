import Foundation
import Testing
import VoimoBase
import VoimoLyrics

/// Words of many scripts, and such as mean something to one of the formats.
private let vocabulary = [
  "la", "don't", "Ünïcode", "歌う", "<b>", "</i>", "&amp;", "&", "{\\k}", "{\\an8}", "{", "}", "x2",
  "a\\Nb", "\\", "-->", "->", "(hey)", "1999", "1", "[ooh]", "♪", "“so”", "ще", "[00:01.00]",
  "<00:01.00>", "<00:07", "00:09>", "[offset:5]", "[Chorus]", "NOTE", "WEBVTT", "00:01", "שלום",
  "مرحبا", "👩‍👩‍👧‍👦", "🇯🇵", "e\u{301}", "\u{2060}", "a\u{2060}", "<\u{2060}b>", "{\\k50}", "Dialogue:",
  ",",
  "<\u{2060}00:01.00>", "[\u{2060}00:01.00]", "--\u{2060}>", "#", "[", "]", "(", "\u{202E}abc",
  String(repeating: "looong", count: 200),
]

/// Random lyrics on a grid of hundredths.
private func randomLyrics(
  _ random: inout SeededRandom, words withWords: Bool, overlaps: Bool = false
) -> Lyrics {
  var lines: [LyricLine] = []
  var time = Int(random.number(in: 0...3000))
  for _ in 0..<Int(random.number(in: 1...12)) {
    let start = time
    var words: [LyricWord] = []
    for _ in 0..<Int(random.number(in: 1...6)) {
      let from = time
      time += Int(random.number(in: 1...180))
      let index = Int(random.unit() * Double(vocabulary.count))
      words.append(
        LyricWord(
          text: vocabulary[index], start: Seconds(Double(from) / 100),
          end: Seconds(Double(time) / 100)))
      if random.unit() < 0.4 { time += Int(random.number(in: 1...50)) }
    }
    // The line may be held after its last word.
    if random.unit() < 0.3 { time += 40 }
    let sections = [nil, "chorus", "verse", "ad-lib"]
    lines.append(
      LyricLine(
        text: words.map(\.text).joined(separator: " "), start: Seconds(Double(start) / 100),
        end: Seconds(Double(time) / 100), words: withWords ? words : [],
        section: sections[Int(random.unit() * 4)]))
    if random.unit() < 0.6 { time += Int(random.number(in: 1...2000)) }
    if overlaps, random.unit() < 0.3 { time -= min(time - start, 130) }
  }
  return Lyrics(lines: lines)
}

/// Lines, one a row, with their times in hundredths.
private func rows(_ lyrics: Lyrics, words: Bool, sections: Bool) -> [String] {
  func hundredths(_ time: Seconds) -> String { String(Int((time.value * 100).rounded())) }
  return lyrics.lines.map { line in
    var row = [line.text, hundredths(line.start), hundredths(line.end)]
    if sections { row.append(line.section ?? "-") }
    for word in words ? line.words : [] {
      row += [word.text, hundredths(word.start), hundredths(word.end)]
    }
    return row.joined(separator: " ")
  }
}

private func check(
  _ lyrics: Lyrics, survive text: String, as name: String, words: Bool = true,
  sections: Bool = false, seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
) {
  let reading = LyricsFile.parse(SourceText(name: name, text: text))
  guard case .timed(let read)? = reading.document else {
    Issue.record(
      "seed \(seed): \(name) was not read back:\n\(text)", sourceLocation: sourceLocation)
    return
  }
  let said = reading.diagnostics.map(\.message.text)
  #expect(said.isEmpty, "seed \(seed), \(name)", sourceLocation: sourceLocation)
  let found = rows(read, words: words, sections: sections)
  let expected = rows(lyrics, words: words, sections: sections)
  for (found, expected) in zip(found, expected) where found != expected {
    Issue.record(
      "seed \(seed), \(name): \(found.debugDescription), not \(expected.debugDescription)",
      sourceLocation: sourceLocation)
  }
  #expect(found.count == expected.count, "seed \(seed), \(name)", sourceLocation: sourceLocation)
  #expect(read.lines.allSatisfy { $0.confidence == 1 }, sourceLocation: sourceLocation)
}

@Test func `LRC is read back to a hundredth of a second, whatever the words are`() {
  for seed in UInt64(1)...400 {
    var random = SeededRandom(seed: seed)
    for withWords in [true, false] {
      let lyrics = randomLyrics(&random, words: withWords)
      check(lyrics, survive: lyrics.lrc(), as: "a.lrc", seed: seed)
    }
  }
}

@Test func `SRT is read back to a hundredth of a second, whatever the words are`() {
  for seed in UInt64(1)...400 {
    var random = SeededRandom(seed: seed)
    let lyrics = randomLyrics(&random, words: true, overlaps: true)
    check(lyrics, survive: lyrics.srt, as: "a.srt", words: false, seed: seed)
  }
}

@Test func `VTT is read back to a hundredth of a second, whatever the words are`() {
  for seed in UInt64(1)...400 {
    var random = SeededRandom(seed: seed)
    for withWords in [true, false] {
      let lyrics = randomLyrics(&random, words: withWords, overlaps: true)
      // A cue of one word has its time already and no stamp for it.
      let several = Lyrics(lines: lyrics.lines.filter { $0.words.count != 1 })
      guard !several.isEmpty else { continue }
      check(several, survive: several.vtt, as: "a.vtt", seed: seed)
    }
  }
}

@Test func `ASS is read back to a hundredth of a second, whatever the words are`() {
  let karaoke = SubtitleStyle(kind: .karaoke, width: 1280, height: 720)
  let plain = SubtitleStyle(kind: .plain, width: 1280, height: 720)
  for seed in UInt64(1)...400 {
    var random = SeededRandom(seed: seed)
    let lyrics = randomLyrics(&random, words: true, overlaps: true)
    check(lyrics, survive: lyrics.ass(karaoke), as: "a.ass", seed: seed)
    let lines = randomLyrics(&random, words: false, overlaps: true)
    check(lines, survive: lines.ass(plain), as: "a.ass", seed: seed)
  }
}

@Test func `frozen words are read back with their sections, overlaps and words`() {
  for seed in UInt64(1)...400 {
    var random = SeededRandom(seed: seed)
    for withWords in [true, false] {
      let lyrics = randomLyrics(&random, words: withWords, overlaps: true)
      let text = lyrics.frozenLRC(title: "Moon [live]", artist: "Ada")
      check(lyrics, survive: text, as: "lyrics.lrc", sections: true, seed: seed)
    }
  }
}

@Test func `a frozen file says what it is`() {
  let lyrics = Lyrics(lines: [
    LyricLine(
      text: "(Paper) moon", start: 1, end: 3, confidence: 0.2,
      words: [
        LyricWord(text: "(Paper)", start: 1, end: 1.5), LyricWord(text: "moon", start: 2, end: 2.5),
      ], section: "verse"),
    LyricLine(text: "[so]", start: 2.5, end: 4),
  ])
  #expect(
    lyrics.frozenLRC(title: "Moon", artist: "Ada") == """
      [re:voimo]
      [#:Frozen words. Change times or words as you like: voimo obeys this file from now on.]
      [#:A line is its start in brackets, then <start>word <start>word<end>, in minutes:seconds.]
      [ti:Moon]
      [ar:Ada]

      [section:verse]
      [00:01.00]<00:01.00>(Paper)<00:01.50> <00:02.00>moon<00:02.50><00:03.00>

      [section:]
      [00:02.50][so]<00:04.00>

      """)
}
