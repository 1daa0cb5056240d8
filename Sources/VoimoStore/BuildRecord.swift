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
  /// The profile; nil for none.
  package var profile: String?
  /// The hash of what the project said, under which the store keeps that; nil where it does not.
  package var project: ContentHash?
  /// How it ended; a build that was killed, or still runs, is `interrupted`.
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
  ///
  /// - Parameters:
  ///   - report: What the build has come to.
  ///   - command: What was typed.
  ///   - profile: The profile; nil for none.
  ///   - started: Seconds since 1970.
  ///   - logs: The folder of its steps' logs.
  ///   - describing: Puts what a step failed with into words.
  ///   - edits: For a step and why it was to run, the edits of the project behind that.
  package init(
    _ report: RunReport, command: String, profile: String? = nil, started: Double, logs: String,
    describing: (any Error) -> String = { "\($0)" },
    edits: (StepID, [Reason]) -> [FieldEdit] = { _, _ in [] }
  ) {
    self.init(
      started: started, seconds: report.seconds, command: command,
      outcome: report.interrupted ? .interrupted : report.succeeded ? .done : .failed,
      reused: report.count(.reused), wanted: report.wantedCount, logs: logs, profile: profile)
    let messages = Dictionary(
      report.failures.map { ($0.id, describing($0.cause)) }, uniquingKeysWith: { first, _ in first }
    )
    steps = report.outcomes.compactMap { id, outcome, seconds in
      let reasons = report.reasons[id] ?? []
      // Of the results that were there, those are remembered that were not in use before.
      guard outcome != .reused || !reasons.isEmpty else { return nil }
      return BuildStepRecord(
        id: id, outcome: outcome, reasons: reasons, key: report.results[id]?.key,
        seconds: seconds, message: messages[id], edits: edits(id, reasons),
        work: outcome == .ran ? report.work(of: id) : nil)
    }
  }

  /// Takes a record apart from its steps, as the index has it.
  package init(
    started: Double, seconds: Double, command: String, outcome: Outcome, reused: Int, wanted: Int,
    logs: String, profile: String?, project: ContentHash? = nil
  ) {
    self.started = started
    self.seconds = seconds
    self.command = command
    self.outcome = outcome
    self.reused = reused
    self.wanted = wanted
    self.logs = logs
    self.profile = profile
    self.project = project
    steps = []
  }
}

/// A field of the project that is not what it was, in the user's own words.
package struct FieldEdit: Sendable, Hashable, Codable {
  /// As in `voimo.yaml`: `sections.chorus.prompt`; or a file and a line of it.
  package var field: String
  /// What it said; nil where it said nothing.
  package var old: String?
  /// What it says; nil where it says nothing any more.
  package var new: String?

  /// Says what a field was and is.
  package init(field: String, old: String?, new: String?) {
    self.field = field
    self.old = old
    self.new = new
  }
}

/// What one step did in a build.
package struct BuildStepRecord: Sendable, Hashable {
  /// The step's name.
  package var id: StepID
  /// How it ended; `reused` where a result was taken that was not in use before.
  package var outcome: StepOutcome
  /// Why it was to run; empty for one that was stopped.
  package var reasons: [Reason]
  /// Of its result; nil where there is none.
  package var key: ContentHash?
  /// Wall seconds that it took.
  package var seconds: Double
  /// What it failed with.
  package var message: String?
  /// The edits of the project behind the reasons; empty where only its inputs changed.
  package var edits: [FieldEdit]
  /// How much work it was; nil where it did not run, or its work is not counted.
  package var work: ExpectedWork?

  /// Gathers what is known.
  package init(
    id: StepID, outcome: StepOutcome, reasons: [Reason], key: ContentHash?, seconds: Double,
    message: String?, edits: [FieldEdit] = [], work: ExpectedWork? = nil
  ) {
    self.edits = edits
    self.work = work
    self.id = id
    self.outcome = outcome
    self.reasons = reasons
    self.key = key
    self.seconds = seconds
    self.message = message
  }
}
