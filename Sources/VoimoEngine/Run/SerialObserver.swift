import Synchronization

/// Hands events to an observer one at a time, whatever thread they come from.
final class SerialObserver: Sendable {
  private let turn = Mutex(())
  private let observer: any RunObserver

  init(_ observer: any RunObserver) { self.observer = observer }

  func observe(_ event: RunEvent) {
    turn.withLock { _ in observer.observe(event) }
  }
}
