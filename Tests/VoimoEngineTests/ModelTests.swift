import Synchronization
import Testing
import VoimoBase
import VoimoEngine

/// A project as the model sees it: steps in an order in which each reads only earlier ones.
struct Spec: Sendable, CustomStringConvertible {
  struct StepSpec: Sendable {
    var salt: Int
    /// The step's value is one of so many, so that other inputs often give an equal result.
    var values: Int
    /// Places of the steps or, negative, of the sources that it reads.
    var reads: [Int]
    var version = 1
    /// Takes its name for a parameter; two steps that do not may have one key.
    var isNamed: Bool
  }

  var steps: [StepSpec]
  var sources: [Int]
  /// The step whose value says how many shots there are; nil when the graph is whole.
  var structure: Int?
  var shotSalts: [Int]

  var description: String {
    let lines = steps.enumerated().map { place, step in
      "  s\(place): salt \(step.salt) values \(step.values) v\(step.version) reads \(step.reads)"
        + (step.isNamed ? " named" : "")
    }
    return
      (["sources \(sources) structure \(structure.map(String.init) ?? "–") shots \(shotSalts)"]
      + lines).joined(separator: "\n")
  }

  init(using random: inout SeededRandom) {
    sources = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Int.random(in: 0..<4, using: &random)
    }
    let sourceCount = sources.count
    steps = (0..<Int.random(in: 1...9, using: &random)).map { place in
      StepSpec(
        salt: .random(in: 0..<3, using: &random),
        values: [1, 2, 4, 1000].randomElement(using: &random) ?? 2,
        reads: Array(
          Set(
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
              Int.random(in: -sourceCount..<max(1, place), using: &random)
            })
        ).filter { $0 < place }.sorted(),
        isNamed: Bool.random(using: &random))
    }
    structure = Bool.random(using: &random) ? steps.indices.randomElement(using: &random) : nil
    shotSalts = (0..<4).map { _ in Int.random(in: 0..<3, using: &random) }
  }

  mutating func edit(using random: inout SeededRandom) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      sources[.random(in: 0..<sources.count, using: &random)] = .random(in: 0..<4, using: &random)
    case 1:
      steps[.random(in: 0..<steps.count, using: &random)].salt = .random(in: 0..<3, using: &random)
    case 2: steps[.random(in: 0..<steps.count, using: &random)].version += 1
    case 3: shotSalts[.random(in: 0..<4, using: &random)] = .random(in: 0..<3, using: &random)
    case 4:
      steps.append(
        StepSpec(
          salt: .random(in: 0..<3, using: &random), values: 2,
          reads: [.random(in: 0..<steps.count, using: &random)],
          isNamed: Bool.random(using: &random)))
    default:
      let place = Int.random(in: 0..<steps.count, using: &random)
      if place > 0 { steps[place].reads = [Int.random(in: 0..<place, using: &random)] }
    }
  }

  static func id(_ place: Int) -> StepID {
    place < 0 ? StepID("source", String(-place)) : StepID("s", String(place))
  }

  /// A step's value, from its own parameters and the hashes of what it reads.
  static func value(salt: Int, values: Int, version: Int, reads: [ContentHash]) -> [UInt8] {
    let text = "\(salt) \(version) " + reads.map(\.hex).joined(separator: " ")
    let number = ContentHash(hashing: text).bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    return Array("value \(number % values)".utf8)
  }

  private func sourceHash(_ place: Int) -> ContentHash {
    ContentHash(hashing: "source \(sources[-place - 1])")
  }

  /// How many shots a structure's value means.
  static func shotCount(_ value: [UInt8]) -> Int { Int(value.last ?? 0) % 4 + 1 }

  // MARK: The model: every step's value, by plain evaluation.

  func everything() -> [StepID: [UInt8]] {
    var values: [StepID: [UInt8]] = [:]
    for (place, step) in steps.enumerated() {
      values[Self.id(place)] = Self.value(
        salt: step.salt, values: step.values, version: step.version,
        reads: step.reads.map { read in
          read < 0 ? sourceHash(read) : ContentHash(hashing: values[Self.id(read)] ?? [])
        })
    }
    guard let structure else { return values }
    let shape = values[Self.id(structure)] ?? []
    var shots: [ContentHash] = []
    for shot in 0..<Self.shotCount(shape) {
      let value = Self.value(
        salt: shotSalts[shot], values: 2, version: 1,
        reads: [ContentHash(hashing: values[Self.id(shot % steps.count)] ?? [])])
      values[StepID("shot", String(shot))] = value
      shots.append(ContentHash(hashing: value))
    }
    values["film"] = Self.value(salt: 0, values: 1000, version: 1, reads: shots)
    return values
  }

  // MARK: The same as a graph.

  func graph(_ world: World) throws -> Graph {
    var nodes = sources.indices.map { index in
      Node.source(
        SourceFile(id: Self.id(-index - 1), path: "file\(index)", hash: sourceHash(-index - 1)))
    }
    nodes += steps.enumerated().map { place, step in
      node(
        Self.id(place), salt: step.salt, values: step.values, version: step.version,
        reads: step.reads.map { ($0 < 0 ? Self.id($0) : Self.id($0), $0 < 0) },
        isNamed: step.isNamed, world)
    }
    let expansion = structure.map { structure in
      Expansion(waitsFor: Self.id(structure), kinds: ["shot", "film"]) { value in
        let count = Self.shotCount(value)
        let shots = (0..<count).map { shot in
          node(
            StepID("shot", String(shot)), salt: shotSalts[shot], values: 2, version: 1,
            reads: [(Self.id(shot % steps.count), false)], isNamed: false, world)
        }
        return shots + [
          node(
            "film", salt: 0, values: 1000, version: 1,
            reads: (0..<count).map { (StepID("shot", String($0)), false) }, isNamed: true, world)
        ]
      }
    }
    return try Graph(nodes: nodes, expansion: expansion)
  }

  private func node(
    _ id: StepID, salt: Int, values: Int, version: Int, reads: [(id: StepID, isSource: Bool)],
    isNamed: Bool, _ world: World
  ) -> Node {
    let inputs = reads.enumerated().map { number, read in
      StepInput(
        "in\(number)", from: read.isSource ? SourceFile.content(of: read.id) : .value(of: read.id))
    }
    return .step(
      id,
      TestStep(
        kind: StepKind("test", version: version), inputs: inputs,
        parameters: [("salt", String(salt)), ("values", String(values))]
          + (isNamed ? [("name", id.rawValue)] : [])
      ) { context in
        try world.begin(id)
        let hashes = inputs.map { context.input($0).hash }
        try context.checkCancellation()
        return StepProduct(
          value: Self.value(salt: salt, values: values, version: version, reads: hashes))
      })
  }
}

/// What happens to steps while they run, and which ran.
final class World: Sendable {
  struct Broken: Error {}

  private struct Happening {
    var failing: Set<StepID> = []
    var started: [StepID] = []
    var cancelAfter: Int?
    var cancel: (@Sendable () -> Void)?
  }

  private let happening = Mutex(Happening())

  /// Prepares the next build.
  func prepare(failing: Set<StepID>, cancelAfter: Int?) {
    happening.withLock { $0 = Happening(failing: failing, cancelAfter: cancelAfter) }
  }

  func onCancel(_ cancel: @escaping @Sendable () -> Void) {
    happening.withLock { $0.cancel = cancel }
  }

  var started: [StepID] { happening.withLock { $0.started } }

  func begin(_ id: StepID) throws {
    let cancel = try happening.withLock { happening in
      happening.started.append(id)
      if happening.failing.contains(id) { throw Broken() }
      return happening.started.count == happening.cancelAfter ? happening.cancel : nil
    }
    cancel?()
  }
}

@Suite struct ModelTests {
  @Test func `an incremental build equals a build from nothing, and does what the plan says`()
    async throws
  {
    let first: UInt64 = 20_261_123
    for seed in first..<first + 2_500 { try await check(seed: seed) }
  }

  /// Plays one random project through random edits, failures, losses and cancellations.
  private func check(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    var spec = Spec(using: &random)
    var earlier = [spec]
    let world = World()
    let store = MemoryStore()
    var made: Set<ContentHash> = []
    var told: [String] = []
    for round in 0..<Int.random(in: 2...6, using: &random) {
      if round > 0 {
        if Int.random(in: 0..<5, using: &random) == 0,
          let old = earlier.randomElement(using: &random)
        {
          spec = old
        } else {
          spec.edit(using: &random)
        }
        earlier.append(spec)
      }
      let truth = spec.everything()
      let ids = truth.keys.sorted()
      let trouble = Int.random(in: 0..<6, using: &random)
      let failing = trouble == 0 ? Set([ids.randomElement(using: &random) ?? "film"]) : []
      let cancelAfter = trouble == 1 ? Int.random(in: 1...4, using: &random) : nil
      if trouble == 2, let lost = ids.randomElement(using: &random) {
        if let key = store.lastResult(of: lost)?.key { made.remove(key) }
        store.loseBlobs(of: lost)
        told.append("lost \(lost)")
      }
      let targets: [Target] =
        Int.random(in: 0..<3, using: &random) == 0
        ? [Target((ids.randomElement(using: &random) ?? "film").rawValue)] : []
      told.append("build \(targets) failing \(failing) cancel \(cancelAfter ?? 0)\n\(spec)")
      let story = "seed \(seed)\n" + told.joined(separator: "\n")

      world.prepare(failing: failing, cancelAfter: cancelAfter)
      let graph = try spec.graph(world)
      let plan = try Plan(graph, targets: targets, store: store)
      let planAgain = try Plan(graph, targets: targets, store: store)
      #expect(plan.entries.map(\.decision) == planAgain.entries.map(\.decision), "\(story)")
      let builder = Builder(
        store: store, cores: Int.random(in: 1...3, using: &random))
      let task = Task { await builder.run(plan) }
      world.onCancel { task.cancel() }
      let report = await task.value
      compare(
        report, plan, truth: truth, failing: failing, cancelled: cancelAfter != nil,
        started: world.started, story)
      #expect(store.openFolders.isEmpty, "folders left: \(story)")
      for id in report.ran {
        guard let key = report.results[id]?.key else { continue }
        #expect(made.insert(key).inserted, "\(id) ran though its result was there\n\(story)")
      }
    }
  }

  private func compare(
    _ report: RunReport, _ plan: Plan, truth: [StepID: [UInt8]], failing: Set<StepID>,
    cancelled: Bool, started: [StepID], _ story: String
  ) {
    #expect(report.expansionProblem == nil, "\(story)")
    #expect(Set(started).count == started.count, "a step ran twice: \(started)\n\(story)")
    for (id, result) in report.results {
      #expect(result.value == truth[id], "\(id) differs from the model\n\(story)")
    }
    let outcomes = Dictionary(
      report.outcomes.map { ($0.id, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    #expect(outcomes.count == report.outcomes.count, "a step ended twice\n\(story)")
    let isCut = report.interrupted
    #expect(!isCut || cancelled, "interrupted by nobody\n\(story)")
    for entry in plan.entries where !entry.standIn {
      let outcome = outcomes[entry.id]
      switch entry.decision {
      case .reuse: #expect(outcome == .reused, "\(entry.id) was to be reused\n\(story)")
      case .run(_, let because):
        #expect(!because.isEmpty, "\(entry.id) runs without a reason\n\(story)")
        if !isCut {
          #expect(
            outcome == (failing.contains(entry.id) ? .failed : .ran),
            "\(entry.id) was to run\n\(story)")
        }
      case .undecided:
        if !isCut { #expect(outcome != nil, "\(entry.id) was not reached\n\(story)") }
      }
    }
    let certain = Set(plan.entries.filter { !$0.standIn }.map(\.id))
    for id in started where plan.horizon == .whole {
      #expect(certain.contains(id), "\(id) ran unplanned\n\(story)")
    }
    guard !isCut else { return }
    #expect(report.failures.allSatisfy { failing.contains($0.id) }, "\(story)")
    for (id, outcome) in outcomes {
      switch outcome {
      case .failed: #expect(failing.contains(id), "\(id) failed\n\(story)")
      case .stopped(let cause):
        // A twin of the failed step has the same work to do and fails with it.
        #expect(failing.contains(cause), "\(id) stopped by \(cause)\n\(story)")
      case .cancelled: Issue.record("\(id) cancelled by nobody\n\(story)")
      case .ran, .reused: #expect(report.results[id] != nil, "\(id) has no result\n\(story)")
      }
    }
    if report.failures.isEmpty {
      #expect(report.succeeded && outcomes.count == report.wantedCount, "\(story)")
      if plan.targets.isEmpty {
        #expect(Set(report.results.keys) == Set(truth.keys), "not everything is there\n\(story)")
      } else {
        for target in plan.targets where truth[StepID(target.pattern)] != nil {
          #expect(report.results[StepID(target.pattern)] != nil, "no \(target)\n\(story)")
        }
      }
    }
  }
}
