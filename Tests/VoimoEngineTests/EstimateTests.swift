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

  /// Steps with so many units of a size, remembered from runs at other sizes.
  @Test func `units of a size that was never worked on are scaled by it`() {
    func work(_ count: Int, _ size: Int, _ manner: String = "") -> ExpectedWork {
      ExpectedWork(count: count, unit: "frames", size: size, manner: manner)
    }
    let seconds = RememberedSeconds(runs: [
      .init("shot/heavy", seconds: 4, work: work(20, 100)),
      .init("shot/light", seconds: 1, work: work(20, 100)),
    ])
    func estimate(_ id: StepID, _ work: ExpectedWork) -> String? {
      seconds[id, work].map { "\(($0.seconds * 1e6).rounded() / 1e6) \($0.isScaled)" }
    }
    #expect(estimate("shot/heavy", work(20, 100)) == "4.0 false")
    #expect(estimate("shot/heavy", work(10, 100)) == "2.0 false")
    // Seven times the pixels take five to six times as long.
    let large = seconds["shot/heavy", work(20, 700)]
    #expect(large.map { $0.isScaled && (20...24).contains($0.seconds) } == true)
    #expect(estimate("shot/new", work(20, 100)) == "2.5 false")
    let newcomer = seconds["shot/new", work(40, 200)]
    #expect(newcomer.map { $0.isScaled && (8...10).contains($0.seconds) } == true)
    #expect(estimate("film", work(40, 200)) == nil)
  }

  @Test func `what a size was seen to cost counts more than its pixels`() {
    func work(_ size: Int, _ manner: String) -> ExpectedWork {
      ExpectedWork(count: 10, unit: "frames", size: size, manner: manner)
    }
    let seconds = RememberedSeconds(runs: [
      .init("shot/a", seconds: 1, work: work(100, "fast")),
      .init("shot/a", seconds: 5, work: work(400, "slow")),
      .init("shot/b", seconds: 2, work: work(100, "fast")),
    ])
    // 5 to 1.5 is what the sizes differ by, over all steps; b is a heavy one.
    let estimate = seconds["shot/b", work(400, "slow")]
    #expect(estimate.map { abs($0.seconds - 2 * 5 / 1.5) < 1e-9 } == true)
    #expect(estimate?.isScaled == false)
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
