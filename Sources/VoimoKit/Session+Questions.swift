package import VoimoEngine
package import VoimoStore

extension Session {
  /// The last build that did something, of whatever profile; nil when there was none.
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
}
