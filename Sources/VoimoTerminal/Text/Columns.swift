/// Lays rows of text out in columns that line up.
enum Columns {
  /// Joins rows, each column as wide as its widest cell; the last column is not padded.
  static func lines(_ rows: [[String]], gap: String = "  ") -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell.padded(to: widths[column])
      }.joined(separator: gap)
    }
  }
}

extension String {
  /// Blanks added on the right up to a width in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Blanks added on the left up to a width in characters.
  func paddedLeft(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
