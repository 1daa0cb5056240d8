import VoimoBase

/// One line of a file with its number, taken apart into scalars so that columns can be counted.
struct SourceLine: Sendable {
  /// Counted from 1.
  let number: Int
  let scalars: [Unicode.Scalar]

  var text: String { String(String.UnicodeScalarView(scalars)) }

  var isBlank: Bool { scalars.allSatisfy(\.isBlank) }

  /// A place on this line, from scalar offsets counted from 0.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(line: number, column: range.lowerBound + 1, length: range.count)
  }

  /// The whole line.
  var span: SourceSpan { span(0..<scalars.count) }

  /// Cuts a text into lines at LF, CRLF, lone CR and the other line ends that Unicode knows.
  static func split(_ text: String) -> [SourceLine] {
    var lines: [SourceLine] = []
    var current: [Unicode.Scalar] = []
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn:
        afterReturn = false
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(SourceLine(number: lines.count + 1, scalars: current))
        current = []
        afterReturn = scalar == "\r"
      default:
        afterReturn = false
        current.append(scalar)
      }
    }
    if !current.isEmpty { lines.append(SourceLine(number: lines.count + 1, scalars: current)) }
    return lines
  }
}

extension Unicode.Scalar {
  /// Whether it is white space of any script; quick for ASCII.
  var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether it is a control character, which no text shows.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

/// A text as it is shown: no control characters, every run of blanks one space, none at the ends.
func tidied(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in scalars {
    if scalar.isBlank {
      pendingSpace = !result.isEmpty
    } else if !scalar.isControl, scalar != "\u{FEFF}" {
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
  }
  return String(result)
}
