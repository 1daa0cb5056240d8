package import VoimoBase

/// Does what a plan says: runs steps on threads of its own, records what they make, tells an
/// observer, and reports.
///
/// `RunState` decides; this acts. It opens no file and reads no clock: the store and the closures
/// do. Cancelling the task that called `run` cancels the running steps and starts no more.
package struct Runner: Sendable {
  /// How to run.
  package struct Settings: Sendable {
    /// How many steps run at once.
    package var pools: Pools
    /// What a failure stops.
    package var onFailure: RunState.OnFailure
    /// For the order of work.
    package var seconds: RememberedSeconds

    /// Gathers settings.
    package init(
      pools: Pools, onFailure: RunState.OnFailure = .keepGoing,
      seconds: RememberedSeconds = RememberedSeconds()
    ) {
      self.pools = pools
      self.onFailure = onFailure
      self.seconds = seconds
    }
  }

  let store: any ArtifactStore
  let settings: Settings
  let now: @Sendable () -> Double
  let sourceStillHas: @Sendable (SourceFile) throws -> Bool
  let finals: @Sendable ([StepID: StepResult]) -> [(step: StepID, blob: ContentHash)]
  let observer: SerialObserver

  /// Joins the runner with what it acts on.
  ///
  /// - Parameters:
  ///   - store: Where results are found and recorded.
  ///   - settings: How many steps at once, and what a failure stops.
  ///   - now: Seconds of a clock that only goes forward.
  ///   - sourceStillHas: Whether the user's file still has the content that the graph was made
  ///     with;
  ///     asked after each step that read it.
  ///   - finals: Given all results when every step has ended: the blobs that are to be read then,
  ///     with the steps that made them. Those that are damaged are made again.
  ///   - observer: Sees the build go by.
  package init(
    store: any ArtifactStore, settings: Settings, now: @escaping @Sendable () -> Double,
    sourceStillHas: @escaping @Sendable (SourceFile) throws -> Bool,
    finals: @escaping @Sendable ([StepID: StepResult]) -> [(step: StepID, blob: ContentHash)] = {
      _ in []
    }, observer: any RunObserver
  ) {
    self.store = store
    self.settings = settings
    self.now = now
    self.sourceStillHas = sourceStillHas
    self.finals = finals
    self.observer = SerialObserver(observer)
  }

  /// Builds as planned.
  ///
  /// Never throws: what went wrong is in the report. The plan must have been drawn from this store,
  /// with no other builder at work since.
  @concurrent
  package func run(_ plan: Plan) async -> RunReport {
    let pools = settings.pools
    // One for the loop; threads start only as there is work for them.
    let limit = pools.cores + pools.slots.values.reduce(16, +) + 1
    return await withTaskExecutorPreference(StepThreads(limit: limit)) {
      await drive(plan)
    }
  }

  private func drive(_ plan: Plan) async -> RunReport {
    var session = RunSession(plan, runner: self)
    let observer = observer
    await withTaskCancellationHandler {
      await withTaskGroup(of: Ended.self) { group in
        while true {
          if Task.isCancelled { session.interrupt() }
          while let work = session.nextWork() {
            group.addTask { .run(await work.run()) }
          }
          switch await group.next() {
          case .run(let ended)?: session.take(ended)
          case .check(let damages)?: session.take(damages)
          case nil:
            guard let check = session.lastCheck() else { return }
            // What cannot be looked at now is looked at, and complained of, by whoever reads it.
            group.addTask { .check((try? check.damages()) ?? []) }
          }
        }
      }
    } onCancel: {
      observer.observe(.interrupted)
    }
    return session.end()
  }

  /// What has ended.
  private enum Ended: Sendable {
    case run(EndedRun)
    case check([BlobCheck.Damage])
  }
}
