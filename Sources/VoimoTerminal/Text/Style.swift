import Glibc

/// Whether a stream is a terminal that wants colors, and the colors themselves.
struct Style: Sendable {
  /// False for pipes, files, `NO_COLOR` and `TERM=dumb`.
  var isColorful: Bool

  /// Looks at a stream and the environment, as https://no-color.org asks.
  init(stream: Int32) {
    let noColor = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    let dumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? false
    isColorful = isatty(stream) == 1 && !noColor && !dumb
  }

  /// Without colors.
  static let plain = Style(isColorful: false)

  private init(isColorful: Bool) { self.isColorful = isColorful }

  /// The few looks that messages use.
  enum Look: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
    case boldRed = "1;31"
    case boldYellow = "1;33"
  }

  /// A text in a look, or as it is.
  func paint(_ text: String, _ look: Look) -> String {
    isColorful ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }
}
