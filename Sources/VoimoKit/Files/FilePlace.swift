import Glibc

/// Where a name leads once its links are followed, and what is there.
struct FilePlace {
  /// A plain file that is there.
  struct Old: Hashable {
    var mode: mode_t
    var owner: uid_t
    var group: gid_t
    var identity: FileIdentity
  }

  /// The name behind all links; the file itself need not exist.
  var path: String
  /// The folder that it is in, which exists.
  var folder: String
  /// Nil where nothing is there yet.
  var old: Old?
}

/// What makes a file the same file under another name.
struct FileIdentity: Hashable, Sendable {
  var device: dev_t
  var inode: ino_t

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }

  /// The file that a name leads to, links followed; nil where there is none.
  init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

extension UserFile {
  /// Follows a name to where it leads.
  ///
  /// - Throws: `KitError` for what is no plain file, and for a file that may not be written.
  static func place(of path: String) throws(KitError) -> FilePlace {
    var status = stat()
    // Links of /proc lead to things that have no name: a pipe is told here.
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw special(path, status.st_mode)
    }
    let target = try followed(path)
    guard unsafe lstat(target, &status) == 0 else {
      guard errno == ENOENT else { throw .system("write", path) }
      let folder = folder(of: target)
      var above = stat()
      guard unsafe stat(folder, &above) == 0 else {
        if errno == ENOENT {
          throw KitError(
            .buildFailed, "cannot write \(path): there is no folder \(shown(folder))",
            hint: "mkdir -p \(ShellText.quoted(folder))")
        }
        throw .system("write", path)
      }
      guard above.st_mode & S_IFMT == S_IFDIR else {
        throw KitError(.buildFailed, "cannot write \(path): \(shown(folder)) is not a folder")
      }
      return FilePlace(path: target, folder: folder, old: nil)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw special(path, status.st_mode)
    }
    // A rename asks the folder alone; a file that is protected is meant to stay.
    guard unsafe access(target, W_OK) == 0 else { throw .system("write", path) }
    return FilePlace(
      path: target, folder: folder(of: target),
      old: .init(
        mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid,
        identity: FileIdentity(status)))
  }

  /// The name behind all links, also behind one that leads to nothing.
  static func followed(_ path: String) throws(KitError) -> String {
    var current = path
    for _ in 0..<40 {
      var status = stat()
      guard unsafe lstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
        return current
      }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(current, &buffer, buffer.count)
      guard count > 0 else { throw .system("write", path) }
      let target = String(
        decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
      current = target.hasPrefix("/") ? target : "\(folder(of: current))/\(target)"
    }
    throw .system("write", path, code: ELOOP)
  }

  /// The folder of a name, as it is written.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func special(_ path: String, _ mode: mode_t) -> KitError {
    KitError(
      .usage, "cannot write \(path): it is \(FileKind(mode).words), not a plain file",
      hint: "name a file of its own")
  }

  private static func shown(_ folder: String) -> String { folder == "." ? "here" : folder }
}

/// What a name stands for, in words.
enum FileKind {
  case file, folder, pipe, socket, device, link, other

  /// Takes the mode that `stat` gives.
  init(_ mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      case S_IFLNK: .link
      default: .other
      }
  }

  /// `a folder`.
  var words: String {
    switch self {
    case .file: "a plain file"
    case .folder: "a folder"
    case .pipe: "a named pipe (FIFO)"
    case .socket: "a socket"
    case .device: "a device"
    case .link: "a symbolic link"
    case .other: "something special"
    }
  }
}

/// Words for a shell's command line.
enum ShellText {
  /// A word that a shell takes as it is; in quotes where it must be.
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 127 || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil || "/._-+=:,@%".unicodeScalars.contains(scalar)
    }
    guard !plain || word.isEmpty else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
