import Glibc

/// How large a window is, in characters.
package struct TerminalSize: Sendable, Hashable {
  package var columns: Int
  package var rows: Int

  /// Takes both as they are.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The columns of a window; nil for a stream that is not a terminal.
  static func columns(of stream: Int32) -> Int? {
    isatty(stream) == 1 ? TerminalSize(of: stream).columns : nil
  }

  /// Asks a terminal; 80 × 24 for what it does not know of itself.
  package init(of stream: Int32) {
    var size = winsize()
    let isKnown = unsafe ioctl(stream, UInt(TIOCGWINSZ), &size) == 0
    columns = isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
    rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
  }
}
