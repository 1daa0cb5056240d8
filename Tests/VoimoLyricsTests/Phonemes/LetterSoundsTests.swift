import Testing
import VoimoLyrics

private func check(
  _ text: String, _ phones: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let spoken = LetterSounds.spoken([Stanza(lines: [StanzaLine(text: text)])])
  let words = spoken.first?.words.map { $0.phones.joined(separator: " ") } ?? []
  #expect(words.joined(separator: " | ") == phones, sourceLocation: sourceLocation)
}

@Test func `English words are said by the spellings in them`() {
  check("ship chip thin", "ʃ ɪ p | t͡ʃ ɪ p | θ ɪ n")
  check("light street moon", "l aɪ t | s t ɹ i t | m u n")
  check("singing called wanted", "s ɪ ŋ ɪ ŋ | k ɔ l d | w ɑ n t ə d")
  check("city cat gentle", "s ɪ t i | k æ t | g ɛ n t ə l")
}

@Test func `a silent e makes the vowel before it long`() {
  check("home time names", "h oʊ m | t aɪ m | n eɪ m z")
}

@Test func `frequent words that no rule gets right stand in a list`() {
  check("Love, you don't know", "l ʌ v | j u | d oʊ n t | n oʊ")
}

@Test func `digits are read one by one, and signs are not read`() {
  check("24 ♪", "t u f ɔ ɹ | ")
}

@Test func `every word of letters has a phone`() {
  check("h m rhythm", "h | m | ɹ h ɪ θ m")
}
