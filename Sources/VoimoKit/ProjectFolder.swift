import Foundation

/// Where a project is: the folder that was named, or the nearest one upwards with a `voimo.yaml`.
package struct ProjectFolder: Sendable, Hashable {
  /// The folder, as an absolute path.
  package var path: String
  /// How the project file is reached from where somebody is, `../../voimo.yaml`; nil where it is
  /// in that very folder, or its folder was named.
  package var upwards: String?

  /// Finds the project that a command is about.
  ///
  /// Without a name the search goes upwards, and ends at the home folder or at the root. A project
  /// file by nearly the right name ends it too: the file further up is then hardly meant.
  ///
  /// - Parameters:
  ///   - name: The folder as typed, or the project file in it; nil to search.
  ///   - current: The folder where the search begins.
  ///   - home: The home folder; nil where there is none.
  /// - Returns: The folder, and the way to it where it is further up.
  /// - Throws: `KitError` that says what is there instead.
  package static func find(
    _ name: String?, from current: String = FileManager.default.currentDirectoryPath,
    home: String? = NSHomeDirectory()
  ) throws -> ProjectFolder {
    if let name {
      let folder = try named(name)
      try refuseDanglingLink(in: folder)
      try refuseLookAlike(in: folder, shown: name)
      return ProjectFolder(path: folder, upwards: nil)
    }
    let home = home.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    var folder = URL(fileURLWithPath: current).resolvingSymlinksInPath()
    var steps = ""
    while true {
      if exists("\(folder.path)/\(Workspace.fileName)") {
        try refuseDanglingLink(in: folder.path)
        return ProjectFolder(
          path: steps.isEmpty ? current : folder.path,
          upwards: steps.isEmpty ? nil : steps + Workspace.fileName)
      }
      try refuseLookAlike(in: folder.path, shown: steps.isEmpty ? "here" : steps)
      if folder.path == "/" || folder.path == home { break }
      folder.deleteLastPathComponent()
      steps += "../"
    }
    throw KitError(
      .usage, "there is no \(Workspace.fileName) in \(current) or in any folder above it",
      hint: "voimo init song.mp3 writes one for a song")
  }

  /// The folder that a name typed after `-C` means: the folder itself, or the one that holds the
  /// project file of that name.
  ///
  /// - Throws: `KitError` where there is no such folder.
  package static func named(_ name: String) throws -> String {
    let path = Workspace.absolute(name)
    var information = stat()
    guard unsafe stat(path, &information) == 0 else {
      let code = errno
      if (path as NSString).lastPathComponent == Workspace.fileName {
        return try named((path as NSString).deletingLastPathComponent)
      }
      throw KitError(
        .usage,
        code == EACCES
          ? "the folder \(name) cannot be opened: permission denied"
          : "the folder \(name) does not exist")
    }
    if information.st_mode & S_IFMT == S_IFDIR { return path }
    let folder = (path as NSString).deletingLastPathComponent
    let file = (path as NSString).lastPathComponent
    if file == Workspace.fileName { return folder }
    if isLookAlike(file) { try refuseLookAlike(in: folder, shown: folder) }
    throw KitError(
      .usage, "\(name) is not a folder", hint: "-C takes the folder that holds voimo.yaml")
  }

  /// The name of a file in a folder that was probably meant to be the project file: `voimo.yml`,
  /// `Voimo.yaml`; nil where the project file itself is there.
  package static func lookAlike(in folder: String) -> String? {
    guard !exists("\(folder)/\(Workspace.fileName)") else { return nil }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().first(where: isLookAlike)
  }

  private static func isLookAlike(_ name: String) -> Bool {
    ["voimo.yaml", "voimo.yml"].contains(name.lowercased()) && name != Workspace.fileName
  }

  private static func refuseLookAlike(in folder: String, shown: String) throws {
    guard let name = lookAlike(in: folder) else { return }
    let place = shown == "here" ? "here" : "in \(shown)"
    throw KitError(
      .usage, "there is a \(name) \(place): rename it to \(Workspace.fileName)",
      hint: "the project file must be called \(Workspace.fileName), in lower case")
  }

  /// A link that leads nowhere is there, and is not.
  private static func refuseDanglingLink(in folder: String) throws {
    let path = "\(folder)/\(Workspace.fileName)"
    guard !FileManager.default.fileExists(atPath: path),
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    else { return }
    throw KitError(
      .usage, "\(path) is a link to \(target), which does not exist")
  }

  /// Whether something has that name, even a link that leads nowhere.
  private static func exists(_ path: String) -> Bool {
    var information = stat()
    return unsafe lstat(path, &information) == 0
  }
}
