import Testing
import VoimoBase
import VoimoLyrics

/// A voice that sings in the given stretches (seconds), at 100 Hz.
private func activity(_ sung: [(Double, Double)], duration: Double) -> [Float] {
  (0..<Int(duration * 100)).map { frame in
    let time = Double(frame) / 100
    return sung.contains { $0.0 <= time && time < $0.1 } ? 0.9 : 0.05
  }
}

private func stanzas(_ text: String) -> [Stanza] {
  guard
    case .untimed(let stanzas)? = LyricsFile.parse(SourceText(name: "a.txt", text: text)).document
  else {
    Issue.record("not plain text:\n\(text)")
    return []
  }
  return stanzas
}

/// Aligns and compares the starts, to a tenth of a second.
private func check(
  _ text: String, _ hearing: SongHearing, starts expected: [Double], warnings: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let aligned = Alignment.align(stanzas(text), name: "a.txt", to: hearing)
  let starts = aligned.lyrics.lines.map { ($0.start.value * 10).rounded() / 10 }
  #expect(starts == expected, sourceLocation: sourceLocation)
  #expect(aligned.warnings.map(\.message.id) == warnings, sourceLocation: sourceLocation)
}

@Test func `lines begin where the voice sets in after a pause`() {
  let voice = activity([(2, 4.5), (5, 7.4), (9, 11.6), (12.2, 14.6)], duration: 20)
  check(
    "Paper lanterns drift away\nEvery flame a wish today\n\nFishing boats are far from shore\nCarry me a little more",
    SongHearing(activity: voice, duration: 20), starts: [2, 5, 9, 12.2])
}

@Test func `words keep to their order, their line and the sung time`() {
  let voice = activity([(1, 2), (2.3, 4), (6, 8)], duration: 10)
  let aligned = Alignment.align(
    stanzas("Paper lanterns drift away\nCarry me"), name: "a.txt",
    to: SongHearing(activity: voice, duration: 10))
  for line in aligned.lyrics.lines {
    #expect(line.words.map(\.text).joined(separator: " ") == line.text)
    var last = line.start
    for word in line.words {
      #expect(word.start >= last && word.end >= word.start && word.end <= line.end)
      last = word.end
    }
  }
  #expect(aligned.lyrics.lines.map { ($0.end.value * 10).rounded() / 10 } == [4, 8])
}

@Test func `a short cry without words is left out, not given a line`() {
  let voice = activity([(1, 1.4), (4, 6.5), (7, 9.5), (10, 12.5), (13, 15.5)], duration: 30)
  check(
    "Paper lanterns drift away\nEvery flame a wish today\nFishing boats are far from shore\nCarry me a little more",
    SongHearing(activity: voice, duration: 30), starts: [4, 7, 10, 13])
}

@Test func `headings pull their lines into sections of that name`() {
  // Eight stretches alike; only the sections say that the first and the last two have no words.
  let onsets: [Double] = [1, 5, 9, 13, 17, 21, 25, 29]
  let voice = activity(onsets.map { ($0, $0 + 3) }, duration: 34)
  let sections = [
    TimedSection(name: "intro", start: 0, end: 8.5),
    TimedSection(name: "verse 1", start: 8.5, end: 16.5),
    TimedSection(name: "chorus", start: 16.5, end: 24.5),
    TimedSection(name: "outro", start: 24.5, end: 34),
  ]
  check(
    "[Verse 1]\nPaper lanterns drift away\nEvery flame a wish today\n[Refrain]\nCarry me a little more\nCarry me away from shore",
    SongHearing(activity: voice, sections: sections, duration: 34), starts: [9, 13, 17, 21])
}

@Test func `lines that run on are cut at bars`() {
  let voice = activity([(2, 10), (14, 22)], duration: 26)
  let beats = (0..<52).map { Seconds(Double($0) / 2) }
  let bars = (0..<13).map { Seconds(Double($0) * 2) }
  check(
    "Paper lanterns drift away\nEvery flame a wish today\n\nFishing boats are far from shore\nCarry me a little more",
    SongHearing(activity: voice, beats: beats, bars: bars, duration: 26), starts: [2, 6, 14, 18])
}

@Test func `without a voice words are spread evenly and a warning says so`() {
  for activity in [[], [Float](repeating: 0, count: 1000), [Float](repeating: .nan, count: 1000)] {
    check(
      "one two three four\nfive six nine ten", SongHearing(activity: activity, duration: 10),
      starts: [0, 5], warnings: ["no-voice"])
  }
  let aligned = Alignment.align(
    stanzas("la"), name: "a.txt", to: SongHearing(activity: [], duration: 10))
  #expect(aligned.lyrics.lines.map(\.confidence) == [0])
}

@Test func `doubtful lines are named with their times and lines`() {
  // Two clear lines, then steady noise: nothing tells where the others begin.
  var random = SeededRandom(seed: 3)
  let clear = activity([(1, 3), (5, 7)], duration: 10)
  let noise = (0..<5000).map { _ in Float(random.number(in: 0...1)) }
  let text = "[Verse]\n" + String(repeating: "Paper lanterns drift away\n", count: 12)
  let aligned = Alignment.align(
    stanzas(text), name: "lyrics.txt", to: SongHearing(activity: clear + noise, duration: 60))
  #expect(aligned.warnings.count == 1)
  let said = aligned.warnings.first?.message.text ?? ""
  #expect(said.contains(" of 48 words aligned with low confidence ("))
  #expect(said.contains("). Check lyrics.txt lines "))
  let doubtful = aligned.lyrics.lines.firstIndex { $0.confidence < 0.3 } ?? -1
  #expect(aligned.warnings.first?.span == SourceSpan(line: doubtful + 2, column: 1, length: 25))
}

@Test func `every line comes out once, in order, whatever was heard`() {
  for seed in UInt64(1)...40 {
    var random = SeededRandom(seed: seed)
    func number(_ upTo: Int) -> Int { Int(random.unit() * Double(upTo)) }
    let words = ["la", "lantern", "歌", "(ooh)", "...", "1999", "неба"]
    var text: [Stanza] = []
    for _ in 0...number(6) {
      text.append(
        Stanza(
          mark: number(2) == 0 ? SectionMark(label: ["verse", "chorus", "x"][number(3)]) : nil,
          lines: (0..<number(6)).map { line in
            StanzaLine(
              text: (0...number(5)).map { _ in words[number(words.count)] }.joined(separator: " "),
              sourceLine: line)
          }))
    }
    let odd: [Double] = [.nan, .infinity, -5, 0, 0.01, 1e9]
    let duration = number(4) == 0 ? odd[number(6)] : random.number(in: 1...60)
    let hearing = SongHearing(
      activity: (0..<number(4000)).map { _ in Float(random.unit()) },
      activityRate: number(5) == 0 ? odd[number(6)] : 100,
      sections: (0..<number(4)).map { _ in
        TimedSection(
          name: ["verse", "chorus"][number(2)], start: Seconds(random.number(in: 0...60)),
          end: Seconds(number(5) == 0 ? .nan : random.number(in: 0...60)), confidence: 2)
      },
      beats: (0..<number(80)).map { Seconds(Double($0) * 0.5) },
      bars: (0..<number(20)).map { _ in Seconds(odd[number(6)]) }, duration: Seconds(duration))
    let aligned = Alignment.align(text, name: "a.txt", to: hearing)
    let lines = aligned.lyrics.lines
    #expect(lines.map(\.text) == text.flatMap { $0.lines.map(\.text) }, "seed \(seed)")
    for line in lines {
      #expect(
        line.start.value.isFinite && line.start >= .zero && line.end >= line.start
          && (0...1).contains(line.confidence), "seed \(seed): \(line)")
    }
    #expect(
      zip(lines, lines.dropFirst()).allSatisfy { $0.end <= $1.start }, "seed \(seed): overlap")
    #expect(Alignment.align(text, name: "a.txt", to: hearing).lyrics == aligned.lyrics)
  }
}

@Test func `the longest text and the longest song are laid together in bounded time`() {
  var random = SeededRandom(seed: 5)
  let hours = (0..<720_000).map { frame in
    (frame / 250) % 3 == 0 ? Float(0.1) : Float(random.number(in: 0.6...1))
  }
  let lines = (1...10_000).map { StanzaLine(text: "Paper lanterns drift away", sourceLine: $0) }
  for count in [300, 10_000] {
    let aligned = Alignment.align(
      [Stanza(lines: Array(lines.prefix(count)))], name: "a.txt",
      to: SongHearing(activity: hours, duration: 7200))
    #expect(aligned.lyrics.lines.count == count)
  }
}

@Test func `a line or two for a whole song is doubted, with a sentence about it`() {
  let voice = activity((0..<12).map { (Double($0) * 5, Double($0) * 5 + 4) }, duration: 60)
  let hearing = SongHearing(activity: voice, duration: 60)
  let aligned = Alignment.align(stanzas("Paper lanterns drift away"), name: "a.txt", to: hearing)
  #expect(aligned.warnings.map(\.message.id) == ["few-words", "poor-alignment"])
  #expect(aligned.lyrics.lines.allSatisfy { $0.confidence < 0.1 })
  let whole = String(repeating: "Paper lanterns drift away tonight\n", count: 12)
  #expect(Alignment.align(stanzas(whole), name: "a.txt", to: hearing).warnings.isEmpty)
}

@Test func `more words than anybody can sing are doubted`() {
  let voice = activity([(1, 9), (11, 19)], duration: 20)
  let text = String(repeating: "Paper lanterns drift across the harbour\n", count: 500)
  let aligned = Alignment.align(
    stanzas(text), name: "a.txt", to: SongHearing(activity: voice, duration: 20))
  #expect(aligned.lyrics.lines.count == 500)
  #expect(aligned.warnings.map(\.message.id) == ["many-words", "poor-alignment"])
  #expect(aligned.lyrics.lines.allSatisfy { $0.confidence < 0.1 })
}

@Test func `lines without letters have places too`() {
  let voice = activity([(2, 4), (6, 8), (10, 12)], duration: 14)
  let aligned = Alignment.align(
    stanzas("Paper lanterns drift\n...\n–\n!?\nCarry me a little more"), name: "a.txt",
    to: SongHearing(activity: voice, duration: 14))
  let lines = aligned.lyrics.lines
  #expect(lines.count == 5)
  #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.end <= $1.start })
  #expect(lines.allSatisfy { $0.words.count == $0.text.split(separator: " ").count })
}

@Test func `an ad-lib in brackets takes half of its time`() {
  let voice = activity([(1, 4), (4.6, 7.6), (9, 12), (12.6, 15.6)], duration: 17)
  check(
    "Paper lanterns drift away (away)\nEvery flame a wish today\n\n"
      + "Fishing boats are far from shore (from shore)\nCarry me a little more",
    SongHearing(activity: voice, duration: 17), starts: [1, 4.6, 9, 12.6])
}
