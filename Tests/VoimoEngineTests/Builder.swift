import Synchronization
import VoimoBase
import VoimoEngine

/// A step made of closures and values, for tests.
struct TestStep: Step {
  var kind = StepKind("test", version: 1)
  var inputs: [StepInput] = []
  var parameters: [(String, String)] = []
  var needs = StepNeeds.oneCore
  var work: @Sendable (StepContext) async throws -> StepProduct = { _ in StepProduct() }

  func walkParameters(_ walk: inout ParameterWalk) {
    for (name, value) in parameters { walk.field(name, value) }
  }

  func run(_ context: StepContext) async throws -> StepProduct { try await work(context) }
}

extension Node {
  /// A step that reads the values of others and makes its own from a parameter.
  static func test(
    _ id: StepID, reads: [StepID] = [], salt: String = "", needs: StepNeeds = .oneCore,
    work: (@Sendable (StepContext) async throws -> StepProduct)? = nil
  ) -> Node {
    .step(
      id,
      TestStep(
        kind: StepKind(id.kind, version: 1),
        inputs: reads.enumerated().map {
          StepInput("in\($0.offset)", from: .value(of: $0.element))
        },
        parameters: [("name", id.rawValue), ("salt", salt)], needs: needs,
        work: work ?? { _ in StepProduct(value: Array("\(id) \(salt)".utf8)) }))
  }
}

/// What an observer was told.
final class Recorder: RunObserver {
  private let seen = Mutex<[RunEvent]>([])

  var events: [RunEvent] { seen.withLock { $0 } }

  /// The steps that started, in order.
  var started: [StepID] {
    events.compactMap { if case .started(let id, _, _) = $0 { id } else { nil } }
  }

  /// The warnings, with their steps.
  var warnings: [String] {
    events.compactMap { if case .warning(let id, let text) = $0 { "\(id): \(text)" } else { nil } }
  }

  func observe(_ event: RunEvent) { seen.withLock { $0.append(event) } }
}

/// Plans and runs a graph.
struct Builder {
  var store = MemoryStore()
  var recorder = Recorder()
  var cores = 2
  var slots: [String: Int] = [:]
  var onFailure = RunState.OnFailure.keepGoing
  var seconds = RememberedSeconds()
  var sourceStillHas: @Sendable (SourceFile) throws -> Bool = { _ in true }
  var finals: @Sendable ([StepID: StepResult]) -> [(step: StepID, blob: ContentHash)] = { _ in [] }

  func plan(_ nodes: [Node], _ expansion: Expansion? = nil, targets: [Target] = []) throws -> Plan {
    try Plan(Graph(nodes: nodes, expansion: expansion), targets: targets, store: store)
  }

  func run(_ plan: Plan) async -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    let runner = Runner(
      store: store,
      settings: Runner.Settings(
        pools: Pools(cores: cores, slots: slots), onFailure: onFailure, seconds: seconds),
      now: { start.duration(to: clock.now) / .seconds(1) }, sourceStillHas: sourceStillHas,
      finals: finals, observer: recorder)
    return await runner.run(plan)
  }

  func build(
    _ nodes: [Node], _ expansion: Expansion? = nil, targets: [Target] = []
  ) async throws -> RunReport {
    await run(try plan(nodes, expansion, targets: targets))
  }
}

/// A decision in a word, for expectations.
func word(_ decision: Decision?) -> String {
  switch decision {
  case .reuse?: "reuse"
  case .run(_, let because)?:
    "run: "
      + because.map { reason in
        switch reason {
        case .neverBuilt: "never built"
        case .resultMissing: "result missing"
        case .forced: "forced"
        case .resultDamaged(let detail): "result damaged: \(detail)"
        case .changed(let change): "\(change.field) \(change.old ?? "–") → \(change.new ?? "–")"
        }
      }.joined(separator: ", ")
  case .undecided(let waiting)?: "waits for " + waiting.map(\.rawValue).joined(separator: ", ")
  case nil: "not wanted"
  }
}
