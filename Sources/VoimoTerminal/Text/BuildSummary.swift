import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStages

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
    if !outcome.warnings.isEmpty {
      ErrorText(style: style).report(outcome.warnings, sources: workspace.texts.all)
    }
    if let problem = report.expansionProblem {
      return status(of: problem, interrupted: report.interrupted)
    }
    var status = ExitStatus.done
    for failure in report.failures {
      let error = KitError(explaining: failure.cause)
      ErrorText(style: style).say("\(failure.id): \(error.sentence)", hint: error.hint)
      Output.note("  log: \(failure.logPath)")
      status = worse(status, error.status)
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
        if let name = export.keptAs {
          Output.note("  what was there was not voimo's: it is now \(name)")
        }
      }
    }
    for error in outcome.exportFailures {
      ErrorText(style: style).say(error.sentence, hint: error.hint)
      status = worse(status, error.status)
    }
    if saysResults { sayUnwanted() }
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

  /// The status that says more: a full disk before any other failure.
  private func worse(_ one: ExitStatus, _ other: ExitStatus) -> ExitStatus {
    one == .done || other == .noSpace ? other : one
  }

  /// Names what lies in `out/` from earlier builds and is asked for no more.
  private func sayUnwanted() {
    let files = outcome.unwanted
    guard !files.isEmpty else { return }
    for file in files.prefix(10) {
      Output.note("no longer asked for: \(file.path) (\(ClockText.bytes(file.size)))")
    }
    if files.count > 10 { Output.note("and \(files.count - 10) more") }
    Output.note(
      "  " + style.paint("→ voimo clean removes \(files.count == 1 ? "it" : "them")", .cyan))
  }

  private func status(of problem: any Error, interrupted: Bool) -> ExitStatus {
    if interrupted { return .interrupted }
    let text = ErrorText(style: style)
    guard let problems = problem as? ProjectProblems, problems.sources.isEmpty else {
      return ExitStatus(rawValue: text.report(problem)) ?? .buildFailed
    }
    return ExitStatus(rawValue: text.report(workspace.problems(problems.diagnostics)))
      ?? .buildFailed
  }
}
