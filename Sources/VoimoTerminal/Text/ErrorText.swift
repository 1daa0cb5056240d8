import ArgumentParser
import VoimoBase
import VoimoEngine
import VoimoKit

/// Turns whatever a command threw into sentences and an exit status.
struct ErrorText {
  var style: Style

  /// Prints an error for people and gives the status to end with.
  func report(_ error: any Error) -> Int32 {
    switch error {
    case let problems as ProjectProblems:
      report(problems.diagnostics)
      return ExitStatus.usage.rawValue
    case let error as KitError:
      say(error.sentence, hint: error.hint)
      return error.status.rawValue
    case let error as UnknownTarget:
      say(error.description)
      return ExitStatus.usage.rawValue
    case is CancellationError:
      Output.note("interrupted; what was finished is kept")
      return ExitStatus.interrupted.rawValue
    default:
      return reportUsage(error)
    }
  }

  /// Prints diagnostics, errors last, with a count of both.
  func report(_ diagnostics: [Diagnostic]) {
    let text = DiagnosticText(style: style, sources: ReadTexts.all(for: diagnostics))
    for diagnostic in diagnostics { Output.note(text.render(diagnostic) + "\n") }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var counts: [String] = []
    if errors > 0 { counts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { counts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    if !counts.isEmpty { Output.note(counts.joined(separator: ", ")) }
  }

  private func say(_ sentence: String, hint: String? = nil) {
    Output.note("\(style.paint("error", .boldRed)): \(DiagnosticText.visible(sentence))")
    if let hint { Output.note("  " + style.paint("→ \(DiagnosticText.visible(hint))", .cyan)) }
  }

  /// What the argument parser says: help and version to standard output, wrong usage to standard
  /// error; anything else is a fault of voimo's own.
  private func reportUsage(_ error: any Error) -> Int32 {
    let code = Voimo.exitCode(for: error)
    let message = Voimo.fullMessage(for: error)
    if code.isSuccess {
      Output.out(message)
      return ExitStatus.done.rawValue
    }
    if code == .validationFailure {
      Output.note(message)
      return ExitStatus.usage.rawValue
    }
    say("\(error)")
    return ExitStatus.buildFailed.rawValue
  }
}
