import Glibc

/// Where things go that were found in the store and are not what they should be.
///
/// Nothing is ever read from there; `voimo cache gc` empties it. That something cannot be moved
/// there is no failure: it is replaced where it is.
struct Quarantine: Sendable {
  let folder: StoreFolder
  let files: FileOperations

  /// Moves whatever a path in the store names, and if it cannot be moved, removes it.
  ///
  /// - Returns: whether the path is free now.
  @discardableResult
  func take(_ path: String) -> Bool {
    guard let status = try? files.look(at: path) else { return true }
    let name = path.dropFirst(folder.path.utf8.count + 1).replacing("/", with: "-")
    do {
      try files.makeFolder(folder.quarantine)
      try files.rename(path, to: free(String(name)))
      return true
    } catch {
      let removed: Void? =
        status.kind == .folder ? try? files.removeTree(path) : try? files.remove(path)
      return removed != nil
    }
  }

  /// A name that nothing in the quarantine has yet.
  private func free(_ name: String) throws(StoreError) -> String {
    let plain = "\(folder.quarantine)/\(name)"
    if try files.look(at: plain) == nil { return plain }
    for number in 2... where try files.look(at: "\(plain)-\(number)") == nil {
      return "\(plain)-\(number)"
    }
    return plain
  }

  /// Moves out of the way what keeps a file from getting its place in a shelf of two digits: a
  /// shelf that is not a folder, or something in the place that is not a file.
  func clear(_ path: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let shelf = String(path[..<slash])
    if let status = try? files.look(at: shelf), status.kind != .folder { take(shelf) }
    if let status = try? files.look(at: path), !status.isOrdinary { take(path) }
  }

  /// Renames a file into its place in a shelf, making the shelf and clearing the way where need be.
  ///
  /// - Returns: whether the shelf was made just now.
  func place(_ fresh: String, at path: String) throws(StoreError) -> Bool {
    guard let slash = path.lastIndex(of: "/") else { return false }
    let shelf = String(path[..<slash])
    do throws(StoreError) {
      let isNew = try files.makeFolder(shelf)
      try files.rename(fresh, to: path)
      return isNew
    } catch {
      guard case .file(_, _, let code) = error,
        [ENOTDIR, EISDIR, EEXIST, ENOTEMPTY].contains(code)
      else { throw error }
      clear(path)
      let isNew = try files.makeFolder(shelf)
      try files.rename(fresh, to: path)
      return isNew
    }
  }
}
