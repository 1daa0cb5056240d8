import Foundation
import Glibc

/// Writes the texts that belong to a project.
package enum TextFile {
  /// Puts a text under a name: whoever reads it sees the old or the new one whole.
  ///
  /// Written beside its destination, flushed, and renamed over it. A file that is there keeps its
  /// permissions. Where the name is a link, the link is replaced and the file behind it is left.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let fresh = "\(folder)/.voimo-\(getpid())-\(URL(fileURLWithPath: path).lastPathComponent).part"
    let output = unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw failure("write in", folder) }
    var isOpen = true
    var isPlaced = false
    defer {
      if isOpen { close(output) }
      if !isPlaced { unsafe unlink(fresh) }
    }
    var information = stat()
    if unsafe lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG {
      guard fchmod(output, information.st_mode & 0o7777) == 0 else { throw failure("write", path) }
    }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(output, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", path) }
      done += count
    }
    guard fsync(output) == 0 else { throw failure("write", path) }
    isOpen = false
    guard close(output) == 0 else { throw failure("write", path) }
    guard unsafe rename(fresh, path) == 0 else { throw failure("replace", path) }
    isPlaced = true
  }

  /// What is under a name, links not followed.
  enum Presence: Equatable {
    case nothing
    /// A plain file with this content.
    case file([UInt8])
    /// A link, a folder, or a file that cannot be read.
    case other
  }

  /// Looks at a name; of a file no more than `limit` bytes and one are read.
  static func look(at path: String, limit: Int) -> Presence {
    var information = stat()
    guard unsafe lstat(path, &information) == 0 else { return errno == ENOENT ? .nothing : .other }
    guard information.st_mode & S_IFMT == S_IFREG, let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: limit + 1)
    else { return .other }
    return .file([UInt8](data))
  }

  private static func failure(_ verb: String, _ path: String) -> KitError {
    let code = errno
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let isFull = code == ENOSPC || code == EDQUOT
    return KitError(isFull ? .noSpace : .usage, "cannot \(verb) \(path): \(reason)")
  }
}
