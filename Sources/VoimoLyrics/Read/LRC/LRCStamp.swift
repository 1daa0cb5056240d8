import VoimoBase

/// A time in brackets inside LRC: `[00:01.50]`, `<00:01.50>`, `【00:01.50】`.
struct LRCStamp {
  var reading: LyricTime.Reading
  /// Where the time stands, without its brackets.
  var inner: Range<Int>
  /// Whether it has angle brackets, which only stand before words.
  var isAngular: Bool

  /// The index after the closing bracket.
  var end: Int { inner.upperBound + 1 }

  /// Reads the stamp that begins at an index; nil where none does.
  init?(_ scalars: [Unicode.Scalar], at index: Int) {
    guard index < scalars.count,
      let found = Self.reading(opening: scalars[index], scalars[(index + 1)...])
    else { return nil }
    reading = found.reading
    inner = (index + 1)..<(index + 1 + found.length)
    isAngular = scalars[index] == "<" || scalars[index] == "＜"
  }

  /// Reads what follows an opening bracket; nil where it is no time.
  static func reading(
    opening: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>
  ) -> (reading: LyricTime.Reading, length: Int)? {
    guard let closing = closing(opening),
      let close = rest.prefix(longest).firstIndex(of: closing)
    else { return nil }
    let reading = LyricTime.read(rest[rest.startIndex..<close], last: .hundredths)
    return reading == .notATime ? nil : (reading, close - rest.startIndex)
  }

  /// The bracket that closes another; nil for what opens none.
  static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "[": "]"
    case "【": "】"
    case "［": "］"
    case "<": ">"
    case "＜": "＞"
    default: nil
    }
  }

  /// The longest time that anything writes, with room.
  private static let longest = 20
}

extension Notes {
  /// Says what is odd or wrong about a time that was written in a range of a line.
  ///
  /// - Returns: the time; nil where it is none.
  mutating func time(
    _ reading: LyricTime.Reading, in range: Range<Int>, of line: SourceLine
  ) -> Seconds? {
    let written = String(String.UnicodeScalarView(line.scalars[range]))
    switch reading {
    case .time(let time, let oddity):
      if let oddity {
        warning(
          .oddTime(tidied(written.unicodeScalars), oddity, readAs: time), at: line.span(range))
      }
      return time
    case .bad(let why):
      error(.badTime(written, why: why), at: line.span(range))
      return nil
    case .notATime:
      return nil
    }
  }
}
