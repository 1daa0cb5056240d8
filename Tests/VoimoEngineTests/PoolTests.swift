import Testing
import VoimoBase
import VoimoEngine

/// What steps occupy while they run: cores, and places at things that few can have at once.
@Suite struct PoolTests {
  /// Starts what a state would start now; resolved steps must all run.
  private func start(_ state: inout RunState) -> [StepID] {
    var started: [StepID] = []
    while let action = state.next() {
      switch action {
      case .resolve(let id):
        state.resolved(id, .run(key: ContentHash(hashing: id.rawValue)))
      case .start(let id, _): started.append(id)
      case .grow: Issue.record("nothing grows here")
      }
    }
    return started
  }

  private func state(
    _ nodes: [Node], cores: Int, slots: [String: Int] = [:],
    seconds: [(id: StepID, seconds: Double)] = []
  ) throws -> RunState {
    RunState(
      try Builder().plan(nodes), pools: Pools(cores: cores, slots: slots),
      seconds: RememberedSeconds(runs: seconds.map { .init($0.id, seconds: $0.seconds) }))
  }

  @Test func `a step that needs many cores is not overtaken by small ones`() throws {
    var state = try state(
      [.test("one"), .test("big", needs: StepNeeds(cores: 2)), .test("two"), .test("three")],
      cores: 2, seconds: [("one", 10), ("big", 5), ("two", 1), ("three", 1)])
    #expect(start(&state) == ["one"])
    state.succeeded("one")
    #expect(start(&state) == ["big"])
    state.succeeded("big")
    #expect(start(&state) == ["two", "three"])
  }

  @Test func `a step that needs no core starts beside one that waits for cores`() throws {
    var state = try state(
      [
        .test("one"), .test("big", needs: StepNeeds(cores: 2)),
        .test("remote", needs: StepNeeds(cores: 0, slot: "server")),
      ], cores: 2, seconds: [("one", 10), ("big", 5), ("remote", 1)])
    #expect(start(&state) == ["one", "remote"])
  }

  @Test func `a step that waits for its slot keeps nobody else from a core`() throws {
    let card = StepNeeds(slot: "cuda:0")
    var state = try state(
      [.test("gpu/1", needs: card), .test("gpu/2", needs: card), .test("small")], cores: 2,
      seconds: [("gpu/1", 10), ("gpu/2", 9), ("small", 1)])
    #expect(start(&state) == ["gpu/1", "small"])
    state.succeeded("small")
    #expect(start(&state) == [])
    state.succeeded("gpu/1")
    #expect(start(&state) == ["gpu/2"])
  }

  @Test(arguments: UInt64(1)...300)
  func `random steps never take more than there is, and all of them end`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let cores = Int.random(in: 1...4, using: &random)
    let slots = ["a": Int.random(in: 1...3, using: &random)]
    var needs: [StepID: StepNeeds] = [:]
    let nodes = (0..<Int.random(in: 1...30, using: &random)).map { number in
      let id = StepID("s", String(number))
      let reads = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ -> StepID? in
        number > 0 ? StepID("s", String(Int.random(in: 0..<number, using: &random))) : nil
      }
      let need = StepNeeds(
        cores: .random(in: 0...5, using: &random),
        slot: [nil, nil, "a", "b"].randomElement(using: &random) ?? nil)
      needs[id] = need
      return Node.test(id, reads: Set(reads).sorted(), needs: need)
    }
    var state = try state(nodes, cores: cores, slots: slots)
    var running: [StepID] = []
    var ended = 0
    while true {
      running += start(&state)
      let taken = running.reduce(0) { $0 + min(cores, needs[$1]?.cores ?? 0) }
      #expect(taken <= cores, "seed \(seed)")
      for (slot, places) in ["a": slots["a"] ?? 1, "b": 1] {
        #expect(running.count { needs[$0]?.slot == slot } <= places, "seed \(seed)")
      }
      guard let place = running.indices.randomElement(using: &random) else { break }
      state.succeeded(running.remove(at: place))
      ended += 1
    }
    #expect(ended == nodes.count, "seed \(seed)")
  }
}
