import Synchronization

/// The workers of this process: one an interpreter and a folder of models, however many steps and
/// ports use it.
package enum WorkerPool {
  private struct Key: Hashable {
    var launch: WorkerLaunch
    var models: String
  }

  private static let workers = Mutex<[Key: Worker]>([:])

  /// The worker of a home; its process is started when it is first called.
  ///
  /// - Throws: `BackendError.missing` where it is not installed.
  package static func worker(of home: ModelHome) throws -> Worker {
    let key = Key(launch: try home.launch(), models: home.models)
    return workers.withLock { workers in
      if let worker = workers[key] { return worker }
      let worker = Worker(key.launch, models: key.models)
      workers[key] = worker
      return worker
    }
  }

  /// The place that calls take among all steps: a worker does one at a time.
  package static let slot = "worker"
}
