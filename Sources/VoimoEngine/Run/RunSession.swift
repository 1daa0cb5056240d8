import VoimoBase

/// What one build knows while it runs; used by the runner's loop alone.
struct RunSession {
  private let runner: Runner
  private let plan: Plan
  private let begin: Double
  private var graph: Graph
  private var state: RunState
  private var report: RunReport
  private var reasons: [StepID: [Reason]] = [:]
  private var manifests: [StepID: Manifest] = [:]
  /// Steps whose result was damaged when it was about to be read; each is made again once.
  private var remade: Set<StepID> = []
  /// Those of them that have not ended again.
  private var reopened: Set<StepID> = []
  /// Blobs that were looked at for those outside the build.
  private var checked: Set<ContentHash> = []

  /// Announces the plan, and what it reuses.
  init(_ plan: Plan, runner: Runner) {
    self.plan = plan
    self.runner = runner
    begin = runner.now()
    graph = plan.horizon == .whole ? plan.graph : plan.given
    let settings = runner.settings
    state = RunState(
      plan, pools: settings.pools, onFailure: settings.onFailure, seconds: settings.seconds)
    report = RunReport(graph: graph)
    report.wantedCount = plan.entries.count
    runner.observer.observe(.planned(plan))
    accept(plan.entries.filter { !$0.standIn })
  }

  /// The next step to run now, after doing everything else that there is to do.
  mutating func nextWork() -> StepRun? {
    while let action = state.next() {
      switch action {
      case .resolve(let id): resolve(id)
      case .grow: grow()
      case .start(let id, let key): if let work = start(id, key: key) { return work }
      }
    }
    return nil
  }

  /// Takes what a run has come to.
  mutating func take(_ ended: EndedRun) {
    switch ended.ending {
    case .ran(let result):
      report.results[ended.id] = result
      state.succeeded(ended.id)
      finish(ended.id, .ran, seconds: ended.seconds, warnings: result.warnings)
    case .failed(let origin, let error):
      fail(ended.id, origin, error, seconds: ended.seconds)
    case .lacking(let damages):
      lose(damages, neededBy: ended.id)
    case .cancelled:
      state.cancelled(ended.id)
      report.interrupted = true
      finish(ended.id, .cancelled, seconds: ended.seconds)
    }
  }

  /// When every step has ended: the blobs that somebody outside the build is about to read and that
  /// have not been looked at; nil when there are none.
  mutating func lastCheck() -> BlobCheck? {
    guard !report.interrupted else { return nil }
    let wanted = runner.finals(report.results.filter { !reopened.contains($0.key) })
      .filter { checked.insert($0.blob).inserted }
      .map { BlobCheck.Wanted(step: $0.step, blob: $0.blob) }
    return wanted.isEmpty ? nil : BlobCheck(store: runner.store, blobs: wanted)
  }

  /// Takes what looking at those blobs has come to.
  mutating func take(_ damages: [BlobCheck.Damage]) {
    for damage in damages { checked.remove(damage.blob) }
    lose(damages, neededBy: nil)
  }

  /// Starts nothing more.
  mutating func interrupt() {
    report.interrupted = true
    state.halt()
  }

  /// Closes the build.
  mutating func end() -> RunReport {
    report.graph = graph
    noteSwitches()
    report.reasons = reasons
    for id in reopened { report.results[id] = nil }
    for (id, outcome, _) in report.outcomes where outcome != .ran && outcome != .reused {
      report.results[id] = nil
    }
    // Only the text of later reasons hangs on this; the results themselves are recorded.
    try? runner.store.markUsed(report.results.mapValues(\.key))
    report.seconds = runner.now() - begin
    return report
  }

  /// Notes for each result that was there, and was not in use before, what changed.
  private mutating func noteSwitches() {
    for (id, result) in report.results where reasons[id] == nil {
      guard let last = try? runner.store.lastResult(of: id) else {
        reasons[id] = [.neverBuilt]
        continue
      }
      if last.key != result.key {
        reasons[id] = Reason.reasons(for: result.manifest, last: last)
      }
    }
  }

  private mutating func accept(_ entries: [Plan.Entry]) {
    for entry in entries {
      switch entry.decision {
      case .reuse(let result):
        report.results[entry.id] = result
        finish(entry.id, .reused, seconds: 0)
      case .run(_, let because):
        reasons[entry.id] = because
        tellDamage(entry.id)
      case .undecided: break
      }
    }
  }

  private mutating func grow() {
    do {
      let grown = try Plan(
        graph, targets: plan.targets, store: runner.store, forced: plan.forced,
        settled: report.results)
      let known = Set(plan.entries.filter { !$0.standIn }.map(\.id))
      let fresh = grown.entries.filter { !known.contains($0.id) }
      // A step on another thread may have been recorded a moment ago, its end not yet been taken:
      // new steps that were decided by its result must find it.
      for entry in grown.entries {
        if case .reuse(let result) = entry.decision { report.results[entry.id] = result }
      }
      report.wantedCount = known.count + fresh.count
      graph = grown.graph
      let stopped = state.grew(grown)
      runner.observer.observe(.expanded(fresh))
      accept(fresh)
      for id in stopped { finishStopped(id) }
    } catch {
      report.expansionProblem = error
      if runner.settings.onFailure == .stop { state.halt() }
    }
  }

  private mutating func resolve(_ id: StepID) {
    do {
      let manifest = Manifest(of: try step(id), inputs: try inputs(of: id).mapValues(\.hash))
      let key = manifest.key
      let isForced = plan.forced.contains { $0.matches(id) }
      if !isForced, let result = try runner.store.result(for: key) {
        report.results[id] = result
        state.resolved(id, .reuse)
        finish(id, .reused, seconds: 0)
      } else {
        reasons[id] = try Reason.reasons(
          for: manifest, key: key, of: id, isForced: isForced, in: runner.store)
        // Of one that is made again it has been told already.
        if !remade.contains(id) { tellDamage(id) }
        manifests[id] = manifest
        state.resolved(id, .run(key: key))
      }
    } catch {
      fail(id, error is MissingOutput ? .step : .store, error, seconds: 0)
    }
  }

  private mutating func start(_ id: StepID, key: ContentHash) -> StepRun? {
    do {
      let step = try step(id)
      let inputs = try inputs(of: id)
      let manifest =
        manifests.removeValue(forKey: id)
        ?? Manifest(of: step, inputs: inputs.mapValues(\.hash))
      precondition(
        manifest.key == key, "step \(id) wrote two manifests for one run; its walk is not stable")
      var sources: [SourceFile] = []
      var blobs: [BlobCheck.Wanted] = []
      for input in step.inputs {
        if case .source(let file)? = graph[input.producer] {
          sources.append(file)
        } else if case .file(_, let hash)? = inputs[input.name] {
          blobs.append(BlobCheck.Wanted(step: input.producer, blob: hash))
        }
      }
      return StepRun(
        runner: runner, id: id, step: step, key: key, manifest: manifest,
        reasons: reasons[id] ?? [], inputs: inputs, sources: sources,
        check: BlobCheck(store: runner.store, blobs: blobs))
    } catch {
      fail(id, .step, error, seconds: 0)
      return nil
    }
  }

  private func step(_ id: StepID) throws -> any Step {
    guard case .step(_, let step)? = graph[id] else {
      preconditionFailure("\(id) is to run but is not a step")
    }
    return step
  }

  private func inputs(of id: StepID) throws -> [String: StepContext.InputFile] {
    var files: [String: StepContext.InputFile] = [:]
    for input in try step(id).inputs {
      if case .source(let file)? = graph[input.producer] {
        files[input.name] = .file(path: file.path, hash: file.hash)
        continue
      }
      guard let result = report.results[input.producer] else {
        preconditionFailure("\(id) is to run before \(input.producer), which it reads")
      }
      guard let hash = result.outputs[input.output] else {
        throw MissingOutput(consumer: id, input: input, made: result.outputs.keys.sorted())
      }
      files[input.name] =
        input.output == StepOutput.valueName
        ? .value(result.value, hash: hash) : .file(path: runner.store.path(of: hash), hash: hash)
    }
    return files
  }

  /// Has steps made again whose results are damaged; a step whose result is damaged twice in one
  /// build fails what reads it.
  private mutating func lose(_ damages: [BlobCheck.Damage], neededBy reader: StepID?) {
    let fresh = damages.filter { damage in
      // It may have been made again, by this step or another, since the reader looked.
      guard !reopened.contains(damage.step), let key = report.results[damage.step]?.key,
        let result = try? runner.store.result(for: key)
      else { return !reopened.contains(damage.step) }
      return !result.blobs.contains(damage.blob)
    }
    if let again = fresh.first(where: { remade.contains($0.step) }) {
      let error = DamagedArtifact(blob: again.blob, detail: again.detail)
      if reader == nil { report.outcomes.removeAll { $0.id == again.step } }
      return fail(reader ?? again.step, .store, error, seconds: 0)
    }
    var lost: [StepID] = []
    for damage in fresh where remade.insert(damage.step).inserted {
      lost.append(damage.step)
      guard let place = report.outcomes.firstIndex(where: { $0.id == damage.step }) else {
        continue
      }
      let ended = report.outcomes.remove(at: place)
      reopened.insert(damage.step)
      runner.observer.observe(.damaged(damage.step, ended.outcome, detail: damage.detail))
    }
    for id in state.lost(lost, neededBy: reader) { finishStopped(id) }
  }

  /// Says that a result is made again because it was damaged.
  private func tellDamage(_ id: StepID) {
    for case .resultDamaged(let detail) in reasons[id] ?? [] {
      runner.observer.observe(.warning(id, DamagedArtifact.warning(detail)))
    }
  }

  private mutating func fail(
    _ id: StepID, _ origin: RunReport.Failure.Origin, _ error: any Error, seconds: Double
  ) {
    report.failures.append(
      RunReport.Failure(
        id: id, origin: origin, cause: error, logPath: runner.store.logPath(for: id)))
    let stopped = state.failed(id)
    // A full disk or a broken index fails every later step too: once is enough to say.
    if origin == .store { state.halt() }
    finish(id, .failed, seconds: seconds)
    for id in stopped { finishStopped(id) }
  }

  private mutating func finishStopped(_ id: StepID) {
    if case .stopped(let cause) = state.state(of: id) {
      finish(id, .stopped(by: cause), seconds: 0)
    }
  }

  private mutating func finish(
    _ id: StepID, _ outcome: StepOutcome, seconds: Double, warnings: [String] = []
  ) {
    report.outcomes.append((id, outcome, seconds))
    reopened.remove(id)
    runner.observer.observe(.finished(id, outcome, seconds: seconds))
    for warning in warnings { runner.observer.observe(.warning(id, warning)) }
  }
}
