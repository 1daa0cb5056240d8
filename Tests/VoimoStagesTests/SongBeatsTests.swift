import Testing
import VoimoBase
import VoimoSignal
import VoimoStages

@Suite struct SongBeatsTests {
  private func beats(
    _ beats: [Double], bars: [Double] = [], bpm: Double = 120
  ) -> SongBeats {
    SongBeats(
      bpm: bpm, confidence: 1, beats: beats, strengths: beats.map { _ in 1 }, downbeats: bars,
      duration: 60, level: FakeSong.level)
  }

  @Test func `what was heard is kept but for the curves`() {
    let kept = SongBeats(of: FakeSong.features())
    #expect(kept.bpm == 120 && kept.confidence == 0.9 && kept.duration == 16)
    #expect(kept.beats == (0..<32).map { Double($0) / 2 })
    #expect(kept.strengths == Array(repeating: 0.8, count: 32))
    #expect(kept.downbeats == (0..<8).map { Double($0) * 2 })
    #expect(kept.metre == Metre(beats: 4, confidence: 0.6) && kept.level == FakeSong.level)
    #expect(kept.tempoMap == [TempoPoint(time: 0, bpm: 120)])
  }

  @Test func `a beat is as long as those around it`() {
    // Half a second until 10, then a whole one.
    let slowing = beats(
      Array(stride(from: 0.0, to: 10, by: 0.5)) + Array(stride(from: 10.0, to: 31, by: 1)))
    #expect(slowing.beatLength(at: 3) == 0.5)
    #expect(slowing.beatLength(at: 20) == 1)
    #expect(slowing.beatLength(at: 500) == 1)
    // One late beat among the four is no new tempo.
    var late = Array(stride(from: 0.0, to: 10, by: 0.5))
    late[6] += 0.2
    #expect(abs(beats(late).beatLength(at: 3) - 0.5) < 1e-9)
  }

  @Test func `where there are too few beats the tempo says how long one is`() {
    #expect(beats([0, 1, 2, 3], bpm: 90).beatLength(at: 1) == 60.0 / 90)
    #expect(beats([5, 6, 7, 8, 9], bpm: 60).beatLength(at: 1) == 1)
    #expect(beats([], bpm: 0).beatLength(at: 1) == 0.5)
  }

  @Test func `a bar is as long as it is, else four beats`() {
    let waltz = beats(Array(stride(from: 0.0, to: 30, by: 0.5)), bars: [0, 1.5, 3, 5])
    #expect(waltz.barLength(at: 1) == 1.5)
    #expect(waltz.barLength(at: 3.2) == 2)
    // The last bar's end is not known.
    #expect(waltz.barLength(at: 20) == 2)
    #expect(beats([], bpm: 0).barLength(at: 1) == 2)
  }

  @Test func `times are looked up from either side`() {
    let times = SortedTimes([1, 2, 2, 4])
    #expect(times.last(atOrBefore: 0.9) == nil && times.last(atOrBefore: 1) == 0)
    #expect(times.last(atOrBefore: 2) == 2 && times.last(atOrBefore: 3.9) == 2)
    #expect(times.last(atOrBefore: .infinity) == 3)
    #expect(times.nearest(to: -5) == 1 && times.nearest(to: 9) == 4)
    #expect(times.nearest(to: 2.9) == 2 && times.nearest(to: 3.1) == 4)
    // Of two that are as near the earlier.
    #expect(times.nearest(to: 3) == 2)
    #expect(SortedTimes([]).nearest(to: 1) == nil)
  }

  @Test func `it survives its bytes`() throws {
    let bytes = try ArtifactJSON.encode(FakeSong.beats)
    #expect(try ArtifactJSON.decode(SongBeats.self, from: bytes) == FakeSong.beats)
    #expect(try ArtifactJSON.encode(FakeSong.beats) == bytes)
    #expect(throws: EncodingError.self) { try ArtifactJSON.encode([Double.infinity]) }
    #expect(throws: DecodingError.self) { try ArtifactJSON.decode([Int].self, from: [0x7B]) }
  }
}
