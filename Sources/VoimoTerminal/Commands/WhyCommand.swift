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
      It says what made the result that is in use, or what would make a new one, down to the field
      of voimo.yaml that was edited. A section or a shot stands for all of its steps.

      Examples:
        voimo why film
        voimo why chorus.2
        voimo why segment/chorus.2/03
        voimo why 'prompts/chorus.*' --json
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: "A step, a kind of step, a section, a shot, or a pattern.")
  var target: String

  @Flag(name: [.customShort("v"), .long], help: "Name every step on the way.")
  var all = false

  @Flag(help: "Print the reasons as JSON.")
  var json = false

  func run() async throws {
    let session = try project.session(for: .reading)
    let explanations = try session.why(Target(target), isGrouped: !json)
    if json {
      Output.out(try JSONText.write(explanations.map(WhyRecord.init)))
      return
    }
    let text = WhyText(
      style: Style(stream: STDOUT_FILENO), time: HumanTime(), profile: session.workspace.profile,
      namesAll: all)
    for line in text.lines(explanations, target: target) { Output.out(line) }
  }
}

/// Why a step is as it is, as machines read it.
struct WhyRecord: Encodable {
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

  init(_ explanation: Explanation) {
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
