import Synchronization
import Testing
import VoimoBase
import VoimoEngine

/// Results that are damaged in the store: seen when planning, or only when something reads them.
@Suite struct DamageTests {
  /// A step whose output is a blob, read by others as one.
  private static func blob(_ id: StepID, reads: [StepID] = [], made: String? = nil) -> Node {
    let text = made ?? "\(id)"
    return .step(
      id,
      TestStep(
        kind: StepKind(id.kind, version: 1),
        inputs: reads.enumerated().map {
          StepInput("in\($0.offset)", from: StepOutput($0.element, "out"))
        },
        parameters: [("name", id.rawValue)]
      ) { _ in StepProduct(outputs: ["out": .bytes(Array(text.utf8))]) })
  }

  private static func hash(_ text: String) -> ContentHash { ContentHash(hashing: text) }

  /// What an observer was told of damage.
  private func damages(_ recorder: Recorder) -> [String] {
    recorder.events.compactMap { event in
      switch event {
      case .damaged(let id, let outcome, let detail): "\(id) had been \(outcome): \(detail)"
      case .warning(let id, let text): "\(id): \(text)"
      default: nil
      }
    }
  }

  @Test func `what looks damaged is planned to be made again, with that reason, and said once`()
    async throws
  {
    var builder = Builder()
    let nodes = [Self.blob("a"), Self.blob("b", reads: ["a"])]
    _ = try await builder.build(nodes)
    builder.store.cut(Self.hash("a"))
    let plan = try builder.plan(nodes)
    #expect(word(plan["a"]) == "run: result damaged: a blob is cut")
    builder.recorder = Recorder()
    let report = await builder.run(plan)
    #expect(report.ran == ["a"] && report.count(.reused) == 1 && report.succeeded)
    #expect(
      damages(builder.recorder) == [
        "a: its result in the store was damaged (a blob is cut); it is made again"
      ])
  }

  @Test func `what a reader finds damaged is made again in the same build, then the reader`()
    async throws
  {
    var builder = Builder(cores: 1)
    func nodes(_ last: StepID) -> [Node] {
      [Self.blob("a"), Self.blob("b", reads: ["a"]), Self.blob(last, reads: ["a", "b"])]
    }
    _ = try await builder.build(nodes("c"))
    builder.store.spoil(Self.hash("a"))
    builder.recorder = Recorder()
    let report = try await builder.build(nodes("d"))
    #expect(report.succeeded && builder.recorder.started == ["a", "d"])
    #expect(report.outcomes.map { "\($0.id) \($0.outcome)" } == ["b reused", "a ran", "d ran"])
    #expect(damages(builder.recorder) == ["a had been reused: spoiled"])
  }

  @Test func `damage below damage is found on the way`() async throws {
    var builder = Builder()
    func nodes(_ last: StepID) -> [Node] {
      [
        Self.blob("a"), Self.blob("b", reads: ["a"]), Self.blob("c", reads: ["b"]),
        Self.blob(last, reads: ["c"]),
      ]
    }
    _ = try await builder.build(nodes("d"))
    for name in ["a", "b", "c"] { builder.store.spoil(Self.hash(name)) }
    builder.recorder = Recorder()
    let report = try await builder.build(nodes("e"))
    #expect(report.succeeded && builder.recorder.started == ["a", "b", "c", "e"])
  }

  @Test func `damage that nothing reads costs nothing`() async throws {
    let builder = Builder()
    let nodes = [Self.blob("a"), Self.blob("b", reads: ["a"])]
    _ = try await builder.build(nodes)
    builder.store.spoil(Self.hash("a"))
    #expect(try await builder.build(nodes).ran == [])
  }

  @Test func `many readers have a result made again once`() async throws {
    var builder = Builder(cores: 3)
    func nodes(_ salt: String) -> [Node] {
      [Self.blob("a")]
        + (0..<6).map { Self.blob(StepID("reader", "\(salt)\($0)"), reads: ["a"]) }
    }
    _ = try await builder.build(nodes("x"))
    builder.store.spoil(Self.hash("a"))
    builder.recorder = Recorder()
    let report = try await builder.build(nodes("y"))
    #expect(report.succeeded && report.ran.count == 7)
    #expect(builder.recorder.started.count { $0 == "a" } == 1)
  }

  @Test func `two steps that made the same blob heal it for both`() async throws {
    let builder = Builder(cores: 2)
    func nodes(_ salt: String) -> [Node] {
      [
        Self.blob("a", made: "same"), Self.blob("b", made: "same"),
        Self.blob(StepID("reader", salt), reads: ["a", "b"]),
      ]
    }
    _ = try await builder.build(nodes("x"))
    builder.store.spoil(Self.hash("same"))
    let report = try await builder.build(nodes("y"))
    #expect(report.succeeded && report.ran.contains("reader/y"))
  }

  @Test func `a step that cannot be made again stops its reader alone`() async throws {
    let isBroken = Mutex(false)
    struct Broken: Error {}
    func nodes(_ salt: String) -> [Node] {
      [
        .step(
          "a",
          TestStep { _ in
            if isBroken.withLock({ $0 }) { throw Broken() }
            return StepProduct(outputs: ["out": .bytes([1])])
          }), Self.blob(StepID("reader", salt), reads: ["a"]), Self.blob("other"),
      ]
    }
    let builder = Builder()
    _ = try await builder.build(nodes("x"))
    builder.store.spoil(ContentHash(hashing: [1]))
    isBroken.withLock { $0 = true }
    let report = try await builder.build(nodes("y"))
    #expect(report.failures.map(\.id) == ["a"] && report.results["a"] == nil)
    #expect(report.outcomes.first { $0.id == "reader/y" }?.outcome == .stopped(by: "a"))
    #expect(report.results["other"] != nil)
  }

  @Test func `a disk that damages everything it is given ends the build`() async throws {
    let builder = Builder()
    let store = builder.store
    func nodes(_ salt: String) -> [Node] {
      [
        Self.blob("a"),
        .step(
          StepID("b", salt),
          TestStep(
            inputs: [StepInput("in", from: StepOutput("a", "out"))], parameters: [("salt", salt)],
            work: { _ in StepProduct() })),
      ]
    }
    _ = try await builder.build(nodes("x"))
    store.spoilsAlways(Self.hash("a"))
    let report = try await builder.build(nodes("y"))
    #expect(
      report.failures.map { "\($0.id): \($0.cause)" } == ["b/y: the store is damaged: spoiled"])
  }

  @Test func `what is read after the build is looked at before it ends`() async throws {
    var builder = Builder()
    let nodes = [Self.blob("a"), Self.blob("film", reads: ["a"])]
    _ = try await builder.build(nodes)
    builder.store.spoil(Self.hash("film"))
    builder.finals = { results in
      results["film"]?.outputs["out"].map { [(StepID("film"), $0)] } ?? []
    }
    let report = try await builder.build(nodes)
    #expect(report.succeeded && report.ran == ["film"])
    #expect(report.outcomes.count == 2)
    #expect(try await builder.build(nodes).ran == [])
  }

  /// Random graphs of blobs, some of which are spoiled, some cut, between random edits.
  @Test func `builds over damage end as from nothing, and make each thing once`() async throws {
    let first: UInt64 = 7
    var (spoiled, remade) = (0, 0)
    for seed in first..<first + 600 {
      var random = SeededRandom(seed: seed)
      let store = MemoryStore()
      let count = Int.random(in: 2...9, using: &random)
      var salts = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
      let reads = (0..<count).map { place in
        (0..<place).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      }
      for _ in 0..<4 {
        if Bool.random(using: &random) {
          salts[.random(in: 0..<count, using: &random)] = .random(in: 0..<3, using: &random)
        }
        let started = Mutex<[StepID]>([])
        var truth: [ContentHash] = []
        let nodes = (0..<count).map { place -> Node in
          let id = StepID("s", "\(place)")
          // Equal salts and inputs make equal blobs, so some are shared.
          let text = "\(salts[place]) " + reads[place].map { truth[$0].hex }.joined()
          truth.append(Self.hash(text))
          return .step(
            id,
            TestStep(
              inputs: reads[place].map {
                StepInput("in\($0)", from: StepOutput(StepID("s", "\($0)"), "out"))
              },
              parameters: [("salt", "\(salts[place])"), ("place", "\(place % 3)")]
            ) { _ in
              started.withLock { $0.append(id) }
              return StepProduct(outputs: ["out": .bytes(Array(text.utf8))])
            })
        }
        var builder = Builder(store: store, cores: .random(in: 1...3, using: &random))
        builder.finals = { results in
          results.compactMap { id, result in
            result.outputs["out"].map { (id, $0) }
          }
        }
        for hash in Set(truth).sorted() where Int.random(in: 0..<4, using: &random) == 0 {
          if Bool.random(using: &random) { store.spoil(hash) } else { store.cut(hash) }
          spoiled += 1
        }
        let report = try await builder.build(nodes)
        let story = "seed \(seed)"
        #expect(report.succeeded, "\(story): \(report.failures)")
        for place in 0..<count {
          #expect(
            report.results[StepID("s", "\(place)")]?.outputs["out"] == truth[place], "\(story)")
          #expect(throws: Never.self, "\(story)") { try store.check(truth[place]) }
        }
        let ids = report.outcomes.map(\.id)
        #expect(Set(ids).count == ids.count && ids.count == count, "\(story): \(ids)")
        let ran = started.withLock { $0 }
        #expect(Set(ran).count == ran.count, "\(story): a step ran twice: \(ran)")
        remade += ran.count
      }
    }
    print("damage: seeds \(first)–\(first + 599): \(spoiled) blobs damaged, \(remade) steps run")
    #expect(spoiled > 1000)
  }
}
