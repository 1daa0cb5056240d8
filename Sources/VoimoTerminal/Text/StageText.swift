import VoimoStages

/// Writes what became of a stage in one line, in columns that line up with those of any other
/// stage: lines may be printed one by one, as stages end.
package struct StageText {
  private let style: Style
  /// Columns that the counts take where there is room for them, so that times line up.
  private let room: Int

  /// - Parameters:
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  package init(style: Style, width: Int? = nil) {
    self.style = style
    // In front of the counts are the mark and the name, behind them a time.
    room = max(0, min(22, (width ?? .max) - Self.nameWidth - 14))
  }

  /// `✓ keyframe       3 made, 9 reused        0.4 s`.
  package func line(_ row: BuildView.Row) -> String {
    let mark = row.failed > 0 ? style.paint("✗", .boldRed) : style.paint("✓", .green)
    var counts: [String] = []
    if row.ran > 0 { counts.append("\(row.ran) made") }
    if row.reused > 0 { counts.append("\(row.reused) reused") }
    if row.failed > 0 { counts.append("\(row.failed) failed") }
    if row.stopped > 0 { counts.append("\(row.stopped) not run") }
    let text = "  \(mark) \(row.name.padded(to: Self.nameWidth))  "
    let all = counts.joined(separator: ", ")
    return row.ran > 0
      ? text + "\(all.padded(to: room))  \(ClockText.seconds(row.seconds))" : text + all
  }

  private static let nameWidth = StageRegistry.all.map(\.name.count).max() ?? 0
}
