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
  /// Whether what was made is told too, not only what went wrong.
  var saysResults: Bool
  /// Stages that have had their line while the build ran.
  var announced: Set<String> = []

  /// Prints to standard error.
  func print() -> ExitStatus {
    let report = outcome.report
    if saysResults { for line in stageLines { Output.note(line) } }
    if !outcome.warnings.isEmpty { ErrorText(style: style).report(outcome.warnings) }
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
    if saysResults {
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
    let rows = Self.rows(report).filter {
      $0.ran + $0.failed > 0 && !announced.contains($0.name)
    }
    let ran = report.count(.ran)
    let reused = report.count(.reused)
    let total =
      "\(ran) step\(ran == 1 ? "" : "s") made, \(reused) reused, in "
      + ClockText.seconds(report.seconds)
    return rows.map(StageText(style: style).line) + [
      ran == 0 && report.succeeded ? "nothing to do: \(total)" : total
    ]
  }

  /// What became of each stage, in the order in which a film is made.
  static func rows(_ report: RunReport) -> [BuildView.Row] {
    StageRegistry.all.map { stage in
      var row = BuildView.Row(name: stage.name)
      for (id, outcome, seconds) in report.outcomes where id.kind == stage.name {
        row.total += 1
        switch outcome {
        case .reused: row.reused += 1
        case .ran:
          row.ran += 1
          row.seconds += seconds
        case .failed: row.failed += 1
        case .stopped, .cancelled: row.stopped += 1
        }
      }
      return row
    }
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
