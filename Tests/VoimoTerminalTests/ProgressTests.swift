import Foundation
import Synchronization
import Testing
import VoimoBase
import VoimoEngine
import VoimoTerminal

/// What a build says line by line.
@Suite struct ProgressTests {
  private final class Lines: Sendable {
    private let kept = Mutex<[String]>([])
    func add(_ line: String) { kept.withLock { $0.append(line) } }
    var all: [String] { kept.withLock { $0 } }
  }

  @Test func `a stage has one line, and all lines line up`() throws {
    let lines = Lines()
    let progress = LineProgress(clock: TestPlan.clock(step: 0.001)) { lines.add($0) }
    for event in try TestPlan.events() { progress.observe(event) }
    #expect(lines.all.count == TestPlan.stages.count)
    #expect(lines.all.first == "  ✓ audio          3 made                  4.5 s")
    #expect(lines.all.last == "  ✓ contact-sheet  3 made                  4.5 s")
    #expect(progress.announced == Set(TestPlan.stages))
  }

  @Test func `a long build says now and then how far it is`() throws {
    let lines = Lines()
    let progress = LineProgress(clock: TestPlan.clock(step: 0.5)) { lines.add($0) }
    progress.observe(.planned(try TestPlan.plan(["segment/a"])))
    progress.observe(.started("segment/a", key: ContentHash(hashing: []), because: []))
    for done in 0..<60 {
      progress.observe(.progress("segment/a", done: done, total: 100, unit: "frames"))
    }
    #expect(!lines.all.isEmpty && lines.all.count < 20)
    #expect(lines.all.allSatisfy { $0.contains("elapsed") })
  }

  @Test func `what stopped and what failed is told`() {
    var row = BuildView.Row(name: "segment")
    row.total = 12
    row.ran = 3
    row.reused = 5
    row.failed = 1
    row.stopped = 3
    row.seconds = 12
    #expect(
      StageText(style: .plain).line(row)
        == "  ✗ segment        3 made, 5 reused, 1 failed, 3 not run  12 s")
  }

  /// The fields of each JSON line.
  private func records(_ events: [RunEvent]) throws -> [[String: Any]] {
    let lines = Lines()
    let progress = JSONProgress { lines.add($0) }
    for event in events { progress.observe(event) }
    return try lines.all.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [(total: 73, repeats: 3), (1, 1), (5, 2), (10, 1), (100_000, 1), (0, 4)])
  func `progress is told about ten times a step, and never twice the same`(
    total: Int, repeats: Int
  ) throws {
    let id: StepID = "audio"
    var events: [RunEvent] = [.started(id, key: ContentHash(hashing: []), because: [])]
    for done in stride(from: 0, through: total, by: max(1, total / 500)) {
      for _ in 0..<repeats {
        events.append(.progress(id, done: done, total: total, unit: "s"))
      }
    }
    let told = try records(events).filter { $0["event"] as? String == "progress" }
      .compactMap { $0["done"] as? Int }
    #expect(told == Array(Set(told)).sorted())
    #expect((1...11).contains(told.count))
    #expect(told.first == 0 && told.last == total)
  }

  @Test func `events have the fields that the manual gives`() throws {
    let key = ContentHash(hashing: [1])
    let fields = try records([
      .planned(try TestPlan.plan(["audio"])), .expanded([]),
      .started("audio", key: key, because: [.neverBuilt]),
      .progress("audio", done: 1, total: 1, unit: "s"),
      .warning("audio", "quiet"), .finished("audio", .failed, seconds: 1),
      .finished("film", .stopped(by: "audio"), seconds: 0), .interrupted,
    ]).map { Set($0.keys).subtracting(["event"]).sorted() }
    #expect(
      fields == [
        ["steps"], ["steps"], ["key", "reasons", "step"], ["done", "step", "total", "unit"],
        ["step", "text"], ["outcome", "seconds", "step"], ["by", "outcome", "seconds", "step"], [],
      ])
  }
}
