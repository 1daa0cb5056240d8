import VoimoBase
import VoimoEngine
package import VoimoKit
import VoimoStore

/// Why a step is as it is, as machines read it.
package struct WhyRecord: Encodable {
  var step: String
  /// What a build would do now: `reuse`, `run` or `undecided`.
  var now: String
  /// Whether an undecided step's result is probably there.
  var likelyReused: Bool?
  var reasons: [ReasonRecord]?
  var waitingFor: [String]?
  /// What made the result that is in use.
  var made: Making?
  /// What it did in the build since which that result is in use, or in which it last failed.
  var lastRun: LastRun?
  /// What is behind it, each with all of the steps on the way.
  var causes: [CauseRecord]

  struct Making: Encodable {
    var step: String
    var when: String
    var command: String?
    var profile: String?
    var seconds: Double
  }

  struct LastRun: Encodable {
    var when: String
    var command: String
    var profile: String?
    var outcome: String
    var reasons: [ReasonRecord]
    var seconds: Double
  }

  /// Facts that came the same way.
  struct CauseRecord: Encodable {
    var facts: [FactRecord]
    var steps: [String]
  }

  /// Writes down an explanation.
  package init(_ explanation: Explanation) {
    step = explanation.steps.map(\.rawValue).joined(separator: ", ")
    switch explanation.decision {
    case .reuse: now = "reuse"
    case .run(_, let because):
      now = "run"
      reasons = because.map(ReasonRecord.init)
    case .undecided(let waiting):
      now = "undecided"
      likelyReused = explanation.isLikelyReused
      waitingFor = waiting.map(\.rawValue)
    }
    made = explanation.made.map {
      Making(
        step: $0.step.rawValue, when: ClockText.date($0.when), command: $0.build?.command,
        profile: $0.build?.profile, seconds: $0.seconds)
    }
    lastRun = explanation.lastRun.map {
      LastRun(
        when: ClockText.date($0.build.started), command: $0.build.command,
        profile: $0.build.profile, outcome: $0.step.outcome.name,
        reasons: $0.step.reasons.map(ReasonRecord.init), seconds: $0.step.seconds)
    }
    causes = explanation.causes.map { cause in
      CauseRecord(
        facts: cause.facts.map(FactRecord.init),
        steps: cause.way.flatMap { $0 }.map(\.rawValue))
    }
  }
}

/// A fact as machines read it: its sort, the field or part, and the values.
struct FactRecord: Encodable {
  /// `edit`, `other-content`, `other-part`, `newer-stage`, `first-made`, `result-missing`,
  /// `result-damaged`, `forced` or `changed`.
  var fact: String
  var field: String?
  var old: String?
  var new: String?

  init(_ fact: Fact) {
    switch fact {
    case .edit(let edit):
      (self.fact, field, old, new) = ("edit", edit.field, edit.old, edit.new)
    case .otherContent(let file): (self.fact, field) = ("other-content", file)
    case .otherPart(let part, let old, let new):
      (self.fact, field, self.old, self.new) = ("other-part", part, old, new)
    case .newerStage(let stage): (self.fact, field) = ("newer-stage", stage)
    case .firstMade: self.fact = "first-made"
    case .missing: self.fact = "result-missing"
    case .damaged(let detail): (self.fact, field) = ("result-damaged", detail)
    case .forced: self.fact = "forced"
    case .change(let change):
      (self.fact, field, old, new) = ("changed", change.field, change.old, change.new)
    }
  }
}
