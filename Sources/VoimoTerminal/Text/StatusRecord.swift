package import VoimoKit
import VoimoStore

/// How a project stands, as machines read it.
package struct StatusRecord: Encodable {
  struct Stage: Encodable {
    var stage: String
    var made: Int
    /// To be made again, or not known yet.
    var stale: Int
    /// Never made before.
    var notBuilt: Int
    var bytes: Int
    var warnings: [String]
  }

  /// A build that runs.
  struct Running: Encodable {
    var process: Int
    var host: String
    var since: String
    var command: String
    var made: Int?
  }

  struct Export: Encodable {
    var path: String
    /// `missing` or `changed`.
    var state: String
  }

  var stages: [Stage]
  var running: Running?
  var lastBuild: BuildHistoryRecord?
  /// Files in the project's folder that a build would write although all for them is made.
  var exports: [Export]

  /// Writes down how a project stands.
  package init(_ status: ProjectStatus, exports: [PendingExport]) {
    stages = status.stages.map {
      Stage(
        stage: $0.name, made: $0.made, stale: $0.stale, notBuilt: $0.unbuilt, bytes: $0.bytes,
        warnings: $0.warnings)
    }
    running = status.running.map {
      Running(
        process: $0.holder.process, host: $0.holder.host, since: ClockText.date($0.holder.since),
        command: $0.holder.command, made: $0.made)
    }
    lastBuild = status.lastBuild.map(BuildHistoryRecord.init)
    self.exports = exports.map { Export(path: $0.path, state: $0.state.rawValue) }
  }
}
