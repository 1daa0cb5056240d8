import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStages

/// Says what a build would do, and why; runs nothing.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What a build would do and why, what is reused, and how long it would take.",
    discussion: """
      Runs nothing and changes nothing.

      Examples:
        voimo plan
        voimo plan --profile draft
        voimo plan 'segment/chorus.*' --steps
        voimo plan --json | jq '.steps[] | select(.decision == "run") | .step'
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: ArgumentHelp("What would be built; the film when left out.", valueName: "target"))
  var targets: [String] = []

  @Flag(help: "A line for every step, not only for every stage.")
  var steps = false

  @Flag(help: "Print the plan as JSON.")
  var json = false

  func run() async throws {
    try PlanCommand.show(
      try project.session(for: .reading), targets: targets.map { Target($0) }, forced: [],
      jobs: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), steps: steps, json: json)
  }

  /// Prints what a build would do.
  static func show(
    _ session: Session, targets: [Target], forced: [Target], jobs: Int, steps: Bool, json: Bool
  ) throws {
    let plan = try session.plan(targets, forced: forced)
    let exports = try session.pendingExports(in: plan)
    let estimate = session.estimate(plan, jobs: jobs)
    if json {
      Output.out(try JSONText.write(PlanRecord(plan, seconds: estimate?.likely, exports: exports)))
      return
    }
    let text = PlanText(
      plan: plan, facts: try session.facts(of: plan), exports: exports,
      style: Style(stream: STDOUT_FILENO), width: TerminalSize.columns(of: STDOUT_FILENO))
    for line in steps ? text.stepLines : text.stageLines { Output.out(line) }
    Output.out(text.summary(estimate))
  }
}
