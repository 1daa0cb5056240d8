import Testing
import VoimoBase
import VoimoLyrics

/// Words of 0.3 s each; a number between them is a pause in seconds.
private func sung(_ text: String, at start: Double = 1) -> Transcript {
  var transcript = Transcript(language: "en")
  var words: [Transcript.Word] = []
  var time = start
  func close() {
    guard let first = words.first, let last = words.last else { return }
    transcript.segments.append(
      Transcript.Segment(
        text: words.map(\.text).joined(separator: " "), start: first.start, end: last.end,
        words: words))
    words = []
  }
  for part in text.split(separator: " ") {
    if part == "|" {
      close()
    } else if let pause = Double(part) {
      time += pause
    } else {
      words.append(
        Transcript.Word(
          text: String(part), start: Seconds(time), end: Seconds(time + 0.3), probability: 0.5))
      time += 0.3
    }
  }
  close()
  return transcript
}

/// Compares the lines of a transcript; an empty one stands between stanzas.
private func check(
  _ transcript: Transcript, bars: [Seconds] = [], sections: [TimedSection<String>] = [],
  _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = TranscriptLines(transcript, bars: bars, sections: sections)
  let text = lines.stanzas.map { $0.lines.map(\.text) }.joined(separator: [""])
  #expect(Array(text) == expected, sourceLocation: sourceLocation)
  #expect(
    lines.lyrics.lines.map(\.text) == expected.filter { !$0.isEmpty },
    sourceLocation: sourceLocation)
}

@Test func `a line ends at a pause`() {
  check(sung("we ran all night 0.8 until the morning"), ["we ran all night", "until the morning"])
  check(sung("we ran all night 0.4 until the morning"), ["we ran all night until the morning"])
  // What is sung alone stays alone.
  check(sung("yeah 0.8 we ran all night"), ["yeah", "we ran all night"])
}

@Test func `a shorter pause ends a line after punctuation or before a bar`() {
  check(sung("we ran, 0.5 until the morning"), ["we ran,", "until the morning"])
  check(
    sung("we ran all 0.5 until the morning"), bars: [0.4, 2.4, 4.4],
    ["we ran all", "until the morning"])
  check(
    sung("we ran all 0.5 until the morning"), bars: [1, 3, 5],
    ["we ran all until the morning"])
}

@Test func `a stanza ends at a long pause`() {
  check(
    sung("we ran all night 2 until the morning 3 and then we slept"),
    ["we ran all night", "until the morning", "", "and then we slept"])
}

@Test func `a stanza begins where a section does, and its words may begin before that`() {
  let sections = [
    TimedSection(name: "verse", start: 0, end: 3), TimedSection(name: "chorus", start: 3, end: 9),
  ]
  check(
    sung("we ran all night 0.8 until the morning"), sections: sections,
    ["we ran all night", "", "until the morning"])
}

@Test func `words without a pause are parted by punctuation and capital letters`() {
  check(
    sung("the lights go down in the harbor tonight, and nobody knows where I'm going to be"),
    ["the lights go down in the harbor tonight,", "and nobody knows where I'm going to be"])
  check(
    sung("the lights go down in the harbor And nobody knows where I'm going to be"),
    ["the lights go down in the harbor", "And nobody knows where I'm going to be"])
  check(
    sung("the lights go down in the harbor | and nobody knows where we are"),
    ["the lights go down in the harbor", "and nobody knows where we are"])
  check(sung("Here we go. Now we run."), ["Here we go.", "Now we run."])
  check(sung("on the run | Down the street"), ["on the run", "Down the street"])
}

@Test func `capital letters do not part lines in a language whose nouns have them`() {
  var german = sung("ich sehe ein Licht | Haus am See und Meer")
  german.language = "de"
  check(german, ["ich sehe ein Licht Haus am See und Meer"])
}

@Test func `marks that stand alone belong to words`() {
  check(sung(") hello , world ( again ) ♪"), ["hello, world (again)"])
  check(sung("rock & roll"), ["rock & roll"])
  var glued = sung("rock -n -roll music")
  glued.segments[0].text = "rock-n-roll music"
  check(glued, ["rock-n-roll music"])
}

@Test func `words keep the times that they were heard at, and do not overlap`() throws {
  let lines = TranscriptLines(sung("one two 0.3 three", at: 0.05)).lyrics.lines
  let line = try #require(lines.first)
  let times = line.words.flatMap { [$0.start.value, $0.end.value] }
  for (time, expected) in zip(times, [0.05, 0.35, 0.35, 0.65, 0.95, 1.25]) {
    #expect(abs(time - expected) < 1e-9)
  }
  #expect(line.start == 0.05 && line.end == line.words.last?.end)
  #expect(line.confidence == 0.5)
}

/// A segment in a script without blanks, a character a word.
private func unparted(_ text: String, at start: Double = 1) -> Transcript.Segment {
  let words = text.enumerated().map { index, character in
    Transcript.Word(
      text: String(character), start: Seconds(start + Double(index) * 0.1),
      end: Seconds(start + Double(index + 1) * 0.1))
  }
  return Transcript.Segment(
    text: text, start: Seconds(start), end: words.last?.end ?? 0, words: words)
}

@Test func `lines in scripts without blanks are measured in characters`() {
  check(
    Transcript(language: "ja", segments: [unparted("夜の港に灯がともる、君の声を探している")]),
    ["夜の港に灯がともる、", "君の声を探している"])
  let long = TranscriptLines(
    Transcript(language: "zh", segments: [unparted(String(repeating: "夜色", count: 20))]))
  #expect(long.lyrics.lines.count == 3)
  #expect(long.lyrics.lines.allSatisfy { (3...16).contains($0.text.count) })
  #expect(long.lyrics.lines.allSatisfy { !$0.text.contains(" ") })
}

@Test func `a segment without words is shared out by syllables`() throws {
  let segment = Transcript.Segment(text: "over the harbor", start: 1, end: 3, logProbability: -0.5)
  let lines = TranscriptLines(Transcript(language: "en", segments: [segment])).lyrics.lines
  #expect(lines.map(\.text) == ["over the harbor"])
  #expect(lines.first?.words.map(\.text) == ["over", "the", "harbor"])
  #expect(abs((lines.first?.confidence ?? 0) - 0.6065) < 1e-3)
  let kana = Transcript.Segment(text: "ねね ね", start: 1, end: 3)
  check(Transcript(language: "ja", segments: [kana]), ["ねね ね"])
}

@Test func `a transcript without words has no lines`() {
  check(Transcript(language: "en"), [])
  check(sung("♪ ... )"), [])
}

@Test(arguments: [UInt64](1...60))
func `lines keep every word in order, within their limits`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let vocabulary = ["we", "ran", "all", "night,", "I'm", "Over", "harbor.", "yes!", "and"]
  var text: [String] = []
  for _ in 0..<Int(random.number(in: 1...120)) {
    text.append(vocabulary[Int(random.unit() * Double(vocabulary.count))])
    if random.unit() < 0.2 { text.append("\(random.number(in: 0...4))") }
    if random.unit() < 0.1 { text.append("|") }
  }
  let transcript = sung(text.joined(separator: " "))
  let bars = (0..<40).map { Seconds(Double($0) * 2 + 0.3) }
  let lines = TranscriptLines(transcript, bars: seed % 2 == 0 ? bars : [])
  let words = transcript.segments.flatMap { $0.words.map(\.text) }
  #expect(lines.lyrics.lines.flatMap { $0.words.map(\.text) } == words, "seed \(seed)")
  #expect(
    lines.stanzas.flatMap { $0.lines.map(\.text) } == lines.lyrics.lines.map(\.text),
    "seed \(seed)")
  var last = Seconds.zero
  for line in lines.lyrics.lines {
    #expect(line.words.map(\.text).joined(separator: " ") == line.text, "seed \(seed)")
    #expect((1...10).contains(line.words.count), "seed \(seed): \(line.text)")
    #expect((line.end - line.start).value <= 6, "seed \(seed): \(line.text)")
    for word in line.words {
      #expect(word.start >= last && word.end >= word.start, "seed \(seed): \(word)")
      #expect(
        word == line.words.first || (word.start - last).value <= 0.6 + 1e-9, "seed \(seed): \(word)"
      )
      last = word.end
    }
  }
}
