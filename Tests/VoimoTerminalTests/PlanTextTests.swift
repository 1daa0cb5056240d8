import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore
import VoimoTerminal

/// What `plan` and `graph` print, word for word.
@Suite struct PlanTextTests {
  private func text(
    _ plan: Plan, facts: [String: [Fact]] = [:], exports: [PendingExport] = [],
    style: Style = .plain, width: Int? = nil
  ) -> PlanText {
    PlanText(plan: plan, facts: facts, exports: exports, style: style, width: width)
  }

  private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  @Test func `before the song is heard: what runs, what waits, and that more will come`() throws {
    let plan = try SmallProject().plan()
    let facts: [String: [Fact]] = ["audio": [.firstMade(profile: nil)]]
    #expect(
      lines(text(plan, facts: facts).stageLines) == """
        ▸ audio  1 to run     first made
        ? shots  1 undecided  waiting for: audio
        """)
    #expect(
      text(plan).summary(nil) == """
        1 to run, 1 undecided, 0 reused
        what comes after the shots is known once the step shots has run
        """)
    #expect(
      lines(text(plan).stepLines) == """
        ▸ audio
            first made
        ? shots  waiting for: audio
        """)
  }

  @Test func `after an edit: the edit, what it leads to, and what is reused`() async throws {
    let project = try SmallProject()
    _ = try await project.build()
    let plan = try project.plan(.init(prompt: "夜の海 🌊"))
    let edit = Fact.edit(
      FieldEdit(field: "sections.chorus.prompt", old: "\"sea\"", new: "\"夜の海 🌊\""))
    let text = text(plan, facts: ["prompts": [edit, .forced]])
    #expect(
      lines(text.stageLines) == """
        = audio    1 reused
        = shots    1 reused
        ▸ prompts  1 to run     sections.chorus.prompt: "sea" → "夜の海 🌊", and 1 more
        ? segment  2 undecided  waiting for: prompts/chorus.1
        ? film     1 undecided  waiting for: segment/chorus.1/00, segment/chorus.1/01
        """)
    #expect(text.summary(nil) == "1 to run, 3 undecided, 2 reused")
    let seconds = RememberedSeconds(runs: [.init("prompts/chorus.1", seconds: 125)])
    let estimate = PlanEstimate(plan, pools: Pools(cores: 1), seconds: seconds)
    #expect(text.summary(estimate) == "1 to run, 3 undecided, 2 reused · about 2:05")
  }

  @Test(arguments: [40, 80, 120])
  func `a long reason goes on below itself in a window`(width: Int) async throws {
    let project = try SmallProject()
    _ = try await project.build()
    let plan = try project.plan(.init(prompt: "night"))
    let edit = Fact.edit(
      FieldEdit(
        field: "sections.chorus.prompt", old: "\"sea at dusk, wide and calm, no boats\"",
        new: "\"a road through a forest at night, headlights, fog\""))
    for style in [Style.plain, Style(isColorful: true)] {
      let lines = text(plan, facts: ["prompts": [edit]], style: style, width: width).stageLines
      for line in lines { #expect(line.columns <= width, "\(line)") }
      let reason = lines.first { $0.contains("sections.chorus") } ?? ""
      #expect(
        reason.replacing(/\u{1B}\[[0-9;]*m/, with: "").hasPrefix("▸ prompts  1 to run     sect"))
    }
  }

  @Test func `the shots of the last build stand in, and are said to`() async throws {
    let project = try SmallProject()
    _ = try await project.build()
    let plan = try project.plan(.init(shots: 3))
    #expect(
      text(plan).summary(nil) == """
        1 to run, 4 undecided (probably reused), 1 reused
        the shots are those of the last build; this build may find others
        """)
  }

  @Test func `with nothing to do, what is made is counted as people do`() async throws {
    let project = try SmallProject()
    _ = try await project.build()
    #expect(try text(project.plan()).summary(nil) == "nothing to do: all 6 steps are made")
    let audio = try project.plan(.init(), ["audio"])
    #expect(text(audio).summary(nil) == "nothing to do: the only step is made")
    let exports = [
      PendingExport(path: "out/夜.mp4", state: .missing),
      PendingExport(path: "out/夜.srt", state: .changed),
      PendingExport(path: "out/夜\u{1B}.lrc", state: .toBeMade),
    ]
    #expect(
      text(audio, exports: exports).summary(nil) == """
        the only step is made; a build would write:
          out/夜.mp4 (missing)
          out/夜.srt (it holds something else now)
          out/夜\u{FFFD}.lrc (to be made)
        """)
  }

  @Test func `a graph is drawn in two languages and listed in a third`() async throws {
    let project = try SmallProject()
    _ = try await project.build()
    let plan = try project.plan(.init(prompt: "night", shots: 2), ["segment/chorus.1/00"])
    let graph = GraphText(plan: plan)
    #expect(
      graph.mermaid == """
        flowchart LR
          n0["audio"]:::reuse
          n1["prompts/chorus.1"]:::run
          n2["shots"]:::reuse
          n3["segment/chorus.1/00"]:::undecided
          n0 --> n2
          n1 --> n3
          classDef reuse fill:#e8f5e9,stroke:#2e7d32
          classDef run fill:#fff8e1,stroke:#f9a825
          classDef undecided fill:#eceff1,stroke:#607d8b
          classDef source fill:#e3f2fd,stroke:#1565c0
        """)
    #expect(
      graph.dot == """
        digraph voimo {
          rankdir=LR; node [shape=box, style=filled];
          n0 [label="audio", fillcolor="#e8f5e9"];
          n1 [label="prompts/chorus.1", fillcolor="#fff8e1"];
          n2 [label="shots", fillcolor="#e8f5e9"];
          n3 [label="segment/chorus.1/00", fillcolor="#eceff1"];
          n0 -> n2;
          n1 -> n3;
        }
        """)
    #expect(graph.records.count == 4)
  }
}
