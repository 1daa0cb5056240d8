import Synchronization
import Testing
import VoimoBase
import VoimoEngine

@Suite struct RunnerTests {
  private struct Broken: Error {}

  private static func failing(_ id: StepID, reads: [StepID] = []) -> Node {
    .test(id, reads: reads) { _ in throw Broken() }
  }

  @Test func `a failure stops what depends on it and nothing else`() async throws {
    let builder = Builder()
    let report = try await builder.build([
      Self.failing("a"), .test("b", reads: ["a"]), .test("c", reads: ["b"]), .test("d"),
    ])
    #expect(report.failures.map(\.id) == ["a"])
    #expect(report.failures.first?.logPath == "logs/a")
    #expect(report.ran == ["d"] && report.stoppedCount == 2)
    #expect(report.outcomes.first { $0.id == "c" }?.outcome == .stopped(by: "a"))
    #expect(builder.store.lines(of: "a") == ["failed: Broken()"])
    #expect(!report.succeeded)
  }

  @Test func `fail-fast starts nothing after a failure`() async throws {
    var builder = Builder()
    builder.onFailure = .stop
    builder.cores = 1
    let report = try await builder.build([Self.failing("a"), .test("b"), .test("c")])
    #expect(report.outcomes.map(\.id) == ["a"])
  }

  @Test func `an equal output cuts off what follows`() async throws {
    let builder = Builder()
    func nodes(_ salt: String) -> [Node] {
      [
        .test("a", salt: salt) { _ in StepProduct(value: [1]) }, .test("b", reads: ["a"]),
        .test("c", reads: ["b"]),
      ]
    }
    _ = try await builder.build(nodes("x"))
    let report = try await builder.build(nodes("y"))
    #expect(report.ran == ["a"])
    #expect(report.count(.reused) == 2)
  }

  @Test func `warnings are told by the build that makes the result, and no more`() async throws {
    let nodes: [Node] = [.test("a") { _ in StepProduct(warnings: ["too quiet"]) }]
    var builder = Builder()
    _ = try await builder.build(nodes)
    #expect(builder.recorder.warnings == ["a: too quiet"])
    builder.recorder = Recorder()
    _ = try await builder.build(nodes)
    #expect(builder.recorder.warnings == [])
  }

  @Test func `a source that changes while it is read fails the step and records nothing`()
    async throws
  {
    var builder = Builder()
    builder.sourceStillHas = { $0.path != "song.wav" }
    let source = SourceFile(id: "source", path: "song.wav", hash: ContentHash(hashing: "x"))
    let song = StepInput("song", from: SourceFile.content(of: "source"))
    let step = TestStep(inputs: [song]) { context in
      #expect(context.inputPath(song) == "song.wav")
      return StepProduct()
    }
    let nodes: [Node] = [.source(source), .step("audio", step)]
    let report = try await builder.build(nodes)
    #expect((report.failures.first?.cause as? SourceChanged)?.path == "song.wav")
    #expect(report.failures.first?.origin == .source)
    #expect(word(try builder.plan(nodes)["audio"]) == "run: never built")
    #expect(builder.store.openFolders.isEmpty)
  }

  @Test func `inputs are files by path and small values by their bytes`() async throws {
    let builder = Builder()
    let made = Node.test("a") { _ in
      StepProduct(outputs: ["picture": .bytes([7])], value: [1, 2])
    }
    let picture = StepInput("p", from: StepOutput("a", "picture"))
    let value = StepInput("v", from: .value(of: "a"))
    let reader = TestStep(inputs: [picture, value]) { context in
      #expect(context.inputPath(picture) == "objects/\(ContentHash(hashing: [7]).hex)")
      #expect(context.input(value) == .value([1, 2], hash: ContentHash(hashing: [1, 2])))
      return StepProduct()
    }
    let report = try await builder.build([made, .step("b", reader)])
    #expect(report.succeeded && report.ran == ["a", "b"])
  }

  @Test(arguments: [false, true])
  func `an output that was never made is named`(builtBefore: Bool) async throws {
    let builder = Builder()
    if builtBefore { _ = try await builder.build([.test("a")]) }
    let reader = TestStep(inputs: [StepInput("p", from: StepOutput("a", "picture"))])
    let report = try await builder.build([.test("a"), .step("b", reader)])
    #expect(
      report.failures.map { "\($0.cause)" } == [
        "b reads output 'picture' of a, which made only: value"
      ])
  }

  @Test func `a store that takes no more fails one step and starts no other`() async throws {
    var builder = Builder()
    builder.cores = 1
    builder.store.fill(true)
    let report = try await builder.build([.test("a"), .test("b"), .test("c")])
    #expect(report.failures.map(\.origin) == [.store])
    #expect(builder.recorder.started.count == 1)
    #expect(builder.store.openFolders.isEmpty)
  }

  @Test func `cancelling ends what runs, keeps what finished, and says so`() async throws {
    let builder = Builder(cores: 1)
    let holder = Mutex<(@Sendable () -> Void)?>(nil)
    let nodes: [Node] = [
      .test("a"),
      .test("b", reads: ["a"]) { context in
        holder.withLock { $0 }?()
        try context.checkCancellation()
        return StepProduct()
      },
      .test("c", reads: ["b"]),
    ]
    let plan = try builder.plan(nodes)
    let task = Task {
      while holder.withLock({ $0 == nil }) { await Task.yield() }
      return await builder.run(plan)
    }
    holder.withLock { $0 = { task.cancel() } }
    let report = await task.value
    #expect(report.interrupted && !report.succeeded)
    #expect(report.outcomes.map(\.outcome) == [.ran, .cancelled])
    #expect(
      builder.recorder.events.count { if case .interrupted = $0 { true } else { false } } == 1)
    #expect(word(try builder.plan(nodes)["a"]) == "reuse")
    #expect(builder.store.openFolders.isEmpty)
  }

  @Test(arguments: [
    (StepNeeds(slot: "cuda:0"), ["cuda:0": 2], 2), (StepNeeds(slot: "cuda:0"), [:], 1),
    (StepNeeds(cores: 0, slot: "server"), ["server": 3], 3), (StepNeeds(cores: 2), [:], 2),
    (StepNeeds(cores: 9), [:], 1), (.oneCore, [:], 4),
  ])
  func `pools bound what runs at once`(
    needs: StepNeeds, slots: [String: Int], most: Int
  ) async throws {
    let running = Mutex((now: 0, most: 0))
    let nodes = (0..<12).map { number in
      Node.test(StepID("gpu", String(number)), needs: needs) { _ in
        running.withLock { running in
          running.now += 1
          running.most = max(running.most, running.now)
        }
        for _ in 0..<100 { await Task.yield() }
        running.withLock { $0.now -= 1 }
        return StepProduct()
      }
    }
    var builder = Builder(cores: 4)
    builder.slots = slots
    let report = try await builder.build(nodes)
    #expect(report.ran.count == 12)
    #expect(running.withLock { $0.most } <= most)
  }

  @Test func `the longest way to the end starts first`() async throws {
    var builder = Builder(cores: 1)
    builder.seconds = RememberedSeconds(runs: [
      .init("short", seconds: 1), .init("long", seconds: 1), .init("end", seconds: 50),
    ])
    _ = try await builder.build([.test("short"), .test("long"), .test("end", reads: ["long"])])
    #expect(builder.recorder.started == ["long", "end", "short"])
  }

  @Test func `progress and log reach the observer and the store`() async throws {
    let builder = Builder()
    _ = try await builder.build([
      .test("a") { context in
        context.progress(3, of: 10, unit: "frames")
        context.log("hello")
        return StepProduct()
      }
    ])
    let isTold = builder.recorder.events.contains {
      if case .progress("a", 3, 10, "frames") = $0 { true } else { false }
    }
    #expect(isTold && builder.store.lines(of: "a") == ["hello"])
    #expect(builder.store.lastResult(of: "a")?.units == 10)
  }
}
