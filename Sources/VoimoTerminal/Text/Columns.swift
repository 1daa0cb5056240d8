import VoimoBase

/// Lays rows of text out in columns that line up on a terminal.
package enum Columns {
  /// Joins rows, each column as wide as its widest cell; the last column is not padded.
  ///
  /// Colors take no room, wide characters two columns.
  package static func lines(_ rows: [[String]], gap: String = "  ") -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell.padded(to: widths[column])
      }.joined(separator: gap)
    }
  }
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
