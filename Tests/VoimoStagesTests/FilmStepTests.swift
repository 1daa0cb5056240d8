import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoSignal
import VoimoStages

/// Segments and soundtrack, and the film that is made of them.
@Suite struct FilmStepTests {
  private let shots = [(48, 72), (72, 108)].enumerated().map { index, frames in
    Shot(
      section: SectionID(label: "verse", ordinal: 1), index: index, start: frames.0, end: frames.1,
      visibleStart: frames.0, visibleEnd: frames.1)
  }

  /// Encodes a shot whose level follows its signals, in a bench that keeps the file.
  private func segment(_ shot: Shot, kick: Float) async throws -> (bench: StepBench, path: String) {
    let bench = try StepBench()
    try bench.give([], as: "companion")
    let signals = Array(repeating: FrameSignals(kick: kick), count: shot.end - shot.start)
    try bench.give(FrameSignals.encode(signals), as: "signals")
    let product = try await bench.run(
      SegmentStep(
        frames: .drawn(.fake(of: shot)), shot: shot,
        video: VideoSettings(width: 64, height: 48, frameRate: .film), encoder: "any",
        nextPicture: nil, fadeFrames: 0, burn: nil,
        pictureFade: PictureFade(film: 48..<108, fadeIn: 0.25, fadeOut: 0, at: .film)))
    return (bench, try product.path(SegmentStep.segment(of: shot)))
  }

  private func soundtrack(
    start: Int = 48, end: Int = 108, fadeOut: Seconds = 0
  ) async throws -> (bench: StepBench, path: String) {
    let bench = try StepBench()
    bench.give(file: try bench.sound(), as: "audio")
    let product = try await bench.run(
      SoundtrackStep(
        start: start, end: end, frameRate: .film, fadeIn: 0, fadeOut: fadeOut, bitRate: 128_000,
        effort: .quick, encoder: "any"), as: SoundtrackStep.id())
    #expect(product.outputs.count == 1)
    return (bench, try product.path(SoundtrackStep.soundtrack()))
  }

  private func film(
    _ change: (inout FilmStep) -> Void = { _ in }, sound: String, segments: [String],
    cues: [SubtitleCue]? = nil
  ) async throws -> (film: FilmInspector, bench: StepBench) {
    var step = FilmStep(
      segments: shots.map { (SegmentStep.segment(of: $0), $0.visibleCount) },
      soundtrack: SoundtrackStep.soundtrack(), frameCount: 60, frameRate: .film,
      chapters: [.init(title: "Verse", frame: 0), .init(title: "Chorus", frame: 24)],
      title: "Song", artist: "Band", album: nil, language: "en",
      cues: cues == nil ? nil : SubtitlesStep.cues())
    change(&step)
    let bench = try StepBench()
    for (shot, path) in zip(shots, segments) { bench.give(file: path, as: "segment \(shot.name)") }
    bench.give(file: sound, as: "soundtrack")
    if let cues { try bench.give(ArtifactJSON.encode(cues), as: "words") }
    let product = try await bench.run(step, as: FilmStep.id())
    return (try FilmInspector(path: product.path(FilmStep.film())), bench)
  }

  @Test func `a film is its segments in order, with sound, chapters, words and names`()
    async throws
  {
    let (dark, light) = (try await segment(shots[0], kick: 0), try await segment(shots[1], kick: 1))
    let sound = try await soundtrack()
    let cue = try ArtifactJSON.decode(
      SubtitleCue.self, from: Array(#"{"start":1,"end":2,"text":"Lanterns"}"#.utf8))
    let (film, bench) = try await film(
      sound: sound.path, segments: [dark.path, light.path], cues: [cue])
    let frames = try film.frames()
    #expect(frames.count == 60 && frames.isUniform && frames.damaged == 0)
    // Out of black within six frames, then dark, then light.
    #expect(frames.luma[0] < 18 && frames.luma[3] > frames.luma[1])
    #expect(frames.luma[8..<24].allSatisfy { abs($0 - 60) < 4 })
    #expect(frames.luma[24..<60].allSatisfy { abs($0 - 160) < 4 })
    #expect(film.chapters.map(\.title) == ["Verse", "Chorus"])
    #expect(film.chapters.map(\.start) == [0, 1])
    #expect(film.tags["title"] == "Song" && film.tags["artist"] == "Band")
    #expect(film.tags["album"] == nil)
    #expect(try film.subtitles() == [Film.Cue(start: 1, end: 2, text: "Lanterns")])
    #expect(film.codecs.contains("aac") && film.codecs.contains("h264"))
    #expect(bench.reports.last == .progress(done: 60, total: 60, unit: "frames"))
  }

  @Test func `a film without soft words has no track for them`() async throws {
    let (dark, light) = (try await segment(shots[0], kick: 0), try await segment(shots[1], kick: 1))
    let sound = try await soundtrack()
    let (film, _) = try await film(sound: sound.path, segments: [dark.path, light.path])
    #expect(try film.subtitles().isEmpty && !film.codecs.contains("mov_text"))
  }

  @Test func `a film with another number of frames than it should have is refused`() async throws {
    let (dark, light) = (try await segment(shots[0], kick: 0), try await segment(shots[1], kick: 1))
    let sound = try await soundtrack()
    let error = await #expect(throws: StageError.self) {
      try await film(
        { $0.frameCount = 61 }, sound: sound.path, segments: [dark.path, light.path])
    }
    #expect(error?.description == "the film has 60 frames and should have 61")
  }

  @Test func `the soundtrack is the song between two frames, to the sample`() async throws {
    let (dark, light) = (try await segment(shots[0], kick: 0), try await segment(shots[1], kick: 1))
    let sound = try await soundtrack(fadeOut: 1)
    #expect(
      sound.bench.reports.last == .progress(done: 2, total: 2, unit: "seconds of sound"))
    let (film, _) = try await film(sound: sound.path, segments: [dark.path, light.path])
    var samples: [Float] = []
    _ = try film.audio().decode { samples += $0.right }
    // Frames 48 to 107 of 24 a second, at 8 kHz, filled up to a whole block of AAC.
    #expect((20_000..<20_000 + 1_024).contains(samples.count))
    func level(_ range: Range<Int>) -> Double {
      let sum = samples[range].reduce(0) { $0 + Double($1) * Double($1) }
      return (sum / Double(range.count)).squareRoot()
    }
    #expect(abs(level(4_000..<8_000) - 0.2) < 0.02)
    #expect(level(19_000..<20_000) < 0.05)
  }

  @Test func `a soundtrack that runs past the song ends in silence`() async throws {
    // The song has 384 frames.
    let sound = try await soundtrack(start: 360, end: 400)
    #expect(sound.bench.reports.count > 0)
    #expect(sound.bench.reports.last == .progress(done: 1, total: 1, unit: "seconds of sound"))
  }

  @Test func `expected work is counted as progress is`() {
    let video = VideoSettings(width: 64, height: 48, frameRate: .film, preset: .fast)
    var step = SegmentStep(
      frames: .drawn(.fake(of: shots[0])), shot: shots[0], video: video, encoder: "any",
      nextPicture: nil, fadeFrames: 0, burn: nil)
    step.shot.visibleEnd = 60
    #expect(
      step.expectedWork
        == ExpectedWork(count: 12, unit: "frames", size: 64 * 48, manner: "fake drawer fast"))
    let sound = SoundtrackStep(
      start: 48, end: 108, frameRate: .film, fadeIn: 0, fadeOut: 0, bitRate: 1, effort: .thorough,
      encoder: "any")
    #expect(
      sound.expectedWork
        == ExpectedWork(count: 2, unit: "seconds of sound", manner: "thorough"))
  }
}
