import Foundation
import Testing
import VoimoBase
import VoimoLyrics

private let reply = """
  {"language": "en", "language_probability": 0.75, "segments": [
    {"start": 1.5, "end": 3.25, "text": "Hello, world", "no_speech_probability": 0.125,
     "average_log_probability": -0.5, "compression_ratio": 0.75, "words": [
       {"start": 1.5, "end": 2, "word": "Hello,", "probability": 0.875},
       {"start": 2.5, "end": 3.25, "word": "world", "probability": 0.5}]}]}
  """

/// A transcript of two words in a song of 10 seconds.
private func hello() -> Transcript {
  Transcript(
    language: "en", languageProbability: 0.75,
    segments: [
      Transcript.Segment(
        text: "Hello, world", start: 1.5, end: 3.25, noSpeech: 0.125, logProbability: -0.5,
        compression: 0.75,
        words: [
          Transcript.Word(text: "Hello,", start: 1.5, end: 2, probability: 0.875),
          Transcript.Word(text: "world", start: 2.5, end: 3.25, probability: 0.5),
        ])
    ])
}

@Test func `a worker's reply is read, and written the same`() throws {
  let read = try JSONDecoder().decode(Transcript.self, from: Data(reply.utf8))
  #expect(read == hello())
  let again = try JSONDecoder().decode(Transcript.self, from: JSONEncoder().encode(read))
  #expect(again == read)
}

@Test func `a language that was given has no probability`() throws {
  let text = #"{"language": "fr", "language_probability": null, "segments": []}"#
  let read = try JSONDecoder().decode(Transcript.self, from: Data(text.utf8))
  #expect(read == Transcript(language: "fr"))
}

@Test func `a transcript with times in the song is right`() throws {
  try hello().check(duration: 10)
  // A song and its copies do not end at the same sample.
  try hello().check(duration: 3)
}

/// Changes a right transcript, and expects its fault.
private func expectFault(
  _ fault: Transcript.Fault, sourceLocation: SourceLocation = #_sourceLocation,
  _ change: (inout Transcript) -> Void
) {
  var transcript = hello()
  change(&transcript)
  #expect(throws: fault, sourceLocation: sourceLocation) { try transcript.check(duration: 10) }
}

@Test func `times that cannot be are found with their place`() {
  expectFault(.notFinite(.segment(0))) { $0.segments[0].start = Seconds(.nan) }
  expectFault(.notFinite(.word(1, segment: 0))) { $0.segments[0].words[1].end = Seconds(.infinity) }
  expectFault(.outside(.segment(0))) { $0.segments[0].start = -1 }
  expectFault(.outside(.word(1, segment: 0))) { $0.segments[0].words[1].end = 10.6 }
  expectFault(.notRising(.segment(0))) { $0.segments[0].end = 1 }
  expectFault(.notRising(.word(1, segment: 0))) { $0.segments[0].words[1].start = 1 }
  expectFault(.notRising(.segment(1))) {
    $0.segments.append(Transcript.Segment(text: "late", start: 1, end: 4))
  }
}

@Test func `probabilities that cannot be are found with their place`() {
  expectFault(.notProbability(.language)) { $0.languageProbability = 1.5 }
  expectFault(.notProbability(.segment(0))) { $0.segments[0].noSpeech = -0.1 }
  expectFault(.notProbability(.segment(0))) { $0.segments[0].logProbability = 0.5 }
  expectFault(.notFinite(.segment(0))) { $0.segments[0].logProbability = -.infinity }
  expectFault(.notFinite(.segment(0))) { $0.segments[0].compression = .nan }
  expectFault(.notRatio(.segment(0))) { $0.segments[0].compression = -1 }
  expectFault(.notProbability(.word(0, segment: 0))) { $0.segments[0].words[0].probability = 2 }
}
