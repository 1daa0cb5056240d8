import Synchronization
import VoimoBase

/// One run of one step, from an empty folder to a recorded result.
struct StepRun: Sendable {
  var runner: Runner
  var id: StepID
  var step: any Step
  var key: ContentHash
  var manifest: Manifest
  /// Why it runs.
  var reasons: [Reason]
  var inputs: [String: StepContext.InputFile]
  /// The user's files among the inputs.
  var sources: [SourceFile]
  /// The stored ones among the inputs.
  var check: BlobCheck

  /// Runs the step on the calling thread and records what it made.
  func run() async -> EndedRun {
    let start = runner.now()
    let (ending, units) = await attempt(start: start)
    return EndedRun(id: id, ending: ending, seconds: runner.now() - start, units: units)
  }

  private func attempt(start: Double) async -> (EndedRun.Ending, units: Int) {
    let store = runner.store
    if Task.isCancelled { return (.cancelled, 0) }
    do {
      let damages = try check.damages()
      if !damages.isEmpty { return (.lacking(damages), 0) }
    } catch {
      return Task.isCancelled ? (.cancelled, 0) : (.failed(.store, error), 0)
    }
    runner.observer.observe(.started(id, key: key, because: reasons))
    let folder: String
    do { folder = try store.makeFolder(for: id) } catch { return (.failed(.store, error), 0) }
    var recorded = false
    defer { if !recorded { store.abandon(folder: folder) } }

    let units = UnitCount()
    let product: StepProduct
    do {
      product = try await step.run(context(folder: folder, units: units))
    } catch {
      if Task.isCancelled { return (.cancelled, units.total) }
      store.log("failed: \(error)", for: id)
      return (.failed(.step, error), units.total)
    }
    // What a step returns after it was cancelled may be half of it.
    if Task.isCancelled { return (.cancelled, units.total) }
    do {
      for file in sources where try !runner.sourceStillHas(file) {
        throw SourceChanged(path: file.path)
      }
    } catch {
      store.log("failed: \(error)", for: id)
      return (.failed(.source, error), units.total)
    }
    do {
      let record = ResultRecord(
        key: key, id: id, kind: step.kind, manifest: manifest, seconds: runner.now() - start,
        units: units.total)
      let result = try store.commit(product, as: record, from: folder)
      recorded = true
      return (.ran(result), units.total)
    } catch {
      return (.failed(.store, error), units.total)
    }
  }

  private func context(folder: String, units: UnitCount) -> StepContext {
    let (runner, id) = (runner, id)
    return StepContext(id: id, folder: folder, inputs: inputs) { report in
      switch report {
      case .progress(let done, let total, let unit):
        units.note(total)
        runner.observer.observe(.progress(id, done: done, total: total, unit: unit))
      case .log(let line): runner.store.log(line, for: id)
      }
    }
  }
}

/// How a step's run ended.
struct EndedRun: Sendable {
  enum Ending: Sendable {
    case ran(StepResult)
    case failed(RunReport.Failure.Origin, any Error)
    /// Some of what it reads is damaged; it has not begun.
    case lacking([BlobCheck.Damage])
    case cancelled
  }

  var id: StepID
  var ending: Ending
  var seconds: Double
  var units: Int
}

/// The largest total that a step's progress has named.
private final class UnitCount: Sendable {
  private let largest = Mutex(0)

  var total: Int { largest.withLock { $0 } }

  func note(_ total: Int) { largest.withLock { $0 = max($0, total) } }
}
