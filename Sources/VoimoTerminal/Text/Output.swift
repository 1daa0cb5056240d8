import Glibc

/// The process's two streams, written whole and at once.
enum Output {
  /// For machines and for what was asked for: standard output.
  static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// For people: standard error.
  static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes all bytes; gives up quietly when nobody reads.
  static func write(_ text: String, to stream: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = unsafe Glibc.write(
          stream, UnsafeRawPointer(bytes.baseAddress.map { unsafe $0 + done }), bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        done += count
      }
    }
  }
}
