import Glibc
package import VoimoBase

/// What can go wrong with the store: the environment's doing, seldom ours.
package enum StoreError: Error, Hashable, Sendable {
  /// A newer voimo made this store.
  case newerStore(path: String, version: Int, known: Int)
  /// The index cannot be read.
  case damaged(path: String, detail: String)
  /// The disk, or the user's share of it, is full; `needed` bytes more were to be written.
  case noSpace(path: String, needed: Int)
  /// The system refused an operation on a file, `code` being the C library's error number.
  case file(operation: String, path: String, code: Int32)
  /// A file that is to be read or published is not an ordinary file.
  case notAFile(path: String)
  /// A blob is not what its name says; what is wrong, in a few words that name it.
  case damagedBlob(hash: ContentHash, detail: String)
  /// The file changed while it was being hashed.
  case changing(path: String)
  /// The index refused an operation.
  case index(path: String, detail: String)
  /// The project's folder has a path that is so many bytes too long for the index.
  case longPath(path: String, excess: Int)
  /// Something tried to write to a store that was opened for reading.
  case readOnly(path: String)

  /// Turns the C library's last error into ours.
  static func last(_ operation: FileOperation, _ path: String, needed: Int = 0) -> StoreError {
    .of(errno, operation, path, needed: needed)
  }

  /// Turns an error number into an error.
  static func of(
    _ code: Int32, _ operation: FileOperation, _ path: String, needed: Int = 0
  ) -> StoreError {
    SystemRefusal(code: code).kind == .noSpace
      ? .noSpace(path: path, needed: needed)
      : .file(operation: operation.rawValue, path: path, code: code)
  }

  /// Whether a file was simply not there.
  package var isMissingFile: Bool {
    if case .file(_, _, let code) = self { code == ENOENT || code == ENOTDIR } else { false }
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .newerStore(let path, let version, let known):
      "\(path) was made by a newer voimo (store version \(version), this voimo knows \(known)). "
        + "Use that voimo, or move the folder aside to rebuild from scratch"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)). Move it aside to rebuild from scratch"
    case .noSpace(let path, let needed):
      needed > 0
        ? "no space left for \(path): \(needed) more byte\(needed == 1 ? " is" : "s are") needed"
        : "no space left for \(path)"
    case .file(let operation, let path, let code):
      "cannot \(operation) \(path): \(SystemRefusal(code: code).reason)"
    case .notAFile(let path): "\(path) is not a plain file"
    case .damagedBlob(_, let detail): "the store is damaged: \(detail)"
    case .changing(let path): "\(path) is changing while it is being read"
    case .index(let path, let detail): "\(path): \(detail)"
    case .longPath(let path, let excess):
      "the path of the project's folder is \(excess) bytes too long for a store in it; "
        + "move the project to a folder with a shorter path than \(path)"
    case .readOnly(let path): "nothing can be written in \(path): it is read-only"
    }
  }
}
