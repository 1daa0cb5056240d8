import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore

/// Says why a step last ran, and whether and why it would run now.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Why something was made, or would be made: the field, its old and its new value.",
    discussion: """
      Examples:
        voimo why film
        voimo why segment/chorus.2/03
        voimo why 'prompts/chorus.*' --json
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: "A step, a kind of step, or a pattern.")
  var target: String

  @Flag(help: "Print the reasons as JSON.")
  var json = false

  private struct Record: Encodable {
    var step: String
    /// What a build would do now: `reuse`, `run` or `undecided`.
    var now: String
    var reasons: [ReasonRecord]?
    var waitingFor: [String]?
    /// Why it ran when it last ran.
    var lastRun: LastRun?
    /// What had made its changed inputs anew.
    var causes: [CauseRecord] = []

    struct LastRun: Encodable {
      var when: String
      var command: String
      var outcome: String
      var reasons: [ReasonRecord]
      var seconds: Double
    }
  }

  /// A step whose result changed, as machines read it.
  private struct CauseRecord: Encodable {
    var step: String
    var reasons: [ReasonRecord]
    var causes: [CauseRecord]

    init(_ cause: Explanation.Cause) {
      step = cause.id.rawValue
      reasons = cause.reasons.map(ReasonRecord.init)
      causes = cause.causes.map(Self.init)
    }
  }

  func run() async throws {
    let session = try project.session(for: .reading)
    let explanations = try session.why(Target(target))
    if json {
      Output.out(try JSONText.write(explanations.map(record)))
      return
    }
    let style = Style(stream: STDOUT_FILENO)
    for explanation in explanations {
      Output.out(style.paint(explanation.id.rawValue, .bold))
      for line in lines(explanation) { Output.out("  \(line)") }
    }
  }

  private func lines(_ explanation: Explanation) -> [String] {
    var lines: [String] = []
    switch explanation.decision {
    case .reuse: lines.append("is up to date")
    case .run(_, let because):
      lines.append("would be made:")
      lines += because.map { "  " + PlanText.sentence($0) }
    case .undecided(let waiting):
      lines.append(
        "not known before these are made: \(waiting.map(\.rawValue).joined(separator: ", "))")
    }
    if let (build, step) = explanation.lastRun {
      let verb = step.outcome == .ran ? "made" : step.outcome.name
      lines.append(
        "last \(verb) \(ClockText.date(build.started)) in \(ClockText.seconds(step.seconds)), because of"
      )
      lines += step.reasons.map { "  " + PlanText.sentence($0) }
      lines += explanation.causes.flatMap { causeLines($0, depth: 2) }
      if let message = step.message { lines.append("  " + DiagnosticText.visible(message)) }
    }
    return lines
  }

  /// `prompts/chorus.1 was made anew because of`, its reasons, and on to what was edited.
  private func causeLines(_ cause: Explanation.Cause, depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    return ["\(margin)\(cause.id) was made anew because of"]
      + cause.reasons.map { "\(margin)  " + PlanText.sentence($0) }
      + cause.causes.flatMap { causeLines($0, depth: depth + 1) }
  }

  private func record(_ explanation: Explanation) -> Record {
    var record = Record(step: explanation.id.rawValue, now: "reuse")
    switch explanation.decision {
    case .reuse: break
    case .run(_, let because):
      record.now = "run"
      record.reasons = because.map(ReasonRecord.init)
    case .undecided(let waiting):
      record.now = "undecided"
      record.waitingFor = waiting.map(\.rawValue)
    }
    record.causes = explanation.causes.map(CauseRecord.init)
    record.lastRun = explanation.lastRun.map {
      Record.LastRun(
        when: ClockText.date($0.build.started), command: $0.build.command,
        outcome: $0.step.outcome.name, reasons: $0.step.reasons.map(ReasonRecord.init),
        seconds: $0.step.seconds)
    }
    return record
  }
}
