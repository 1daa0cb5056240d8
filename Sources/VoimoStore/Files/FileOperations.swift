import Glibc
import VoimoBase

/// A sort of operation on the file system, named as in "cannot ‹…› film.mp4".
package enum FileOperation: String, Sendable, Hashable, CaseIterable {
  case open, create, read, write, sync, rename, remove, look = "look at", list
  case makeFolder = "make folder", syncFolder = "sync folder", protect
}

/// Everything that the store does to files, in one place.
///
/// Each operation first asks `before`, where a test can make the *n*-th one fail. Interrupted
/// system calls are repeated; nothing else is, least of all a failed sync.
package struct FileOperations: Sendable {
  /// Called before each operation with its path; what it throws is the operation's failure.
  package var before: @Sendable (FileOperation, String) throws(StoreError) -> Void

  /// The plain operations, or ones that can be made to fail.
  package init(
    before: @escaping @Sendable (FileOperation, String) throws(StoreError) -> Void = { _, _ in }
  ) {
    self.before = before
  }

  /// Bytes read or written at once.
  static let blockSize = 1 << 20

  /// What the system knows of a file without reading it; symbolic links are followed.
  func status(_ path: String) throws(StoreError) -> FileStatus {
    try before(.look, path)
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .last(.look, path) }
    return FileStatus(status)
  }

  /// What the system knows of whatever a path names, a link itself too; nil when it names nothing.
  func look(at path: String) throws(StoreError) -> FileStatus? {
    try before(.look, path)
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return FileStatus(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .last(.look, path)
  }

  /// The names in a folder, in no order; none where there is no such folder.
  func names(in folder: String) throws(StoreError) -> [String] {
    try before(.list, folder)
    guard let stream = unsafe opendir(folder) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw .last(.list, folder)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder and those above it that are missing.
  ///
  /// - Returns: whether it was made just now.
  @discardableResult
  func makeFolder(_ path: String) throws(StoreError) -> Bool {
    try before(.makeFolder, path)
    if unsafe mkdir(path, 0o777) == 0 { return true }
    let code = errno
    if code == EEXIST { return false }
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw .of(code, .makeFolder, path)
    }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(.makeFolder, path) }
    return true
  }

  /// Moves a file into its place, replacing what is there, in one instant.
  func rename(_ old: String, to new: String) throws(StoreError) {
    try before(.rename, new)
    guard unsafe Glibc.rename(old, new) == 0 else { throw .last(.rename, new) }
  }

  /// Makes a folder's entries durable.
  func syncFolder(_ path: String) throws(StoreError) {
    try before(.syncFolder, path)
    let file = try OpenFile(path, O_RDONLY | O_DIRECTORY, .syncFolder)
    guard fsync(file.descriptor) == 0 else { throw .last(.syncFolder, path) }
  }

  /// Removes a file; a missing one is not a failure.
  func remove(_ path: String) throws(StoreError) {
    try before(.remove, path)
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last(.remove, path) }
  }

  /// Removes a folder and all that is in it, following no links.
  func removeTree(_ path: String) throws(StoreError) {
    for name in try names(in: path) {
      let child = "\(path)/\(name)"
      var status = stat()
      guard unsafe lstat(child, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try removeTree(child)
      } else {
        try remove(child)
      }
    }
    try before(.remove, path)
    guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw .last(.remove, path) }
  }

  /// Opens an ordinary file for reading.
  ///
  /// - Throws: `StoreError.notAFile` for anything that is not one, without waiting for a pipe.
  func openForReading(_ path: String, followLinks: Bool = true) throws(StoreError) -> OpenFile {
    try before(.open, path)
    let flags = O_RDONLY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW)
    let file = try OpenFile(path, flags, .open)
    guard try file.status().isOrdinary else { throw .notAFile(path: path) }
    return file
  }

  /// Makes a new file that only its maker may write, and nobody once it is closed.
  func create(_ path: String) throws(StoreError) -> OpenFile {
    try before(.create, path)
    return try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, .create, mode: 0o444)
  }

  /// Gives the next bytes of a file, at most a block, to `body` until there are none.
  func readBlocks(
    of file: borrowing OpenFile, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 64)
    defer { unsafe block.deallocate() }
    while true {
      try before(.read, file.path)
      let count = unsafe Glibc.read(file.descriptor, block.baseAddress, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(.read, file.path) }
      guard count > 0 else { return }
      unsafe try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  /// A whole ordinary file of at most a gigabyte; links are not followed.
  func readAll(_ path: String) throws(StoreError) -> [UInt8] {
    let file = try openForReading(path, followLinks: false)
    let size = try file.status().size
    guard size < 1 << 30 else { throw .notAFile(path: path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    try unsafe readBlocks(of: file) { (block) throws(StoreError) in
      unsafe bytes.append(contentsOf: block)
    }
    return bytes
  }

  /// Appends bytes to a file.
  func write(
    _ bytes: UnsafeRawBufferPointer, to file: borrowing OpenFile
  ) throws(StoreError) {
    var written = 0
    while written < bytes.count {
      try before(.write, file.path)
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = unsafe Glibc.write(file.descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(.write, file.path, needed: bytes.count - written) }
      written += count
    }
  }

  /// Appends an array's bytes to a file.
  func write(_ bytes: [UInt8], to file: borrowing OpenFile) throws(StoreError) {
    var written = 0
    while written < bytes.count {
      try before(.write, file.path)
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          file.descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(.write, file.path, needed: bytes.count - written) }
      written += count
    }
  }

  /// Writes a new read-only file.
  func writeNew(_ bytes: [UInt8], to path: String, durably: Bool) throws(StoreError) {
    let file = try create(path)
    do throws(StoreError) {
      try write(bytes, to: file)
      if durably { try sync(file) }
    } catch {
      // What could not be written or synced may be anything: it must not be found under any name.
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// Makes a file's content durable; when it fails the content must be thrown away.
  func sync(_ file: borrowing OpenFile) throws(StoreError) {
    try before(.sync, file.path)
    guard fsync(file.descriptor) == 0 else { throw .last(.sync, file.path) }
  }

  /// Takes away everybody's right to write to a file.
  func protect(_ file: borrowing OpenFile) throws(StoreError) {
    try before(.protect, file.path)
    guard fchmod(file.descriptor, 0o444) == 0 else { throw .last(.protect, file.path) }
  }
}
