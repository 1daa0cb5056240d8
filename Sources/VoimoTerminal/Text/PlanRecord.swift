import VoimoBase
package import VoimoEngine
package import VoimoKit

/// A plan as machines read it.
package struct PlanRecord: Encodable {
  var steps: [StepRecord]
  /// `whole`, `stand-in` (the part behind the shots is the last build's) or `unknown`.
  var horizon: String
  /// What the build would probably take; missing when this machine has built nothing like it.
  var estimatedSeconds: Double?
  /// The files that the build would write into the project's folder.
  var exports: [ExportRecord]

  struct ExportRecord: Encodable {
    var path: String
    /// `missing`, `changed` or `to-be-made`.
    var state: String

    init(_ export: PendingExport) {
      path = export.path
      state = export.state.rawValue
    }
  }

  struct StepRecord: Encodable {
    var step: String
    var decision: String
    var key: String?
    var reasons: [ReasonRecord]?
    var waitingFor: [String]?
    /// Whether an undecided step's result is probably there.
    var likelyReused: Bool?
    var standIn: Bool
  }

  /// Writes down what a plan decides, what it would take and which files it would write.
  package init(_ plan: Plan, seconds: Double?, exports: [PendingExport]) {
    self.exports = exports.map(ExportRecord.init)
    horizon =
      switch plan.horizon {
      case .whole: "whole"
      case .standIn: "stand-in"
      case .unknown: "unknown"
      }
    estimatedSeconds = seconds
    steps = plan.entries.map { entry in
      var record = StepRecord(step: entry.id.rawValue, decision: "reuse", standIn: entry.standIn)
      switch entry.decision {
      case .reuse(let result): record.key = result.key.hex
      case .run(let key, let reasons):
        record.decision = "run"
        record.key = key.hex
        record.reasons = reasons.map(ReasonRecord.init)
      case .undecided(let waitingFor):
        record.decision = "undecided"
        record.waitingFor = waitingFor.map(\.rawValue)
        record.likelyReused = entry.isLikelyReused
      }
      return record
    }
  }
}
