package import VoimoBase
import VoimoEngine
package import VoimoKit
import VoimoStages

/// Says what a build has come to, and which exit status that is.
package struct BuildSummary {
  private let outcome: BuildOutcome
  /// The project's folder.
  private let folder: String
  /// The texts that warnings and errors point into.
  private let sources: [SourceText]
  private let style: Style
  private let errors: ErrorText
  private let stageText: StageText
  /// Whether what was made is told too, not only what went wrong.
  private let saysResults: Bool
  /// Stages that have had their line while the build ran.
  private let announced: Set<String>

  /// - Parameters:
  ///   - outcome: What the build has come to.
  ///   - folder: The project's folder, in front of the names of files in it.
  ///   - sources: The texts that warnings and errors point into.
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  ///   - saysResults: Whether what was made is told too, not only what went wrong.
  ///   - announced: Stages that have had their line while the build ran.
  package init(
    _ outcome: BuildOutcome, folder: String, sources: [SourceText], style: Style,
    width: Int? = nil, saysResults: Bool, announced: Set<String> = []
  ) {
    self.outcome = outcome
    self.folder = folder
    self.sources = sources
    self.style = style
    self.saysResults = saysResults
    self.announced = announced
    errors = ErrorText(style: style, width: width)
    stageText = StageText(style: style, width: width)
  }

  /// What is said, some lines of which hold several, and the status to end with.
  package var told: (lines: [String], status: ExitStatus) {
    let report = outcome.report
    var lines = saysResults ? stageLines : []
    if !outcome.warnings.isEmpty { lines += errors.lines(outcome.warnings, sources: sources) }
    if let problem = report.expansionProblem {
      if report.interrupted { return (lines, .interrupted) }
      let told = errors.told(of: placed(problem))
      return (lines + told.lines, told.status)
    }
    var status = ExitStatus.done
    for failure in report.failures {
      let error = KitError(explaining: failure.cause)
      lines += errors.lines(error, about: failure.id.rawValue)
      lines.append("  log: \(failure.logPath)")
      status = worse(status, error.status)
    }
    if report.stoppedCount > 0 {
      lines.append("\(CountText.of(report.stoppedCount, "step")) not run because of that")
    }
    if saysResults { lines += exportLines }
    for error in outcome.exportFailures {
      lines += errors.lines(error)
      status = worse(status, error.status)
    }
    if saysResults { lines += unwantedLines }
    if report.interrupted {
      lines.append("interrupted; what was finished is kept, and the next build goes on from there")
      return (lines, .interrupted)
    }
    return (lines, status)
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
      "\(CountText.of(ran, "step")) made, \(reused) reused, in "
      + ClockText.seconds(report.seconds)
    return rows.map(stageText.line) + [
      ran == 0 && report.succeeded ? "nothing to do: \(total)" : total
    ]
  }

  /// What became of each stage, in the order in which a film is made.
  private static func rows(_ report: RunReport) -> [BuildView.Row] {
    StageRegistry.inOrder(report.outcomes.map(\.id.kind)).map { kind in
      var row = BuildView.Row(name: kind)
      for (id, outcome, seconds) in report.outcomes where id.kind == kind {
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

  private var exportLines: [String] {
    outcome.exports.flatMap { export in
      [
        "\(export.isNew ? style.paint("wrote", .green) : "kept ") "
          + "\(folder)/\(DiagnosticText.visible(export.path)) (\(ClockText.bytes(export.size)))"
      ]
        + (export.keptAs.map {
          ["  the file that was there is not voimo's; it is now \(DiagnosticText.visible($0))"]
        } ?? [])
    }
  }

  /// What lies in `out/` from earlier builds and is asked for no more.
  private var unwantedLines: [String] {
    let files = outcome.unwanted
    guard !files.isEmpty else { return [] }
    return files.prefix(10).map {
      "no longer asked for: \(DiagnosticText.visible($0.path)) (\(ClockText.bytes($0.size)))"
    }
      + (files.count > 10 ? ["and \(files.count - 10) more"] : [])
      + ["  " + style.paint("→ voimo clean removes \(files.count == 1 ? "it" : "them")", .cyan)]
  }

  /// Problems of the project with the texts that they point into.
  private func placed(_ problem: any Error) -> any Error {
    guard let problems = problem as? ProjectProblems, problems.sources.isEmpty else {
      return problem
    }
    return ProjectProblems(problems.diagnostics, sources: sources)
  }
}
