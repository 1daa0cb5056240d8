import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore

/// Says what is made, how large it is, what is stale, and how the last build ended.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What is made, what is stale, and how the last build ended.",
    discussion: """
      Examples:
        voimo status
        voimo status --json | jq '.stages[] | select(.stale > 0)'
      """)

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Print the status as JSON.")
  var json = false

  /// A stage as machines read it.
  private struct StageRecord: Encodable {
    var stage: String
    var made: Int
    /// To be made again, or not known yet.
    var stale: Int
    /// Never made before.
    var notBuilt: Int
    var bytes: Int
    var warnings: [String]
  }

  /// A build that runs, as machines read it.
  private struct RunningRecord: Encodable {
    var process: Int
    var host: String
    var since: String
    var command: String
    var made: Int?
  }

  private struct Record: Encodable {
    var stages: [StageRecord]
    var running: RunningRecord?
    var lastBuild: BuildHistoryRecord?
    /// Files in the project's folder that a build would write although all for them is made.
    var exports: [Export]

    struct Export: Encodable {
      var path: String
      /// `missing` or `changed`.
      var state: String
    }
  }

  func run() async throws {
    let session = try project.session(for: .reading)
    let status = try session.status()
    // Files of results that have yet to be made are told by their stages.
    let exports = try session.pendingExports(in: session.plan()).filter { $0.state != .toBeMade }
    guard json else {
      let text = StatusText(style: Style(stream: STDOUT_FILENO), time: HumanTime())
      for line in text.lines(status, exports: exports) { Output.out(line) }
      return
    }
    let record = Record(
      stages: status.stages.map {
        StageRecord(
          stage: $0.name, made: $0.made, stale: $0.stale, notBuilt: $0.unbuilt, bytes: $0.bytes,
          warnings: $0.warnings)
      },
      running: status.running.map {
        RunningRecord(
          process: $0.holder.process, host: $0.holder.host, since: ClockText.date($0.holder.since),
          command: $0.holder.command, made: $0.made)
      },
      lastBuild: status.lastBuild.map(BuildHistoryRecord.init),
      exports: exports.map { .init(path: $0.path, state: $0.state.rawValue) })
    Output.out(try JSONText.write(record))
  }
}
