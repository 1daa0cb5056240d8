import Testing
import VoimoPaint
import VoimoSignal

/// People who walk, run and dance are seen to.
@Suite struct WalkerTests {
  /// Where somebody red is: columns by row, from the top.
  private func body(
    _ scene: SceneKind, _ pose: Pose?, at time: Double, beat: Double = 0
  ) -> [Int: ClosedRange<Int>] {
    func at(_ color: NamedColor) -> PlanarPicture {
      painted(
        SceneRecipe(
          scene: scene, light: .day, things: [Thing(kind: .figure, color: color)], pose: pose),
        960, 540,
        moment: ShotMoment(
          time: time, accents: AccentValues(beatStrength: beat), beatAmount: beat > 0 ? 1 : 0))
    }
    let red = at(.red), black = at(.black)
    var rows: [Int: ClosedRange<Int>] = [:]
    for row in 0..<270 {
      let columns = (0..<480).filter {
        abs(Int(red.cr[row * 480 + $0]) - Int(black.cr[row * 480 + $0])) > 10
      }
      if let first = columns.first, let last = columns.last { rows[row] = first...last }
    }
    return rows
  }

  private func middle(_ rows: [Int: ClosedRange<Int>]) -> Double {
    let sum = rows.values.reduce(0.0) { $0 + Double($1.lowerBound + $1.upperBound) / 2 }
    return sum / Double(max(rows.count, 1))
  }

  /// How far the feet are apart: the width of the lowest eighth.
  private func step(_ rows: [Int: ClosedRange<Int>]) -> Int {
    guard let top = rows.keys.min(), let bottom = rows.keys.max() else { return 0 }
    return rows.filter { $0.key > bottom - (bottom - top) / 8 }.map(\.value.count).max() ?? 0
  }

  @Test(arguments: [SceneKind.sea, .sky, .city, .desert, .forest, .mountains, .room, .space])
  func `who walks opens and closes the legs, gets on, and stays on the ground`(_ scene: SceneKind) {
    let frames = (0..<16).map { body(scene, .walking, at: 1 + Double($0) / 12) }
    let steps = frames.map(step)
    let (narrow, wide) = (steps.min() ?? 0, steps.max() ?? 0)
    #expect(wide >= 2 * narrow && narrow > 0, "\(scene): steps \(steps)")
    let way = abs(middle(frames[15]) - middle(frames[0]))
    #expect(way > 12, "\(scene): \(way)")
    let feet = frames.compactMap { $0.keys.max() }
    #expect((feet.max() ?? 0) - (feet.min() ?? 0) <= 2, "\(scene): feet \(feet)")
  }

  @Test func `who runs is faster than who walks`() {
    func way(_ pose: Pose) -> Double {
      abs(middle(body(.sky, pose, at: 2)) - middle(body(.sky, pose, at: 1)))
    }
    #expect(way(.running) > 1.6 * way(.walking), "\(way(.running)) \(way(.walking))")
  }

  @Test func `the foot on the ground does not slide`() {
    // The lowest row holds the foot that stands: while it does, it hardly moves.
    func foot(_ time: Double) -> ClosedRange<Int>? {
      let rows = body(.sky, .walking, at: time)
      return rows.keys.max().flatMap { rows[$0 - 1] }
    }
    var slides: [Int] = []
    for frame in 0..<36 {
      let time = 1 + Double(frame) / 24
      guard let first = foot(time), let next = foot(time + 1.0 / 24) else { continue }
      slides.append(
        min(abs(next.lowerBound - first.lowerBound), abs(next.upperBound - first.upperBound)))
    }
    #expect(slides.count(where: { $0 <= 1 }) > slides.count * 3 / 4, "\(slides)")
  }

  @Test(arguments: [SceneKind.road, .tunnel])
  func `on a road people go along with the camera`(_ scene: SceneKind) {
    let first = body(scene, .walking, at: 1), later = body(scene, .walking, at: 1.4)
    #expect(abs(middle(first) - middle(later)) < 12)
    #expect(first != later)
  }

  @Test func `who dances stays, moves, and answers the beat`() {
    let frames = (0..<12).map { body(.room, .dancing, at: 1 + Double($0) / 8) }
    #expect(Set(frames.map { $0.values.map(\.count).max() ?? 0 }).count > 3)
    let middles = frames.map(middle)
    #expect((middles.max() ?? 0) - (middles.min() ?? 0) < 40)
    let quiet = body(.room, .dancing, at: 1), loud = body(.room, .dancing, at: 1, beat: 1)
    #expect((loud.keys.min() ?? 0) < (quiet.keys.min() ?? 0))
  }

  @Test func `where nothing is said people stand still`() {
    #expect(body(.sky, nil, at: 1) == body(.sky, nil, at: 2))
  }
}
