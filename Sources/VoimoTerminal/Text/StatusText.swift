import VoimoBase
package import VoimoKit
import VoimoStore

/// Writes how a project stands for people.
package struct StatusText {
  private let style: Style
  private let time: HumanTime

  package init(style: Style, time: HumanTime) {
    self.style = style
    self.time = time
  }

  /// The stages, then who builds or how the last build ended.
  package func lines(_ status: ProjectStatus, exports: [PendingExport] = []) -> [String] {
    var lines = Columns.lines(status.stages.map(row))
    for stage in status.stages {
      for warning in stage.warnings {
        lines.append(
          "\(style.paint("warning", .boldYellow)) \(stage.name): "
            + DiagnosticText.visible(warning))
      }
    }
    if !exports.isEmpty {
      lines.append("a build would write:")
      lines += PlanText.lines(of: exports)
    }
    if let running = status.running {
      lines.append(sentence(running))
    } else if let last = status.lastBuild {
      lines += BuildHistoryText(last, time: time).lines
    } else {
      lines.append("not built yet; `voimo build` makes the film")
    }
    return lines
  }

  private func row(_ stage: ProjectStatus.Stage) -> [String] {
    var counts: [String] = []
    if stage.made > 0 { counts.append("\(stage.made) made") }
    if stage.stale > 0 { counts.append("\(stage.stale) stale") }
    if stage.unbuilt > 0, stage.made + stage.stale > 0 {
      counts.append("\(stage.unbuilt) not built yet")
    }
    if counts.isEmpty { counts = ["not built yet"] }
    let isDone = stage.stale + stage.unbuilt == 0 && stage.made > 0
    let mark =
      isDone
      ? style.paint("✓", .green)
      : stage.stale > 0 ? style.paint("▸", .yellow) : style.paint("·", .dim)
    let size = stage.made > 0 ? [ClockText.bytes(stage.bytes)] : []
    return [mark, stage.name, counts.joined(separator: ", ")] + size
  }

  /// `a build is running: process 723, since 2 minutes ago (voimo build), 12 steps made so far`.
  private func sentence(_ running: ProjectStatus.Running) -> String {
    let holder = running.holder
    let made = running.made.map { ", \(CountText.of($0, "step")) made so far" } ?? ""
    return style.paint("a build is running", .bold)
      + ": process \(holder.process) on \(DiagnosticText.visible(holder.host)), started "
      + "\(time.text(holder.since)) (\(DiagnosticText.visible(holder.command)))\(made)"
  }
}
