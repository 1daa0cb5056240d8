import VoimoEngine
import VoimoProject
import VoimoStages
package import VoimoStore

/// Looking after a store as such, without a look at the project that it belongs to.
package struct StoreCare: Sendable {
  /// The `.voimo` folder.
  package let folder: String
  /// What was typed, told to whoever finds the store locked.
  private let command: String
  /// The project's profiles; nil where `voimo.yaml` cannot be read, so that all count.
  private let profiles: Set<String>?

  /// Looks after the store of a project; that its file is missing or wrong is no matter.
  ///
  /// - Parameters:
  ///   - project: The project's folder.
  ///   - command: What was typed.
  package init(project: String, command: String) {
    folder = Workspace.storeFolder(of: project)
    self.command = command
    profiles = (try? Workspace.read(project)).flatMap {
      Project.parse($0, profile: nil).0.map { Set($0.profiles) }
    }
  }

  /// An answer, and what the user should know about the store itself.
  package struct Answer<Value> {
    package var value: Value
    /// Whole sentences.
    package var sentences: [String]
  }

  /// What the store holds; nil when there is none.
  ///
  /// - Throws: `KitError`.
  package func statistics() throws -> Answer<StoreStatistics>? {
    guard let store = try Store.openExisting(folder: folder) else { return nil }
    return Answer(value: try store.statistics(), sentences: store.takeSentences())
  }

  /// Removes what the last build of no profile needs; nil when there is no store.
  ///
  /// Profiles that `voimo.yaml` does not have any more need nothing.
  ///
  /// - Parameters:
  ///   - maxSize: Bytes that may stay, old films and then what was not used for longest going
  ///     first; nil for everything that is not needed.
  ///   - isDry: Whether nothing is removed, only worked out.
  /// - Returns: What was, or would be, removed.
  /// - Throws: `KitError`, that a build is at work among others.
  package func collect(maxSize: Int?, isDry: Bool) throws -> Answer<Garbage>? {
    guard let reader = try Store.openExisting(folder: folder) else { return nil }
    if isDry {
      return Answer(
        value: try reader.garbage(
          maxSize: maxSize, first: [StageRegistry.film.name], profiles: profiles),
        sentences: reader.takeSentences())
    }
    let lock = try Workspace.lock(
      storeFolder: folder, waits: false, command: command, hint: Self.patience)
    let store = try Store.open(folder: folder)
    let garbage = try store.garbage(
      maxSize: maxSize, first: [StageRegistry.film.name], profiles: profiles)
    try store.remove(garbage, holding: lock)
    return Answer(value: garbage, sentences: store.takeSentences())
  }

  /// Looks over everything that the store has; nil when there is none.
  ///
  /// Puts aside what is damaged, where the folder may be written to.
  ///
  /// - Parameters:
  ///   - readsData: Whether every object is read and hashed, too.
  ///   - progress: Is told how many bytes of how many are read.
  /// - Returns: What was looked at, and what of it is damaged.
  /// - Throws: `KitError`, that a build is at work among others.
  package func health(
    readsData: Bool, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> StoreHealth? {
    guard try Store.exists(in: folder) else { return nil }
    guard let lock = try lockIfWritable() else {
      return try Store.openExisting(folder: folder)?
        .health(readsData: readsData, progress: progress)
    }
    defer { withExtendedLifetime(lock) {} }
    return try Store.open(folder: folder).health(readsData: readsData, progress: progress)
  }

  private static let patience = "wait until it has ended"

  /// The lock; nil where nothing may be written.
  private func lockIfWritable() throws -> BuildLock? {
    do {
      return try BuildLock.take(in: folder, command: command)
    } catch .held(let holder) {
      throw KitError(lockedBy: holder, hint: Self.patience)
    } catch {
      return nil
    }
  }
}
