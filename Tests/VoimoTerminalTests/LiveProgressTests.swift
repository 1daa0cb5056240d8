import Testing
import VoimoBase
import VoimoEngine
import VoimoTerminal

/// The live display on a pseudo-terminal, seen on a screen.
@Suite struct LiveProgressTests {
  /// The parts of a line that a stage's own row has.
  private func rows(of stage: String, in lines: [String]) -> Int {
    lines.count { $0.hasPrefix("  ✓ \(stage) ") || $0.hasPrefix("  ▸ \(stage) ") }
  }

  @Test(arguments: [(60, 10), (40, 5), (80, 24), (200, 60), (12, 3), (60, 1), (1, 1)])
  func `a window of any size holds what is drawn, and nothing scrolls away`(
    columns: Int, height: Int
  ) throws {
    let terminal = try PseudoTerminal(columns: columns, rows: height)
    defer { terminal.close() }
    var screen = Screen(columns: columns, rows: height)
    let live = LiveProgress(
      style: Style(isColorful: true), clock: TestPlan.clock(), stream: terminal.stream)
    for event in try TestPlan.events() {
      live.observe(event)
      screen.feed(terminal.take())
      #expect(screen.lines.count <= max(1, height - 1))
      #expect(screen.history == [], "a row has left the screen")
      #expect(screen.grid.allSatisfy { !$0.goesOn }, "a line was broken")
      #expect(screen.row == 0 && screen.column == 0, "the cursor waits at the first row")
    }
    live.end()
    screen.feed(terminal.take())
    #expect(screen.all == [])
    #expect(screen.unknown == [])
  }

  @Test(arguments: [(90, 50, true), (90, 50, false), (120, 61, true), (50, 90, true)])
  func `a window that changes its width during a build repeats no line`(
    before: Int, after: Int, breaksAnew: Bool
  ) throws {
    let terminal = try PseudoTerminal(columns: before, rows: 40)
    defer { terminal.close() }
    var screen = Screen(columns: before, rows: 40)
    screen.feed("$ voimo build\r\n")
    let live = LiveProgress(style: .plain, clock: TestPlan.clock(), stream: terminal.stream)
    let events = try TestPlan.events()
    for (index, event) in events.enumerated() {
      if index == events.count / 2 {
        #expect(screen.lines.count > 10)
        terminal.resize(columns: after, rows: 40)
        screen.resize(columns: after, rows: 40, breaksAnew: breaksAnew)
      }
      live.observe(event)
      screen.feed(terminal.take())
      for stage in TestPlan.stages { #expect(rows(of: stage, in: screen.all) <= 1, "\(stage)") }
      #expect(screen.all.first == "$ voimo build")
      #expect(screen.all.count { $0.contains("elapsed") } == 1)
    }
    live.end()
    screen.feed(terminal.take())
    #expect(screen.all == ["$ voimo build"])
  }

  @Test func `a window that loses height is drawn into as it is`() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 30)
    defer { terminal.close() }
    let live = LiveProgress(style: .plain, clock: TestPlan.clock(), stream: terminal.stream)
    let events = try TestPlan.events()
    for event in events.prefix(40) { live.observe(event) }
    #expect(terminal.take().contains("contact-sheet"))
    terminal.resize(columns: 80, rows: 6)
    var screen = Screen(columns: 80, rows: 6)
    live.observe(events[40])
    screen.feed(terminal.take())
    #expect(screen.lines.count <= 5 && screen.history == [])
    live.end()
  }

  @Test func `a warning stands above the rows and stays`() throws {
    let terminal = try PseudoTerminal(columns: 60, rows: 10)
    defer { terminal.close() }
    var screen = Screen(columns: 60, rows: 10)
    let live = LiveProgress(style: .plain, clock: TestPlan.clock(), stream: terminal.stream)
    let events = try TestPlan.events()
    for event in events.prefix(10) { live.observe(event) }
    live.observe(.warning("audio/part.0", "the song is on the left side alone"))
    for event in events.dropFirst(10) { live.observe(event) }
    live.end()
    screen.feed(terminal.take())
    #expect(screen.all == ["warning: audio/part.0: the song is on the left side alone"])
  }

  @Test func `stages that are done are folded, those that run are shown`() throws {
    var view = BuildView()
    let events = try TestPlan.events()
    for event in events.prefix(while: { event in
      if case .started(let id, _, _) = event { return id != "segment/part.1" }
      return true
    }) { view.take(event) }
    let lines = BuildRows(view: view, style: .plain).lines(atMost: 6)
    #expect(
      lines == [
        "  ✓ 10 stages done: audio, features, lyrics, structure, lines, waveform, shots, subtitles, prompts, keyframe",
        "  · segment        ━━━━━···········  1/3",
        "  · soundtrack     ················  0/3", "  · film           ················  0/3",
        "  · poster         ················  0/3", "  · contact-sheet  ················  0/3",
      ])
    let few = BuildRows(view: view, style: .plain).lines(atMost: 3)
    #expect(few.count == 3 && few[1].contains("segment"))
    #expect(few[2] == "  · 4 stages to come: soundtrack, film, poster, contact-sheet")
  }

  @Test func `without colors the bar shows by its characters how far a stage is`() throws {
    var view = BuildView()
    view.take(.planned(try TestPlan.plan(["prompts/a", "prompts/b", "prompts/c", "prompts/d"])))
    view.take(.finished("prompts/a", .ran, seconds: 1))
    #expect(
      BuildRows(view: view, style: .plain).lines == ["  · prompts  ━━━━············  1/4"])
    let colored = BuildRows(view: view, style: Style(isColorful: true)).lines
    #expect(
      colored.first?.contains("\u{1B}[32m━━━━\u{1B}[0m\u{1B}[2m━━━━━━━━━━━━\u{1B}[0m") == true)
    #expect(
      BuildRows(view: view, style: .plain, width: 40).lines == ["  · prompts  1/4"])
  }
}
