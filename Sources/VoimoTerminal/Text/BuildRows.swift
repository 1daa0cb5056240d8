import Foundation
import VoimoBase

/// Writes a build's rows for people.
struct BuildRows {
  var view: BuildView
  var style: Style

  /// One line a stage: name, bar, counts, frames a second.
  var lines: [String] {
    let width = view.rows.map(\.name.count).max() ?? 0
    return view.rows.map { row in
      let name = row.name.padded(to: width)
      return "  \(mark(row)) \(name)  \(bar(row))  \(counts(row))"
    }
  }

  private func mark(_ row: BuildView.Row) -> String {
    if row.failed > 0 { return style.paint("✗", .boldRed) }
    if row.ended == row.total { return style.paint("✓", .green) }
    return row.running > 0 ? style.paint("▸", .cyan) : style.paint("·", .dim)
  }

  private func bar(_ row: BuildView.Row) -> String {
    let cells = 16
    var part = row.total > 0 ? Double(row.ended) / Double(row.total) : 0
    if row.unitsTotal > 0 {
      part = min(1, Double(row.unitsDone) / Double(row.unitsTotal))
      if row.ended == row.total { part = 1 }
    }
    let full = Int((part * Double(cells)).rounded(.down))
    return style.paint(String(repeating: "━", count: full), .green)
      + style.paint(String(repeating: "━", count: cells - full), .dim)
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

/// Lengths of time for people.
enum ClockText {
  /// `0.4 s`, `48 s`, `3:05`.
  static func seconds(_ seconds: Double) -> String {
    if seconds < 9.95 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    if seconds < 99.5 { return "\(Int(seconds.rounded())) s" }
    return Seconds(seconds.rounded()).clock
  }

  /// Seconds since 1970 as ISO 8601 has them: `2026-11-23T20:15:02Z`.
  static func date(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).formatted(.iso8601)
  }

  /// `1.4 MB`.
  static func bytes(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var size = Double(count)
    var unit = 0
    while size >= 999.5, unit + 1 < units.count {
      size /= 1000
      unit += 1
    }
    if unit == 0 { return "\(count) B" }
    let tenths = Int((size * 10).rounded())
    return size < 99.95
      ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(Int(size.rounded())) \(units[unit])"
  }
}
