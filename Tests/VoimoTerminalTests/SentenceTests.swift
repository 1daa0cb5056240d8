import Testing
import VoimoBase
import VoimoEngine
import VoimoTerminal

/// Lengths, places, sizes, and what is said while a build runs.
@Suite struct SentenceTests {
  @Test func `lengths, places and sizes are short`() {
    #expect(
      [0.04, 0.44, 9.94, 9.96, 48.4, 99.6, 185].map(ClockText.seconds)
        == ["0.0 s", "0.4 s", "9.9 s", "10 s", "48 s", "1:40", "3:05"])
    #expect(
      [0, 7.5, 44.98, 30, 59.999, 3_725.004, -1.25].map { ClockText.place(Seconds($0)) }
        == ["0:00.00", "0:07.50", "0:44.98", "0:30.00", "1:00.00", "1:02:05.00", "-0:01.25"])
    #expect(
      [0, 999, 1_000, 1_449_000, 99_960_000, 3_200_000_000].map(ClockText.bytes)
        == ["0 B", "999 B", "1.0 kB", "1.4 MB", "100 MB", "3.2 GB"])
    #expect(ClockText.date(1_795_599_900) == "2026-11-25T09:45:00Z")
  }

  @Test func `a build tells how long it has taken, and that it stops`() throws {
    var view = BuildView()
    let clock = TestPlan.clock(step: 30)
    view.take(.planned(try TestPlan.plan(["audio"])))
    #expect(clock.sentence(view: view).hasPrefix("  0:30 elapsed"))
    view.take(.interrupted)
    #expect(clock.sentence(view: view).hasSuffix("stopping; what is finished is kept"))
  }

  @Test func `a diagnostic shows its line with a caret under the place`() {
    let source = SourceText(name: "voimo.yaml", text: "audio: a.wav\n夜: {them: sea}\n")
    let text = DiagnosticText(style: .plain, sources: ["voimo.yaml": source])
    let message = Diagnostic.Message(
      id: "unknown-field", text: "them is not a field", hint: "did you mean 'theme'?")
    let span = SourceSpan(line: 2, column: 5, length: 4)
    #expect(
      text.render(Diagnostic(.error, message, file: "voimo.yaml", span: span)) == """
        error[unknown-field]: them is not a field
          ──▶ voimo.yaml:2:5
          │
        2 │ 夜: {them: sea}
          │      ^^^^ did you mean 'theme'?
        """)
    #expect(
      text.render(Diagnostic(.warning, message, file: "other.yaml")) == """
        warning[unknown-field]: them is not a field
          ──▶ other.yaml
          → did you mean 'theme'?
        """)
    #expect(
      text.render(Diagnostic(.warning, message)) == """
        warning[unknown-field]: them is not a field
          → did you mean 'theme'?
        """)
  }

  @Test func `control characters of a file cannot move the cursor`() {
    #expect(DiagnosticText.visible("a\u{1B}[2Jb\tc\u{7}") == "a\u{FFFD}[2Jb c\u{FFFD}")
  }
}
