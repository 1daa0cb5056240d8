import Foundation
import Glibc
import Testing

/// `voimo build` at a terminal: what is left on the screen, and what becomes of the build when
/// somebody presses Ctrl-C, kills it politely, or closes the window.
@Suite struct TerminalTests {
  private func project(length: Double) throws -> TestProject {
    try TestProject(["voimo.yaml": FailureTests.file], song: TestSong(length: length))
  }

  private func build(
    _ project: TestProject, _ columns: Int, _ rows: Int, environment: [String: String] = [:]
  ) throws -> TerminalProcess {
    try TerminalProcess(
      Command.voimo, ["build", "-j", "1"], in: project.folder, size: (columns, rows),
      environment: environment)
  }

  private func isDrawing(_ screen: Screen) -> Bool {
    screen.lines.contains { $0.contains("segment") && $0.contains("frames") }
  }

  /// The stages that the store says were made.
  private func stages(of project: TestProject) throws -> [String] {
    struct Status: Decodable {
      struct Stage: Decodable {
        var stage: String
        var made: Int
      }
      var stages: [Stage]
    }
    let outcome = try project.voimo("status", "--json")
    return try JSONDecoder().decode(Status.self, from: Data(outcome.output.utf8)).stages
      .filter { $0.made > 0 }.map(\.stage)
  }

  /// Nothing of the display is left: no bar, no clock, the terminal as it was found.
  private func expectTidy(_ run: TerminalProcess) {
    let lines = run.screen.all
    #expect(!lines.contains { $0.contains("━") || $0.contains("elapsed") || $0.contains("▸") })
    #expect(run.screen.unknown == [], "sequences that not every terminal knows")
    #expect(run.screen.breaksLines, "long lines are broken again")
    #expect(run.screen.column == 0, "the prompt begins on a line of its own")
  }

  @Test(arguments: [
    (80, 24, 80, 24), (40, 8, 40, 8), (80, 24, 40, 8), (40, 8, 100, 30), (120, 40, 61, 12),
  ])
  func `a build leaves one line a stage, whatever the window does`(
    columns: Int, rows: Int, laterColumns: Int, laterRows: Int
  ) throws {
    let project = try project(length: 30)
    let run = try build(project, columns, rows)
    try run.wait(until: isDrawing)
    run.resize(columns: laterColumns, rows: laterRows)
    #expect(run.end() == 0)
    expectTidy(run)
    let lines = run.screen.all
    let stages = try stages(of: project)
    #expect(stages.count > 8)
    for stage in stages {
      #expect(lines.count { $0.hasPrefix("  ✓ \(stage) ") } == 1, "\(stage): \(lines)")
    }
    #expect(lines.count { $0.contains(" steps made, ") } == 1)
    #expect(lines.count { $0.hasPrefix("wrote ") } == 4)
    #expect(lines.count { $0.hasPrefix("  ") } == stages.count, "nothing else is left: \(lines)")
  }

  @Test(arguments: ["Ctrl-C", "SIGINT", "SIGTERM"])
  func `a build that is stopped says so, and the next one goes on`(how: String) throws {
    let project = try project(length: 90)
    let run = try build(project, 80, 24)
    try run.wait(until: isDrawing)
    switch how {
    case "Ctrl-C": run.type("\u{3}")
    case "SIGINT": kill(run.process, SIGINT)
    default: kill(run.process, SIGTERM)
    }
    #expect(run.end() == 130)
    expectTidy(run)
    #expect(run.screen.all.count { $0.contains("interrupted; what was finished is kept") } == 1)
    try expectGoesOn(project)
  }

  @Test func `a build whose window is closed stops, and the next one goes on`() throws {
    let project = try project(length: 90)
    let run = try build(project, 80, 24)
    try run.wait(until: isDrawing)
    run.hangUp()
    #expect(run.end() == 130)
    try expectGoesOn(project)
  }

  @Test func `a build that is to outlive its window goes on to its end`() throws {
    let project = try project(length: 30)
    let log = project.path("log")
    let run = try TerminalProcess(
      "/usr/bin/nohup", ["/bin/sh", "-c", "exec '\(Command.voimo)' build -j 1 2>'\(log)'"],
      in: project.folder, size: (80, 24))
    while !((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").contains("✓ shots"),
      kill(run.process, 0) == 0
    { usleep(5_000) }
    run.hangUp()
    #expect(run.end() == 0)
    #expect(try project.build() == [])
  }

  /// What the stopped build has made is kept and not made again; nothing is left of it, and nobody
  /// holds the project.
  private func expectGoesOn(
    _ project: TestProject, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let status = try project.voimo("status", "--json")
    struct Status: Decodable {
      struct Build: Decodable {
        var outcome: String
        var made: Int
      }
      var lastBuild: Build
    }
    let last = try JSONDecoder().decode(Status.self, from: Data(status.output.utf8)).lastBuild
    #expect(last.outcome == "interrupted" && last.made > 0, sourceLocation: sourceLocation)
    let second = try project.build()
    #expect(!second.contains("audio"), sourceLocation: sourceLocation)
    let whole = try project.voimo("graph", "--json")
    struct Node: Decodable { var step: String }
    let steps = try JSONDecoder().decode([Node].self, from: Data(whole.output.utf8)).count
    #expect(last.made + second.count == steps, sourceLocation: sourceLocation)
    #expect(try project.build() == [], sourceLocation: sourceLocation)
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: project.path(".voimo/tmp"))) ?? []
    #expect(left == [], sourceLocation: sourceLocation)
    let out = try FileManager.default.contentsOfDirectory(atPath: project.path("out"))
    #expect(out.count == 4, "\(out)", sourceLocation: sourceLocation)
  }

  @Test func `without colors there are none, and without a cursor nothing is drawn over`() throws {
    let project = try project(length: 6)
    let plain = try build(project, 80, 24, environment: ["NO_COLOR": "1"])
    #expect(plain.end() == 0)
    #expect(!plain.written.contains(/\u{1B}\[[0-9;]*m/))
    try project.edit("voimo.yaml", "quiet sea", "forest")
    let dumb = try build(project, 80, 24, environment: ["TERM": "dumb"])
    #expect(dumb.end() == 0)
    #expect(!dumb.written.contains("\u{1B}"))
    #expect(dumb.screen.all.count { $0.hasPrefix("  ✓ segment ") } == 1)
    try project.edit("voimo.yaml", "forest", "city")
    let ascii = try build(project, 80, 24, environment: ["LC_ALL": "C"])
    #expect(ascii.end() == 0)
    #expect(!ascii.written.contains("\u{1B}[0J"))
  }

  @Test(arguments: [40, 80]) func `help and errors fit the window`(columns: Int) throws {
    let project = try project(length: 6)
    let help = try TerminalProcess(
      Command.voimo, ["build", "--help"], in: project.folder, size: (columns, 200))
    #expect(help.end() == 0)
    for row in help.screen.grid where row.goesOn {
      #expect(row.text.hasPrefix("  voimo "), "only examples may be longer: \(row.text)")
    }
    try project.write(
      "voimo.yaml", FailureTests.file + "\nartist: { \(String(repeating: "words ", count: 40))}\n")
    let check = try TerminalProcess(
      Command.voimo, ["check"], in: project.folder, size: (columns, 60))
    #expect(check.end() == 2)
    let rows = check.screen.grid
    let place = rows.firstIndex { $0.text.contains(" │ artist: ") }
    let caret = try #require(place).advanced(by: 1)
    #expect(rows[caret].text.contains("^"), "the caret is under the line: \(rows.map(\.text))")
  }
}
