import ArgumentParser
import Glibc
package import VoimoBase
package import VoimoKit

/// Turns whatever a command threw into sentences and an exit status.
package struct ErrorText {
  private let style: Style
  /// Columns that a line of a file's text may take; nil for as many as read well.
  private let width: Int?

  /// - Parameters:
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  package init(style: Style, width: Int? = nil) {
    self.style = style
    self.width = width
  }

  /// For what people read: standard error.
  static var standard: ErrorText {
    ErrorText(
      style: Style(stream: STDERR_FILENO), width: TerminalSize.columns(of: STDERR_FILENO))
  }

  /// Prints an error for people and gives the status to end with.
  ///
  /// Help and the version, which the argument parser throws too, go to standard output.
  func report(_ error: any Error) -> Int32 {
    if !(error is ProjectProblems || error is KitError || error is CancellationError),
      Voimo.exitCode(for: error).isSuccess
    {
      let message = Voimo.fullMessage(for: error, columns: HelpText.unbroken)
      let isHelp = message.hasPrefix("OVERVIEW: ")
      Output.out(
        isHelp ? HelpText.wrapped(message, to: HelpText.width(of: STDOUT_FILENO)) : message)
      return ExitStatus.done.rawValue
    }
    let told = told(of: error)
    for line in told.lines { Output.note(line) }
    return told.status.rawValue
  }

  /// What is said of an error, and the status to end with.
  package func told(of error: any Error) -> (lines: [String], status: ExitStatus) {
    let explained = KitError(explaining: error)
    switch error {
    case let problems as ProjectProblems:
      return (lines(problems.diagnostics, sources: problems.sources), explained.status)
    case is CancellationError: return ([explained.sentence], explained.status)
    default: return (lines(explained), explained.status)
    }
  }

  /// Diagnostics in their order, and a count of both sorts.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order in which they are printed.
  ///   - sources: The texts that they point into; a message whose text is missing stands without
  ///     its line.
  /// - Returns: Lines, some of which hold several.
  package func lines(_ diagnostics: [Diagnostic], sources: [SourceText]) -> [String] {
    let named = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let text = DiagnosticText(style: style, sources: named, width: width)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts =
      (errors > 0 ? [CountText.of(errors, "error")] : [])
      + (warnings > 0 ? [CountText.of(warnings, "warning")] : [])
    return diagnostics.map { text.render($0) + "\n" }
      + (counts.isEmpty ? [] : [counts.joined(separator: ", ")])
  }

  /// One sentence, and what to do about it.
  package func lines(_ error: KitError, about subject: String? = nil) -> [String] {
    let sentence = (subject.map { "\($0): " } ?? "") + error.sentence
    return ["\(style.paint("error", .boldRed)): \(DiagnosticText.visible(sentence))"]
      + (error.hint.map { ["  " + style.paint("→ \(DiagnosticText.visible($0))", .cyan)] } ?? [])
  }

  /// Prints diagnostics to standard error.
  func report(_ diagnostics: [Diagnostic], sources: [SourceText]) {
    for line in lines(diagnostics, sources: sources) { Output.note(line) }
  }
}
