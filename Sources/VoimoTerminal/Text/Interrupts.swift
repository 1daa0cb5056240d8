import Dispatch
import Glibc
import Synchronization

/// Turns Ctrl-C and a polite kill into the cancellation of a task.
enum Interrupts {
  /// Runs `body` in a task that SIGINT and SIGTERM cancel; a second SIGINT ends the process at
  /// once.
  static func cancelling<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await body() }
    let count = Mutex(0)
    let sources = [SIGINT, SIGTERM].map { number in
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
}
