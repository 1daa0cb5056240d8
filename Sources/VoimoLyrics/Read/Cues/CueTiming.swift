import VoimoBase

/// The times of one cue: `00:01:02,500 --> 00:01:05,000 align:start`, SBV's
/// `0:01:02.500,0:01:05.000`.
struct CueTiming {
  var start: LyricTime.Reading
  /// Nil where the cue has none.
  var end: LyricTime.Reading?
  var startRange: Range<Int>
  var endRange: Range<Int>
  /// Whether a comma parts the times, as in SBV.
  private(set) var isSBV = false

  /// Reads a line, also without the end; nil when it does not have that shape.
  init?(_ line: SourceLine) {
    let scalars = line.scalars
    guard let (lower, upper, isArrow) = Self.separator(scalars) else { return nil }
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      let inner = scalars[range]
      let start = inner.firstIndex { !$0.isBlank } ?? range.upperBound
      let length = scalars[start..<range.upperBound].prefix { !$0.isBlank }.count
      return start..<(start + length)
    }
    startRange = trimmed(0..<lower)
    endRange = trimmed(upper..<scalars.count)
    guard scalars[startRange.upperBound..<lower].allSatisfy({ $0.isBlank }) else { return nil }
    start = LyricTime.read(scalars[startRange])
    let isOpen = endRange.isEmpty && isArrow && upper - lower >= 3
    end = isOpen ? nil : LyricTime.read(scalars[endRange])
    guard start != .notATime, end != .notATime else { return nil }
    // SBV has nothing after its times; a list of times is no cue.
    isSBV = !isArrow
    if isSBV {
      guard startRange.lowerBound == 0, scalars[endRange.upperBound...].allSatisfy(\.isBlank) else {
        return nil
      }
    }
  }

  /// Where the arrow or SBV's comma is, which may stand behind a minus or a decimal comma.
  private static func separator(
    _ scalars: [Unicode.Scalar]
  ) -> (lower: Int, upper: Int, isArrow: Bool)? {
    let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "−"]
    if let head = scalars.prefix(60).firstIndex(where: { $0 == ">" || $0 == "→" }) {
      if scalars[head] == "→" { return (head, head + 1, true) }
      var lower = head
      while lower > 0, dashes.contains(scalars[lower - 1]) { lower -= 1 }
      return lower < head ? (lower, head + 1, true) : nil
    }
    guard scalars.count <= 40, let first = scalars.first,
      LyricTime.digit(first) != nil || dashes.contains(first),
      scalars.contains(":")
    else { return nil }
    // The comma between two times has a colon on either side before the next comma.
    let commas = scalars.indices.filter { scalars[$0] == "," }
    for comma in commas
    where scalars[..<comma].contains(":") && scalars[(comma + 1)...].contains(":") {
      return (comma, comma + 1, false)
    }
    return nil
  }

  /// The cue's range, which may begin before 0; nil, with an error noted, when a time is wrong.
  func range(text: String, line: SourceLine, notes: inout Notes) -> ClosedRange<Seconds>? {
    let start = notes.time(start, in: startRange, of: line)
    let end = end.map { notes.time($0, in: endRange, of: line) }
    guard let start else { return nil }
    guard let end else {
      notes.warning(.noEnd, at: line.span)
      return start...(start + LRCReader.longest(text))
    }
    guard let end else { return nil }
    guard end >= start else {
      notes.warning(.endsBeforeStart(start, end), at: line.span)
      return start...(start + LRCReader.longest(text))
    }
    return start...end
  }
}
