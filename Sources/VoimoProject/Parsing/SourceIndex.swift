import VoimoBase

/// Finds places in a text from the marks that a YAML parser gives, which name only where things
/// start.
///
/// libyaml also ends lines at U+0085, U+2028 and U+2029; places shown to people end them at a line
/// feed alone, so marks are translated through the offset.
struct SourceIndex {
  private let scalars: [Unicode.Scalar]
  /// Offsets of the first scalar of each line as libyaml counts lines.
  private var parserLines = [0]
  /// The same as people count them.
  private var lines = [0]

  /// Finds the lines of a text.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    for (offset, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0A:
        parserLines.append(offset + 1)
        lines.append(offset + 1)
      case 0x0D:
        let next = offset + 1 < scalars.count ? scalars[offset + 1].value : 0
        if next != 0x0A { parserLines.append(offset + 1) }
      case 0x85, 0x2028, 0x2029: parserLines.append(offset + 1)
      default: break
      }
    }
  }

  /// The offset of a mark, lines and columns counted from 1; the nearest place where there is none.
  func offset(line: Int, column: Int) -> Int {
    let start = parserLines[max(0, min(line - 1, parserLines.count - 1))]
    return min(start + max(0, column - 1), scalars.count)
  }

  /// The offset after the last scalar.
  var end: Int { scalars.count }

  /// The scalar at an offset; nil past the last.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(offset) ? scalars[offset] : nil
  }

  /// The first offset whose scalar is as wanted; nil where none is.
  func offset(where isWanted: (Unicode.Scalar) -> Bool) -> Int? {
    scalars.firstIndex(where: isWanted)
  }

  /// The text between two offsets.
  func text(from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    return String(String.UnicodeScalarView(scalars[start..<min(end, scalars.count)]))
  }

  /// Where the line of an offset begins, as people count lines.
  func lineStart(of offset: Int) -> Int { lines[line(of: offset)] }

  /// Where the line of an offset ends, before its line feed, as people count lines.
  func lineEnd(of offset: Int) -> Int {
    let next = line(of: offset) + 1
    let end = next < lines.count ? lines[next] - 1 : scalars.count
    return end > 0 && end <= scalars.count && scalar(at: end - 1) == "\r" ? end - 1 : end
  }

  /// The number of an offset's line, counted from 0.
  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// A run of scalars as a place, cut at the end of its first line.
  func span(from offset: Int, length: Int) -> SourceSpan {
    let low = line(of: offset)
    let end = low + 1 < lines.count ? lines[low + 1] - 1 : scalars.count
    return SourceSpan(
      line: low + 1, column: offset - lines[low] + 1, length: min(length, end - offset))
  }

  /// Where a scalar's own text begins, after `&anchor` and `!tag`, which a mark includes.
  func contentStart(after offset: Int) -> Int {
    var position = offset
    while position < scalars.count, scalars[position] == "&" || scalars[position] == "!" {
      while position < scalars.count, !Self.isBlank(scalars[position]) { position += 1 }
      while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
    }
    return position
  }

  /// The `&anchor` and `!tag` in front of what is written at a mark: where each begins, and as
  /// written.
  func properties(after offset: Int) -> [(offset: Int, text: String)] {
    var properties: [(Int, String)] = []
    var position = offset
    while let scalar = scalar(at: position), scalar == "&" || scalar == "!" {
      let start = position
      while position < scalars.count, !Self.endsTag(scalars[position]) { position += 1 }
      properties.append((start, text(from: start, to: position)))
      while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
    }
    return properties
  }

  /// Whether a comment follows on the line of an offset, after nothing but blanks and a colon: the
  /// comment's first word with its `#`; nil where there is none.
  func comment(after offset: Int) -> String? {
    var position = offset
    while position < scalars.count, scalars[position] != "\n",
      Self.isBlank(scalars[position]) || scalars[position] == ":"
    {
      position += 1
    }
    guard scalar(at: position) == "#" else { return nil }
    var stop = position
    while stop < scalars.count, !Self.isBlank(scalars[stop]) { stop += 1 }
    return text(from: position, to: stop)
  }

  /// How far a plain scalar's value goes on its first line.
  func plainLength(at offset: Int, of value: String) -> Int {
    var position = offset
    for scalar in value.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar else { break }
      position += 1
    }
    return max(1, position - offset)
  }

  /// How far a quoted scalar goes on its first line, both quotes included.
  func quotedLength(at offset: Int) -> Int {
    guard offset < scalars.count else { return 1 }
    let quote = scalars[offset]
    var position = offset + 1
    while position < scalars.count, scalars[position] != "\n" {
      if quote == "\"", scalars[position] == "\\" {
        position += 1
      } else if scalars[position] == quote {
        let doubled = position + 1 < scalars.count && scalars[position + 1] == "'"
        guard quote == "'", doubled else { return position + 1 - offset }
        position += 1
      }
      position += 1
    }
    return max(1, position - offset)
  }

  private static func endsTag(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || [",", "]", "}"].contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
