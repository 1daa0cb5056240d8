import VoimoEngine
import VoimoStages
package import VoimoStore

/// Looking after a store as such, without a look at the project that it belongs to.
package struct StoreCare: Sendable {
  /// The `.voimo` folder.
  package let folder: String
  /// What was typed, told to whoever finds the store locked.
  private let command: String

  /// Takes the `.voimo` folder.
  package init(folder: String, command: String) {
    self.folder = folder
    self.command = command
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

  /// Removes what no profile's last build needs; nil when there is no store.
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
        value: try reader.garbage(maxSize: maxSize, first: [StageRegistry.film.name]),
        sentences: reader.takeSentences())
    }
    let lock = try Workspace.lock(
      storeFolder: folder, waits: false, command: command, hint: Self.patience)
    let store = try Store.open(folder: folder)
    let garbage = try store.garbage(maxSize: maxSize, first: [StageRegistry.film.name])
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
