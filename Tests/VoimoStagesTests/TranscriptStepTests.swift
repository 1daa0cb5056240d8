import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoSignal
import VoimoStages

@Suite struct TranscriptStepTests {
  /// Somebody sings in the fake song from 8 s on.
  private func heard(_ transcriber: FakeTranscriber) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give([1], as: "audio")
    try bench.give(FakeSong.features().signals.encode(), as: "signals")
    return try await bench.run(
      TranscriptStep(transcriber: transcriber, language: "de", name: "song.flac"))
  }

  private func transcript(_ product: StepProduct) throws -> Transcript {
    try ArtifactJSON.decode(Transcript.self, from: product.value)
  }

  @Test func `only where somebody sings is written down`() async throws {
    let transcriber = FakeTranscriber()
    let transcript = try transcript(try await heard(transcriber))
    let pieces = try #require(transcriber.asked.requests.first)
    #expect(pieces.allSatisfy { $0.lowerBound.value > 7 && $0.upperBound.value <= 16.01 })
    #expect(transcript.language == "de" && !transcript.segments.isEmpty)
  }

  @Test func `a transcript that cannot be is refused`() async throws {
    let error = await #expect(throws: BackendError.self) {
      try await heard(FakeTranscriber(shift: 100))
    }
    #expect(error?.sentence.contains("fake transcriber 1 has written down what cannot be") == true)
  }

  @Test func `lines of a transcript keep its times, or take those of who hears words`()
    async throws
  {
    let transcript = try transcript(try await heard(FakeTranscriber()))
    func lines(_ aligner: WordAligner) async throws -> [LyricLine] {
      let bench = try StepBench()
      try bench.give(value: transcript, as: "transcript")
      try bench.give(value: FakeSong.beats, as: "beats")
      if case .sound = aligner { try bench.give([1], as: "audio") }
      let product = try await bench.run(HeardLyricsStep(aligner: aligner, language: nil))
      return try ArtifactJSON.decode(
        Lyrics.self, from: product.bytes(LyricsStep.lyrics)
      ).lines
    }
    let own = try await lines(.hearing(FakeAligner()))
    #expect(!own.isEmpty && own.allSatisfy { $0.start.value > 7 && $0.confidence < 1 })
    // The fake lays lines at the song's start, far from where they were heard: that is not taken.
    let timed = try await lines(.sound(FakeSongAligner()))
    #expect(timed.map(\.start) == own.map(\.start) && timed.map(\.text) == own.map(\.text))
  }

  @Test func `where nobody sings nobody is asked, and it is said`() async throws {
    let bench = try StepBench()
    let transcriber = FakeTranscriber()
    let silent = [Float](repeating: 0, count: FakeSong.features().signals.count)
    let signals = Signals(
      Dictionary(uniqueKeysWithValues: Signal.allCases.map { ($0, silent) }))
    try bench.give([1], as: "audio")
    try bench.give(signals.encode(), as: "signals")
    let product = try await bench.run(
      TranscriptStep(transcriber: transcriber, language: nil, name: "song.flac"))
    #expect(transcriber.asked.requests.isEmpty && product.warnings.count == 1)
    #expect(try transcript(product).segments.isEmpty)
  }

  @Test func `the voice is as loud as its stem beside the song`() throws {
    let bench = try StepBench()
    let folder = bench.folder
    func write(_ name: String, _ sample: (Int) -> Float) throws -> String {
      let path = "\(folder)/\(name)"
      var writer = try SoundWriter(path: path, sampleRate: 8000)
      let samples = (0..<16_000).map(sample)
      try writer.write(left: samples, right: samples)
      _ = try writer.finish()
      return path
    }
    let song = try write("song") { $0 % 2 == 0 ? 0.5 : -0.5 }
    // A second of bleed 50 dB below the song, then a voice 6 dB below it.
    let vocals = try write("voice") { ($0 % 2 == 0 ? 1 : -1) * ($0 < 8000 ? 0.0016 : 0.25) }
    let level = try VoiceLevel.values(vocals: vocals, song: song, Work(folder: folder))
    #expect(level.count == 200)
    #expect(level[..<100].allSatisfy { $0 == 0 } && level[100...].allSatisfy { $0 == 1 })
  }
}
