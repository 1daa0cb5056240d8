import Glibc

/// Who holds the lock of a project, as far as the lock file tells.
package struct LockHolder: Sendable, Hashable, CustomStringConvertible {
  /// The process's number on its machine.
  package var process: Int
  /// When it took the lock, in seconds since 1970.
  package var since: Double
  /// The machine's name.
  package var host: String
  /// What it was asked to do: `build film`.
  package var command: String

  package var description: String {
    "process \(process) on \(host) (\(command))"
  }

  /// The lock file's text: a line each, for people first.
  var text: String { "\(process)\n\(since)\n\(host)\n\(command)\n" }

  /// Reads the lock file's text; nil for anything else.
  package init?(text: String) {
    let lines = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, let process = Int(lines[0]), let since = Double(lines[1]) else {
      return nil
    }
    self.process = process
    self.since = since
    host = String(lines[2])
    command = String(lines[3].prefix { $0 != "\n" })
  }

  /// This process, now.
  init(command: String) {
    process = Int(getpid())
    since = WallClock.seconds
    var name = [CChar](repeating: 0, count: 256)
    host =
      unsafe gethostname(&name, 255) == 0
      ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      : "unknown"
    self.command = String(command.map { $0.isNewline ? " " : $0 })
  }
}

/// Why the lock could not be had.
package enum LockError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another process builds here; nil when the lock file does not say which.
  case held(by: LockHolder?)
  /// Waiting for it was given up.
  case gaveUp
  /// The lock file cannot be made or locked.
  case store(StoreError)

  package var description: String {
    switch self {
    case .held(let holder?): "another build is running in this project: \(holder)"
    case .held(nil): "another build is running in this project"
    case .gaveUp: "gave up waiting for the other build"
    case .store(let error): error.description
    }
  }
}

/// The right to build in a project: one holder at a time, readers never ask for it.
///
/// The kernel frees it with the process that holds it, however that ends; the text in the file is
/// for people alone. Released when the value goes away.
package final class BuildLock: Sendable {
  /// What to do when another process holds the lock.
  package enum WhenHeld: Sendable {
    /// Say so.
    case fail
    /// Wait until it is free, or until the closure, asked ten times a second, says to give up.
    case wait(giveUp: @Sendable () -> Bool)
  }

  private let file: LockFile
  private let path: String

  private init(_ file: consuming LockFile, path: String) {
    self.file = file
    self.path = path
  }

  /// Takes the lock of the project whose `.voimo` folder that is, making the folder if need be.
  ///
  /// - Throws: `LockError`.
  package static func take(
    in folder: String, command: String, whenHeld: WhenHeld = .fail
  ) throws(LockError) -> BuildLock {
    let folder = StoreFolder(folder)
    do { try folder.make(FileOperations()) } catch { throw .store(error) }
    while true {
      let file: LockFile
      do { file = try LockFile(folder.lock) } catch { throw .store(error) }
      do {
        if try file.lock() {
          try file.write(LockHolder(command: command).text)
          return BuildLock(file, path: folder.lock)
        }
      } catch { throw .store(error) }
      guard case .wait(let giveUp) = whenHeld else { throw .held(by: holder(in: folder.path)) }
      if giveUp() { throw .gaveUp }
      usleep(100_000)
    }
  }

  /// Who builds in the project now; nil where nobody does, or the system does not tell.
  ///
  /// Asks the kernel's list of locks, so that nobody who wants the lock is disturbed.
  package static func running(in folder: String) -> LockHolder? {
    let files = FileOperations()
    guard let status = try? files.status(StoreFolder(folder).lock),
      let file = try? files.openForReading("/proc/locks")
    else { return nil }
    var bytes: [UInt8] = []
    try? unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
      unsafe bytes.append(contentsOf: block.prefix((1 << 20) - min(bytes.count, 1 << 20)))
    }
    let isHeld = String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      return words.contains("FLOCK") && words.contains { $0.hasSuffix(":\(status.inode)") }
    }
    return isHeld ? holder(in: folder) : nil
  }

  /// Who last wrote itself into the lock file; it need not be alive.
  package static func holder(in folder: String) -> LockHolder? {
    let files = FileOperations()
    guard let file = try? files.openForReading(StoreFolder(folder).lock) else { return nil }
    var bytes: [UInt8] = []
    try? unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
      unsafe bytes.append(contentsOf: block.prefix(4096 - min(bytes.count, 4096)))
    }
    return LockHolder(text: String(decoding: bytes, as: UTF8.self))
  }
}

/// The open lock file.
private struct LockFile: ~Copyable, Sendable {
  private let file: OpenFile

  init(_ path: String) throws(StoreError) {
    if let status = try FileOperations().look(at: path), !status.isOrdinary {
      throw .notAFile(path: path)
    }
    file = try OpenFile(path, O_RDWR | O_CREAT | O_NONBLOCK, .open, mode: 0o666)
  }

  // Said, not left to the close: a process that is just being started has our files open until it
  // becomes another program, and would hold the lock for so long.
  deinit { _ = flock(file.descriptor, LOCK_UN) }

  /// Whether the lock is ours now, on the file that the path still names.
  borrowing func lock() throws(StoreError) -> Bool {
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      throw .file(operation: "lock", path: file.path, code: errno)
    }
    // Somebody may have removed the file between our opening and locking it.
    guard let named = try? FileOperations().status(file.path) else { return false }
    return try file.status().inode == named.inode
  }

  borrowing func write(_ text: String) throws(StoreError) {
    guard ftruncate(file.descriptor, 0) == 0 else { throw .last(.write, file.path) }
    try FileOperations().write(Array(text.utf8), to: file)
  }
}
