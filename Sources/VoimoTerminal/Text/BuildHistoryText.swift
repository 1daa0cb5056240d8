import VoimoBase
import VoimoEngine
import VoimoStore

/// A finished build as machines read it, and in a sentence.
struct BuildHistoryRecord: Encodable {
  /// ISO 8601, UTC.
  var started: String
  var seconds: Double
  var command: String
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
    outcome = build.outcome.rawValue
    made = build.steps.count { $0.outcome == .ran }
    reused = build.reused
    failures = build.steps.compactMap { step in
      step.message.map { Failure(step: step.id.rawValue, message: $0) }
    }
    logs = build.logs
  }

  /// `last build 2026-11-23 20:15:02 UTC: done in 12 s, 48 made, 3 reused (voimo build)`.
  var sentence: String {
    var text = "last build \(started): \(outcome) in \(ClockText.seconds(seconds)), "
    text += "\(made) made, \(reused) reused (\(command))"
    for failure in failures {
      text += "\n  \(failure.step): \(DiagnosticText.visible(failure.message))"
    }
    if !failures.isEmpty { text += "\n  logs: \(logs)" }
    return text
  }
}
