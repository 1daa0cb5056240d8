import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStages
import VoimoStore
import VoimoTerminal

/// What a build says when it has ended, word for word, and its exit status.
@Suite struct BuildSummaryTests {
  private func told(
    _ outcome: BuildOutcome, style: Style = .plain, width: Int? = nil, saysResults: Bool = true,
    announced: Set<String> = [], sources: [SourceText] = []
  ) -> (text: String, status: VoimoKit.ExitStatus) {
    let told = BuildSummary(
      outcome, folder: "/home/ada/song", sources: sources, style: style, width: width,
      saysResults: saysResults, announced: announced
    ).told
    return (told.lines.joined(separator: "\n"), told.status)
  }

  @Test func `a first build: a line a stage, the sum, and what was written`() async throws {
    var outcome = BuildOutcome(report: try await SmallProject().build().report)
    outcome.exports = [
      .init(path: "out/夜.mp4", size: 26_000_000, isNew: true),
      .init(path: "out/夜.srt", size: 900, isNew: false),
      .init(path: "out/夜.lrc", size: 1_000, isNew: true, keptAs: "out/夜.kept.lrc"),
    ]
    let (text, status) = told(outcome)
    #expect(
      text == """
          ✓ audio          1 made                  0.0 s
          ✓ shots          1 made                  0.0 s
          ✓ prompts        1 made                  0.0 s
          ✓ segment        2 made                  0.0 s
          ✓ film           1 made                  0.0 s
        6 steps made, 0 reused, in 0.0 s
        wrote /home/ada/song/out/夜.mp4 (26.0 MB)
        kept  /home/ada/song/out/夜.srt (900 B)
        wrote /home/ada/song/out/夜.lrc (1.0 kB)
          the file that was there is not voimo's; it is now out/夜.kept.lrc
        """)
    #expect(status == .done)
    #expect(
      told(outcome, announced: ["audio", "shots", "prompts", "segment", "film"])
        .text.hasPrefix("6 steps made"))
    #expect(told(outcome, saysResults: false).text == "")
  }

  @Test func `nothing to do, and one step, are said as people say them`() async throws {
    let project = try SmallProject()
    let first = try await project.build(.init(), ["audio"]).report
    #expect(
      told(BuildOutcome(report: first)).text == """
          ✓ audio          1 made                  0.0 s
        1 step made, 0 reused, in 0.0 s
        """)
    let second = try await project.build(.init(), ["audio"]).report
    #expect(
      told(BuildOutcome(report: second)).text
        == "nothing to do: 0 steps made, 1 reused, in 0.0 s")
  }

  @Test func `a failure is said with its step, its cause and its log`() async throws {
    let look = SmallProject.Look(failure: KitError(.buildFailed, "it broke", hint: "mend it"))
    let report = try await SmallProject().build(look).report
    let (text, status) = told(BuildOutcome(report: report))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains("error: segment/chorus.1/00: it broke") && lines.contains("  → mend it"))
    #expect(
      lines.contains { $0.hasPrefix("  log: ") && $0.hasSuffix("/segment_chorus.1_00.log") })
    #expect(lines.last == "1 step not run because of that")
    #expect(lines.contains("  ✗ segment        1 made, 1 failed        0.0 s"))
    #expect(status == .buildFailed)
    // What went wrong is told by --quiet and --json too.
    #expect(told(BuildOutcome(report: report), saysResults: false).text.hasPrefix("error: segment"))
  }

  @Test func `a full disk is the status, whatever else failed`() async throws {
    var look = SmallProject.Look(failure: StoreError.noSpace(path: "/d/x", needed: 4_096))
    var outcome = BuildOutcome(report: try await SmallProject().build(look).report)
    #expect(told(outcome).status == .noSpace)
    look.failure = KitError(.buildFailed, "it broke")
    outcome = BuildOutcome(report: try await SmallProject().build(look).report)
    outcome.exportFailures = [
      KitError(.usage, "out/a.mp4 is a folder"), KitError(.noSpace, "no space left for out/a.srt"),
    ]
    let (text, status) = told(outcome)
    #expect(status == .noSpace)
    #expect(text.contains("error: out/a.mp4 is a folder\nerror: no space left for out/a.srt"))
  }

  @Test func `files that are asked for no more are named, and how to remove them`() async throws {
    var outcome = BuildOutcome(report: try await SmallProject().build().report)
    outcome.unwanted = [Cleaning.File(path: "out/old\u{7}.mp4", size: 12)]
    #expect(
      told(outcome).text.hasSuffix(
        """

        no longer asked for: out/old\u{FFFD}.mp4 (12 B)
          → voimo clean removes it
        """))
    outcome.unwanted = (0..<13).map { Cleaning.File(path: "out/\($0).mp4", size: 12) }
    #expect(told(outcome).text.hasSuffix("and 3 more\n  → voimo clean removes them"))
    #expect(told(outcome, saysResults: false).text == "")
  }

  @Test func `doubts about the project come with their line`() async throws {
    var outcome = BuildOutcome(report: try await SmallProject().build().report)
    let message = Diagnostic.Message(id: "unheard-section", text: "no section was heard as 'drop'")
    outcome.warnings = [
      Diagnostic(
        .warning, message, file: "voimo.yaml", span: SourceSpan(line: 1, column: 13, length: 4))
    ]
    let source = SourceText(name: "voimo.yaml", text: "sections: { drop: { prompt: fire } }\n")
    let (text, status) = told(outcome, sources: [source])
    #expect(text.contains("1 │ sections: { drop: { prompt: fire } }") && status == .done)
    #expect(text.hasSuffix("\n1 warning"))
  }

  @Test(arguments: [40, 80, 120]) func `an error of the project fits the window`(
    width: Int
  ) {
    let line = "theme: " + String(repeating: "夜の海 and ", count: 30)
    let source = SourceText(name: "voimo.yaml", text: line + "\n")
    for column in [1, 8, 40, 200] {
      let message = Diagnostic.Message(id: "odd", text: "this is odd", hint: "mend it")
      let diagnostic = Diagnostic(
        .error, message, file: "voimo.yaml", span: SourceSpan(line: 1, column: column, length: 3))
      let told = ErrorText(style: Style(isColorful: true), width: width)
        .told(of: ProjectProblems([diagnostic], sources: [source]))
      #expect(told.status == .usage && told.lines.last == "1 error")
      let rows = told.lines[0].split(separator: "\n").map(String.init)
      let (text, caret) = (rows[3], rows[4].replacing(/\u{1B}\[[0-9;]*m/, with: ""))
      #expect(text.columns <= width)
      // The caret stands under the character that is meant.
      let place = String(caret.prefix { $0 != "^" }).columns
      let scalars = Array(line.unicodeScalars)
      let meant = String(Character(scalars[column - 1]))
      #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "").from(column: place).hasPrefix(meant))
    }
  }

  @Test func `whatever is thrown becomes a sentence and a status`() {
    let text = ErrorText(style: .plain)
    func told(_ error: any Error) -> String { text.told(of: error).lines.joined(separator: "\n") }
    #expect(
      told(KitError(.locked, "another build is running", hint: "wait")) == """
        error: another build is running
          → wait
        """)
    #expect(told(CancellationError()) == "interrupted; what was finished is kept")
    #expect(text.told(of: CancellationError()).status == .interrupted)
    #expect(told(StoreError.noSpace(path: "x", needed: 1)).contains("1 more byte is needed"))
    struct Odd: Error {}
    #expect(told(Odd()).contains("that is a bug in voimo"))
    let two = ProjectProblems([
      Diagnostic(.error, .init(id: "a", text: "one")),
      Diagnostic(.error, .init(id: "b", text: "two")),
      Diagnostic(.warning, .init(id: "c", text: "three")),
    ])
    #expect(told(two).hasSuffix("2 errors, 1 warning"))
  }
}

extension String {
  /// What stands from a column of a terminal on.
  fileprivate func from(column: Int) -> Substring {
    var (left, index) = (column, startIndex)
    while left > 0, index < endIndex {
      left -= String(self[index]).columns
      index = self.index(after: index)
    }
    return self[index...]
  }
}
