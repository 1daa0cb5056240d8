import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore

/// A finished build as machines read it.
struct BuildHistoryRecord: Encodable {
  /// ISO 8601, UTC.
  var started: String
  var seconds: Double
  var command: String
  /// Left out where the build had none.
  var profile: String?
  /// `done`, `failed` or `interrupted`.
  var outcome: String
  var made: Int
  var reused: Int
  var failures: [Failure]
  /// The folder of its steps' logs.
  var logs: String

  struct Failure: Encodable {
    var step: String
    var message: String
  }

  init(_ build: BuildRecord) {
    started = ClockText.date(build.started)
    seconds = build.seconds
    command = build.command
    profile = build.profile
    outcome = build.outcome.rawValue
    made = build.steps.count { $0.outcome == .ran }
    reused = build.reused
    failures = build.steps.compactMap { step in
      step.message.map { Failure(step: step.id.rawValue, message: $0) }
    }
    logs = build.logs
  }
}

/// A finished build for people.
struct BuildHistoryText {
  private let record: BuildHistoryRecord
  private let when: String

  init(_ build: BuildRecord, time: HumanTime) {
    record = BuildHistoryRecord(build)
    when = time.text(build.started)
  }

  /// `last build 3 minutes ago: done in 12 s, 48 made, 3 reused (voimo build)`, and its failures.
  var lines: [String] {
    // A build that was killed has not said how long it took.
    let length = record.seconds > 0 ? " in \(ClockText.seconds(record.seconds))" : ""
    let counts = record.seconds > 0 ? ", \(record.made) made, \(record.reused) reused" : ""
    var lines = [
      "last build \(when): \(record.outcome)\(length)\(counts) "
        + "(\(DiagnosticText.visible(record.command)))"
    ]
    for failure in record.failures {
      lines.append("  \(failure.step): \(DiagnosticText.visible(failure.message))")
    }
    if !record.failures.isEmpty { lines.append("  logs: \(record.logs)") }
    return lines
  }
}
