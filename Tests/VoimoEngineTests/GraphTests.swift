import Testing
import VoimoBase
import VoimoEngine

@Suite struct GraphTests {
  private func check(_ nodes: [Node], _ expected: GraphError) {
    #expect(throws: expected) { try Graph(nodes: nodes) }
  }

  @Test func `producers come before what reads them`() throws {
    let graph = try Graph(nodes: [
      .test("film", reads: ["b", "a"]), .test("b", reads: ["a"]), .test("a"),
    ])
    #expect(graph.topologicalOrder == ["a", "b", "film"])
    #expect(graph.dependents(of: "a") == ["film", "b"])
    #expect(graph.producers(of: "film") == ["b", "a"])
  }

  @Test func `two steps of one name are refused`() {
    check([.test("a"), .test("a")], .duplicate("a"))
  }

  @Test func `a producer that is not there is refused`() {
    check(
      [.test("a", reads: ["b"])], .missingProducer(of: "a", input: "in0", producer: "b"))
  }

  @Test func `two inputs of one name are refused`() {
    let inputs = [StepInput("x", from: .value(of: "a")), StepInput("x", from: .value(of: "a"))]
    check(
      [.test("a"), .step("b", TestStep(inputs: inputs))], .duplicateInput(of: "b", input: "x"))
  }

  @Test func `a loop is reported whole, and nothing that only hangs on it`() {
    let nodes: [Node] = [
      .test("z", reads: ["a"]), .test("a", reads: ["b"]), .test("b", reads: ["c"]),
      .test("c", reads: ["a"]),
    ]
    check(nodes, .cycle(["a", "b", "c", "a"]))
    #expect("\(GraphError.cycle(["a", "b", "a"]))" == "steps wait for each other: a → b → a")
  }

  @Test func `what an expansion adds may read what is there, not the other way round`() throws {
    let expansion = Expansion(waitsFor: "a", kinds: ["film"]) { _ in [] }
    let graph = try Graph(nodes: [.test("a")], expansion: expansion)
    let grown = try graph.adding([.test("film", reads: ["a", "cut"]), .test("cut")])
    #expect(grown.topologicalOrder == ["a", "cut", "film"])
    #expect(grown.expansion == nil)
    #expect(throws: GraphError.duplicate("a")) { try graph.adding([.test("a")]) }
    #expect(throws: GraphError.missingExpansionStep("b")) {
      try Graph(
        nodes: [.test("a")],
        expansion: Expansion(waitsFor: "b", kinds: []) { _ in [] })
    }
  }
}
