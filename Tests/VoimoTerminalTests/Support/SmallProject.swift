import Foundation
import Synchronization
import VoimoBase
import VoimoEngine
import VoimoStore

/// A step that does what a test says.
struct SmallStep: Step {
  var kind: StepKind
  var inputs: [StepInput] = []
  var prompt = ""
  var work: ExpectedWork?
  var does: @Sendable () throws -> StepProduct = { StepProduct() }

  var expectedWork: ExpectedWork? { work }

  func walkParameters(_ walk: inout ParameterWalk) { walk.field("prompt", prompt) }

  func run(_ context: StepContext) async throws -> StepProduct { try does() }
}

/// A film of two shots in a real store: planned and built by the engine, in no time.
final class SmallProject: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "voimo-terminal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What varies between two builds.
  struct Look {
    var prompt = "sea"
    var shots = 2
    /// Thrown by the first segment; nil where it is made.
    var failure: (any Error)?
    var warning: String?
  }

  private final class Nobody: RunObserver {
    let kept = Mutex<[RunEvent]>([])
    func observe(_ event: RunEvent) { kept.withLock { $0.append(event) } }
  }

  /// The steps before the shots are known, and how the others come.
  private static func graph(_ look: Look) throws -> Graph {
    let count = look.shots
    let audio = SmallStep(kind: StepKind("audio", version: 1)) {
      StepProduct(warnings: look.warning.map { [$0] } ?? [])
    }
    let shots = SmallStep(
      kind: StepKind("shots", version: 1),
      inputs: [StepInput("audio", from: StepOutput.value(of: "audio"))], prompt: "\(count)"
    ) { StepProduct(value: [UInt8(count)]) }
    let failure = look.failure
    let (prompt, films) = (look.prompt, StepKind("film", version: 1))
    return try Graph(
      nodes: [.step("audio", audio), .step("shots", shots)],
      expansion: Expansion(waitsFor: "shots", kinds: ["prompts", "segment", "film"]) { value in
        let ids = (0..<Int(value.first ?? 0)).map { StepID("segment", "chorus.1/0\($0)") }
        let prompts = SmallStep(kind: StepKind("prompts", version: 1), prompt: prompt) {
          StepProduct(value: Array(prompt.utf8))
        }
        let segments = ids.enumerated().map { place, id in
          Node.step(
            id,
            SmallStep(
              kind: StepKind("segment", version: 1),
              inputs: [StepInput("prompts", from: StepOutput.value(of: "prompts/chorus.1"))],
              prompt: "\(place)", work: ExpectedWork(count: 24, unit: "frames")
            ) {
              if place == 0, let failure { throw failure }
              return StepProduct(value: Array("\(prompt) \(place)".utf8))
            })
        }
        let film = SmallStep(
          kind: films, inputs: ids.map { StepInput($0.rawValue, from: StepOutput.value(of: $0)) })
        return [.step("prompts/chorus.1", prompts)] + segments + [.step("film", film)]
      })
  }

  func plan(_ look: Look = Look(), _ targets: [Target] = []) throws -> Plan {
    try Plan(Self.graph(look), targets: targets, store: Store.open(folder: folder))
  }

  /// Builds, and gives what it came to and what went by; nothing takes any time.
  func build(
    _ look: Look = Look(), _ targets: [Target] = [], onFailure: RunState.OnFailure = .keepGoing
  ) async throws -> (report: RunReport, events: [RunEvent]) {
    let store = try Store.open(folder: folder)
    let observer = Nobody()
    let runner = Runner(
      store: store,
      settings: Runner.Settings(pools: Pools(cores: 1), onFailure: onFailure), now: { 0 },
      sourceStillHas: { _ in true }, observer: observer)
    let report = await runner.run(
      try Plan(Self.graph(look), targets: targets, store: store))
    try store.record(report, command: "voimo build", started: 1)
    return (report, observer.kept.withLock { $0 })
  }
}
