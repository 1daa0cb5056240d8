import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// The steps that listen to the song, run alone in a folder of their own.
@Suite struct SongStepTests {
  @Test func `audio is the whole song, and its value says how long it is`() async throws {
    let bench = try StepBench()
    let song = try bench.sound(seconds: 2.5)
    bench.give(file: song, as: "source")
    let product = try await bench.run(AudioStep(reading: .inProcess), as: AudioStep.id)
    let note = try product.value(AudioNote.self)
    #expect(note.sampleRate == 8_000 && note.samples == 20_000 && note.duration == 2.5)
    #expect(product.outputs.count == 1)
    var before = try SoundReader(path: song)
    var after = try SoundReader(path: product.path(AudioStep.sound))
    #expect(try after.read(0..<20_000) == before.read(0..<20_000))
    #expect(bench.reports.last == .progress(done: 2, total: 2, unit: "seconds of sound"))
  }

  @Test func `a stream that the file does not have is refused`() async throws {
    let bench = try StepBench()
    bench.give(file: try bench.sound(seconds: 1), as: "source")
    await #expect(throws: MediaError.self) {
      try await bench.run(AudioStep(reading: .inProcess, stream: 3))
    }
  }

  @Test func `what was heard is kept whole, as curves alone, and as a small value`() async throws {
    let bench = try StepBench()
    try bench.give([1, 2, 3], as: "audio")
    let listener = FakeListener()
    let product = try await bench.run(FeaturesStep(listener: listener), as: FeaturesStep.id)
    let features = FakeSong.features()
    #expect(
      try SongFeatures(decoding: product.bytes(FeaturesStep.features)).beats == features.beats)
    #expect(try Signals(decoding: product.bytes(FeaturesStep.signals)) == features.signals)
    #expect(try product.value(SongBeats.self) == FakeSong.beats)
    #expect(product.outputs.count == 2 && product.warnings == [])
    #expect(
      bench.reports == [
        .progress(done: 8, total: 16, unit: "seconds of sound"),
        .progress(done: 16, total: 16, unit: "seconds of sound"),
      ])
    #expect(listener.asked.requests.count == 1)
  }

  @Test func `a doubtful level is told with the features`() async throws {
    let bench = try StepBench()
    try bench.give([], as: "audio")
    let silence = Loudness(peak: 0, rms: 0, isSilent: true, clippedShare: 0, offset: 0)
    let listener = FakeListener(features: FakeSong.features(loudness: silence))
    let product = try await bench.run(FeaturesStep(listener: listener))
    #expect(product.warnings == ["the song is silent (peak −∞ dBFS)"])
  }

  @Test func `sections are heard without words and numbered`() async throws {
    let bench = try StepBench()
    try bench.give(FakeSong.features().encode(), as: "features")
    let finder = FakeFinder()
    let product = try await bench.run(HeardSectionsStep(finder: finder))
    #expect(try product.value(SongStructure.self) == FakeSong.structure)
    #expect(finder.asked.requests == [[]] && product.outputs.isEmpty)
  }

  @Test func `a song in which no section is found fails`() async throws {
    let bench = try StepBench()
    try bench.give(FakeSong.features().encode(), as: "features")
    let error = await #expect(throws: StageError.self) {
      try await bench.run(HeardSectionsStep(finder: FakeFinder(found: [])))
    }
    #expect(error?.description == "no section lies inside the song")
  }

  private func declared(_ label: String, _ start: Seconds) -> DeclaredSection {
    DeclaredSection(
      label: label, start: start, file: "voimo.yaml", span: SourceSpan(line: 1, column: 1))
  }

  @Test func `declared sections tile the song as long as it is`() async throws {
    let bench = try StepBench()
    try bench.give(value: ["sampleRate": 8_000, "samples": 128_000], as: "audio")
    let product = try await bench.run(
      StructureStep(.declared([declared("verse", 2), declared("chorus", 8)])))
    let sections = try product.value(SongStructure.self).sections
    #expect(sections.map { [$0.start, $0.end] } == [[0, 8], [8, 16]])
    #expect(sections.allSatisfy { $0.confidence == 1 })
  }

  @Test func `sections that are all declared behind the song's end are an error`() async throws {
    let bench = try StepBench()
    try bench.give(value: ["sampleRate": 8_000, "samples": 8_000], as: "audio")
    await #expect(throws: StageError.self) {
      try await bench.run(StructureStep(.declared([declared("verse", 2)])))
    }
  }

  @Test func `a song without words has the sections that were heard, and none is asked twice`()
    async throws
  {
    let bench = try StepBench()
    try bench.give(value: FakeSong.structure, as: "sections")
    let product = try await bench.run(StructureStep(.heard))
    #expect(try product.value(SongStructure.self) == FakeSong.structure)
  }

  @Test func `a song with words is heard once more, with the lines that come back`() async throws {
    let bench = try StepBench()
    let repeats = [RepeatedLines(start: 1, end: 2.5, group: 0, label: "verse", isGiven: true)]
    try bench.give(FakeSong.features().encode(), as: "features")
    try bench.give(ArtifactJSON.encode(repeats), as: "repeats")
    let finder = FakeFinder(found: [TimedSection(name: "inst", start: 0, end: 16, confidence: 0.1)])
    let product = try await bench.run(StructureStep(.heardWithWords(finder)))
    #expect(finder.asked.requests == [repeats])
    #expect(
      try product.value(SongStructure.self).sections.map(\.name.description) == ["inst.1"])
  }

  @Test func `stems are two files and a note of how loud the voice is`() async throws {
    let bench = try StepBench()
    try bench.give([], as: "audio")
    try bench.give(FakeSong.features().signals.encode(), as: "signals")
    let product = try await bench.run(StemsStep(separator: FakeSeparator()))
    #expect(try product.text(StemsStep.vocals) == "voice")
    #expect(try product.text(StemsStep.accompaniment) == "the rest")
    let note = try product.value(StemsNote.self)
    // A quarter of the power.
    #expect(note.vocalLevel == -6 && note.separator == "fake separator 1")
    #expect(note.sampleRate == 8_000 && note.samples == 128_000 && !note.isMono)
    #expect(product.warnings == [])
  }

  @Test(arguments: [
    (0.25, true, "the song is mono: without a stereo picture the vocals are less clean"),
    (1e-7, false, "no voice was found: the vocals are silent"),
    // Where nobody is heard, it does not matter how.
    (0, true, "no voice was found: the vocals are silent"),
  ])
  func `what makes stems doubtful is told`(share: Double, isMono: Bool, warning: String)
    async throws
  {
    let bench = try StepBench()
    try bench.give([], as: "audio")
    try bench.give(FakeSong.features().signals.encode(), as: "signals")
    let facts = StemFacts(sampleRate: 8_000, samples: 1, isMono: isMono, vocalShare: share)
    let product = try await bench.run(StemsStep(separator: FakeSeparator(facts: facts)))
    #expect(product.warnings == [warning])
    #expect(try product.value(StemsNote.self).vocalLevel == (share > 1e-6 ? -6 : nil))
  }

  @Test func `the waveform is a picture and an outline of the song's length`() async throws {
    let bench = try StepBench()
    bench.give(file: try bench.sound(), as: "audio")
    try bench.give(value: FakeSong.beats, as: "beats")
    try bench.give(FakeSong.features().signals.encode(), as: "signals")
    try bench.give(value: FakeSong.structure, as: "structure")
    let typeface = Typeface(fonts: [try FontFile.standard()], bold: nil)
    let product = try await bench.run(
      WaveformStep(title: "Song", typeface: typeface), as: WaveformStep.id)
    let peaks = try WaveformPeaks(decoding: product.bytes(WaveformStep.peaks))
    #expect(peaks.duration == 16)
    #expect(peaks.levels[0].bins.allSatisfy { abs($0.high - 0.2) < 0.01 })
    let picture = try PNGFile.decode(product.bytes(WaveformStep.picture))
    #expect(picture.width == 1_600 && picture.height == 400)
    let other = try await bench.run(
      WaveformStep(title: "Another", typeface: typeface), as: WaveformStep.id)
    #expect(try other.bytes(WaveformStep.picture) != product.bytes(WaveformStep.picture))
    #expect(try other.bytes(WaveformStep.peaks) == product.bytes(WaveformStep.peaks))
  }
}
