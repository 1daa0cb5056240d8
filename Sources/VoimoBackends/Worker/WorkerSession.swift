import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// How a worker is started.
package struct WorkerLaunch: Hashable, Sendable {
  /// The interpreter or program, as a whole path.
  package var executable: String
  package var arguments: [String]
  /// All that it gets of an environment.
  package var environment: [String: String]
  /// For how long it may give no sign of life while it works.
  package var patience: Duration
  /// How long it may take to stop when it is told to.
  package var grace: Duration

  package init(
    executable: String, arguments: [String], environment: [String: String],
    patience: Duration = .seconds(30), grace: Duration = .seconds(15)
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.patience = patience
    self.grace = grace
  }
}

/// One life of a worker process: from its start to its end, however it ends.
///
/// It has a process group of its own, a cleaned environment and no shell; when this object goes or
/// is closed, the whole group is ended.
final class WorkerSession: Sendable {
  /// What happens on the way of a call.
  struct Listener: Sendable {
    var progress: @Sendable (_ done: Int, _ total: Int, _ unit: String) -> Void
    var log: @Sendable (_ line: String) -> Void
  }

  private struct Call {
    var method: String
    var reply: CheckedContinuation<Data, any Error>
    var listener: Listener
    /// Since when it was to end.
    var cancelled: ContinuousClock.Instant?
  }

  private struct State {
    var calls: [Int: Call] = [:]
    var next = 1
    /// Why the worker was killed by us.
    var verdict: WorkerEnding.Cause?
    /// Set when the process is gone.
    var ending: WorkerEnding?
    var lastSign = ContinuousClock.now
    var tail = LogTail()
    var logged = 0
  }

  private let state = Mutex(State())
  private let launch: WorkerLaunch
  private let outgoing: AsyncStream<[UInt8]>
  private let send: AsyncStream<[UInt8]>.Continuation
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// A message is never longer than this.
  private static let longestLine = 32 << 20
  /// How much of the worker's log is handed on; the rest is read and thrown away.
  private static let longestLog = 10 << 20

  /// Starts the process; what goes wrong with that shows in the first call.
  init(_ launch: WorkerLaunch) {
    BrokenPipes.ignore()
    self.launch = launch
    (outgoing, send) = AsyncStream.makeStream()
    // Held weakly, so that a session which nobody wants any more ends its process.
    let session: @Sendable () -> WorkerSession? = { [weak self] in self }
    task.withLock { $0 = Task { [outgoing] in await Self.live(launch, outgoing, session) } }
  }

  deinit { close() }

  /// Ends the process group.
  func close() {
    send.finish()
    task.withLock { $0?.cancel() }
  }

  /// Whether calls can still be made.
  var isAlive: Bool { state.withLock { $0.ending == nil && $0.verdict == nil } }

  /// Calls a method and waits for what comes of it.
  ///
  /// When the task is cancelled the worker is told to end the call; one that does not within the
  /// launch's grace is killed.
  ///
  /// - Throws: `WorkerFault`, `WorkerEnding`, `CancellationError`.
  func call<Result: Decodable>(
    _ method: String, _ parameters: some Encodable, as type: Result.Type, _ listener: Listener
  ) async throws -> Result {
    try Task.checkCancellation()
    let id = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    let line = try WorkerMessage.request(id, method, parameters)
    let reply = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (reply: CheckedContinuation<Data, any Error>) in
        let ending = state.withLock { state in
          if state.ending == nil {
            if state.calls.isEmpty { state.lastSign = .now }
            state.calls[id] = Call(method: method, reply: reply, listener: listener)
          }
          return state.ending
        }
        if let ending { return reply.resume(throwing: ending) }
        send.yield(line)
        // A cancellation that came before the call was known did not find it.
        if Task.isCancelled { cancel(id) }
      }
    } onCancel: {
      cancel(id)
    }
    do {
      return try WorkerMessage.result(type, in: reply)
    } catch {
      throw WorkerEnding(
        cause: .nonsense(String(decoding: reply.prefix(120), as: UTF8.self)), method: method)
    }
  }

  private func cancel(_ id: Int) {
    let isKnown = state.withLock { state in
      guard state.calls[id] != nil, state.calls[id]?.cancelled == nil else { return false }
      state.calls[id]?.cancelled = .now
      return true
    }
    if isKnown, let line = try? WorkerMessage.cancellation(of: id) { send.yield(line) }
  }

  // MARK: The process

  private static func live(
    _ launch: WorkerLaunch, _ outgoing: AsyncStream<[UInt8]>,
    _ session: @escaping @Sendable () -> WorkerSession?
  ) async {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    let environment = Environment.custom(
      Dictionary(
        uniqueKeysWithValues: launch.environment.map { (Environment.Key(stringLiteral: $0), $1) }))
    do {
      let result = try await run(
        .path(FilePath(launch.executable)), arguments: Arguments(launch.arguments),
        environment: environment, platformOptions: options, input: .inputWriter,
        output: .sequence, error: .sequence
      ) { execution in
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            for await line in outgoing {
              // A worker that is gone shows in its output's end.
              guard (try? await execution.standardInputWriter.write(line)) != nil else { break }
            }
            try? await execution.standardInputWriter.finish()
          }
          group.addTask {
            do {
              for try await chunk in execution.standardError {
                session()?.logged(unsafe chunk.withUnsafeBytes { unsafe Array($0) })
              }
            } catch {}
          }
          group.addTask {
            while !Task.isCancelled {
              guard session()?.isStuck() == false else { break }
              try? await Task.sleep(for: .milliseconds(200))
            }
            if !Task.isCancelled { try? execution.send(signal: .kill, toProcessGroup: true) }
          }
          var lines = LineSplitter(limit: longestLine)
          do {
            for try await chunk in execution.standardOutput {
              for line in lines.push(unsafe chunk.withUnsafeBytes({ unsafe Array($0) })) {
                session()?.received(line)
              }
            }
          } catch {}
          // A line without an end is not a message: the worker died while it wrote.
          group.cancelAll()
        }
        // Nothing that the worker has started outlives it.
        try? execution.send(signal: .kill, toProcessGroup: true)
      }
      switch result.terminationStatus {
      case .exited(let status): session()?.ended(.exit(status))
      case .signaled(let signal): session()?.ended(.signal(signal))
      }
    } catch {
      session()?.ended(.notStarted("\(error)"))
    }
  }

  private func logged(_ bytes: [UInt8]) {
    let (lines, listeners) = state.withLock { state in
      let lines = state.tail.push(bytes)
      guard state.logged < Self.longestLog else { return ([String](), [Listener]()) }
      state.logged += bytes.count
      return (lines, state.calls.values.map(\.listener))
    }
    for line in lines { for listener in listeners { listener.log(line) } }
  }

  private func received(_ line: [UInt8]) {
    let event = WorkerMessage.event(Data(line))
    typealias Outcome = (Call, Result<Data, any Error>)
    let (outcome, progress): (Outcome?, (@Sendable () -> Void)?) = state.withLock { state in
      state.lastSign = .now
      switch event {
      case .heartbeat: return (nil, nil)
      case .progress(let id, let done, let total, let unit):
        let listener = state.calls[id]?.listener
        return (nil, { listener?.progress(done, total, unit) })
      case .result(let id, let line):
        return (state.calls.removeValue(forKey: id).map { ($0, .success(line)) }, nil)
      case .failure(let id, let fault):
        let error: any Error = fault.kind == .cancelled ? CancellationError() : fault
        return (state.calls.removeValue(forKey: id).map { ($0, .failure(error)) }, nil)
      case .nonsense(let text):
        state.verdict = state.verdict ?? .nonsense(text)
        return (nil, nil)
      }
    }
    progress?()
    if let (call, result) = outcome { call.reply.resume(with: result) }
  }

  /// Whether the process must be killed: it is silent, deaf, or talks nonsense.
  private func isStuck() -> Bool {
    state.withLock { state in
      if state.verdict == nil, !state.calls.isEmpty {
        let now = ContinuousClock.now
        let oldest = state.calls.values.compactMap(\.cancelled).min()
        if let oldest, now - oldest > launch.grace {
          state.verdict = .deaf
        } else if now - state.lastSign > launch.patience {
          state.verdict = .silent(seconds: Int(launch.patience.components.seconds))
        }
      }
      return state.verdict != nil
    }
  }

  private func ended(_ cause: WorkerEnding.Cause) {
    let (calls, ending) = state.withLock { state in
      let ending = WorkerEnding(
        cause: state.verdict ?? cause, method: nil, log: state.tail.lines)
      state.ending = ending
      defer { state.calls = [:] }
      return (state.calls.values, ending)
    }
    send.finish()
    for call in calls {
      var ending = ending
      ending.method = call.method
      // Whoever did not want the call any more is not told how it ended.
      call.reply.resume(throwing: call.cancelled == nil ? ending : CancellationError())
    }
  }
}
