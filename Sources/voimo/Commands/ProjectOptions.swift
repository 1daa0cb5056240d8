import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit

/// Which project, and how to look at it: shared by most commands.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp("The folder that holds voimo.yaml.", valueName: "folder"),
    completion: .directory)
  var folder: String = "."

  @Option(
    help: ArgumentHelp(
      "A profile of the file; 'draft' is always there: small and fast.", valueName: "name"),
    completion: .list(["draft"]))
  var profile: String?

  /// The project joined with its store. What `voimo check` looks at was looked at, but for files
  /// that have been read before and not changed since.
  func session(for purpose: Session.Purpose) throws -> Session {
    let workspace = try open()
    try show(workspace.warnings + workspace.pathProblems(), workspace)
    let session = try Session(workspace, for: purpose)
    do {
      try show(session.contentProblems(), workspace)
    } catch let problems as ProjectProblems {
      throw reported(problems, [workspace.source])
    }
    return session
  }

  private func show(_ problems: [Diagnostic], _ workspace: Workspace) throws {
    if problems.contains(where: { $0.severity == .error }) {
      throw reported(ProjectProblems(problems), [workspace.source])
    }
    if !problems.isEmpty {
      ErrorText(style: Style(stream: STDERR_FILENO)).report(problems, sources: [workspace.source])
    }
  }

  /// Reads the project; its problems are printed here, where the text they point into is known.
  func open() throws -> Workspace {
    let source = try Workspace.read(folder)
    do {
      return try Workspace.open(folder: folder, profile: profile)
    } catch let problems as ProjectProblems {
      throw reported(problems, [source])
    }
  }
}

/// Prints problems of a project file and gives the error that ends the command without more words.
func reported(_ problems: ProjectProblems, _ sources: [SourceText]) -> ExitCode {
  ErrorText(style: Style(stream: STDERR_FILENO)).report(problems.diagnostics, sources: sources)
  return ExitCode(ExitStatus.usage.rawValue)
}
