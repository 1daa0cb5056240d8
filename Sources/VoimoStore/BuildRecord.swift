package import VoimoBase
package import VoimoEngine

/// A build that did something, as the store remembers it.
package struct BuildRecord: Sendable, Hashable {
  /// How a build ended.
  package enum Outcome: String, Sendable, Codable {
    case done, failed, interrupted
  }

  /// Seconds since 1970.
  package var started: Double
  /// Wall seconds that it took.
  package var seconds: Double
  /// What was asked for: `build film`.
  package var command: String
  /// How it ended.
  package var outcome: Outcome
  /// Steps whose result was there already.
  package var reused: Int
  /// Steps that the targets wanted, as far as was known.
  package var wanted: Int
  /// The folder of its steps' logs.
  package var logs: String
  /// The steps that ran, failed, were stopped or cancelled, in the order of ending.
  package var steps: [BuildStepRecord]

  /// Gathers what a report says.
  package init(_ report: RunReport, command: String, started: Double, logs: String) {
    self.started = started
    seconds = report.seconds
    self.command = command
    outcome = report.interrupted ? .interrupted : report.succeeded ? .done : .failed
    reused = report.count(.reused)
    wanted = report.wantedCount
    self.logs = logs
    let messages = Dictionary(
      report.failures.map { ($0.id, "\($0.cause)") }, uniquingKeysWith: { first, _ in first })
    steps = report.outcomes.compactMap { id, outcome, seconds in
      guard outcome != .reused else { return nil }
      return BuildStepRecord(
        id: id, outcome: outcome, reasons: report.reasons[id] ?? [], key: report.results[id]?.key,
        seconds: seconds, message: messages[id])
    }
  }

  /// Takes a record apart from its steps, as the index has it.
  init(
    started: Double, seconds: Double, command: String, outcome: Outcome, reused: Int, wanted: Int,
    logs: String
  ) {
    self.started = started
    self.seconds = seconds
    self.command = command
    self.outcome = outcome
    self.reused = reused
    self.wanted = wanted
    self.logs = logs
    steps = []
  }
}

/// What one step did in a build.
package struct BuildStepRecord: Sendable, Hashable {
  /// The step's name.
  package var id: StepID
  /// How it ended; never `reused`.
  package var outcome: StepOutcome
  /// Why it was to run; empty for one that was stopped.
  package var reasons: [Reason]
  /// Of its result; nil where there is none.
  package var key: ContentHash?
  /// Wall seconds that it took.
  package var seconds: Double
  /// What it failed with.
  package var message: String?

  /// Gathers what is known.
  package init(
    id: StepID, outcome: StepOutcome, reasons: [Reason], key: ContentHash?, seconds: Double,
    message: String?
  ) {
    self.id = id
    self.outcome = outcome
    self.reasons = reasons
    self.key = key
    self.seconds = seconds
    self.message = message
  }
}
