import VoimoBase

/// Reads what Chinese services write, a line `[start,length]` in milliseconds and its syllables:
/// YRC (`(1000,500,0)Cold`), QRC (`Cold(1000,500)`), KRC (`<0,500,0>Cold`, from the line's start).
enum SyllableLineReader {
  /// Whether a line has that shape.
  static func begins(_ line: SourceLine) -> Bool { head(line) != nil }

  /// Reads the lines of a file.
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var found: [SungLine] = []
    for line in lines {
      guard let head = head(line) else {
        note(line, &notes)
        continue
      }
      let pieces = pieces(line.scalars[head.next...], head.start)
      let text = tidied(pieces.map(\.text).joined().unicodeScalars)
      guard !text.isEmpty else { continue }
      let isTimed =
        pieces.count > 1 && zip(pieces, pieces.dropFirst()).allSatisfy { $0.start <= $1.start }
      let words = isTimed ? TimedPiece.words(pieces, joining: true) : []
      let start = min(seconds(head.start), words.first?.start ?? seconds(head.start))
      let end = max(seconds(head.start + head.length), words.last?.end ?? start, start)
      found.append(
        SungLine(
          line: LyricLine(text: text, start: start, end: end, words: words), span: line.span))
    }
    if found.isEmpty { notes.error(.noWords, at: nil) }
    let lyrics = notes.settled(found)
    return notes.reading(.timed(lyrics))
  }

  private static func seconds(_ milliseconds: Int) -> Seconds {
    Seconds(Double(milliseconds) / 1000)
  }

  /// `[start,length]` at a line's start.
  private static func head(_ line: SourceLine) -> (start: Int, length: Int, next: Int)? {
    let scalars = line.scalars
    guard let open = scalars.firstIndex(where: { !$0.isBlank }), scalars[open] == "[",
      let numbers = numbers(scalars[(open + 1)...], closing: "]"), numbers.values.count == 2
    else { return nil }
    return (numbers.values[0], numbers.values[1], numbers.end)
  }

  /// Numbers between commas up to a closing bracket; nil for anything else.
  private static func numbers(
    _ scalars: ArraySlice<Unicode.Scalar>, closing: Unicode.Scalar
  ) -> (values: [Int], end: Int)? {
    guard let close = scalars.prefix(40).firstIndex(of: closing) else { return nil }
    let parts = scalars[scalars.startIndex..<close].split(
      separator: ",", omittingEmptySubsequences: false)
    var values: [Int] = []
    for part in parts {
      guard !part.isEmpty, part.count < 9, let value = Int(String(String.UnicodeScalarView(part)))
      else { return nil }
      values.append(value)
    }
    return (values, close + 1)
  }

  private static func pieces(
    _ scalars: ArraySlice<Unicode.Scalar>, _ lineStart: Int
  ) -> [TimedPiece] {
    var pieces: [TimedPiece] = []
    var text: [Unicode.Scalar] = []
    var times: (start: Int, length: Int)?
    func flush() {
      let words = LRCText.string(HTMLEntities.decoded(text))
      text = []
      guard !words.isEmpty else { return }
      let start = times?.start ?? lineStart
      pieces.append(
        TimedPiece(
          text: words, start: seconds(start),
          end: seconds(start + max(0, times?.length ?? 0))))
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let closing: Unicode.Scalar? = scalar == "(" ? ")" : scalar == "<" ? ">" : nil
      guard let closing, let found = numbers(scalars[(index + 1)...], closing: closing),
        (2...3).contains(found.values.count)
      else {
        text.append(scalar)
        index += 1
        continue
      }
      let start = found.values[0] + (scalar == "<" ? lineStart : 0)
      if found.values.count == 2 {
        // QRC has the time behind the syllable.
        times = (start, found.values[1])
        flush()
        times = nil
      } else {
        flush()
        times = (start, found.values[1])
      }
      index = found.end
    }
    flush()
    return pieces
  }

  /// `[ti:…]` and the like; everything else without a time is no words.
  private static func note(_ line: SourceLine, _ notes: inout Notes) {
    let text = tidied(line.scalars)
    for (tag, name) in [("[ti:", "title"), ("[ar:", "artist"), ("[al:", "album")] {
      guard text.lowercased().hasPrefix(tag), text.hasSuffix("]") else { continue }
      let value = text.dropFirst(tag.count).dropLast()
      if !value.isEmpty { notes.metadata[name] = String(value) }
    }
  }
}
