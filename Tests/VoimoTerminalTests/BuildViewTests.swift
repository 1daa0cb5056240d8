import Testing
import VoimoBase
import VoimoEngine
import VoimoTerminal

/// What the display makes of a build's events: rows, bars, counts, and the clock.
@Suite struct BuildViewTests {
  private let key = ContentHash(hashing: "k")

  private func view(_ events: [RunEvent]) -> BuildView {
    events.reduce(into: BuildView()) { $0.take($1) }
  }

  private func rows(_ view: BuildView, width: Int = 80) -> String {
    BuildRows(view: view, style: .plain, width: width).lines.joined(separator: "\n")
  }

  @Test func `a whole build, from its own events`() async throws {
    let project = try SmallProject()
    #expect(
      rows(view(try await project.build().events)) == """
          ✓ audio    ━━━━━━━━━━━━━━━━  0.0 s
          ✓ shots    ━━━━━━━━━━━━━━━━  0.0 s
          ✓ prompts  ━━━━━━━━━━━━━━━━  0.0 s
          ✓ segment  ━━━━━━━━━━━━━━━━  2/2 · 48/48 frames · 0.0 s
          ✓ film     ━━━━━━━━━━━━━━━━  0.0 s
        """)
    #expect(
      rows(view(try await project.build().events)) == """
          ✓ audio    ━━━━━━━━━━━━━━━━  reused
          ✓ shots    ━━━━━━━━━━━━━━━━  reused
          ✓ prompts  ━━━━━━━━━━━━━━━━  reused
          ✓ segment  ━━━━━━━━━━━━━━━━  2 reused
          ✓ film     ━━━━━━━━━━━━━━━━  reused
        """)
  }

  @Test func `the stand-in goes when the shots are known`() async throws {
    let project = try SmallProject()
    _ = try await project.build()
    let events = try await project.build(.init(shots: 1)).events
    let first = view(Array(events.prefix(1)))
    #expect(first.isStandIn && first["segment"]?.total == 2)
    let last = view(events)
    #expect(!last.isStandIn && last["segment"]?.total == 1)
    #expect(last.rows.map(\.name) == ["audio", "shots", "prompts", "segment", "film"])
    #expect(last.rows.allSatisfy { $0.ended == $0.total && $0.running == 0 })
  }

  @Test func `what failed is marked, and what was not run because of it is not`() async throws {
    let look = SmallProject.Look(failure: ErrorOfTest())
    let failed = view(try await SmallProject().build(look).events)
    #expect(failed["segment"]?.failed == 1 && failed["film"]?.stopped == 1)
    #expect(
      rows(failed).hasSuffix(
        """
          ✗ segment  ━━━━━━━━········  2/2 · 24/48 frames · 1 failed · 0.0 s
          · film     ················  1 not run
        """))
  }

  private struct ErrorOfTest: Error {}

  @Test func `a result that turns out to be damaged is to do once more`() throws {
    let plan = try TestPlan.plan(["segment/a", "film"])
    let view = view([
      .planned(plan), .started("segment/a", key: key, because: []),
      .finished("segment/a", .ran, seconds: 1), .damaged("segment/a", .ran, detail: "cut"),
    ])
    #expect(view["segment"]?.ended == 0 && view["segment"]?.total == 1)
    let reused = self.view([
      .planned(plan), .finished("segment/a", .reused, seconds: 0),
      .damaged("segment/a", .reused, detail: "cut"),
    ])
    #expect(reused["segment"]?.ended == 0)
  }

  @Test func `an interrupt is known, and a warning changes nothing`() throws {
    let plan = try TestPlan.plan(["film"])
    #expect(view([.planned(plan), .interrupted]).isInterrupted)
    #expect(view([.planned(plan), .warning("film", "x")]).rows == view([.planned(plan)]).rows)
    #expect(view([.planned(plan)])["poster"] == nil)
  }

  @Test(arguments: [(120, 16), (80, 16), (64, 16), (63, 8), (44, 8), (43, 0), (40, 0)])
  func `the bar is as long as the window allows`(width: Int, cells: Int) throws {
    var view = BuildView()
    let events = try TestPlan.events()
    for event in events.prefix(events.count / 2) { view.take(event) }
    for style in [Style.plain, Style(isColorful: true)] {
      let lines = BuildRows(view: view, style: style, width: width).lines
      #expect(lines.count == TestPlan.stages.count)
      for line in lines { #expect(line.count { "━·".contains($0) } >= cells) }
    }
  }

  @Test func `the clock tells frames a second of the stage that draws, and what is left`() throws {
    let step = SmallStep(
      kind: StepKind("segment", version: 1), work: ExpectedWork(count: 100, unit: "frames"))
    let plan = try Plan(
      Graph(nodes: [.step("segment/a", step)]), targets: [], store: NoStore())
    // Each look at the clock is a second later.
    var clock = TestPlan.clock(step: 1)
    clock.take(.planned(plan))
    #expect(clock.frameRate == nil)
    clock.take(.started("segment/a", key: key, because: []))
    for done in stride(from: 0, through: 40, by: 10) {
      clock.take(.progress("segment/a", done: done, total: 100, unit: "frames"))
    }
    let rate = try #require(clock.frameRate)
    #expect(rate > 1 && rate <= 10)
    #expect(try #require(clock.remaining) > 0)
    let view = view([.planned(plan)])
    let sentence = clock.sentence(view: view)
    #expect(sentence.contains(" elapsed · about 0:") && sentence.hasSuffix(" frames/s"))
    // Progress in other units draws no frames.
    clock.take(.progress("segment/a", done: 50, total: 100, unit: "seconds of sound"))
    #expect(clock.frameRate == rate)
  }
}
