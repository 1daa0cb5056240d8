import Foundation
import Glibc
import Synchronization
import VoimoBase
import VoimoKit

/// The process's two streams, written whole and at once.
///
/// That standard output could not be written is remembered, as C's streams do it: whoever wrote
/// goes on with its work, and the process ends with a sentence and another exit status than 0. A
/// reader that has gone away (`voimo graph | head`) has what it wanted: nothing more is written,
/// and nothing is said.
enum Output {
  /// Why standard output could not be written.
  struct Failure: Sendable {
    var refusal: SystemRefusal

    /// The sentence and the exit status: that of a full disk where it is one.
    var kitError: KitError {
      KitError(
        refusal.kind == .noSpace ? .noSpace : .buildFailed,
        "standard output cannot be written: \(refusal.reason)")
    }
  }

  private enum State {
    case open
    /// Nobody reads.
    case ended
    case failed(Failure)
  }

  private static let state = Mutex(State.open)

  /// What went wrong with standard output so far; nil where nothing did.
  static var failure: Failure? {
    state.withLock { state in
      if case .failed(let failure) = state { failure } else { nil }
    }
  }

  /// For machines and for what was asked for: standard output.
  static func out(_ text: String) { out(Array((text + "\n").utf8)) }

  /// Bytes as they are, to standard output.
  static func out(_ bytes: [UInt8]) {
    let isOpen = state.withLock { state in
      if case .open = state { true } else { false }
    }
    guard isOpen, let code = write(bytes, to: STDOUT_FILENO) else { return }
    let refusal = SystemRefusal(code: code)
    state.withLock { state in
      state = refusal.kind == .nobodyReads ? .ended : .failed(Failure(refusal: refusal))
    }
  }

  /// The content of a file, to standard output.
  ///
  /// - Throws: Foundation's error where the file cannot be read.
  static func out(fileAt path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty { out([UInt8](block)) }
  }

  /// For people: standard error.
  static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes a text as it is; gives up quietly where that is not possible.
  static func write(_ text: String, to stream: Int32) {
    if stream == STDOUT_FILENO {
      out(Array(text.utf8))
    } else {
      write(Array(text.utf8), to: stream)
    }
  }

  /// Writes all bytes.
  ///
  /// - Returns: the error number where that was not possible.
  @discardableResult
  private static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(
          stream, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // A terminal or pipe that somebody has made non-blocking.
        var waiting = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { return count < 0 ? errno : EIO }
      done += count
    }
    return nil
  }

  /// Opens what the caller has closed of the three standard streams, in a way that refuses to be
  /// used: else the next file to be opened would be taken for standard output.
  static func guardStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one; it may be read and not be written.
      let mode = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY
      _ = unsafe Glibc.open("/dev/null", mode)
    }
  }
}
