import VoimoBase
package import VoimoEngine
import VoimoStages

/// What a build looks like while it goes by: one row a stage.
///
/// Pure; events in, rows out.
package struct BuildView {
  /// A stage's row.
  package struct Row: Equatable {
    package var name: String
    /// Steps wanted, as far as is known.
    package var total = 0
    package var ran = 0
    package var reused = 0
    package var failed = 0
    /// Not run because another step failed, or cancelled.
    package var stopped = 0
    package var running = 0
    /// Frames (or other units) drawn so far by the steps of this stage that ran.
    package var unitsDone = 0
    /// Units of all the stage's steps that run or may run.
    package var unitsTotal = 0
    package var unit = ""
    /// Wall seconds of the steps that ran, added up.
    package var seconds = 0.0

    /// How many steps have ended, in whatever way.
    package var ended: Int { ran + reused + failed + stopped }

    /// A stage of which nothing is known yet.
    package init(name: String) { self.name = name }
  }

  /// In the order in which a film is made.
  package private(set) var rows: [Row] = []
  /// Whether the steps behind the structure are only what the last build had.
  package private(set) var isStandIn = false
  package private(set) var isInterrupted = false
  private var units: [StepID: (done: Int, total: Int)] = [:]
  private var standIns: [StepID: Int] = [:]
  /// The work of the steps that run or may run.
  private var expected: [StepID: ExpectedWork] = [:]

  /// A build of which nothing is known yet.
  package init() {}

  /// Takes the next event.
  package mutating func take(_ event: RunEvent) {
    switch event {
    case .planned(let plan):
      isStandIn = plan.standIn
      for entry in plan.entries { add(entry) }
    case .expanded(let entries):
      for (id, count) in standIns { remove(id, units: count) }
      standIns = [:]
      isStandIn = false
      for entry in entries { add(entry) }
    case .started(let id, _, _):
      change(id) { $0.running += 1 }
    case .progress(let id, let done, let total, let unit):
      note(done, of: total, unit, by: id)
    case .finished(let id, let outcome, let seconds):
      finish(id, outcome, seconds)
    case .warning:
      break
    case .damaged(let id, let outcome, _):
      change(id) {
        switch outcome {
        case .ran: $0.ran -= 1
        default: $0.reused -= 1
        }
      }
    case .interrupted:
      isInterrupted = true
    }
  }

  /// The row of a stage.
  package subscript(stage: String) -> Row? { rows.first { $0.name == stage } }

  private mutating func add(_ entry: Plan.Entry) {
    var work = entry.step.expectedWork
    if case .reuse = entry.decision { work = nil }
    if entry.standIn { standIns[entry.id] = work?.count ?? 0 }
    expected[entry.id] = work
    change(entry.id) {
      $0.total += 1
      $0.unitsTotal += work?.count ?? 0
      if let work { $0.unit = work.unit }
    }
  }

  private mutating func remove(_ id: StepID, units: Int) {
    expected[id] = nil
    change(id) {
      $0.total -= 1
      $0.unitsTotal -= units
    }
    rows.removeAll { $0.total == 0 }
  }

  private mutating func note(_ done: Int, of total: Int, _ unit: String, by id: StepID) {
    let before = units[id]?.done ?? 0
    units[id] = (done, total)
    change(id) {
      $0.unitsDone += done - before
      $0.unit = unit
    }
  }

  /// Steps that count nothing while they run have done all of their work when they end, and what is
  /// reused after all leaves none to do.
  private mutating func settle(_ id: StepID, _ outcome: StepOutcome) {
    guard let work = expected.removeValue(forKey: id) else { return }
    switch outcome {
    case .ran: note(work.count, of: work.count, work.unit, by: id)
    case .reused: change(id) { $0.unitsTotal -= work.count }
    case .failed, .stopped, .cancelled: break
    }
  }

  private mutating func finish(_ id: StepID, _ outcome: StepOutcome, _ seconds: Double) {
    settle(id, outcome)
    let wasRunning = seconds > 0 || outcome == .ran || outcome == .failed || outcome == .cancelled
    change(id) {
      if wasRunning { $0.running = max(0, $0.running - 1) }
      switch outcome {
      case .reused: $0.reused += 1
      case .ran:
        $0.ran += 1
        $0.seconds += seconds
      case .failed: $0.failed += 1
      case .stopped, .cancelled: $0.stopped += 1
      }
    }
  }

  private mutating func change(_ id: StepID, _ body: (inout Row) -> Void) {
    let kind = id.kind
    if let index = rows.firstIndex(where: { $0.name == kind }) {
      body(&rows[index])
      return
    }
    var row = Row(name: kind)
    body(&row)
    let place = Self.place(kind)
    let index = rows.firstIndex { Self.place($0.name) > place } ?? rows.count
    rows.insert(row, at: index)
  }

  private static func place(_ kind: String) -> (Int, Int) { StageRegistry.place(ofKind: kind) }
}
