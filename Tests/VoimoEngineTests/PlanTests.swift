import Testing
import VoimoBase
import VoimoEngine

@Suite struct PlanTests {
  private func decisions(_ plan: Plan) -> [String] {
    plan.entries.map { "\($0.id): \(word($0.decision))" + ($0.standIn ? " (stand-in)" : "") }
  }

  private let chain: [Node] = [.test("a"), .test("b", reads: ["a"]), .test("c", reads: ["b"])]

  /// Grows as many shots as the structure's salt has letters.
  private func shots(_ structure: String) -> (nodes: [Node], expansion: Expansion) {
    let node = Node.test("structure", salt: structure) { _ in
      StepProduct(value: Array(structure.utf8))
    }
    let expansion = Expansion(waitsFor: "structure", kinds: ["shot", "film"]) { value in
      if value == Array("bad".utf8) { throw ProjectProblems([]) }
      let ids = value.map { StepID("shot", String(UnicodeScalar($0))) }
      return ids.map { .test($0, reads: ["audio"]) } + [.test("film", reads: ids)]
    }
    return ([.test("audio"), node], expansion)
  }

  @Test func `nothing built: the first step runs, the rest waits for it`() throws {
    let plan = try Builder().plan(chain)
    #expect(decisions(plan) == ["a: run: never built", "b: waits for a", "c: waits for b"])
    #expect(plan.counts == (0, 1, 2))
  }

  @Test func `all built: all is reused`() async throws {
    let builder = Builder()
    _ = try await builder.build(chain)
    #expect(decisions(try builder.plan(chain)) == ["a: reuse", "b: reuse", "c: reuse"])
  }

  @Test func `a reason names field, old and new value`() async throws {
    let builder = Builder()
    _ = try await builder.build(chain)
    let edited: [Node] = [.test("a"), .test("b", reads: ["a"], salt: "x"), chain[2]]
    #expect(
      decisions(try builder.plan(edited)) == [
        "a: reuse", "b: run: parameter salt  → x", "c: waits for b",
      ])
  }

  @Test func `a reason compares with what was last used, not with what was last made`() async throws
  {
    let builder = Builder()
    for salt in ["A", "B", "A"] { _ = try await builder.build([.test("a", salt: salt)]) }
    let plan = try builder.plan([.test("a", salt: "C")])
    #expect(decisions(plan) == ["a: run: parameter salt A → C"])
  }

  @Test func `a lost blob is a reason`() async throws {
    let builder = Builder()
    _ = try await builder.build(chain)
    builder.store.loseBlobs(of: "b")
    #expect(
      decisions(try builder.plan(chain)) == [
        "a: reuse", "b: run: result missing", "c: waits for b",
      ])
  }

  @Test func `the same work under two names is planned once`() async throws {
    let twin = { @Sendable (id: StepID) in Node.step(id, TestStep(parameters: [("x", "1")])) }
    let builder = Builder()
    let plan = try builder.plan([twin("a"), twin("b")])
    #expect(decisions(plan) == ["a: run: never built", "b: waits for a"])
    let report = await builder.run(plan)
    #expect(report.ran == ["a"] && report.count(.reused) == 1)
  }

  @Test(
    arguments: [
      (["b"], "a b"), (["c"], "a b c"), ([], "a b c d/1 d/2 e/x.y"), (["d"], "d/1 d/2"),
      (["d/*"], "d/1 d/2"), (["d/2", "a"], "a d/2"), (["e/x.*"], "e/x.y"), (["?/1"], "d/1"),
      (["*"], "a b c d/1 d/2 e/x.y"),
    ] as [([String], String)])
  func `targets want what they need and no more`(targets: [String], wanted: String) throws {
    let nodes = chain + [.test("d/1"), .test("d/2"), .test("e/x.y")]
    let plan = try Builder().plan(nodes, targets: targets.map { Target($0) })
    #expect(plan.wanted.map(\.rawValue).sorted().joined(separator: " ") == wanted)
  }

  @Test func `an unknown target names what is near and what there is`() {
    let error = #expect(throws: UnknownTarget.self) {
      try Builder().plan([.test("prompts/verse.1"), .test("audio")], targets: ["promts"])
    }
    #expect(
      error?.description
        == "no step is named 'promts'; did you mean 'prompts'?")
  }

  @Test func `before anything is known the plan ends at the expansion`() throws {
    let (nodes, expansion) = shots("xy")
    let plan = try Builder().plan(nodes, expansion, targets: ["film"])
    #expect(plan.horizon == .unknown && !plan.standIn)
    #expect(decisions(plan) == ["structure: run: never built"])
    #expect(try Builder().plan(nodes, expansion, targets: ["audio"]).wanted == ["audio"])
  }

  @Test func `a known structure grows the graph for real`() async throws {
    let builder = Builder()
    let (nodes, expansion) = shots("xy")
    _ = try await builder.build(nodes, expansion)
    let plan = try builder.plan(nodes, expansion, targets: ["film"])
    #expect(plan.horizon == .whole)
    #expect(plan.wanted == ["audio", "structure", "shot/x", "shot/y", "film"])
    #expect(plan.counts == (5, 0, 0))
  }

  @Test func `the last structure stands in for one that must run`() async throws {
    let builder = Builder()
    let (nodes, expansion) = shots("xy")
    _ = try await builder.build(nodes, expansion)
    let (edited, newExpansion) = shots("xyz")
    let plan = try builder.plan(edited, newExpansion, targets: ["film"])
    #expect(plan.standIn)
    #expect(
      decisions(plan) == [
        "audio: reuse", "structure: run: parameter salt xy → xyz",
        "shot/x: waits for structure (stand-in)", "shot/y: waits for structure (stand-in)",
        "film: waits for structure (stand-in)",
      ])
    let report = await builder.run(plan)
    #expect(report.ran == ["structure", "shot/z", "film"])
    #expect(report.count(.reused) == 3)
  }

  @Test func `problems that a known structure shows stop the plan`() async throws {
    let builder = Builder()
    let (nodes, expansion) = shots("bad")
    let report = try await builder.build(nodes, expansion)
    #expect(report.expansionProblem is ProjectProblems && !report.succeeded)
    #expect(throws: ProjectProblems.self) { try builder.plan(nodes, expansion) }
  }

  @Test func `a target that the grown graph turns out not to have is a problem`() async throws {
    let (nodes, expansion) = shots("xy")
    let report = try await Builder().build(nodes, expansion, targets: ["shot/z"])
    #expect((report.expansionProblem as? UnknownTarget)?.target == "shot/z")
    #expect((report.expansionProblem as? UnknownTarget)?.nearest == "shot/x")
  }
}
