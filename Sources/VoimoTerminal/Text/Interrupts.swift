import Dispatch
import Glibc
import Synchronization

/// Turns Ctrl-C, a polite kill and a closed terminal into the cancellation of a task.
enum Interrupts {
  /// Runs `body` in a task that SIGINT, SIGTERM and SIGHUP cancel.
  ///
  /// A second such signal ends the process at once. A hang-up that the process was started to
  /// ignore, as by `nohup`, stays ignored.
  static func cancelling<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let signals = [SIGINT, SIGTERM] + (isIgnored(SIGHUP) ? [] : [SIGHUP])
    let task = Task { try await body() }
    let count = Mutex(0)
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let times = count.withLock { count in
          count += 1
          return count
        }
        // The store survives this as it survives a kill.
        if times > 1 { _exit(130) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    return try await task.value
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
