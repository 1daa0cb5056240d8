import Testing
import VoimoBase
import VoimoEngine

@Suite struct EstimateTests {
  private let seconds = RememberedSeconds(runs: [
    .init("a", seconds: 4), .init("film", seconds: 1), .init("shot/other", seconds: 2),
  ])

  private var nodes: [Node] {
    let shots = (0..<4).map { StepID("shot", String($0)) }
    return [.test("a")] + shots.map { .test($0) } + [.test("film", reads: shots + ["a"])]
  }

  /// Sums of times in any order differ in their last bits.
  private func rounded(_ time: Double?) -> Double? { time.map { ($0 * 1e6).rounded() / 1e6 } }

  @Test func `a plan's time follows the pools and the order`() throws {
    let plan = try Builder().plan(nodes)
    let two = PlanEstimate(plan, pools: Pools(cores: 2), seconds: seconds)
    #expect(two.atMost == 7 && two.likely == 7 && two.atLeast == 6 && two.unknownSteps == 0)
    let one = PlanEstimate(plan, pools: Pools(cores: 1), seconds: seconds)
    #expect(one.atMost == 13)
    #expect(
      PlanEstimate(plan, pools: Pools(cores: 1), seconds: RememberedSeconds()).unknownSteps == 6)
  }

  @Test func `the time left falls as steps end and follows progress`() throws {
    let plan = try Builder().plan(nodes)
    var estimate = RunEstimate(plan, pools: Pools(cores: 1), seconds: seconds)
    #expect(rounded(estimate.remaining(at: 0)) == 13)
    let key = ContentHash(hashing: "")
    estimate.observe(.started("a", key: key, because: []), at: 0)
    estimate.observe(.finished("a", .ran, seconds: 4), at: 4)
    #expect(rounded(estimate.remaining(at: 4)) == 9)
    estimate.observe(.started("shot/0", key: key, because: []), at: 4)
    estimate.observe(.progress("shot/0", done: 10, total: 20, unit: "frames"), at: 5)
    #expect(rounded(estimate.remaining(at: 5)) == 8)
  }

  @Test func `a machine that is half as fast as it was is believed`() throws {
    let plan = try Builder().plan(nodes)
    var estimate = RunEstimate(plan, pools: Pools(cores: 1), seconds: seconds)
    let key = ContentHash(hashing: "")
    for id in ["shot/0", "shot/1"] as [StepID] {
      estimate.observe(.started(id, key: key, because: []), at: 0)
      estimate.observe(.finished(id, .ran, seconds: 4), at: 0)
    }
    #expect(rounded(estimate.remaining(at: 0)) == 13.0)
  }

  @Test func `nothing remembered: nothing is claimed`() throws {
    let plan = try Builder().plan(nodes)
    let estimate = RunEstimate(plan, pools: Pools(cores: 1), seconds: RememberedSeconds())
    #expect(estimate.remaining(at: 0) == nil)
  }
}
