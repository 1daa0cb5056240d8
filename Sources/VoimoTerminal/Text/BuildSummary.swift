import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoMedia
import VoimoStages
import VoimoStore

/// Says what a build has come to, and which exit status that is.
struct BuildSummary {
  var outcome: BuildOutcome
  var workspace: Workspace
  var style: Style
  /// Whether the files made are named too.
  var saysFiles: Bool

  /// Prints to standard error.
  func print() -> ExitStatus {
    let report = outcome.report
    if saysFiles { for line in stageLines { Output.note(line) } }
    if let problem = report.expansionProblem {
      return status(of: problem, interrupted: report.interrupted)
    }
    var status = ExitStatus.done
    for failure in report.failures {
      Output.note(
        "\(style.paint("error", .boldRed)): \(failure.id): \(Self.sentence(failure.cause))")
      Output.note("  log: \(failure.logPath)")
      let worse = Self.status(of: failure.cause)
      if status == .done || worse == .noSpace { status = worse }
    }
    if report.stoppedCount > 0 {
      Output.note(
        "\(report.stoppedCount) step\(report.stoppedCount == 1 ? "" : "s") not run because of that")
    }
    if saysFiles {
      for export in outcome.exports {
        Output.note(
          "\(export.isNew ? style.paint("wrote", .green) : "kept ") "
            + "\(workspace.folder)/\(export.path) (\(ClockText.bytes(export.size)))")
      }
    }
    if report.interrupted {
      Output.note("interrupted; what was finished is kept, and the next build goes on from there")
      return .interrupted
    }
    return status
  }

  /// One line a stage that did something, and one for the whole.
  private var stageLines: [String] {
    let report = outcome.report
    var rows: [[String]] = []
    for stage in StageRegistry.all {
      let mine = report.outcomes.filter { $0.id.kind == stage.name }
      let ran = mine.filter { $0.outcome == .ran }
      guard !ran.isEmpty else { continue }
      let reused = mine.count { $0.outcome == .reused }
      rows.append([
        "  \(style.paint("✓", .green)) \(stage.name)",
        "\(ran.count) made" + (reused > 0 ? ", \(reused) reused" : ""),
        ClockText.seconds(ran.reduce(0) { $0 + $1.seconds }),
      ])
    }
    let ran = report.count(.ran)
    let reused = report.count(.reused)
    let total =
      "\(ran) step\(ran == 1 ? "" : "s") made, \(reused) reused, in "
      + ClockText.seconds(report.seconds)
    return Columns.lines(rows) + [ran == 0 && report.succeeded ? "nothing to do: \(total)" : total]
  }

  private func status(of problem: any Error, interrupted: Bool) -> ExitStatus {
    if interrupted { return .interrupted }
    let text = ErrorText(style: style)
    return ExitStatus(rawValue: text.report(problem)) ?? .buildFailed
  }

  /// One sentence for a step's error.
  static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as MediaError: DiagnosticText.visible(error.sentence)
    case let problems as ProjectProblems:
      problems.diagnostics.map { diagnostic in
        let place = [diagnostic.file, diagnostic.span.map { "\($0.line)" }].compactMap(\.self)
        return (place.isEmpty ? "" : place.joined(separator: ":") + ": ") + diagnostic.message.text
      }.joined(separator: "\n  ")
    default: DiagnosticText.visible("\(error)")
    }
  }

  /// Which exit status a step's error calls for.
  static func status(of error: any Error) -> ExitStatus {
    switch error {
    case is ProjectProblems: .usage
    case is DamagedArtifact: .storeDamaged
    case let error as StoreError:
      switch error {
      case .noSpace: .noSpace
      case .damaged, .damagedBlob, .newerStore: .storeDamaged
      default: .buildFailed
      }
    case let error as MediaError:
      switch error.code {
      case .noSpace: .noSpace
      case .notAudio, .noAudioStream, .tooShort, .outOfLimits: .usage
      default: .buildFailed
      }
    default: .buildFailed
    }
  }
}
