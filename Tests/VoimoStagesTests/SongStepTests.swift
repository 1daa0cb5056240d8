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

  private func stems(
    _ separator: FakeSeparator = FakeSeparator(), left: Float = 0.1, right: Float = 0.2
  ) async throws -> StepProduct {
    let bench = try StepBench()
    let path = "\(bench.folder)/song"
    var writer = try SoundWriter(path: path, sampleRate: 8_000)
    try writer.write(
      left: [Float](repeating: left, count: 8_001), right: [Float](repeating: right, count: 8_001))
    _ = try writer.finish()
    bench.give(file: path, as: "audio")
    return try await bench.run(StemsStep(separator: separator))
  }

  /// The first sample on the left.
  private func level(_ product: StepProduct, _ output: StepOutput) throws -> Float {
    var reader = try SoundReader(path: product.path(output))
    #expect(reader.samples == 8_001)
    return try reader.read(0..<1).left[0]
  }

  @Test func `stems are two files and a note of how loud the voice is`() async throws {
    let product = try await stems()
    #expect(abs(try level(product, StemsStep.vocals) - 0.05) < 1e-6)
    #expect(abs(try level(product, StemsStep.accompaniment) - 0.05) < 1e-6)
    let note = try product.value(StemsNote.self)
    // Half as loud: a quarter of the power.
    #expect(note.vocalLevel == -6 && note.separator == "fake separator 1")
    #expect(note.sampleRate == 8_000 && note.samples == 8_001 && !note.isMono)
    #expect(product.warnings == [])
  }

  @Test func `a separator of four stems gives an accompaniment, which is the sum of three`()
    async throws
  {
    let product = try await stems(
      FakeSeparator(levels: [.vocals: 0.5, .drums: 0.25, .bass: 0.5, .other: 2]))
    #expect(product.outputs.count == 2)
    #expect(abs(try level(product, StemsStep.accompaniment) - 0.275) < 1e-6)
  }

  @Test func `stems need not add up to the song`() async throws {
    let product = try await stems(FakeSeparator(levels: [.vocals: 0.5, .accompaniment: 0.25]))
    #expect(abs(try level(product, StemsStep.accompaniment) - 0.025) < 1e-6)
  }

  @Test(arguments: [
    (
      FakeSeparator(excess: 5),
      "fake separator 1 has made a stem of 8006 samples at 8000 Hz; "
        + "the song has 8001 at 8000 Hz"
    ),
    (FakeSeparator(levels: [.drums: 1]), "fake separator 1 has made no vocals"),
    (FakeSeparator(levels: [.vocals: 1]), "the separator has made nothing but the vocals"),
  ])
  func `stems that cannot be used are refused`(separator: FakeSeparator, sentence: String)
    async throws
  {
    let error = await #expect(throws: BackendError.self) { try await stems(separator) }
    #expect(error == .wrongResult(sentence))
  }

  @Test(
    arguments: [
      (0.5, true, "the song is mono: without a stereo picture the vocals are less clean"),
      (1e-4, false, "no voice was found: the vocals are silent"),
      // Where nobody is heard, it does not matter how.
      (0, true, "no voice was found: the vocals are silent"),
    ] as [(Float, Bool, String)])
  func `what makes stems doubtful is told`(level: Float, isMono: Bool, warning: String)
    async throws
  {
    let separator = FakeSeparator(levels: [.vocals: level, .accompaniment: 1])
    let product = try await stems(separator, right: isMono ? 0.1 : 0.2)
    #expect(product.warnings == [warning])
    #expect(try product.value(StemsNote.self).vocalLevel == (level > 0.1 ? -6 : nil))
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
