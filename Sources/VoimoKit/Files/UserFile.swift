import Glibc
import Synchronization

/// The one way in which voimo writes a file of the user's.
///
/// The new content is written beside its destination, flushed, and renamed over it, and the folder
/// is flushed: whoever reads sees the old or the new file whole, whatever happens in between.
/// Symbolic links are followed: the file that they lead to is replaced, and the link stays. A file
/// that is there keeps its permissions, and its owner where the system allows that. What is no
/// plain file is never replaced.
package enum UserFile {
  /// `FICLONE` of linux/fs.h: shares the blocks where the file system can.
  private static let cloneRequest: UInt = 0x4004_9409
  private static let count = Atomic(0)

  /// Writes bytes.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  package static func write(_ bytes: [UInt8], to path: String) throws(KitError) {
    try replace(path) { (fresh) throws(KitError) in
      try append(bytes, to: fresh.descriptor, path)
    }
  }

  /// Copies a file; the blocks are shared where the file system can do that.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  package static func copy(_ source: String, to path: String) throws(KitError) {
    let input = unsafe open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .system("read", source) }
    defer { close(input) }
    try copy(from: input, to: path)
  }

  /// Copies an open file from where it stands.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  static func copy(from input: Int32, to path: String) throws(KitError) {
    try replace(path) { (fresh) throws(KitError) in
      if ioctl(fresh.descriptor, cloneRequest, input) == 0 { return }
      while true {
        let count = sendfile(fresh.descriptor, input, nil, 1 << 24)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .system("write", path) }
        if count == 0 { return }
      }
    }
  }

  /// A new file beside its destination, still without its name.
  package struct Fresh {
    package var path: String
    var descriptor: Int32
  }

  /// Has a file made and puts it in its place.
  ///
  /// - Parameters:
  ///   - path: The destination; links are followed.
  ///   - make: Writes the content into a new, empty file; when it throws, nothing has changed.
  /// - Throws: `KitError`, and what `make` throws.
  package static func replace(
    _ path: String, _ make: (Fresh) throws(KitError) -> Void
  ) throws(KitError) {
    let place = try place(of: path)
    let fresh = try create(in: place.folder, for: path)
    var isOpen = true
    var isPlaced = false
    defer {
      if isOpen { close(fresh.descriptor) }
      if !isPlaced { _ = unsafe unlink(fresh.path) }
    }
    if let old = place.old {
      guard fchmod(fresh.descriptor, old.mode) == 0 else { throw .system("write", path) }
      // Only root may give files away; without it the file is the writer's.
      if fchown(fresh.descriptor, old.owner, old.group) == 0 {
        // Giving a file away takes its special bits.
        _ = fchmod(fresh.descriptor, old.mode)
      }
    }
    try make(fresh)
    guard fsync(fresh.descriptor) == 0 else { throw .system("write", path) }
    isOpen = false
    guard close(fresh.descriptor) == 0 else { throw .system("write", path) }
    guard unsafe rename(fresh.path, place.path) == 0 else { throw .system("replace", path) }
    isPlaced = true
    try flush(place.folder, for: path)
  }

  /// The start and the end of names that files have while they are written.
  static let temporaryName = (start: ".voimo-", end: ".part")

  /// The process that is writing a file of such a name; nil for any other name.
  static func writer(of name: String) -> pid_t? {
    guard name.hasPrefix(temporaryName.start), name.hasSuffix(temporaryName.end) else { return nil }
    return pid_t(name.dropFirst(temporaryName.start.count).prefix { $0.isASCII && $0.isNumber })
  }

  /// Makes a new file of a short name: the destination's own may be as long as names can be.
  private static func create(in folder: String, for path: String) throws(KitError) -> Fresh {
    while true {
      let number = count.add(1, ordering: .relaxed).newValue
      let fresh =
        "\(folder)/\(temporaryName.start)\(getpid())-\(number)\(temporaryName.end)"
      let descriptor = unsafe open(fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return Fresh(path: fresh, descriptor: descriptor) }
      // Left by a process of our number that was killed.
      guard errno == EEXIST || errno == EINTR else { throw .system("write", path) }
    }
  }

  /// Writes all of some bytes.
  static func append(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(KitError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(
          descriptor, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("write", path) }
      done += count
    }
  }

  private static func flush(_ folder: String, for path: String) throws(KitError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not listed cannot be flushed.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot flush folders, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system("write", path) }
  }
}
