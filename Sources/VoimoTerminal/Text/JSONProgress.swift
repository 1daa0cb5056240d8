import Synchronization
import VoimoBase
package import VoimoEngine

/// Writes one JSON object a line for each event.
package final class JSONProgress: RunObserver {
  /// An event as machines read it; fields that an event does not have are left out.
  private struct Record: Encodable {
    var event: String
    var step: String?
    var outcome: String?
    var seconds: Double?
    var key: String?
    var reasons: [ReasonRecord]?
    var done: Int?
    var total: Int?
    var unit: String?
    var text: String?
    var steps: Int?
    var by: String?
  }

  private let say: @Sendable (String) -> Void
  /// For each running step how many tenths of its work have been told.
  private let tenths = Mutex<[StepID: Int]>([:])

  /// - Parameter say: takes each line, without a line break.
  package init(say: @escaping @Sendable (String) -> Void) { self.say = say }

  package func observe(_ event: RunEvent) {
    if let record = record(event), let line = try? JSONText.line(record) { say(line) }
  }

  private func record(_ event: RunEvent) -> Record? {
    switch event {
    case .planned(let plan):
      return Record(event: "planned", steps: plan.entries.count)
    case .expanded(let entries):
      return Record(event: "expanded", steps: entries.count)
    case .started(let id, let key, let reasons):
      return Record(
        event: "started", step: id.rawValue, key: key.hex, reasons: reasons.map(ReasonRecord.init))
    case .progress(let id, let done, let total, let unit):
      // Every tenth is enough for a machine, and each is told once.
      let tenth = total > 0 ? done * 10 / total : 0
      let isNew = tenths.withLock { told in
        guard tenth > told[id] ?? -1 else { return false }
        told[id] = tenth
        return true
      }
      guard isNew else { return nil }
      return Record(event: "progress", step: id.rawValue, done: done, total: total, unit: unit)
    case .finished(let id, let outcome, let seconds):
      tenths.withLock { _ = $0.removeValue(forKey: id) }
      var record = Record(
        event: "finished", step: id.rawValue, outcome: outcome.name, seconds: seconds)
      if case .stopped(let by) = outcome { record.by = by.rawValue }
      return record
    case .warning(let id, let text):
      return Record(event: "warning", step: id.rawValue, text: text)
    case .damaged(let id, _, let detail):
      return Record(event: "damaged", step: id.rawValue, text: detail)
    case .interrupted:
      return Record(event: "interrupted")
    }
  }
}

extension StepOutcome {
  /// As in JSON.
  var name: String {
    switch self {
    case .reused: "reused"
    case .ran: "ran"
    case .failed: "failed"
    case .stopped: "stopped"
    case .cancelled: "cancelled"
    }
  }
}

/// A reason as machines read it.
struct ReasonRecord: Encodable {
  var reason: String
  var field: String?
  var old: String?
  var new: String?
  /// What is wrong with a damaged result.
  var detail: String?

  init(_ reason: Reason) {
    switch reason {
    case .neverBuilt: self.reason = "never-built"
    case .resultMissing: self.reason = "result-missing"
    case .forced: self.reason = "forced"
    case .resultDamaged(let detail):
      self.reason = "result-damaged"
      self.detail = detail
    case .changed(let change):
      self.reason = "changed"
      field = change.field
      old = change.old
      new = change.new
    }
  }
}
