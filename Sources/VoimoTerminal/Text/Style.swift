import Glibc

/// Whether a stream is a terminal that wants colors, and the colors themselves.
package struct Style: Sendable {
  /// False for pipes, files, `NO_COLOR` and `TERM=dumb`.
  package var isColorful: Bool

  /// Looks at a stream and the environment, as https://no-color.org asks.
  package init(stream: Int32) {
    isColorful = isatty(stream) == 1 && Self.environment("NO_COLOR").isEmpty && Self.knowsEscapes
  }

  /// Whether the terminal, going by its name, takes escape sequences.
  static var knowsEscapes: Bool {
    !["", "dumb", "unknown"].contains(environment("TERM"))
  }

  /// Whether a stream is a terminal on which lines can be drawn over, in an encoding that has the
  /// characters to draw with.
  static func canRedraw(_ stream: Int32) -> Bool {
    isatty(stream) == 1 && knowsEscapes && !isASCII
  }

  /// Whether the locale is one of plain ASCII; where none is set, terminals take UTF-8 nowadays.
  private static var isASCII: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].map(environment)
    return ["C", "POSIX"].contains(names.first { !$0.isEmpty } ?? "")
  }

  private static func environment(_ name: String) -> String {
    unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
  }

  /// Without colors.
  package static let plain = Style(isColorful: false)

  /// With colors, or without.
  package init(isColorful: Bool) { self.isColorful = isColorful }

  /// The few looks that messages use.
  package enum Look: String {
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
  package func paint(_ text: String, _ look: Look) -> String {
    isColorful ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }
}
