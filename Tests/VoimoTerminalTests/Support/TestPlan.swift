import Synchronization
import VoimoBase
import VoimoEngine
import VoimoTerminal

/// A step that is only looked at.
struct TestStep: Step {
  var name: String
  var kind: StepKind { StepKind(name, version: 1) }
  var inputs: [StepInput] { [] }
  func walkParameters(_ walk: inout ParameterWalk) {}
  func run(_ context: StepContext) async throws -> StepProduct { throw CancellationError() }
}

/// A store that has nothing.
struct NoStore: ArtifactStore {
  func result(for key: ContentHash) throws -> StepResult? { nil }
  func check(_ blob: ContentHash) throws {}
  func lastResult(of id: StepID) throws -> StepResult? { nil }
  func damage(of key: ContentHash) throws -> String? { nil }
  func standIn(for id: StepID) throws -> StepResult? { nil }
  func makeFolder(for id: StepID) throws -> String { "" }
  func commit(_ product: StepProduct, as record: ResultRecord, from folder: String) throws
    -> StepResult
  { throw CancellationError() }
  func markUsed(_ keys: [StepID: ContentHash]) throws {}
  func abandon(folder: String) {}
  func path(of blob: ContentHash) -> String { "" }
  func log(_ line: String, for id: StepID) {}
  func logPath(for id: StepID) -> String { "" }
}

/// A build in events, without a build.
enum TestPlan {
  static let stages = [
    "audio", "features", "lyrics", "structure", "lines", "waveform", "shots", "subtitles",
    "prompts", "keyframe", "segment", "soundtrack", "film", "poster", "contact-sheet",
  ]

  /// A plan in which all of these steps are to run.
  static func plan(_ steps: [StepID]) throws -> Plan {
    let nodes = steps.map { Node.step($0, TestStep(name: $0.kind)) }
    return try Plan(Graph(nodes: nodes), targets: [], store: NoStore())
  }

  /// Every stage with three steps, one after the other, `frames` of work each.
  static func events(frames: Int = 4) throws -> [RunEvent] {
    let steps = stages.flatMap { stage in (0..<3).map { StepID(stage, "part.\($0)") } }
    var events: [RunEvent] = [.planned(try plan(steps))]
    let key = ContentHash(hashing: [])
    for id in steps {
      events.append(.started(id, key: key, because: [.neverBuilt]))
      for done in 0...frames {
        events.append(.progress(id, done: done, total: frames, unit: "frames"))
      }
      events.append(.finished(id, .ran, seconds: 1.5))
    }
    return events
  }

  /// A clock that goes on by `step` seconds whenever it is looked at.
  static func clock(step: Double = 0.11) -> BuildClock {
    let time = Mutex(0.0)
    return BuildClock(jobs: 2, remembered: RememberedSeconds()) {
      time.withLock {
        $0 += step
        return $0
      }
    }
  }
}
