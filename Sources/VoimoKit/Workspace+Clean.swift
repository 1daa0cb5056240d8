import Glibc
import VoimoBase
import VoimoProject
package import VoimoStore

/// What voimo wrote into `out/` and what can go: worked out, not yet removed.
package struct Cleaning: Sendable {
  /// A file that can go.
  package struct File: Sendable, Hashable {
    /// Relative to the project's folder.
    package var path: String
    /// In bytes.
    package var size: Int

    /// Names a file.
    package init(path: String, size: Int) {
      self.path = path
      self.size = size
    }
  }

  /// Sorted by path.
  package var files: [File] = []
  /// Files that voimo wrote once and somebody has changed since: they stay.
  package var changed: [String] = []
}

extension Workspace {
  /// Looks for files in `out/` that voimo wrote and no profile of the project asks for any more.
  ///
  /// Only files that the store remembers, and that still hold what was written, are named; nobody's
  /// else are.
  ///
  /// - Parameter all: Whether files that are still asked for are named too.
  /// - Returns: The files, and those that were changed since and so stay.
  /// - Throws: `StoreError`.
  package func cleaning(all: Bool) throws -> Cleaning {
    guard let store = try Store.openExisting(folder: storeFolder) else { return Cleaning() }
    let records = store.exports()
    let gone = all ? records : unwantedRecords(among: records)
    var cleaning = Cleaning()
    for record in gone.sorted(by: { $0.path < $1.path }) {
      let full = "\(folder)/\(record.path)"
      guard FileIdentity(of: full) != nil else { continue }
      if isPlain(full), (try? store.hashes.hash(ofFile: full)) == record.hash {
        cleaning.files.append(.init(path: record.path, size: record.size))
      } else {
        cleaning.changed.append(record.path)
      }
    }
    cleaning.files += abandoned()
    return cleaning
  }

  /// Removes what was named; a file that changed meanwhile stays.
  ///
  /// - Returns: what was removed.
  /// - Throws: `KitError`, `StoreError`.
  package func remove(_ cleaning: Cleaning, holding lock: BuildLock) throws -> [Cleaning.File] {
    guard try Store.openExisting(folder: storeFolder) != nil else { return [] }
    let store = try Store.open(folder: storeFolder)
    var records = store.exports()
    var removed: [Cleaning.File] = []
    for file in cleaning.files {
      let full = "\(folder)/\(file.path)"
      if let record = records.first(where: { $0.path == file.path }) {
        guard isPlain(full), (try? store.hashes.hash(ofFile: full)) == record.hash else { continue }
      }
      guard unsafe unlink(full) == 0 || errno == ENOENT else {
        throw KitError.system("remove", full)
      }
      records.removeAll { $0.path == file.path }
      removed.append(file)
    }
    try store.remember(exports: records)
    // Goes only if nothing else is in it.
    _ = unsafe rmdir("\(folder)/\(Session.exportFolder)")
    return removed
  }

  /// Of the files that voimo has written, those that hold what it wrote and that nobody asks for.
  func unwanted(
    among records: [ExportRecord], hash: (String) throws -> ContentHash
  ) -> [Cleaning.File] {
    unwantedRecords(among: records).filter {
      isPlain("\(folder)/\($0.path)") && (try? hash("\(folder)/\($0.path)")) == $0.hash
    }.map { Cleaning.File(path: $0.path, size: $0.size) }.sorted { $0.path < $1.path }
  }

  private func unwantedRecords(among records: [ExportRecord]) -> [ExportRecord] {
    var wanted: Set<String> = []
    var unread: Set<String?> = []
    for profile in [nil] + project.profiles.map(Optional.some) {
      let read = profile == self.profile ? project : Project.parse(source, profile: profile).0
      guard let read else {
        unread.insert(profile)
        continue
      }
      wanted.formUnion(Wish.all(of: read, profile: profile).map(\.path))
    }
    return records.filter { !wanted.contains($0.path) && !unread.contains($0.profile) }
  }

  /// Files in `out/` that a process was writing when it was killed.
  private func abandoned() -> [Cleaning.File] {
    let out = "\(folder)/\(Session.exportFolder)"
    guard let stream = unsafe opendir(out) else { return [] }
    defer { unsafe closedir(stream) }
    var files: [Cleaning.File] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard let writer = UserFile.writer(of: name), kill(writer, 0) != 0, errno == ESRCH else {
        continue
      }
      var status = stat()
      guard unsafe lstat("\(out)/\(name)", &status) == 0 else { continue }
      files.append(.init(path: "\(Session.exportFolder)/\(name)", size: Int(status.st_size)))
    }
    return files.sorted { $0.path < $1.path }
  }

  private func isPlain(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
