import Testing
import VoimoBase
import VoimoEngine

/// What undecided steps will probably come to, and steps that are forced.
@Suite struct OutlookTests {
  /// A step that makes named outputs from its parameters, each of its own.
  private struct Parts: Step {
    var kind = StepKind("parts", version: 1)
    var inputs: [StepInput] = []
    var parts: [(name: String, content: String)]
    /// Whether its value can be told without a run.
    var isForeseen = false

    func walkParameters(_ walk: inout ParameterWalk) {
      for part in parts { walk.field(part.name, part.content) }
    }

    var changesInPart: Bool { true }

    private var value: [UInt8] { Array(parts.map(\.name).joined(separator: " ").utf8) }

    func foreseenValue(reading values: [StepInput: [UInt8]]) -> [UInt8]? {
      isForeseen ? value : nil
    }

    func run(_ context: StepContext) async throws -> StepProduct {
      StepProduct(
        outputs: Dictionary(
          uniqueKeysWithValues: parts.map { ($0.name, .bytes(Array($0.content.utf8))) }),
        value: value)
    }
  }

  private func reader(_ id: StepID, of name: String) -> Node {
    .step(
      id,
      TestStep(
        kind: StepKind(id.kind, version: 1),
        inputs: [StepInput("in", from: StepOutput("parts", name))]))
  }

  private func nodes(_ parts: [(name: String, content: String)]) -> [Node] {
    [.step("parts", Parts(parts: parts))]
      + parts.map { reader(StepID("shot", $0.name), of: $0.name) }
  }

  private func likely(_ plan: Plan) -> [String] {
    plan.entries.filter(\.isLikelyReused).map(\.id.rawValue)
  }

  @Test func `readers of a step that changes in part are probably there`() async throws {
    let builder = Builder()
    _ = try await builder.build(nodes([("a", "1"), ("b", "2")]))
    let plan = try builder.plan(nodes([("a", "1"), ("b", "3"), ("c", "4")]))
    #expect(plan.counts == (0, 1, 3))
    // Which of them changes is not known; of what is new it is.
    #expect(likely(plan) == ["shot/a", "shot/b"])
  }

  @Test func `behind a step that makes something new all probably runs`() async throws {
    let builder = Builder()
    let chain: [Node] = [.test("a"), .test("b", reads: ["a"]), .test("c", reads: ["b"])]
    _ = try await builder.build(chain)
    let plan = try builder.plan([.test("a", salt: "x")] + chain.dropFirst())
    #expect(plan.counts == (0, 1, 2) && likely(plan) == [])
  }

  /// Grows a shot for each part.
  private func grown(
    _ names: [String], isForeseen: Bool
  ) -> (nodes: [Node], expansion: Expansion) {
    let parts = Parts(parts: names.map { ($0, $0) }, isForeseen: isForeseen)
    let expansion = Expansion(waitsFor: "parts", kinds: ["shot"]) { value in
      if value == Array("bad".utf8) { throw ProjectProblems([]) }
      return String(decoding: value, as: UTF8.self).split(separator: " ").map { name in
        reader(StepID("shot", String(name)), of: String(name))
      }
    }
    return ([.step("parts", parts)], expansion)
  }

  @Test func `what a graph grows by may be known before its step has run`() async throws {
    let builder = Builder()
    let before = grown(["a", "b"], isForeseen: true)
    _ = try await builder.build(before.nodes, before.expansion)
    let after = grown(["a", "c"], isForeseen: true)
    let plan = try builder.plan(after.nodes, after.expansion)
    #expect(plan.isForeseen && plan.horizon == .standIn)
    #expect(plan.wanted == ["parts", "shot/a", "shot/c"])
    #expect(likely(plan) == ["shot/a"])
    let blind = grown(["a", "c"], isForeseen: false)
    let standIn = try builder.plan(blind.nodes, blind.expansion)
    #expect(!standIn.isForeseen && standIn.wanted == ["parts", "shot/a", "shot/b"])
    let report = await builder.run(plan)
    #expect(report.ran.sorted() == ["parts", "shot/c"])
  }

  @Test func `a value that does not fit the project is refused by the plan`() throws {
    let bad = grown(["bad"], isForeseen: true)
    #expect(throws: ProjectProblems.self) { try Builder().plan(bad.nodes, bad.expansion) }
  }

  @Test func `what is forced runs, what reads it is looked up`() async throws {
    let builder = Builder()
    let chain: [Node] = [.test("a"), .test("b", reads: ["a"]), .test("c", reads: ["b"])]
    _ = try await builder.build(chain)
    let graph = try Graph(nodes: chain)
    let plan = try Plan(graph, targets: [], store: builder.store, forced: ["b"])
    #expect(word(plan["b"]) == "run: forced" && word(plan["c"]) == "waits for b")
    let report = await builder.run(plan)
    #expect(report.ran == ["b"] && report.reasons["b"] == [.forced])
  }

  @Test func `what is forced behind the expansion runs too`() async throws {
    let builder = Builder()
    let film = grown(["a", "b"], isForeseen: false)
    _ = try await builder.build(film.nodes, film.expansion)
    let plan = try Plan(
      Graph(nodes: film.nodes, expansion: film.expansion), targets: [], store: builder.store,
      forced: ["parts", "shot/b"])
    #expect(await builder.run(plan).ran.sorted() == ["parts", "shot/b"])
  }

  @Test func `a result that is taken again says what changed`() async throws {
    let builder = Builder()
    for salt in ["A", "B"] { _ = try await builder.build([.test("a", salt: salt)]) }
    let report = try await builder.build([.test("a", salt: "A")])
    #expect(report.ran.isEmpty)
    #expect(
      report.reasons["a"] == [.changed(Change(field: "parameter salt", old: "B", new: "A"))])
    #expect(try await builder.build([.test("a", salt: "A")]).reasons.isEmpty)
  }
}
