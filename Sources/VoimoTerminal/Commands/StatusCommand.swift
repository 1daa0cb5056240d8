import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStages

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
    /// To be made, or not known yet.
    var stale: Int
    var bytes: Int
    var warnings: [String]
  }

  private struct Record: Encodable {
    var stages: [StageRecord]
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
    let plan = try session.plan()
    let stages = StageRegistry.all.compactMap { record(of: $0.name, in: plan) }
    // Files of results that have yet to be made are told by their stages.
    let exports = try session.pendingExports(in: plan).filter { $0.state != .toBeMade }
    let last = try session.lastBuild.map(BuildHistoryRecord.init)
    if json {
      Output.out(
        try JSONText.write(
          Record(
            stages: stages, lastBuild: last,
            exports: exports.map { .init(path: $0.path, state: $0.state.rawValue) })))
      return
    }
    let style = Style(stream: STDOUT_FILENO)
    let rows = stages.map { stage in
      [
        stage.stale == 0 ? style.paint("✓", .green) : style.paint("▸", .yellow), stage.stage,
        stage.stale == 0 ? "\(stage.made) made" : "\(stage.made) made, \(stage.stale) stale",
        ClockText.bytes(stage.bytes),
      ]
    }
    for line in Columns.lines(rows) { Output.out(line) }
    for stage in stages {
      for warning in stage.warnings {
        Output.out("\(style.paint("warning", .boldYellow)) \(stage.stage): \(warning)")
      }
    }
    if !exports.isEmpty {
      Output.out("a build would write:")
      for line in PlanText.lines(of: exports) { Output.out(line) }
    }
    Output.out(last.map(\.sentence) ?? "not built yet")
  }

  private func record(of stage: String, in plan: Plan) -> StageRecord? {
    let entries = plan.entries.filter { $0.id.kind == stage }
    guard !entries.isEmpty else { return nil }
    var record = StageRecord(stage: stage, made: 0, stale: 0, bytes: 0, warnings: [])
    var results: [StepResult] = []
    for entry in entries {
      guard case .reuse(let result) = entry.decision else {
        record.stale += 1
        continue
      }
      record.made += 1
      results.append(result)
      record.warnings += result.warnings
    }
    record.bytes = results.storedBytes
    return record
  }
}
