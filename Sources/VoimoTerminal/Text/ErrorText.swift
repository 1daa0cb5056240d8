import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit

/// Turns whatever a command threw into sentences and an exit status.
struct ErrorText {
  var style: Style

  /// Prints an error for people and gives the status to end with.
  func report(_ error: any Error) -> Int32 {
    switch error {
    case let problems as ProjectProblems:
      report(problems.diagnostics, sources: problems.sources)
      return KitError(explaining: problems).status.rawValue
    case is CancellationError:
      let error = KitError(explaining: error)
      Output.note(error.sentence)
      return error.status.rawValue
    default:
      return reportHelp(error)
    }
  }

  private func reportFailure(_ error: any Error) -> Int32 {
    let error = KitError(explaining: error)
    say(error.sentence, hint: error.hint)
    return error.status.rawValue
  }

  /// Prints diagnostics, errors last, with a count of both.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order in which they are printed.
  ///   - sources: The texts that they point into; a message whose text is missing stands without
  ///     its line.
  func report(_ diagnostics: [Diagnostic], sources: [SourceText]) {
    let named = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let text = DiagnosticText(style: style, sources: named)
    for diagnostic in diagnostics { Output.note(text.render(diagnostic) + "\n") }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var counts: [String] = []
    if errors > 0 { counts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { counts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    if !counts.isEmpty { Output.note(counts.joined(separator: ", ")) }
  }

  /// One sentence, and what to do about it.
  func say(_ sentence: String, hint: String? = nil) {
    Output.note("\(style.paint("error", .boldRed)): \(DiagnosticText.visible(sentence))")
    if let hint { Output.note("  " + style.paint("→ \(DiagnosticText.visible(hint))", .cyan)) }
  }

  /// What the argument parser says that is no error, help and the version, to standard output;
  /// anything else is a fault of voimo's own.
  private func reportHelp(_ error: any Error) -> Int32 {
    if Voimo.exitCode(for: error).isSuccess {
      let message = Voimo.fullMessage(for: error, columns: HelpText.unbroken)
      let isHelp = message.hasPrefix("OVERVIEW: ")
      Output.out(
        isHelp ? HelpText.wrapped(message, to: HelpText.width(of: STDOUT_FILENO)) : message)
      return ExitStatus.done.rawValue
    }
    return reportFailure(error)
  }
}
