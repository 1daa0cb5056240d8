import Glibc
import VoimoProject

/// Which files voimo may write where a user says: never one that the project stands on.
package struct WriteGuard: Sendable {
  /// A file that must stay, and what it is to the project.
  package struct Kept: Sendable {
    package var path: String
    /// As it is called in a sentence: `the project's audio`.
    package var role: String

    package init(path: String, role: String) {
      self.path = path
      self.role = role
    }
  }

  /// Files that are never replaced, whether they are there or only named.
  package var kept: [Kept]
  /// A folder in which nothing is written: the store's.
  package var closedFolder: String?

  package init(kept: [Kept], closedFolder: String? = nil) {
    self.kept = kept
    self.closedFolder = closedFolder
  }

  /// Refuses a name that leads to a file which must stay, by any link, hard or symbolic, and to
  /// anything that is no plain file.
  ///
  /// - Throws: `KitError` that says what the file is.
  package func checkKept(_ path: String) throws(KitError) {
    let place = try UserFile.place(of: path)
    let name = Self.canonical(place.path)
    for file in kept {
      let isSame = place.old.map { FileIdentity(of: file.path) == $0.identity } ?? false
      guard isSame || Self.canonical((try? UserFile.followed(file.path)) ?? file.path) == name
      else {
        continue
      }
      throw KitError(
        .usage, "\(path) is \(file.role); voimo does not write over it",
        hint: "name another file")
    }
    if let closedFolder {
      let folder = Self.canonical(closedFolder)
      if name == folder || name.hasPrefix(folder + "/") {
        throw KitError(
          .usage, "\(path) is inside voimo's store, which keeps its own files",
          hint: "name a file outside of \(closedFolder)")
      }
    }
  }

  /// Refuses also a file that is there and that voimo did not write, or that was changed since,
  /// unless it is to be replaced by force.
  ///
  /// - Throws: `KitError` that says what to do.
  package func check(_ path: String, force: Bool) throws(KitError) {
    try checkKept(path)
    let place = try UserFile.place(of: path)
    guard place.old != nil, !force, !ExportMark.isIntact(place.path) else { return }
    throw KitError(
      .usage, "\(path) already exists and is not as voimo wrote it",
      hint: "name another file, or replace it with --force")
  }

  /// A name with its folder as the system knows it; the file itself need not be there.
  static func canonical(_ path: String) -> String {
    func real(_ path: String) -> String? {
      guard let raw = unsafe realpath(path, nil) else { return nil }
      defer { unsafe free(raw) }
      return unsafe String(cString: raw)
    }
    if let all = real(path) { return all }
    let folder = UserFile.folder(of: path)
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard let above = real(folder) else { return path }
    return above == "/" ? "/\(last)" : "\(above)/\(last)"
  }
}

extension Workspace {
  /// The files that this project stands on, with all of its profiles.
  package var writeGuard: WriteGuard {
    let others = project.profiles.compactMap { Project.parse(source, profile: $0).0 }
    let plain = Project.parse(source, profile: nil).0.map { [$0] } ?? []
    var kept = [
      WriteGuard.Kept(path: "\(folder)/\(Self.fileName)", role: "the project file")
    ]
    for file in ([project] + plain + others).flatMap(\.files) {
      let path = resolve(file.path)
      if kept.contains(where: { $0.path == path }) { continue }
      kept.append(.init(path: path, role: "a file of this project (\(file.field))"))
    }
    return WriteGuard(kept: kept, closedFolder: storeFolder)
  }
}
