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
  /// For each input that made it run, what had made that input anew in the same build.
  package var causes: [Cause]

  /// A step whose result changed, and why it had run.
  package struct Cause: Sendable {
    package var id: StepID
    package var reasons: [Reason]
    /// What had changed before it, in turn.
    package var causes: [Cause]
  }
}

extension Session {
  /// Explains the steps that a target means.
  ///
  /// - Throws: `UnknownTarget`, `ProjectProblems`, `KitError`.
  package func why(_ target: Target) throws -> [Explanation] {
    let plan = try plan([target])
    return try plan.entries.filter { target.matches($0.id) }.map { entry in
      let last = try store?.lastRun(of: entry.id)
      return Explanation(
        id: entry.id, decision: entry.decision, lastRun: last,
        causes: try last.map { try causes(of: entry.step, $0.step, in: $0.build, plan) } ?? [])
    }
  }

  /// Follows the inputs among a step's reasons to the steps that made them anew, and on from there.
  private func causes(
    of step: any Step, _ record: BuildStepRecord, in build: BuildRecord, _ plan: Plan
  ) throws -> [Explanation.Cause] {
    let changed = record.reasons.compactMap { reason -> String? in
      guard case .changed(let change) = reason else { return nil }
      return change.input
    }
    let producers = step.inputs.filter { changed.contains($0.name) }.map(\.producer)
    return try Set(producers).sorted().compactMap { id in
      guard let entry = plan.entry(of: id), let last = try store?.lastRun(of: id),
        last.build.started == build.started, last.step.outcome == .ran
      else { return nil }
      return Explanation.Cause(
        id: id, reasons: last.step.reasons,
        causes: try causes(of: entry.step, last.step, in: build, plan))
    }
  }

  /// The last build that did something; nil when there was none.
  package var lastBuild: BuildRecord? {
    get throws { try store?.builds(limit: 1).first }
  }

  /// What a build of a plan would probably take with so many steps at once; nil when there is
  /// nothing to do, or this machine has built nothing like it.
  package func estimate(_ plan: Plan, jobs: Int) -> PlanEstimate? {
    guard plan.counts.run + plan.counts.undecided > 0 else { return nil }
    let estimate = PlanEstimate(plan, pools: Pools(cores: jobs), seconds: rememberedSeconds)
    return estimate.unknownSteps == 0 ? estimate : nil
  }
}

extension Workspace {
  /// Where the store of a project's folder is, without a look at the project file.
  package static func storeFolder(of folder: String) -> String { "\(absolute(folder))/.voimo" }

  /// What a store holds; nil when there is none.
  ///
  /// - Throws: `StoreError`.
  package static func statistics(ofStore folder: String) throws -> StoreStatistics? {
    try Store.openExisting(folder: folder)?.statistics()
  }
}
