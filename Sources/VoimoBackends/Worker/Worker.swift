import Foundation
import VoimoBase
package import VoimoStages

/// The model worker of one interpreter and one folder of models: starts its process when it is
/// needed, keeps it warm, and starts it again when it is gone.
package actor Worker {
  private let launch: WorkerLaunch
  private let models: String
  private var session: WorkerSession?
  private var starting: Task<WorkerSession, any Error>?

  /// How long a process may take until it answers for the first time.
  package init(_ launch: WorkerLaunch, models: String) {
    self.launch = launch
    self.models = models
  }

  /// What the worker says of itself.
  private struct Welcome: Decodable, Sendable {
    var `protocol`: Int
    var methods: [String]
  }

  private struct Greeting: Encodable {
    var `protocol`: Int
    var models: String
  }

  private struct Nothing: Codable, Sendable {}

  /// Calls a method.
  ///
  /// A worker that has died is started again, and asked once more; one whose memory was full is
  /// asked once more after it has let go of its models.
  ///
  /// - Parameters:
  ///   - method: `separate`.
  ///   - parameters: What the method takes.
  ///   - type: What it gives.
  ///   - work: Whose step it is: told of progress, given the worker's log.
  /// - Returns: What the method gives, not yet checked.
  /// - Throws: `BackendError`, `CancellationError`.
  package func call<Parameters: Encodable & Sendable, Result: Decodable & Sendable>(
    _ method: String, _ parameters: Parameters, as type: Result.Type, _ work: Work
  ) async throws -> Result {
    let listener = WorkerSession.Listener(
      progress: { work.progress($0, of: $1, unit: $2) }, log: { work.log($0) })
    var isSecond = false
    while true {
      do {
        return try await alive().call(method, parameters, as: type, listener)
      } catch let ending as WorkerEnding {
        close()
        guard !isSecond, ending.isWorthASecondTry else { throw ending.error }
        work.log("\(ending.sentence); it is started again")
      } catch let fault as WorkerFault {
        guard !isSecond, fault.kind == .resource else { throw fault.error(method) }
        work.log("\(fault.message); once more after the models were let go")
        _ = try? await session?.call("unload", Nothing(), as: Nothing.self, listener)
      }
      isSecond = true
      try Task.checkCancellation()
    }
  }

  /// The running process, after both sides have agreed on a protocol.
  private func alive() async throws -> WorkerSession {
    if let session, session.isAlive { return session }
    if let starting { return try await starting.value }
    let (launch, models) = (launch, models)
    let task = Task {
      let session = WorkerSession(launch)
      let silent = WorkerSession.Listener(progress: { _, _, _ in }, log: { _ in })
      let welcome: Welcome
      do {
        welcome = try await session.call(
          "initialize", Greeting(protocol: WorkerMessage.version, models: models),
          as: Welcome.self, silent)
      } catch {
        session.close()
        throw error
      }
      guard welcome.protocol == WorkerMessage.version else {
        session.close()
        throw WorkerFault(
          kind: .missing,
          message: "the model worker speaks version \(welcome.protocol) of the protocol, and this "
            + "voimo speaks version \(WorkerMessage.version)", fix: "voimo models install cpu")
      }
      return session
    }
    starting = task
    defer { starting = nil }
    let started = try await task.value
    session = started
    return started
  }

  /// Ends the process.
  package func close() {
    session?.close()
    session = nil
  }
}

extension WorkerEnding {
  /// Whether another process may do better: one that cannot be started will not, and one that is
  /// stopped by its user shall not.
  var isWorthASecondTry: Bool {
    switch cause {
    case .notStarted, .deaf: false
    case .exit, .signal, .silent, .nonsense: true
    }
  }
}

extension WorkerFault {
  /// The same for a build.
  func error(_ method: String) -> BackendError {
    switch kind {
    case .user: .refused(message)
    case .missing: .missing(message, fix: fix ?? "voimo models install cpu")
    case .resource: .resource(message, fix: fix ?? "close other programs, and build again")
    case .cancelled, .internal:
      .wrongResult("the model worker failed to \(method.replacing("_", with: " ")): \(message)")
    }
  }
}
