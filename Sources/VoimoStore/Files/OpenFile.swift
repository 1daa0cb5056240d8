import Glibc

/// One open file; closed when the value ends.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens so that no child process inherits it.
  init(
    _ path: String, _ flags: Int32, _ operation: FileOperation, mode: mode_t = 0
  ) throws(StoreError) {
    var descriptor: Int32
    repeat {
      descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .last(operation, path) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// What the system knows of the open file itself.
  borrowing func status() throws(StoreError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last(.look, path) }
    return FileStatus(status)
  }
}

/// What tells whether a file may have changed, without reading it.
struct FileStatus: Hashable, Sendable {
  /// In bytes.
  var size: Int
  /// When the content was last written, in nanoseconds since 1970; anybody can set it.
  var modified: Int
  /// When the file was last changed in any way, in nanoseconds since 1970; only the system sets it.
  var changed: Int
  /// The file's number on its file system.
  var inode: Int
  /// What sort of file it is.
  var kind: Kind
  /// How many names the file has.
  var links: Int

  /// What sort of thing a name in a folder stands for.
  enum Kind: String, Sendable {
    case file, folder, link
    case other = "pipe, socket or device"
  }

  /// Whether it is an ordinary file: no folder, pipe or device.
  var isOrdinary: Bool { kind == .file }

  /// Takes what `stat` gives.
  init(_ status: stat) {
    size = Int(status.st_size)
    modified = WallClock.nanoseconds(of: status.st_mtim)
    changed = WallClock.nanoseconds(of: status.st_ctim)
    inode = Int(bitPattern: UInt(status.st_ino))
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    links = Int(status.st_nlink)
  }
}
