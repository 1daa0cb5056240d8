import Dispatch

/// Calls a function again and again, until told to stop or let go.
// Unchecked: a dispatch source may be used from any thread, and nothing else is held.
final class Ticker: @unchecked Sendable {
  private let timer: any DispatchSourceTimer

  /// - Parameters:
  ///   - seconds: Between two calls, and before the first.
  ///   - body: What is called, on a thread of the system's.
  init(seconds: Double, _ body: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + seconds, repeating: seconds)
    timer.setEventHandler(handler: body)
    timer.resume()
  }

  deinit { timer.cancel() }

  /// Calls no more, but for a call that has begun.
  func stop() { timer.cancel() }
}
