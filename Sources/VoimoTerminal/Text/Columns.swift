import VoimoBase

/// Lays rows of text out in columns that line up on a terminal.
package enum Columns {
  /// Joins rows, each column as wide as its widest cell; the last column is not padded.
  ///
  /// Colors take no room, wide characters two columns.
  ///
  /// - Parameters:
  ///   - rows: The cells of each row; a row may have fewer than others.
  ///   - gap: What stands between two columns.
  ///   - width: Columns that a line may take: a last cell that is longer goes on below its
  ///     beginning, where that leaves it room; nil for as many as it needs.
  /// - Returns: The lines of all rows.
  package static func lines(
    _ rows: [[String]], gap: String = "  ", width: Int? = nil
  ) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    return rows.flatMap { row -> [String] in
      guard let last = row.last else { return [""] }
      let head = row.dropLast().enumerated().map { column, cell in
        cell.padded(to: widths[column]) + gap
      }.joined()
      let margin = head.columns
      guard let width, width - margin >= Self.leastRoom, last.columns > width - margin else {
        return [head + last]
      }
      let pieces = last.broken(to: width - margin)
      return pieces.enumerated().map { number, piece in
        (number == 0 ? head : String(repeating: " ", count: margin)) + piece
      }
    }
  }

  /// Columns below which breaking a cell makes it harder to read than the terminal does.
  private static let leastRoom = 12
}

extension String {
  /// How many columns of a terminal the text takes; escape sequences of colors take none.
  package var columns: Int {
    var sum = 0
    var isEscape = false
    for character in self {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { sum += TextWidth.columns(character) }
      if character == "m" { isEscape = false }
    }
    return sum
  }

  /// The text in lines of so many columns, broken at blanks and, where a word is longer, inside it;
  /// a color that all of it has is that of each line.
  package func broken(to width: Int) -> [String] {
    if let match = wholeMatch(of: /(\x1B\[[0-9;]*m)([^\x1B]*)(\x1B\[0m)/) {
      return String(match.2).broken(to: width).map { "\(match.1)\($0)\(match.3)" }
    }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      var word = word
      if !line.isEmpty, line.columns + 1 + word.columns <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.columns > width {
        let part = word.clipped(to: width)
        if part.isEmpty { break }
        lines.append(part)
        word.removeFirst(part.count)
      }
      line = word
    }
    return lines + [line]
  }

  /// Blanks added on the right up to a width in columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// Cut to so many columns; no wide character is cut in half, and colors still end.
  package func clipped(to width: Int) -> String {
    var room = width
    var isEscape = false
    var kept = ""
    for character in self {
      if character == "\u{1B}" { isEscape = true }
      if isEscape {
        kept.append(character)
        if character == "m" { isEscape = false }
        continue
      }
      room -= TextWidth.columns(character)
      if room >= 0 { kept.append(character) }
    }
    return kept
  }
}
