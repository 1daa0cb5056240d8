package import VoimoBase
package import VoimoEngine
package import VoimoStore

/// Why a step last ran, and what would become of it now.
package struct Explanation: Sendable {
  package var id: StepID
  /// What a build would do now.
  package var decision: Decision
  /// What it did when it last ran, failed, was stopped or cancelled; nil when that is forgotten.
  package var lastRun: (build: BuildRecord, step: BuildStepRecord)?
}

extension Session {
  /// Explains the steps that a target means.
  ///
  /// - Throws: `UnknownTarget`, `ProjectProblems`, `KitError`.
  package func why(_ target: Target) throws -> [Explanation] {
    let plan = try plan([target])
    return try Self.keeping {
      try plan.entries.filter { target.matches($0.id) }.map { entry in
        Explanation(
          id: entry.id, decision: entry.decision, lastRun: try store?.lastRun(of: entry.id))
      }
    }
  }

  /// The last build that did something; nil when there was none.
  package var lastBuild: BuildRecord? {
    get throws { try Self.keeping { try store?.builds(limit: 1).first } }
  }

  /// What a build of a plan would probably take, in seconds, with one step a core; nil when this
  /// machine has built nothing like it.
  package func estimate(_ plan: Plan, jobs: Int) -> Double? {
    let estimate = PlanEstimate(plan, pools: Pools(cores: jobs), seconds: rememberedSeconds)
    return estimate.unknownSteps == 0 ? estimate.atMost : nil
  }

}

extension Workspace {
  /// Where the store of a project's folder is, without a look at the project file.
  package static func storeFolder(of folder: String) -> String { "\(absolute(folder))/.voimo" }

  /// What a store holds; nil when there is none.
  ///
  /// - Throws: `KitError`.
  package static func statistics(ofStore folder: String) throws -> StoreStatistics? {
    try Session.keeping { try Store.openExisting(folder: folder)?.statistics() }
  }
}
