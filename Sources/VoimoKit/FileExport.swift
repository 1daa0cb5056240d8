import Glibc

/// Puts a copy of a stored file where the user wants it.
enum FileExport {
  /// `FICLONE` of linux/fs.h: shares the blocks where the file system can.
  private static let cloneRequest: UInt = 0x4004_9409

  /// Copies an open file, from its beginning, beside its destination and renames it over: a reader
  /// sees the old or the new one whole.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  static func copy(_ input: Int32, to destination: String) throws {
    let folder = String(
      destination.prefix(upTo: destination.lastIndex(of: "/") ?? destination.startIndex))
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure("make", folder) }
    let fresh = "\(folder)/.voimo-\(getpid())-\(destination.utf8.count).part"
    let output = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw failure("write", fresh) }
    var isOpen = true
    defer {
      if isOpen { close(output) }
      unsafe unlink(fresh)
    }
    if ioctl(output, cloneRequest, input) != 0 { try copyBytes(input, output, destination) }
    guard fsync(output) == 0 else { throw failure("write", destination) }
    isOpen = false
    guard close(output) == 0 else { throw failure("write", destination) }
    guard unsafe rename(fresh, destination) == 0 else { throw failure("replace", destination) }
  }

  /// Writes bytes beside their destination and renames that over: a reader sees the old or the new
  /// file whole.
  ///
  /// - Throws: `KitError`, with the exit status for a full disk where it is one.
  static func write(_ bytes: [UInt8], to destination: String) throws {
    let fresh = "\(destination).\(getpid()).part"
    let output = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw failure("write", destination) }
    defer { unsafe unlink(fresh) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(output, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure("write", destination)
        close(output)
        throw error
      }
      done += count
    }
    guard close(output) == 0 else { throw failure("write", destination) }
    guard unsafe rename(fresh, destination) == 0 else { throw failure("replace", destination) }
  }

  private static func copyBytes(_ input: Int32, _ output: Int32, _ destination: String) throws {
    while true {
      let count = sendfile(output, input, nil, 1 << 24)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("write", destination) }
      if count == 0 { return }
    }
  }

  private static func failure(_ verb: String, _ path: String) -> KitError {
    let code = errno
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let isFull = code == ENOSPC || code == EDQUOT
    return KitError(isFull ? .noSpace : .buildFailed, "cannot \(verb) \(path): \(reason)")
  }
}
