import Testing
import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoSignal
import VoimoStages

/// What the shots step makes: the list, and what the song does at each frame.
@Suite struct ShotsStepTests {
  private func step(crop: ClosedRange<Double>? = nil, rate: FrameRate = .film) -> ShotsStep {
    ShotsStep(
      cutting: ShotCutting(length: .seconds(4), shortest: 1, longest: 8), frameRate: rate,
      cropStart: crop.map { Seconds($0.lowerBound) }, cropEnd: crop.map { Seconds($0.upperBound) },
      snap: .none)
  }

  private func run(
    _ step: ShotsStep, beats: SongBeats = FakeSong.beats,
    signals: Signals = FakeSong.features().signals
  ) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(value: FakeSong.structure, as: "structure")
    try bench.give(value: beats, as: "beats")
    try bench.give(signals.encode(), as: "signals")
    return try await bench.run(step, as: ShotsStep.id)
  }

  private func signals(_ shot: Shot, _ product: StepProduct) throws -> [FrameSignals] {
    try #require(FrameSignals.decode(product.bytes(ShotsStep.signals(of: shot))))
  }

  @Test func `every shot has signals for each of its frames, seen or not`() async throws {
    let product = try await run(step(crop: 1...15))
    let list = try product.value(ShotList.self)
    #expect(list.shots.count == 4 && product.outputs.count == 4)
    for shot in list.shots {
      #expect(try signals(shot, product).count == shot.end - shot.start)
    }
    #expect(list.shots[0].visibleCount == 72 && list.shots[0].end == 96)
  }

  @Test func `signals are those of the song at each frame's time`() async throws {
    let product = try await run(step())
    let shots = try product.value(ShotList.self).shots
    // A kick in the first half, none in the second; onsets that rise through the song.
    #expect(try signals(shots[0], product).allSatisfy { $0.kick == 1 })
    #expect(try signals(shots[3], product).allSatisfy { $0.kick == 0 })
    let onsets = try shots.flatMap { try signals($0, product) }.map(\.onset)
    #expect(onsets.count == 384 && zip(onsets, onsets.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(abs(onsets[192] - 0.5) < 0.001)
    #expect(try signals(shots[0], product).allSatisfy { $0.low == 0 && $0.high == 0 })
  }

  @Test func `phases run from beat to beat and from bar to bar`() async throws {
    let product = try await run(step())
    let frames = try product.value(ShotList.self).shots.flatMap { try signals($0, product) }
    // Twelve frames a beat, forty-eight a bar.
    for (index, frame) in frames.enumerated() {
      #expect(abs(frame.beatPhase - Float(index % 12) / 12) < 0.001, "\(index)")
      #expect(abs(frame.barPhase - Float(index % 48) / 48) < 0.001, "\(index)")
      #expect(abs(frame.beatStrength - 0.8) < 0.001)
    }
  }

  @Test func `before the first beat and long after the last nothing beats`() async throws {
    var beats = FakeSong.beats
    beats.beats = [4, 4.5, 5, 5.5, 6]
    beats.strengths = [0.25, 0.5, 0.75, 1, 0.5]
    beats.downbeats = [4]
    let product = try await run(step(), beats: beats)
    let frames = try product.value(ShotList.self).shots.flatMap { try signals($0, product) }
    #expect(frames[0..<96].allSatisfy { $0.beatPhase == 0 && $0.beatStrength == 0 })
    #expect(frames[0..<96].allSatisfy { $0.barPhase == 0 })
    #expect([96, 108, 120].map { frames[$0].beatStrength * 4 }.map { $0.rounded() } == [1, 2, 3])
    // Past a typical length a phase stays at its end.
    #expect(frames[200..<384].allSatisfy { $0.beatPhase == 1 && $0.barPhase == 1 })
  }

  @Test func `a fast passage is answered three times a second at most`() async throws {
    var beats = FakeSong.beats
    beats.beats = Array(stride(from: 0.0, to: 16, by: 0.25))
    beats.strengths = beats.beats.map { _ in 1 }
    let product = try await run(step(), beats: beats)
    let frames = try product.value(ShotList.self).shots.flatMap { try signals($0, product) }
    let struck = frames.indices.filter { $0 > 0 && frames[$0].beatPhase < frames[$0 - 1].beatPhase }
    // Every other beat: twelve frames from one to the next.
    #expect(struck == Array(stride(from: 12, to: 384, by: 12)))
  }

  @Test func `a shot inside two crops has the same signals in both`() async throws {
    let (one, other) = (try await run(step(crop: 1...13)), try await run(step(crop: 3...16)))
    let shots = try one.value(ShotList.self).shots
    let others = try other.value(ShotList.self).shots
    let shared = shots.filter { others.contains($0) }
    #expect(shared.count == 2)
    for shot in shared {
      let output = ShotsStep.signals(of: shot)
      #expect(try one.bytes(output) == other.bytes(output), "\(shot.name)")
    }
  }

  @Test func `the shots are foreseen from the values that are read`() async throws {
    let step = step(crop: 2...14)
    var values: [StepInput: [UInt8]] = [:]
    for input in step.inputs where input.source.name == StepOutput.valueName {
      values[input] =
        input.producer == StructureStep.id
        ? try ArtifactJSON.encode(FakeSong.structure) : try ArtifactJSON.encode(FakeSong.beats)
    }
    #expect(values.count == 2)
    let foreseen = try #require(step.foreseenValue(reading: values))
    #expect(foreseen == (try await run(step)).value)
    for input in values.keys {
      var poor = values
      poor[input] = nil
      #expect(step.foreseenValue(reading: poor) == nil)
      poor[input] = [1, 2, 3]
      #expect(step.foreseenValue(reading: poor) == nil)
    }
  }

  @Test func `levels outside of 0 to 1 are taken as the nearest, and bytes are pinned`() {
    let frames = [
      FrameSignals(
        onset: -1, low: 2, high: 1, kick: .nan, beatPhase: 0.5, beatStrength: 1, barPhase: 0)
    ]
    #expect(
      FrameSignals.encode(frames) == [0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 128, 255, 255, 0, 0])
    #expect(FrameSignals.decode([])?.isEmpty == true)
    #expect(FrameSignals.decode(Array(repeating: 0, count: 13)) == nil)
  }

  // MARK: - Lengths

  private func lengths(
    _ length: MusicalLength, beats: SongBeats = FakeSong.beats, shortest: Seconds = 0.5
  ) -> [Int] {
    ShotsStep(
      cutting: ShotCutting(length: length, shortest: shortest, longest: 8), frameRate: .film,
      cropStart: nil, cropEnd: nil, snap: .none
    ).layOut(FakeSong.structure, beats: beats).shots.map { $0.end - $0.start }
  }

  @Test func `shots are as long as wished in seconds, beats and bars`() {
    #expect(lengths(.seconds(4)) == [96, 96, 96, 96])
    #expect(lengths(.beats(4)) == Array(repeating: 48, count: 8))
    #expect(lengths(.bars(2)) == [96, 96, 96, 96])
    #expect(lengths(.bars(1)) == Array(repeating: 48, count: 8))
    // Never shorter than the shortest.
    #expect(lengths(.beats(1), shortest: 2).allSatisfy { $0 >= 48 })
  }

  @Test func `a song without beats is cut by the wished length`() {
    var silent = FakeSong.beats
    (silent.beats, silent.strengths, silent.downbeats, silent.bpm) = ([], [], [], 0)
    #expect(lengths(.seconds(4), beats: silent) == [96, 96, 96, 96])
    // A beat counts as half a second then.
    #expect(lengths(.beats(8), beats: silent) == [96, 96, 96, 96])
    let list = step().layOut(FakeSong.structure, beats: silent)
    #expect(list.parts.allSatisfy { $0.bpm == 0 })
    #expect(
      step().layOut(FakeSong.structure, beats: FakeSong.beats).parts.map(\.bpm) == [120, 120])
  }

  @Test func `pieces of a shot have letters, more of them numbers`() {
    func name(_ piece: Int) -> String {
      Shot(
        section: SectionID(label: "chorus", ordinal: 2), index: 3, piece: piece, start: 0, end: 1,
        visibleStart: 0, visibleEnd: 1
      ).name
    }
    #expect(
      [0, 1, 25, 26].map(name) == ["chorus.2/03", "chorus.2/03b", "chorus.2/03z", "chorus.2/03-26"])
  }
}
