import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit

/// Says everything that is wrong or doubtful in a project, without building it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for mistakes in voimo.yaml and the files it names.",
    discussion: """
      Shows all problems at once. Needs no GPU and no network.

      Examples:
        voimo check
        voimo check --profile draft
        voimo check --json | jq '.[].id'
      """)

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Print the problems as JSON.")
  var json = false

  func run() async throws {
    let (diagnostics, sources) = try look()
    if json {
      Output.out(try JSONText.write(diagnostics.map(DiagnosticRecord.init)))
    } else {
      ErrorText.standard.report(diagnostics, sources: sources)
      if diagnostics.isEmpty { Output.out("voimo.yaml is fine") }
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }
}

extension CheckCommand {
  /// All that can be said, and the texts that it points into.
  private func look() throws -> ([Diagnostic], [SourceText]) {
    do {
      let workspace = try project.open()
      // The texts are all there once the files have been looked at.
      let diagnostics = workspace.check()
      return (diagnostics, workspace.texts.all)
    } catch let problems as ProjectProblems {
      return (problems.diagnostics, problems.sources)
    }
  }
}
