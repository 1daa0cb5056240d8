import Testing
import VoimoBase
import VoimoStages

@Suite struct ShotPlannerTests {
  /// Starts of shots of a section with beats every half second and bars every two.
  private func starts(
    from start: Double, to end: Double, length: Double, shortest: Double = 1, longest: Double = 8,
    beats: Bool = true
  ) -> [Double] {
    let planner = ShotPlanner(
      shortest: Seconds(shortest), longest: Seconds(longest),
      bars: beats ? stride(from: 0.25, to: 100, by: 2).map { Seconds($0) } : [],
      beats: beats ? stride(from: 0.25, to: 100, by: 0.5).map { Seconds($0) } : [])
    return planner.starts(from: Seconds(start), to: Seconds(end)) { _ in Seconds(length) }
      .map(\.value)
  }

  @Test func `shots are cut on bars`() {
    #expect(starts(from: 0.25, to: 16.25, length: 4) == [0.25, 4.25, 8.25, 12.25])
  }

  @Test func `where no bar is near, beats are taken`() {
    #expect(starts(from: 0.25, to: 6.25, length: 1.5, shortest: 1) == [0.25, 1.75, 3.25, 4.75])
  }

  @Test func `without beats the wished length is taken`() {
    #expect(starts(from: 0, to: 9, length: 3, beats: false) == [0, 3, 6])
  }

  @Test func `a section shorter than two shots is one shot`() {
    #expect(starts(from: 5, to: 6.5, length: 1) == [5])
  }

  @Test func `no shot is shorter or longer than asked, whatever the section`() {
    for seed in UInt64(0)..<200 {
      var random = SeededRandom(seed: seed)
      let start = random.number(in: 0...20)
      let end = start + random.number(in: 2.5...60)
      let length = random.number(in: 0.5...12)
      let cuts = starts(from: start, to: end, length: length) + [end]
      let lengths = zip(cuts, cuts.dropFirst()).map { $1 - $0 }
      #expect(lengths.allSatisfy { $0 >= 1 - 1e-9 && $0 <= 9 + 1e-9 }, "seed \(seed): \(lengths)")
    }
  }
}
