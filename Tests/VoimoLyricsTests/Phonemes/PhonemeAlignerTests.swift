import Testing
import VoimoBase
import VoimoLyrics

/// Aligns, and compares the starts of lines with when they were sung; nil for lines that were not.
private func check(
  _ text: [SpokenLine], _ song: SungSong, starts: [Double?], warnings: [String] = [],
  seed: UInt64 = 0, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: try song.emissions())
  let lines = aligned.lyrics.lines
  #expect(lines.count == text.count, sourceLocation: sourceLocation)
  for (number, (line, start)) in zip(lines, starts).enumerated() {
    guard let start else {
      #expect(line.confidence < 0.3, "line \(number), seed \(seed)", sourceLocation: sourceLocation)
      continue
    }
    #expect(
      abs(line.start.value - start) < 0.1, "line \(number), seed \(seed)",
      sourceLocation: sourceLocation)
    #expect(line.confidence > 0.5, "line \(number), seed \(seed)", sourceLocation: sourceLocation)
  }
  #expect(aligned.warnings.map(\.message.id) == warnings, sourceLocation: sourceLocation)
  var last = Seconds.zero
  for line in lines {
    #expect(line.words.map(\.text).joined(separator: " ") == line.text)
    #expect(line.start >= last && line.end >= line.start, sourceLocation: sourceLocation)
    var before = line.start
    for word in line.words {
      #expect(word.start >= before && word.end >= word.start, sourceLocation: sourceLocation)
      before = word.end
    }
    #expect(before <= line.end, sourceLocation: sourceLocation)
    last = line.start
  }
}

@Test(arguments: [UInt64](1...12))
func `lines begin where their phones are sung`(seed: UInt64) throws {
  var song = SungSong(seed: seed)
  let text = song.text(lines: 8)
  var starts: [Double?] = []
  for line in text {
    song.rest(0.3 + 3 * song.chance())
    starts.append(song.sing(line).first)
  }
  song.rest(2)
  try check(text, song, starts: starts, seed: seed)
}

@Test(arguments: [UInt64](1...12))
func `words begin where their phones are sung, and end before the next`(seed: UInt64) throws {
  var song = SungSong(seed: seed)
  let text = song.text(lines: 4)
  var starts: [[Double]] = []
  for line in text {
    song.rest(1)
    starts.append(song.sing(line))
  }
  song.rest(2)
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: try song.emissions())
  let found = aligned.lyrics.lines.flatMap { $0.words.map(\.start.value) }
  let near = zip(found, starts.flatMap(\.self)).count { abs($0 - $1) < 0.08 }
  #expect(near >= found.count - 1, "seed \(seed): \(near) of \(found.count)")
  // The last word ends soon after its last sound, not with the song.
  #expect(aligned.lyrics.end.value < song.time - 1.5, "seed \(seed)")
}

@Test(arguments: [UInt64](1...8))
func `a line that is not sung has no confidence, and the others keep their places`(
  seed: UInt64
) throws {
  var song = SungSong(seed: seed)
  let text = song.text(lines: 8, words: 5...7)
  var starts: [Double?] = []
  for (number, line) in text.enumerated() {
    song.rest(0.5)
    starts.append(number == 3 || number == 4 ? nil : song.sing(line).first)
  }
  song.rest(1)
  try check(text, song, starts: starts, warnings: ["poor-alignment"], seed: seed)
}

@Test(arguments: [UInt64](1...8))
func `singing that the text does not have is left without words`(seed: UInt64) throws {
  var song = SungSong(seed: seed)
  let text = song.text(lines: 6, words: 4...6)
  let others = song.text(lines: 6, words: 3...6)
  var starts: [Double?] = []
  for (line, other) in zip(text, others) {
    song.rest(0.4)
    if song.chance() < 0.7 { _ = song.sing(other) }
    song.rest(0.4)
    starts.append(song.sing(line).first)
  }
  song.rest(1)
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: try song.emissions())
  for (line, start) in zip(aligned.lyrics.lines, starts) {
    #expect(abs(line.start.value - (start ?? 0)) < 0.1, "seed \(seed)")
  }
}

@Test func `an aside in brackets that is not sung does not move the line`() throws {
  var song = SungSong(seed: 3)
  var text = song.text(lines: 3, words: 4...5)
  song.rest(1)
  var starts: [Double?] = []
  for line in text {
    starts.append(song.sing(line).first)
    song.rest(1)
  }
  text[1].words.append(SpokenWord(text: "(bu", phones: ["b", "u"], isAside: true))
  text[1].words.append(SpokenWord(text: "zæ)", phones: ["z", "æ"], isAside: true))
  try check(text, song, starts: starts)
}

@Test func `a word that nobody sings takes no time from its neighbours`() throws {
  var song = SungSong(seed: 5)
  var text = song.text(lines: 3, words: 5...6)
  var starts: [[Double]] = []
  song.rest(1)
  for line in text {
    starts.append(song.sing(line))
    song.rest(0.5)
  }
  text[1].words.insert(SpokenWord(text: "♪", phones: []), at: 2)
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: try song.emissions())
  let words = aligned.lyrics.lines[1].words
  #expect(abs(words[1].start.value - starts[1][1]) < 0.08)
  #expect(abs(words[3].start.value - starts[1][2]) < 0.08)
  #expect(words[2].start >= words[1].end && words[2].end <= words[3].start)
}

@Test func `minutes without singing lie between two lines, not inside one`() throws {
  var song = SungSong(seed: 7)
  let text = song.text(lines: 4)
  var starts: [Double?] = []
  for (number, line) in text.enumerated() {
    song.rest(number == 2 ? 200 : 1)
    starts.append(song.sing(line).first)
  }
  song.rest(30)
  try check(text, song, starts: starts)
}

@Test func `ten minutes of six hundred words find their places`() throws {
  var song = SungSong(seed: 8)
  let text = song.text(lines: 120, words: 5...5)
  var starts: [Double?] = []
  for line in text {
    song.rest(2 + song.chance() * 3)
    starts.append(song.sing(line).first)
  }
  #expect(song.time > 550)
  try check(text, song, starts: starts)
}

@Test(arguments: [UInt64](1...6))
func `the text of another song is noticed`(seed: UInt64) throws {
  var song = SungSong(seed: seed)
  for line in song.text(lines: 10) {
    song.rest(1)
    _ = song.sing(line)
  }
  let other = song.text(lines: 10)
  let aligned = PhonemeAligner().align(
    other.stanzas, spoken: other, name: "a.txt", to: try song.emissions())
  #expect(aligned.warnings.first?.message.id == "words-not-heard", "seed \(seed)")
}

@Test func `a song without singing is noticed, and its lines stay inside it`() throws {
  var song = SungSong(seed: 2)
  let text = song.text(lines: 5)
  song.rest(60)
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: try song.emissions())
  #expect(aligned.warnings.map(\.message.id) == ["words-not-heard", "poor-alignment"])
  #expect(aligned.lyrics.lines.allSatisfy { $0.confidence < 0.3 && $0.end.value <= 60.1 })
}

@Test func `no words, and words over no sound, are no trouble`() throws {
  let nothing = try Emissions(values: [], tokens: SungSong.tokens, blank: 0, hop: 0.02)
  let empty = PhonemeAligner().align([], spoken: [], name: "a.txt", to: nothing)
  #expect(empty.lyrics.isEmpty && empty.warnings.isEmpty)
  var song = SungSong(seed: 2)
  let text = song.text(lines: 2)
  let aligned = PhonemeAligner().align(
    text.stanzas, spoken: text, name: "a.txt", to: nothing)
  #expect(aligned.lyrics.lines.map(\.confidence) == [0, 0])
  let signs = [SpokenLine(words: [SpokenWord(text: "♪", phones: [])])]
  song.rest(4)
  let silent = PhonemeAligner().align(
    signs.stanzas, spoken: signs, name: "a.txt", to: try song.emissions())
  #expect(silent.lyrics.lines.map(\.text) == ["♪"])
}

@Test(arguments: [UInt64](1...8))
func `a chorus that is sung again and written once comes again`(seed: UInt64) throws {
  var song = SungSong(seed: seed)
  let verse = song.text(lines: 4, words: 4...6)
  let chorus = song.text(lines: 3, words: 4...6)
  let bridge = song.text(lines: 4, words: 4...6)
  var again: [Double] = []
  for (part, lines) in [verse, chorus, bridge, chorus].enumerated() {
    song.rest(2)
    for line in lines {
      let start = song.sing(line).first
      if part == 3, let start { again.append(start) }
      song.rest(0.5)
    }
  }
  song.rest(2)
  var stanzas = [verse, chorus, bridge].flatMap(\.stanzas)
  stanzas[1].mark = SectionMark(label: "chorus")
  let aligned = PhonemeAligner().align(
    stanzas, spoken: verse + chorus + bridge, name: "a.txt", to: try song.emissions())
  #expect(aligned.lyrics.lines.count == 14, "seed \(seed)")
  let added = aligned.lyrics.lines.suffix(3)
  #expect(added.map(\.section) == ["chorus", "chorus", "chorus"], "seed \(seed)")
  for (line, start) in zip(added, again) {
    #expect(abs(line.start.value - start) < 0.1, "seed \(seed)")
  }
  #expect(aligned.warnings.map(\.message.id) == ["sung-again"], "seed \(seed)")
}
