import VoimoBase

/// Writes a build's rows for people.
package struct BuildRows {
  private let view: BuildView
  private let style: Style
  /// Columns that a line may take.
  private let width: Int

  package init(view: BuildView, style: Style, width: Int = 80) {
    self.view = view
    self.style = style
    self.width = width
  }

  /// One line a stage: name, bar, counts.
  package var lines: [String] { view.rows.map(line) }

  /// At most so many lines: where there is no room for all stages, those that are done are one
  /// line, then those to come are, then only as many are shown as there is room for.
  package func lines(atMost limit: Int) -> [String] {
    guard limit > 0 else { return [] }
    if view.rows.count <= limit { return lines }
    let done = view.rows.filter { $0.ended == $0.total && $0.failed == 0 }
    let waiting = view.rows.filter { $0.ended < $0.total && $0.ended + $0.running == 0 }
    func isActive(_ row: BuildView.Row) -> Bool { !done.contains(row) && !waiting.contains(row) }
    let doneLine = done.isEmpty ? [] : [folded(done, "done", style.paint("✓", .green))]
    let open = view.rows.filter { !done.contains($0) }
    if doneLine.count + open.count <= limit { return doneLine + open.map(line) }
    let active = view.rows.filter(isActive)
    let waitingLine = waiting.isEmpty ? [] : [folded(waiting, "to come", style.paint("·", .dim))]
    if doneLine.count + active.count + waitingLine.count <= limit {
      return doneLine + active.map(line) + waitingLine
    }
    let shown = active.map(line) + waitingLine + doneLine
    if shown.count <= limit || limit == 1 { return Array(shown.prefix(limit)) }
    let hidden = view.rows.count - (limit - 1)
    return Array(active.prefix(limit - 1).map(line))
      + ["  \(style.paint("·", .dim)) and \(hidden) more stages"]
  }

  private func folded(_ rows: [BuildView.Row], _ what: String, _ mark: String) -> String {
    let noun = rows.count == 1 ? "stage" : "stages"
    return "  \(mark) \(rows.count) \(noun) \(what): "
      + style.paint(rows.map(\.name).joined(separator: ", "), .dim)
  }

  private func line(_ row: BuildView.Row) -> String {
    let name = row.name.padded(to: view.rows.map(\.name.count).max() ?? 0)
    return [["  \(mark(row)) \(name)"], bar(row).map { [$0] } ?? [], [counts(row)]]
      .flatMap(\.self).joined(separator: "  ")
  }

  private func mark(_ row: BuildView.Row) -> String {
    if row.failed > 0 { return style.paint("✗", .boldRed) }
    if row.ended == row.total, row.stopped == 0 { return style.paint("✓", .green) }
    return row.running > 0 ? style.paint("▸", .cyan) : style.paint("·", .dim)
  }

  /// How much of a stage is done; nil where the window is too narrow for a bar.
  private func bar(_ row: BuildView.Row) -> String? {
    let cells = width >= 64 ? 16 : width >= 44 ? 8 : 0
    guard cells > 0 else { return nil }
    let made = row.ran + row.reused
    var part = row.total > 0 ? Double(made) / Double(row.total) : 0
    if row.unitsTotal > 0, made < row.total {
      part = min(1, Double(row.unitsDone) / Double(row.unitsTotal))
    }
    let full = Int((part * Double(cells)).rounded(.down))
    // Without colors the two parts must differ by their characters.
    return style.paint(String(repeating: "━", count: full), .green)
      + style.paint(
        String(repeating: style.isColorful ? "━" : "·", count: cells - full), .dim)
  }

  private func counts(_ row: BuildView.Row) -> String {
    var parts: [String] = []
    if row.ended == row.total, row.ran == 0, row.failed == 0, row.stopped == 0 {
      return style.paint(row.total == 1 ? "reused" : "\(row.total) reused", .dim)
    }
    if row.total > 1 { parts.append("\(row.ended)/\(row.total)") }
    if row.reused > 0 { parts.append("\(row.reused) reused") }
    if row.unitsTotal > 0 { parts.append("\(row.unitsDone)/\(row.unitsTotal) \(row.unit)") }
    if row.failed > 0 { parts.append("\(row.failed) failed") }
    if row.stopped > 0 { parts.append("\(row.stopped) not run") }
    if row.ended == row.total, row.ran > 0 { parts.append(ClockText.seconds(row.seconds)) }
    return parts.joined(separator: " · ")
  }
}
