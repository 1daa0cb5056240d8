import Testing
import VoimoBase
import VoimoLyrics

/// A segment whose words each last as long.
func segment(
  _ text: String, at start: Double = 0, word: Double = 0.3, noSpeech: Double = 0,
  logProbability: Double = -0.2, compression: Double = 1
) -> Transcript.Segment {
  let words = text.split(separator: " ").enumerated().map { index, text in
    Transcript.Word(
      text: String(text), start: Seconds(start + Double(index) * word),
      end: Seconds(start + Double(index + 1) * word), probability: 0.9)
  }
  return Transcript.Segment(
    text: text, start: Seconds(start), end: words.last?.end ?? Seconds(start), noSpeech: noSpeech,
    logProbability: logProbability, compression: compression, words: words)
}

/// Filters segments, and compares what is left and why the others are not.
private func check(
  _ segments: [Transcript.Segment], level: [Float] = [], kept: [String],
  dropped: [TranscriptFilter.Reason], sourceLocation: SourceLocation = #_sourceLocation
) {
  let result = TranscriptFilter.filter(
    Transcript(language: "en", segments: segments), level: level)
  #expect(result.kept.segments.map(\.text) == kept, sourceLocation: sourceLocation)
  #expect(result.dropped.map(\.reason) == dropped, sourceLocation: sourceLocation)
}

@Test func `words that the recogniser doubts in silence are left out`() {
  check(
    [segment("la mer", noSpeech: 0.7, logProbability: -1.2)], kept: [], dropped: [.noSpeech])
  // Either alone is not enough: singing does not sound like speech.
  check([segment("la mer", noSpeech: 0.7, logProbability: -0.9)], kept: ["la mer"], dropped: [])
  check([segment("la mer", noSpeech: 0.5, logProbability: -1.2)], kept: ["la mer"], dropped: [])
}

@Test func `text that compresses too well is left out`() {
  check([segment("on and on", compression: 2.5)], kept: [], dropped: [.compressed])
  check([segment("on and on", compression: 2.4)], kept: ["on and on"], dropped: [])
}

@Test func `a phrase that goes round in circles is left out`() {
  let circle = "I'm going, I'm going. I'm going I'm going"
  check([segment(circle)], kept: [], dropped: [.repeated])
  let long = "we are here now we are here now we are here now we are here now"
  check([segment("and " + long + " so")], kept: [], dropped: [.repeated])
}

@Test func `what singers repeat is kept`() {
  let sung = [
    "na na na na na na na na na na", "I'm going, I'm going, I'm going home",
    "over and over and over again", "to you, to me, to you, to me, to you, to me",
  ]
  check(sung.map { segment($0) }, kept: sung, dropped: [])
}

@Test func `a segment again is left out where its words are too short to be sung`() {
  let again = [segment("hold me", at: 1), segment("Hold me!", at: 2, word: 0.03)]
  check(again, kept: ["hold me"], dropped: [.repeated])
  // A refrain is sung again, and short words are no reason alone.
  check(
    [segment("hold me", at: 1), segment("hold me", at: 2)], kept: ["hold me", "hold me"],
    dropped: [])
  check([segment("hold me", at: 2, word: 0.03)], kept: ["hold me"], dropped: [])
}

@Test func `segments where nobody sings are left out`() {
  let level = (0..<1000).map { Float((300..<600).contains($0) ? 0.9 : 0.02) }
  let segments = [segment("too soon", at: 0), segment("in it", at: 3), segment("after", at: 8)]
  check(segments, level: level, kept: ["in it"], dropped: [.noVoice, .noVoice])
  // Partly sung is sung, and starts are late.
  check(
    [segment("on the edge", at: 2.5), segment("the last", at: 6.1)], level: level,
    kept: ["on the edge", "the last"], dropped: [])
  check(segments, kept: ["too soon", "in it", "after"], dropped: [])
  check(
    segments, level: [Float](repeating: 0, count: 1000), kept: [],
    dropped: [.noVoice, .noVoice, .noVoice])
}

@Test(arguments: [
  "Subtitles by the Amara.org community", "Thanks for watching!", "Thank you for watching.",
  "Untertitel der Amara.org-Community", "Untertitel im Auftrag des ZDF für funk, 2017",
  "Sous-titres réalisés par la communauté d'Amara.org", "Sous-titrage ST' 501",
  "(Transcribed by Ada)", "字幕by索兰娅", "ご視聴ありがとうございました", "Субтитры сделал DimaTorzok",
])
func `credits of subtitle writers are left out`(text: String) {
  check([segment(text)], kept: [], dropped: [.credit])
}

@Test(arguments: [
  "Thank you", "Thanks for watching over me", "Subscribe to my heart", "I read subtitles by night",
])
func `lines that only begin like a credit are kept`(text: String) {
  check([segment(text)], kept: [text], dropped: [])
}

@Test func `words that nobody sings so long or so short are left out`() {
  var long = segment("hold on tight")
  long.words[1].end = 7
  long.words[2].start = 7
  long.words[2].end = 7.3
  check([long], kept: ["hold tight"], dropped: [.wordLength])
  var short = segment("hold on tight")
  short.words[0].end = 0.01
  check([short], kept: ["on tight"], dropped: [.wordLength])
  check(
    [segment("hold on", word: 0.001)], kept: [], dropped: [.wordLength])
  // Most of it is wrong, and so is the rest.
  var most = segment("see you next time", word: 0.001)
  most.words[3].end = 2
  check([most], kept: [], dropped: [.wordLength])
}

@Test func `what is left of a text keeps its blanks`() {
  var glued = segment("君 が 好 き")
  glued.text = "君が好き"
  glued.words[1].end = glued.words[1].start
  check([glued], kept: ["君 好き"], dropped: [.wordLength])
}

/// The warnings about segments, as sentences.
private func sentences(
  _ segments: [Transcript.Segment], probability: Double? = nil
) -> [String] {
  let heard = Transcript(language: "cy", languageProbability: probability, segments: segments)
  return TranscriptDoubts.warnings(TranscriptFilter.filter(heard), song: "a.ogg").map {
    #expect($0.severity == .warning && $0.file == "a.ogg")
    return $0.message.text
  }
}

@Test func `warnings say what was left out, of which kind and where`() {
  let said = sentences([
    segment("hello", at: 1), segment("a b a b a b a b", at: 65),
    segment("Thanks for watching", at: 70), segment("Subtitles by Ada", at: 75),
  ])
  #expect(
    said == [
      "3 pieces of the transcript left out as not sung: 1 repeating the same words, "
        + "2 crediting who wrote subtitles. The first is \"a b a b a b a b\" at 1:05"
    ])
}

@Test func `a warning says that the language is a guess only where it is`() {
  #expect(
    sentences([segment("hello")], probability: 0.31) == [
      "the language of the words is a guess: 'cy', with 31 % certainty"
    ])
  #expect(sentences([segment("hello")], probability: 0.5).isEmpty)
  #expect(sentences([segment("hello")]).isEmpty)
}

@Test func `a warning says that no words were heard`() {
  let said = sentences([], probability: 0.2)
  #expect(said == ["the recogniser heard no words in this song"])
  #expect(sentences([segment("...")]) == said)
}
