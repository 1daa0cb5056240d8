import VoimoBase
import VoimoEngine
import VoimoStages
package import VoimoStore

/// How a project stands: what is made, what is not, and who builds.
package struct ProjectStatus: Sendable {
  /// A stage's steps, counted.
  package struct Stage: Sendable, Hashable {
    package var name: String
    /// Steps whose result is there and up to date.
    package var made = 0
    /// Steps that have a result which is not up to date, or may not be.
    package var stale = 0
    /// Steps that never had one.
    package var unbuilt = 0
    /// Of what is up to date.
    package var bytes = 0
    package var warnings: [String] = []

    package init(name: String) { self.name = name }
  }

  /// A build that runs now.
  package struct Running: Sendable, Hashable {
    package var holder: LockHolder
    /// Steps that it has made so far; nil where that is not known.
    package var made: Int?

    package init(holder: LockHolder, made: Int?) {
      self.holder = holder
      self.made = made
    }
  }

  /// In the order in which a film is made; without stages that nobody wants.
  package var stages: [Stage]
  package var running: Running?
  /// The last build that did something and has ended.
  package var lastBuild: BuildRecord?

  package init(stages: [Stage], running: Running?, lastBuild: BuildRecord?) {
    self.stages = stages
    self.running = running
    self.lastBuild = lastBuild
  }
}

extension Session {
  /// How the project stands under the profile.
  ///
  /// - Throws: `ProjectProblems`, `KitError`.
  package func status() throws -> ProjectStatus {
    let plan = try plan()
    var stages = try StageRegistry.inOrder(plan.entries.map(\.id.kind)).compactMap {
      try status(of: $0, in: plan)
    }
    if plan.horizon == .unknown {
      // What comes once the song was heard is not built either.
      let known = stages
      stages = StageRegistry.inOrder(known.map(\.name) + recipe.expectedKinds).map { kind in
        known.first { $0.name == kind } ?? ProjectStatus.Stage(name: kind)
      }
    }
    let running = try runningBuild()
    var last = try store?.builds(limit: 2) ?? []
    if let running, let first = last.first, first.started >= running.holder.since - 1 {
      last.removeFirst()
    }
    return ProjectStatus(stages: stages, running: running, lastBuild: last.first)
  }

  private func runningBuild() throws -> ProjectStatus.Running? {
    guard let holder = BuildLock.running(in: workspace.storeFolder) else { return nil }
    guard let last = try store?.lastBuildSoFar(), last.build.started >= holder.since - 1 else {
      return ProjectStatus.Running(holder: holder, made: nil)
    }
    return ProjectStatus.Running(holder: holder, made: last.results)
  }

  private func status(of stage: String, in plan: Plan) throws -> ProjectStatus.Stage? {
    let entries = plan.entries.filter { $0.id.kind == stage }
    guard !entries.isEmpty else { return nil }
    var status = ProjectStatus.Stage(name: stage)
    var results: [StepResult] = []
    for entry in entries {
      guard case .reuse(let result) = entry.decision else {
        if try store?.lastResult(of: entry.id) == nil {
          status.unbuilt += 1
        } else {
          status.stale += 1
        }
        continue
      }
      status.made += 1
      results.append(result)
      status.warnings += result.warnings
    }
    status.bytes = results.storedBytes
    return status
  }
}
