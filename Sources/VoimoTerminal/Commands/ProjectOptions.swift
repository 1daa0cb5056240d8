import ArgumentParser
import Glibc
import Synchronization
import VoimoBase
import VoimoKit
import VoimoMedia

/// Which project, and how to look at it: shared by most commands.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp(
      "The folder that holds voimo.yaml; else this folder, or the nearest above it that has one.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "A profile of the file; 'draft' is always there: small and fast.", valueName: "name"),
    completion: .list(["draft"]))
  var profile: String?

  /// The project joined with its store.
  ///
  /// What `voimo check` looks at was looked at, but for files that have been read before and not
  /// changed since.
  ///
  /// - Parameters:
  ///   - purpose: Whether it is to build or only to be read.
  ///   - says: Whether it may be told where the project is; not with `--quiet`.
  /// - Returns: A session that can plan and answer, and build where that is the purpose.
  /// - Throws: `ProjectProblems`, `KitError`, `StoreError`.
  func session(for purpose: Session.Purpose, says: Bool = true) throws -> Session {
    try session(of: open(says: says), for: purpose)
  }

  /// A project that has been read, joined with its store.
  func session(of workspace: Workspace, for purpose: Session.Purpose) throws -> Session {
    try show(workspace.firstProblems(), of: workspace)
    let session = try Session(workspace, for: purpose)
    // A build tells of these itself, among all else that it tells.
    if purpose == .reading {
      for sentence in session.storeSentences { Output.note("warning: \(sentence)") }
    }
    try show(session.contentProblems(), of: workspace)
    return session
  }

  private func show(_ problems: [Diagnostic], of workspace: Workspace) throws {
    if problems.contains(where: { $0.severity == .error }) { throw workspace.problems(problems) }
    guard !problems.isEmpty else { return }
    ErrorText.standard.report(problems, sources: workspace.texts.all)
  }

  /// Reads the project.
  ///
  /// - Parameter says: Whether it may be told where the project is, if it is not here.
  /// - Returns: The project, before anything was asked of its store.
  /// - Throws: `ProjectProblems`, `KitError`.
  func open(says: Bool = true) throws -> Workspace {
    let place = try ProjectFolder.find(folder)
    if says, let upwards = place.upwards, Self.hasSaid.exchange(true, ordering: .relaxed) == false {
      Output.note("using \(upwards)")
    }
    return try Workspace.open(
      folder: place.path, profile: profile, reading: .ownChild, registry: .ofThisMachine)
  }

  /// A command may open its project twice; where it is, is told once.
  private static let hasSaid = Atomic(false)
}
