import Dispatch
import Glibc
import Synchronization
import Testing

/// A pseudo-terminal whose other end is read as it is written to.
final class PseudoTerminal: Sendable {
  /// What programs write to.
  let stream: Int32
  private let other: Int32
  private let bytes = Mutex<[UInt8]>([])
  private let ended = DispatchSemaphore(value: 0)

  init(columns: Int, rows: Int) throws {
    var (other, stream) = (Int32(0), Int32(0))
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe openpty(&other, &stream, nil, nil, &size) == 0, "no pseudo-terminal")
    (self.other, self.stream) = (other, stream)
    Thread.start { [self, other] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = unsafe read(other, &buffer, buffer.count)
        guard count > 0 else { break }
        bytes.withLock { $0 += buffer.prefix(count) }
      }
      ended.signal()
    }
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(other, UInt(TIOCSWINSZ), &size)
  }

  /// Everything written so far, once a mark of its own has come through; takes it away.
  func take() -> String {
    let mark = "\u{7}"
    _ = unsafe write(stream, mark, 1)
    while true {
      let text = bytes.withLock { bytes -> String? in
        // More may have been written behind the mark meanwhile: that is for the next time.
        guard let end = bytes.firstIndex(of: 7) else { return nil }
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      if let text { return text }
      usleep(200)
    }
  }

  /// Closes both ends.
  func close() {
    Glibc.close(stream)
    ended.wait()
    Glibc.close(other)
  }

  private enum Thread {
    static func start(_ body: @escaping @Sendable () -> Void) {
      DispatchQueue(label: "pseudo-terminal").async(execute: body)
    }
  }
}
