import Testing
import VoimoStages

@Suite struct AnsweredBeatsTests {
  @Test(arguments: [60.0, 90, 120, 174, 180, 181, 200, 240, 300, 600])
  func `no more than three beats a second are answered`(_ bpm: Double) {
    let beats = (0..<200).map { Double($0) * 60 / bpm }
    let kept = AnsweredBeats.apart(beats).map { beats[$0] }
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $1 - $0 > 0.333 }, "\(bpm)")
    // Nor fewer than need be.
    let least = Int((beats.last ?? 0) * min(bpm / 60, 1.49))
    #expect(kept.count >= least, "\(bpm): \(kept.count)")
    if bpm <= 180 { #expect(kept == beats) }
  }

  @Test func `none and one are as they are`() {
    #expect(AnsweredBeats.apart([]).isEmpty)
    #expect(AnsweredBeats.apart([4]) == [0])
    #expect(AnsweredBeats.apart([0, 0.1, 0.2, 0.35, 0.4, 2]) == [0, 3, 5])
  }

  @Test func `a film's parts are the first third, the middle and the last fifth`() {
    #expect(
      [0, 0.2, 0.33, 0.34, 0.5, 0.79, 0.8, 1].map { FilmPart(at: $0) }
        == [.opening, .opening, .opening, .middle, .middle, .middle, .closing, .closing])
  }
}
