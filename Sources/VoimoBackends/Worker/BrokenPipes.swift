import Glibc

/// What happens when this process writes to one that is gone.
enum BrokenPipes {
  /// Makes it an error of the write, instead of a signal that ends this process.
  static func ignore() { _ = once }

  private static let once: Void = {
    signal(SIGPIPE, SIG_IGN)
  }()
}
