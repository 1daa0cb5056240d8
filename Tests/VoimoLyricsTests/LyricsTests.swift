import Foundation
import Testing
import VoimoBase
import VoimoLyrics

private let three = Lyrics(lines: [
  LyricLine(text: "late", start: 8, end: 9),
  LyricLine(
    text: "one two", start: 1, end: 3,
    words: [LyricWord(text: "one", start: 1, end: 2), LyricWord(text: "two", start: 2, end: 3)]),
  LyricLine(text: "over", start: 2.5, end: 5),
])

@Test func `lines are sorted by their starts`() {
  #expect(three.lines.map(\.text) == ["one two", "over", "late"])
  #expect(three.end == 9)
}

@Test func `JSON has the shape that people are promised`() throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  let lyrics = Lyrics(lines: [
    LyricLine(
      text: "la", start: 1, end: 2.5, confidence: 0.5,
      words: [LyricWord(text: "la", start: 1, end: 2)])
  ])
  let data = try encoder.encode(lyrics)
  #expect(
    String(decoding: data, as: UTF8.self)
      == #"{"lines":[{"confidence":0.5,"end":2.5,"start":1,"text":"la","#
      + #""words":[{"end":2,"start":1,"word":"la"}]}]}"#)
  #expect(try JSONDecoder().decode(Lyrics.self, from: data) == lyrics)
}

@Test func `a crop counts from its start and cuts lines at its edges`() {
  let cropped = three.cropped(from: 2, to: 4.5)
  #expect(cropped.lines.map(\.text) == ["one two", "over"])
  #expect(cropped.lines.map(\.start) == [0, 0.5])
  #expect(cropped.lines.map(\.end) == [1, 2.5])
  #expect(cropped.lines[0].words == [LyricWord(text: "two", start: 0, end: 1)])
  #expect(three.cropped(from: 5, to: 8).isEmpty)
}

@Test func `shifting moves everything and cuts at zero`() {
  let earlier = three.shifted(by: -2)
  #expect(earlier.lines.map(\.start) == [0, 0.5, 6])
  #expect(earlier.lines[0].words.map(\.text) == ["two"])
  #expect(three.shifted(by: 0.25).shifted(by: -0.25) == three)
  #expect(three.shifted(by: -9).isEmpty)
}

@Test func `lines of a range are those that sound in it`() {
  #expect(three.lines(in: 2..<2.6).map(\.text) == ["one two", "over"])
  #expect(three.lines(in: 5..<8).isEmpty)
  #expect(three.lines(startingIn: 2..<8).map(\.text) == ["over"])
}

@Test func `words without times share their line by syllables`() {
  let line = LyricLine(text: "a paper moon", start: 1, end: 3)
  #expect(line.estimatedWords.map(\.text) == ["a", "paper", "moon"])
  #expect(line.estimatedWords.map(\.start) == [1, 1.5, 2.5])
  let japanese = LyricLine(text: "歌うよ。ラララ", start: 0, end: 6)
  #expect(japanese.estimatedWords.map(\.text) == ["歌", "う", "よ。", "ラ", "ラ", "ラ"])
}

@Test func `timed words can be aligned again`() {
  let lyrics = Lyrics(lines: [
    LyricLine(text: "a", start: 1, end: 2), LyricLine(text: "b", start: 5, end: 6),
    LyricLine(text: "c", start: 11, end: 12),
    LyricLine(text: "d", start: 12, end: 13, section: "chorus"),
  ])
  let stanzas = LyricsDocument.timed(lyrics).stanzas
  #expect(stanzas.map { $0.lines.map(\.text) } == [["a", "b"], ["c"], ["d"]])
  #expect(stanzas.map { $0.mark?.label } == [nil, nil, "chorus"])
}

@Test func `equal words are found whatever their case and brackets`() {
  #expect(
    Repeats.ofLines(["Hey, you (you)!", "la", "hey YOU", "(la)", "so"]) == [[0, 2], [1, 3]])
  let chorus = Stanza(lines: [StanzaLine(text: "La"), StanzaLine(text: "Li!")])
  let again = Stanza(
    mark: SectionMark(label: "chorus"), lines: [StanzaLine(text: "la"), StanzaLine(text: "li")])
  #expect(Repeats.ofStanzas([chorus, Stanza(lines: []), Stanza(lines: []), again]) == [[0, 3]])
}

@Test func `syllables are counted to about one in ten`() {
  let lines: [(String, Int)] = [
    ("Paper lanterns drift across the harbor", 10), ("Every flame a wish upon the sea", 9),
    ("Fishing boats are sleeping in the moonlight", 10), ("Iron roses in a row", 7),
    ("Turn up the radio dance one more", 9), ("Coffee and pie and a truck to load", 9),
    ("I walked and wanted, turned and closed", 8), ("yeah well, I should be seeing you soon", 9),
    ("The lovely horses' careless table", 9), ("Quiet lions going home", 7),
    ("cause I've got two kids and a wife", 8), ("In 1999", 6), ("...!", 0), ("I", 1), ("Mmm", 1),
  ]
  var off = 0
  for (line, count) in lines {
    let found = Syllables.count(inLine: line)
    if found != count { print("SYLLABLES \(line): \(found), not \(count)") }
    off += abs(found - count)
  }
  #expect(off <= lines.reduce(0) { $0 + $1.1 } / 10)
  #expect(Syllables.count(inLine: "la noche triste", spelling: .phonetic) == 5)
  #expect(Syllables.count(inLine: "きょうは") == 3)
  #expect(Syllables.count(inLine: "припев") == 2)
  #expect(Syllables.count(inLine: "노래") == 2)
}

@Test func `other languages' syllables are counted to about one in ten`() {
  let lines: [(String, Int)] = [
    ("La vida es un carnaval", 8), ("Bésame mucho como si fuera esta noche", 13),
    ("Quizás, quizás, quizás", 6), ("Non je ne regrette rien", 6),
    ("Quand il me prend dans ses bras", 7), ("Sous le ciel de Paris", 6),
    ("Ne me quitte pas", 5), ("上を向いて歩こう", 10), ("さくら さくら", 6), ("きらきらひかる", 7),
  ]
  var off = 0
  for (line, count) in lines {
    let found = Syllables.count(inLine: line, spelling: .phonetic)
    if found != count { print("SYLLABLES \(line): \(found), not \(count)") }
    off += abs(found - count)
  }
  #expect(off <= lines.reduce(0) { $0 + $1.1 } / 10)
}

@Test func `every line has words in the end, estimated where none were given`() {
  let lyrics = Lyrics(lines: [
    LyricLine(text: "a paper moon", start: 1, end: 3),
    LyricLine(text: "so", start: 4, end: 5, words: [LyricWord(text: "so", start: 4, end: 4.5)]),
  ]).withWords
  #expect(lyrics.lines.map { $0.words.map(\.text) } == [["a", "paper", "moon"], ["so"]])
  #expect(lyrics.lines[1].words == [LyricWord(text: "so", start: 4, end: 4.5)])
}
