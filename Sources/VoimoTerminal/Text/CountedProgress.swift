import Glibc

/// One line that counts, for work of a few seconds; silent where standard error is not a terminal.
final class CountedProgress {
  private let verb: String
  private let unit: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = -1

  /// Names the work: `mixing 12 of 180 s`.
  init(verb: String, unit: String) {
    self.verb = verb
    self.unit = unit
  }

  /// Shows how far the work is.
  func tell(_ done: Int, of total: Int) {
    guard isShown, done != last else { return }
    last = done
    Output.write("\r\u{1B}[K\(verb) \(done) of \(total) \(unit)", to: STDERR_FILENO)
  }

  /// Clears the line.
  func end() {
    if isShown, last >= 0 { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
