import Foundation
package import VoimoBase
package import VoimoEngine
package import VoimoStore

/// What somebody asks of a build.
package struct BuildRequest: Sendable {
  /// Empty for the standard ones.
  package var targets: [Target]
  /// What is to run though nothing changed.
  package var forced: [Target]
  /// Steps at once.
  package var jobs: Int
  /// Places at what few steps can have at once, as the machine's own file says.
  package var slots: [String: Int]
  package var onFailure: RunState.OnFailure
  /// What was typed, for the history and for whoever finds the project locked.
  package var command: String

  package init(
    targets: [Target], forced: [Target] = [], jobs: Int, slots: [String: Int] = [:],
    onFailure: RunState.OnFailure,
    command: String
  ) {
    self.forced = forced
    self.slots = slots
    self.targets = targets
    self.jobs = jobs
    self.onFailure = onFailure
    self.command = command
  }
}

/// What a build has come to, for people.
package struct BuildOutcome: Sendable {
  package var report: RunReport
  /// Files in the project's folder that now hold what was built.
  package var exports: [Export] = []
  /// What this build found out to be doubtful in the project: sections that were not heard.
  package var warnings: [Diagnostic] = []
  /// Files that could not be written, in sentences.
  package var exportFailures: [KitError] = []
  /// Files in the project's folder that voimo wrote once and that no profile asks for any more.
  package var unwanted: [Cleaning.File] = []

  /// Begins with what the steps have come to.
  package init(report: RunReport) { self.report = report }

  /// A file that was put in the project's folder.
  package struct Export: Sendable, Hashable {
    /// Relative to the project's folder.
    package var path: String
    /// In bytes.
    package var size: Int
    /// False where the file already held just that.
    package var isNew: Bool
    /// What somebody else had under that name is now called so; nil where nobody had.
    package var keptAs: String?

    /// Names a file and says what became of it.
    package init(path: String, size: Int, isNew: Bool, keptAs: String? = nil) {
      self.path = path
      self.size = size
      self.isNew = isNew
      self.keptAs = keptAs
    }
  }
}

extension Workspace {
  /// The right to build in this project, until the value goes away.
  ///
  /// - Parameters:
  ///   - waits: whether to wait for another build to end, instead of giving up.
  ///   - command: what was typed, told to whoever finds the project locked.
  /// - Returns: the lock; it frees itself.
  /// - Throws: `KitError` that names the holder, `StoreError`.
  package func lock(waits: Bool, command: String) throws -> BuildLock {
    try Self.lock(storeFolder: storeFolder, waits: waits, command: command)
  }

  /// The right to change what is in a store, until the value goes away.
  ///
  /// - Parameters:
  ///   - storeFolder: The `.voimo` folder.
  ///   - waits: Whether to wait for another build to end, instead of giving up.
  ///   - command: What was typed.
  ///   - hint: What to do where a build is running.
  /// - Returns: The lock; it frees itself.
  /// - Throws: `KitError` that names the holder, `StoreError`.
  static func lock(
    storeFolder: String, waits: Bool, command: String,
    hint: String = "voimo build --wait waits for it"
  ) throws -> BuildLock {
    do {
      return try BuildLock.take(
        in: storeFolder, command: command,
        whenHeld: waits ? .wait(giveUp: { Task.isCancelled }) : .fail)
    } catch .store(let error) {
      throw error
    } catch .gaveUp {
      throw CancellationError()
    } catch .held(let holder) {
      throw KitError(lockedBy: holder, hint: hint)
    }
  }
}

extension Workspace {
  /// Opens a project and takes the right to build in it.
  ///
  /// Where another build had to be waited for, the project is read anew: what was edited meanwhile
  /// counts.
  ///
  /// - Throws: as `open` and `lock` do.
  package static func openLocked(
    waits: Bool, command: String, _ open: () throws -> Workspace
  ) throws -> (workspace: Workspace, lock: BuildLock) {
    let workspace = try open()
    do {
      return (workspace, try workspace.lock(waits: false, command: command))
    } catch let error as KitError where error.status == .locked && waits {
      let lock = try workspace.lock(waits: true, command: command)
      return (try open(), lock)
    }
  }
}

extension Session {
  /// Builds, and puts what was asked for into `out/`.
  ///
  /// Whatever finishes is kept, whatever happens after it. Cancelling the task ends the build in
  /// order.
  ///
  /// - Throws: `KitError`, `StoreError`, `ProjectProblems`, `UnknownTarget`. What goes wrong in
  ///   steps is in the outcome's report.
  package func build(
    _ request: BuildRequest, holding lock: BuildLock, observer: any RunObserver
  ) async throws -> BuildOutcome {
    guard let store else { preconditionFailure("a session for reading cannot build") }
    try checkExports()
    try store.clearAbandoned(lock)
    decisions.clear()
    let started = Date().timeIntervalSince1970
    let plan = try plan(request.targets, forced: request.forced)
    tellSentences(of: store, to: observer)
    let wasHeard = try heardSong().sections != nil
    let isIdle = try changesNothing(plan)
    let memory = try ProjectMemory(self)
    if !isIdle {
      try store.begin(
        command: request.command, started: started, wanted: plan.entries.count,
        project: memory.text)
    }
    let runner = Runner(
      store: store,
      settings: Runner.Settings(
        pools: Pools(cores: request.jobs, slots: request.slots), onFailure: request.onFailure,
        seconds: isIdle ? RememberedSeconds() : rememberedSeconds),
      now: { Self.monotonicSeconds() }, sourceStillHas: { try stillHas($0) },
      finals: { missingExports($0) }, observer: observer)
    let report = await runner.run(plan)
    decisions.clear()
    let tracing = try tracing(report, memory)
    try store.record(
      report, command: request.command, started: started,
      describing: { KitError(explaining: $0).sentence }
    ) { id, reasons in
      (try? tracing?.edits(behind: reasons, of: id)) ?? []
    }
    tellSentences(of: store, to: observer)
    var outcome = export(report)
    outcome.warnings = wasHeard ? [] : try sectionWarnings()
    return outcome
  }

  /// What the store says is shown as if a step had said it.
  private static let storeID = StepID("store")

  private func tellSentences(of store: Store, to observer: any RunObserver) {
    for sentence in store.takeSentences() { observer.observe(.warning(Self.storeID, sentence)) }
  }

  /// Whether a build of the plan would leave everything that is in use as it is.
  private func changesNothing(_ plan: Plan) throws -> Bool {
    try plan.entries.allSatisfy { entry in
      guard case .reuse(let result) = entry.decision else { return false }
      return try results.lastResult(of: entry.id)?.key == result.key
    }
  }

  /// What names the edits behind a build's steps; nil where none is to be named.
  private func tracing(_ report: RunReport, _ memory: ProjectMemory) throws -> Tracing? {
    guard !report.reasons.isEmpty else { return nil }
    return Tracing(try Plan(report.graph, targets: [], store: results), sources: memory)
  }

  /// Seconds of a clock that only goes forward.
  package static func monotonicSeconds() -> Double {
    Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }
}
