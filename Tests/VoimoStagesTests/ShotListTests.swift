import Testing
import VoimoBase
import VoimoProject
import VoimoSignal
import VoimoStages

@Suite struct ShotListTests {
  private let structure = SongStructure(numbering: [
    TimedSection(name: "verse", start: 0, end: 10),
    TimedSection(name: "chorus", start: 10, end: 20),
    TimedSection(name: "verse", start: 20, end: 31.7),
  ])
  private let beats = SongBeats(
    bpm: 120, confidence: 1, beats: Array(stride(from: 0.0, to: 31.7, by: 0.5)),
    strengths: Array(repeating: 1, count: 64),
    downbeats: Array(stride(from: 0.0, to: 31.7, by: 2)), duration: 31.7,
    level: Loudness(peak: 1, rms: 0.1, isSilent: false, clippedShare: 0, offset: 0))

  private func list(
    fps: FrameRate = .film, start: Double? = nil, end: Double? = nil, snap: Crop.Snap = .none,
    cuts: [Double] = []
  ) -> ShotList {
    ShotsStep(
      cutting: ShotCutting(length: .bars(2), shortest: 1, longest: 8), frameRate: fps,
      cropStart: start.map { Seconds($0) }, cropEnd: end.map { Seconds($0) }, snap: snap,
      cuts: cuts.map { Seconds($0) }
    ).layOut(structure, beats: beats)
  }

  @Test func `shots tile the film without a gap, at any rate and crop`() throws {
    for seed in UInt64(0)..<300 {
      var random = SeededRandom(seed: seed)
      let start = random.number(in: 0...25)
      let end = start + random.number(in: 0.5...6)
      let rate = try #require(
        FrameRate([24, 30000, 12, 25, 60][Int(seed % 5)], over: seed % 5 == 1 ? 1001 : 1))
      let list = list(
        fps: rate, start: start, end: min(end, 31.7),
        cuts: seed % 2 == 0 ? [random.number(in: 0...31)] : [])
      var next = list.start
      for shot in list.shots {
        #expect(shot.visibleStart == next, "seed \(seed)")
        #expect(shot.visibleCount > 0, "seed \(seed)")
        next = shot.visibleEnd
      }
      #expect(next == list.end, "seed \(seed)")
    }
  }

  @Test func `the film has the grid frames inside the crop`() {
    let list = list(start: 1.01, end: 2)
    // Frames n with 1.01 <= n / 24 < 2: 25 to 47.
    #expect(list.start == 25 && list.end == 48 && list.frameCount == 23)
  }

  @Test func `no first or last shot is shorter than the shortest because of a crop`() throws {
    let whole = list(cuts: [5, 5.5])
    for seed in UInt64(0)..<300 {
      var random = SeededRandom(seed: seed)
      let start = random.number(in: 0...25)
      let list = list(
        start: start, end: min(31.7, start + random.number(in: 1.2...20)),
        cuts: seed % 2 == 0 ? [5, 5.5] : [])
      let short = list.shots.filter { shot in
        let full = whole.shots.first { $0.name == shot.name }.map { $0.end - $0.start } ?? 24
        return shot.visibleCount < min(24, full)
      }
      #expect(short.isEmpty, "seed \(seed): \(short)")
      #expect(list.shots.reduce(0) { $0 + $1.visibleCount } == list.frameCount, "seed \(seed)")
    }
  }

  @Test func `a sliver's frames go to the shot beside it, which keeps its name`() throws {
    // Shots of four seconds: the crop leaves a twelfth of a second of the first, and a sixth of
    // the last.
    let list = list(start: 3 + 11.0 / 12, end: 14 + 1.0 / 6)
    let first = try #require(list.shots.first)
    let last = try #require(list.shots.last)
    #expect(first.name == "verse.1/01" && first.visibleStart == list.start)
    #expect(first.start == first.visibleStart)
    #expect(last.name == "chorus.1/00" && last.visibleEnd == list.end)
    // A film that is shorter than a shot may be is one all the same.
    #expect(self.list(start: 3.9, end: 4.1).shots.count == 1)
  }

  @Test func `a shot inside two crops is the same in both`() {
    let one = list(start: 3, end: 18).shots.filter {
      $0.start == $0.visibleStart && $0.end == $0.visibleEnd
    }
    let other = Set(list(start: 2, end: 30).shots)
    #expect(one.count >= 2)
    #expect(one.allSatisfy(other.contains))
  }

  @Test func `sections keep their ordinals under a crop`() {
    #expect(
      list(start: 21).shots.allSatisfy { $0.section == SectionID(label: "verse", ordinal: 2) })
  }

  @Test func `a time range cuts the shots it meets and leaves the others their names`() {
    let whole = list()
    let cut = list(cuts: [5, 7])
    let changed = Set(cut.shots.map(\.name)).subtracting(whole.shots.map(\.name))
    #expect(changed == ["verse.1/01b"] || changed == ["verse.1/01b", "verse.1/01c"])
    #expect(cut.shots.contains { $0.start == 120 })
    #expect(Set(whole.shots.map(\.name)).isSubset(of: Set(cut.shots.map(\.name))))
  }

  @Test(arguments: [
    // Bars of 2 s from 0; beats of half a second.
    (Crop.Snap.none, 3.2, 11.1, 77, 267), (.beat, 3.2, 11.1, 72, 264),
    (.downbeat, 3.2, 11.1, 96, 288), (.bar, 3.2, 11.1, 48, 288), (.bar, 5.9, 10.2, 96, 288),
    (.bar, 4, 12, 96, 288), (.bar, 3.95, 12.05, 96, 288), (.bar, 4.05, 11.95, 96, 288),
    (.bar, 0.5, 31.5, 0, 761), (.downbeat, 3.95, 12.05, 96, 288),
  ]) func `a crop snaps to the nearest beat or bar line, or keeps whole the bars it cuts`(
    snap: Crop.Snap, start: Double, end: Double, first: Int, last: Int
  ) {
    let list = list(start: start, end: end, snap: snap)
    #expect([list.start, list.end] == [first, last])
  }

  @Test(arguments: [Crop.Snap.beat, .downbeat, .bar])
  func `an end that is not cropped stays where the song's is`(snap: Crop.Snap) {
    #expect(list(end: 12, snap: snap).start == 0)
    #expect(list(start: 4, snap: snap).end == list().end)
  }

  @Test func `signals survive their bytes to one part in 65535`() throws {
    let frames = (0..<10).map { index in
      FrameSignals(onset: 1.5, low: -1, kick: Float(index) / 10, beatPhase: .nan)
    }
    let read = try #require(FrameSignals.decode(FrameSignals.encode(frames)))
    #expect(read.count == 10)
    #expect(abs(read[3].kick - 0.3) < 1 / 65_000)
    #expect(read[0].onset == 1 && read[0].low == 0 && read[0].beatPhase == 0)
    #expect(FrameSignals.decode([1, 2, 3]) == nil)
  }
}
