import Foundation

/// The repository as text: every file that belongs to it, read once.
struct Repository: Sendable {
  /// One file, by its path from the repository's root.
  struct File: Sendable {
    var path: String
    var bytes: Int
    /// The content, or nil where it is not UTF-8 text.
    var text: String?
    /// The same as bytes, for quick looks.
    var utf8: [UInt8] = []

    var name: String { String(path.split(separator: "/").last ?? "") }
    var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
    var pathExtension: String {
      let parts = name.split(separator: ".")
      return parts.count > 1 ? String(parts.last ?? "").lowercased() : ""
    }
    var lines: [Substring] { (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) }

    /// The module that the file is part of, when it lies in `Sources`.
    var module: String? {
      let parts = path.split(separator: "/")
      return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }
  }

  var files: [File]

  /// The folder of this checkout, found from where this file lies.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// This checkout.
  static let here: Repository = {
    var files: [File] = []
    collect(root, path: "", into: &files)
    return Repository(files: files.sorted { $0.path < $1.path })
  }()

  /// Files of these kinds are data, however they could be read as text.
  static let media: Set<String> = [
    "wav", "flac", "ogg", "oga", "opus", "mp3", "m4a", "aac", "mp4", "mov", "png", "jpg", "jpeg",
  ]

  private static func collect(_ folder: URL, path: String, into files: inout [File]) {
    let entries =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey, .fileSizeKey])) ?? []
    for entry in entries {
      let name = entry.lastPathComponent
      let entryPath = path.isEmpty ? name : "\(path)/\(name)"
      guard !isIgnored(name, in: path) else { continue }
      let values = try? entry.resourceValues(forKeys: [.isDirectoryKey, .fileSizeKey])
      if values?.isDirectory == true {
        collect(entry, path: entryPath, into: &files)
      } else {
        var file = File(path: entryPath, bytes: values?.fileSize ?? 0)
        if !media.contains(file.pathExtension) {
          file.text = try? String(contentsOf: entry, encoding: .utf8)
          file.utf8 = Array((file.text ?? "").utf8)
        }
        files.append(file)
      }
    }
  }

  /// What `.gitignore` keeps out of the repository, and git's own folder.
  private static func isIgnored(_ name: String, in folder: String) -> Bool {
    if [".git", ".build", ".swiftpm", ".voimo", ".venv", "__pycache__", "Package.resolved"]
      .contains(name) || name.hasPrefix(".build-")
    {
      return true
    }
    return name == "out" && (folder.isEmpty || folder.hasPrefix("examples/"))
  }

  func file(_ path: String) -> File? { files.first { $0.path == path } }

  /// The names of the folders directly in `folder`.
  func folders(in folder: String) -> [String] {
    let names = files.compactMap { file -> String? in
      guard file.path.hasPrefix(folder + "/") else { return nil }
      let rest = file.path.dropFirst(folder.count + 1).split(separator: "/")
      return rest.count > 1 ? String(rest[0]) : nil
    }
    return Set(names).sorted()
  }

  /// All Swift files below `folder`.
  func swiftFiles(in folder: String) -> [File] {
    files.filter { $0.path.hasPrefix(folder + "/") && $0.pathExtension == "swift" }
  }

  /// All Markdown pages.
  var pages: [File] { files.filter { $0.pathExtension == "md" } }
}
