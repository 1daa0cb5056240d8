import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoProject
import VoimoStore

/// Builds the film, or what is named.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the film: everything that is not made yet, and nothing else.",
    discussion: """
      Building again is resuming: what is finished is kept, whatever interrupted it. Targets are
      names of steps, kinds of step, or patterns.

      Examples:
        voimo build
        voimo build --profile draft              small and fast, same graph
        voimo build 'keyframe/chorus.*'          the pictures of every chorus
        voimo build chorus.2                     everything of the second chorus
        voimo build --until prompts              what needs no rendering
        voimo build -n                           what would be done
        voimo build --force segment/chorus.1/00  this shot again
        voimo build --json | jq -r 'select(.event == "finished").step'
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: ArgumentHelp("What to build; the film when left out.", valueName: "target"))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp("Build every step of this stage and what it needs.", valueName: "stage"))
  var until: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long], parsing: .unconditional,
    help: "Steps at once, 1 to 256; one a core when left out.")
  var jobs: Int?

  @Flag(
    exclusivity: .exclusive,
    help: "After a failure, go on with what does not depend on it, or stop.")
  var afterFailure: AfterFailure = .keepGoing

  @Flag(help: "Wait for another build of this project to end.")
  var wait = false

  @Flag(name: .shortAndLong, help: "Print warnings and errors only.")
  var quiet = false

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Run these steps again though nothing changed; may be repeated.", valueName: "step"))
  var force: [String] = []

  @Flag(help: "Print events as JSON, one a line, to standard output.")
  var json = false

  enum AfterFailure: String, EnumerableFlag {
    case keepGoing
    case failFast
  }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("-j must be from 1 to 256, not \(jobs)")
    }
    if until != nil, !targets.isEmpty {
      throw ValidationError("targets and --until cannot go together: name one of them")
    }
  }

  func run() async throws {
    let jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    if dryRun {
      let session = try project.session(for: .reading)
      return try PlanCommand.show(
        session,
        targets: try until.map { try session.targets(until: $0) } ?? targets.map { Target($0) },
        forced: force.map { Target($0) }, jobs: jobs, steps: false, json: json)
    }
    let command = (["voimo"] + CommandLine.arguments.dropFirst()).joined(separator: " ")
    let (workspace, lock) = try Workspace.openLocked(waits: wait, command: command) {
      try project.open(says: !quiet)
    }
    let session = try project.session(of: workspace, for: .building)
    let request = BuildRequest(
      targets: try until.map { try session.targets(until: $0) } ?? targets.map { Target($0) },
      forced: force.map { Target($0) }, jobs: jobs, slots: try MachineFile().read().config.slots,
      onFailure: afterFailure == .keepGoing ? .keepGoing : .stop, command: command)
    let clock = BuildClock(
      jobs: jobs, remembered: session.rememberedSeconds, now: { Session.monotonicSeconds() })
    let style = Style(stream: STDERR_FILENO)
    let outcome: BuildOutcome
    var announced: Set<String> = []
    if json {
      let observer = JSONProgress { Output.out($0) }
      outcome = try await run(request, session, lock, observer)
    } else if quiet {
      outcome = try await run(request, session, lock, QuietProgress(style: style))
    } else if Style.canRedraw(STDERR_FILENO) {
      let live = LiveProgress(style: style, clock: clock, stream: STDERR_FILENO)
      defer { live.end() }
      outcome = try await run(request, session, lock, live)
    } else {
      let lines = LineProgress(clock: clock, style: style) { Output.note($0) }
      outcome = try await run(request, session, lock, lines)
      announced = lines.announced
    }
    let told = BuildSummary(
      outcome, folder: session.workspace.folder, sources: session.workspace.texts.all,
      style: style, width: TerminalSize.columns(of: STDERR_FILENO), saysResults: !json && !quiet,
      announced: announced
    ).told
    for line in told.lines { Output.note(line) }
    if told.status != .done { throw ExitCode(told.status.rawValue) }
  }

  private func run(
    _ request: BuildRequest, _ session: Session, _ lock: BuildLock, _ observer: any RunObserver
  ) async throws -> BuildOutcome {
    try await Interrupts.cancelling {
      try await session.build(request, holding: lock, observer: observer)
    }
  }
}
