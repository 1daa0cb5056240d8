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
    case .cancelled:
      state.cancelled(ended.id)
      report.interrupted = true
      finish(ended.id, .cancelled, seconds: ended.seconds)
    }
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
        finish(entry.id, .reused, seconds: 0, warnings: result.warnings)
      case .run(_, let because): reasons[entry.id] = because
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
      let isForced = plan.forced.contains(id)
      if !isForced, let result = try runner.store.result(for: key) {
        report.results[id] = result
        state.resolved(id, .reuse)
        finish(id, .reused, seconds: 0, warnings: result.warnings)
      } else {
        let last = try runner.store.lastResult(of: id)
        reasons[id] = Reason.reasons(for: manifest, last: last, isForced: isForced)
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
      runner.observer.observe(.started(id, key: key, because: reasons[id] ?? []))
      let sources = step.inputs.compactMap { input -> SourceFile? in
        if case .source(let file)? = graph[input.producer] { file } else { nil }
      }
      return StepRun(
        runner: runner, id: id, step: step, key: key, manifest: manifest, inputs: inputs,
        sources: sources)
    } catch {
      fail(id, .step, error, seconds: 0)
      return nil
    }
  }

  private func step(_ id: StepID) throws -> any Step {
    guard case .step(_, let step)? = graph[id] else {
      preconditionFailure("\(id) is to run and is no step")
    }
    return step
  }

  private func inputs(of id: StepID) throws -> [String: StepContext.InputFile] {
    var files: [String: StepContext.InputFile] = [:]
    for input in try step(id).inputs {
      if case .source(let file)? = graph[input.producer] {
        files[input.name] = StepContext.InputFile(path: file.path, hash: file.hash)
        continue
      }
      guard let result = report.results[input.producer] else {
        preconditionFailure("\(id) is to run before \(input.producer), which it reads")
      }
      guard let hash = result.outputs[input.output] else {
        throw MissingOutput(consumer: id, input: input, made: result.outputs.keys.sorted())
      }
      files[input.name] =
        input.output == StepInput.value
        ? StepContext.InputFile(path: "", hash: hash, value: result.value)
        : StepContext.InputFile(path: runner.store.path(of: hash), hash: hash)
    }
    return files
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
    runner.observer.observe(.finished(id, outcome, seconds: seconds))
    for warning in warnings { runner.observer.observe(.warning(id, warning)) }
  }
}
