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

extension LyricsFile {
  /// A file's bytes as text: UTF-8, UTF-16 with its mark, else Windows-1252 with a warning.
  ///
  /// Nil, with an error noted, for what is not text.
  static func decode(_ bytes: [UInt8], notes: inout Notes) -> String? {
    guard bytes.count <= maximumBytes else {
      notes.error(.tooLarge(bytes.count), at: nil)
      return nil
    }
    if let kind = foreignFormat(bytes) {
      notes.error(.notText(kind), at: nil)
      return nil
    }
    let text: String
    if bytes.starts(with: [0xFF, 0xFE]) {
      text = decodeUTF16(bytes.dropFirst(2), littleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      text = decodeUTF16(bytes.dropFirst(2), littleEndian: false)
    } else if let utf8 = String(validating: bytes, as: UTF8.self) {
      text = utf8
    } else {
      text = String(String.UnicodeScalarView(bytes.map(windows1252)))
      if !bytes.contains(0) { notes.warning(.notUTF8(line: lineOfBadByte(bytes)), at: nil) }
    }
    let scalars = text.unicodeScalars
    guard !scalars.contains("\0") else {
      notes.error(.notText("binary data"), at: nil)
      return nil
    }
    return scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : text
  }

  /// Documents that people save lyrics in by mistake, by their first bytes.
  private static func foreignFormat(_ bytes: [UInt8]) -> String? {
    let magics: [(String, String)] = [
      ("{\\rtf", "an RTF document"), ("PK\u{3}\u{4}", "a Word or OpenDocument file"),
      ("%PDF-", "a PDF document"), ("<!DOCTYPE html", "an HTML page"), ("<html", "an HTML page"),
    ]
    return magics.first { bytes.starts(with: Array($0.0.utf8)) }?.1
  }

  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upperControls[Int(byte) - 0x80]
  }

  /// What Windows-1252 has where Latin-1 has control characters.
  private static let upperControls: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func lineOfBadByte(_ bytes: [UInt8]) -> Int {
    var line = 1
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 10) {
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
      line += 1
      start = end + 1
    }
    return line
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
