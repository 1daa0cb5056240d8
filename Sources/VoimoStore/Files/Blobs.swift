import Glibc
import Synchronization
import VoimoBase
import VoimoEngine

/// The blobs: read-only files named by the SHA-256 of what is in them, `objects/ab/cdef…`.
///
/// A name is there exactly when the whole content is, as far as voimo wrote it; what others did to
/// it is found when it is used. Safe to use from many threads.
final class Blobs: Sendable {
  /// How a blob looks without being read.
  enum Look: Sendable, Equatable {
    case whole
    case missing
    /// What is wrong with it, in a few words.
    case damaged(String)
  }

  private let folder: StoreFolder
  private let files: FileOperations
  private let counters: StoreCounters
  private let quarantine: Quarantine
  /// Whether damaged blobs may be moved.
  private let mayMove: Bool
  private let seen = Mutex(Seen())
  /// By the first digit of a blob's name, so that no two threads read the same one.
  private let shelves: [Shelf] = (0..<16).map { _ in Shelf() }

  /// What this process has found; nobody else writes while a builder holds the lock.
  private struct Seen {
    var whole: Set<ContentHash> = []
    /// Those that were put aside, with what was wrong.
    var damaged: [ContentHash: String] = [:]
  }

  /// Blobs that were read whole or written, and what the system knew of them then.
  private final class Shelf: Sendable {
    let verified = Mutex<[ContentHash: FileStatus]>([:])
  }

  init(_ folder: StoreFolder, files: FileOperations, counters: StoreCounters, mayMove: Bool) {
    self.folder = folder
    self.files = files
    self.counters = counters
    self.mayMove = mayMove
    quarantine = Quarantine(folder: folder, files: files)
  }

  /// Looks at a blob's kind and size, once, and puts aside what cannot be it.
  func look(at hash: ContentHash, size: Int?) throws(StoreError) -> Look {
    if let known = seen.withLock({ seen -> Look? in
      if seen.whole.contains(hash) { return .whole }
      return seen.damaged[hash].map(Look.damaged)
    }) {
      return known
    }
    let path = folder.object(hash)
    guard let status = try files.look(at: path) else { return .missing }
    guard let detail = Self.fault(of: status, size: size) else {
      seen.withLock { _ = $0.whole.insert(hash) }
      return .whole
    }
    return .damaged(putAside(hash, detail))
  }

  /// Makes sure that a blob is what its name says; reads it if it is not known to be.
  ///
  /// - Returns: what is wrong with it, in a few words; nil when it is whole.
  /// - Throws: `StoreError` when it cannot be told.
  func check(_ hash: ContentHash) throws(StoreError) -> String? {
    do {
      try open(hash) { (_) throws(StoreError) in }
      return nil
    } catch {
      guard let detail = Self.detail(of: error) else { throw error }
      return putAside(hash, detail)
    }
  }

  /// Lends a blob that is what its name says, open at its beginning.
  ///
  /// - Throws: `StoreError`: `damagedBlob` for one that is not, and what `body` throws.
  func lend<Value>(
    _ hash: ContentHash, _ body: (borrowing OpenFile) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let value: Value?
    do {
      value = try open(hash) { (file) throws(StoreError) in try body(file) }
    } catch {
      guard let detail = Self.detail(of: error) else { throw error }
      throw .damagedBlob(hash: hash, detail: putAside(hash, detail))
    }
    guard let value else { preconditionFailure("a blob was lent and gave nothing") }
    return value
  }

  @discardableResult
  private func open<Value>(
    _ hash: ContentHash, _ body: (borrowing OpenFile) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    let path = folder.object(hash)
    let file = try files.openForReading(path, followLinks: false)
    let status = try file.status()
    let shelf = shelves[Int(hash.bytes[0] >> 4)]
    try shelf.verified.withLock { (verified) throws(StoreError) in
      if verified[hash] == status { return }
      let (found, size) = try self.hash(file)
      guard found == hash else {
        throw .damagedBlob(hash: hash, detail: "\(size) bytes that voimo did not write")
      }
      verified[hash] = status
      guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw .last(.read, path) }
    }
    return try body(file)
  }

  /// What an error in opening or reading a blob says about it; nil where it says nothing.
  private static func detail(of error: StoreError) -> String? {
    switch error {
    case .damagedBlob(_, let detail): detail
    case .notAFile: "not a plain file"
    case .file(_, _, let code) where [ENOENT, ENOTDIR].contains(code): "gone"
    case .file(_, _, let code) where [ELOOP, ENXIO].contains(code): "not a plain file"
    case .file(_, _, EIO): "the disk cannot read it"
    default: nil
    }
  }

  /// Why a file cannot be the blob; nil when it may be.
  private static func fault(of status: FileStatus, size: Int?) -> String? {
    guard status.isOrdinary else { return "a \(status.kind.rawValue)" }
    guard let size, size != status.size else { return nil }
    return "\(status.size) bytes instead of \(size)"
  }

  /// Puts a damaged blob aside and remembers that.
  ///
  /// - Returns: what is wrong, with the file's name.
  private func putAside(_ hash: ContentHash, _ detail: String) -> String {
    let name = String(folder.object(hash).dropFirst(folder.path.utf8.count + 1).prefix(18))
    let sentence = detail == "gone" ? "\(name)… is gone" : "\(name)… is \(detail)"
    let text = detail.hasPrefix("the ") ? "\(name)…: \(detail)" : sentence
    shelves[Int(hash.bytes[0] >> 4)].verified.withLock { $0[hash] = nil }
    seen.withLock { seen in
      seen.whole.remove(hash)
      seen.damaged[hash] = text
    }
    if mayMove { quarantine.take(folder.object(hash)) }
    return text
  }

  /// Every file of the folder of blobs with its size, in the order of names; nil as hash for one
  /// whose name is none.
  func all() throws(StoreError) -> [(hash: ContentHash?, path: String, status: FileStatus)] {
    var blobs: [(ContentHash?, String, FileStatus)] = []
    for digits in try files.names(in: folder.objects).sorted() {
      let shelf = "\(folder.objects)/\(digits)"
      guard let status = try files.look(at: shelf) else { continue }
      guard status.kind == .folder, digits.utf8.count == 2 else {
        blobs.append((nil, shelf, status))
        continue
      }
      for name in try files.names(in: shelf).sorted() {
        let path = "\(shelf)/\(name)"
        guard let status = try files.look(at: path) else { continue }
        blobs.append((ContentHash(hex: digits + name), path, status))
      }
    }
    return blobs
  }

  /// Removes a blob; a missing one is not a failure.
  func remove(_ hash: ContentHash) throws(StoreError) {
    seen.withLock { _ = $0.whole.remove(hash) }
    try files.remove(folder.object(hash))
  }

  /// Publishes a step's outputs: each is hashed, made durable, then renamed into its place.
  ///
  /// - Parameters:
  ///   - outputs: Files in `work`, which are moved, or elsewhere, which are copied; or bytes.
  ///   - work: The step's own folder, on the store's file system.
  /// - Returns: hash and size of each output, by name.
  /// - Throws: `StoreError`; what was published before stays, and harms nobody.
  func publish(
    _ outputs: [String: StepProduct.Output], from work: String
  ) throws(StoreError) -> [String: (hash: ContentHash, size: Int)] {
    var published: [String: (hash: ContentHash, size: Int)] = [:]
    var moved: [String: (hash: ContentHash, size: Int)] = [:]
    var touched: Set<String> = []
    for (number, name) in outputs.keys.sorted().enumerated() {
      let fresh = "\(work)/.blob-\(number)"
      switch outputs[name] {
      case .bytes(let bytes)?:
        published[name] = try publish(bytes, through: fresh, touched: &touched)
      case .file(let path)?:
        if let before = moved[path] {
          published[name] = before
        } else {
          let blob = try publish(file: path, from: work, through: fresh, touched: &touched)
          moved[path] = blob
          published[name] = blob
        }
      case nil: continue
      }
    }
    for digits in touched.sorted() { try files.syncFolder("\(folder.objects)/\(digits)") }
    seen.withLock { seen in
      for (hash, _) in published.values {
        seen.whole.insert(hash)
        seen.damaged[hash] = nil
      }
    }
    return published
  }

  private func publish(
    _ bytes: [UInt8], through fresh: String, touched: inout Set<String>
  ) throws(StoreError) -> (hash: ContentHash, size: Int) {
    let hash = ContentHash(hashing: bytes)
    counters.count(.hashed, bytes.count)
    if isThere(hash) { return (hash, bytes.count) }
    try files.writeNew(bytes, to: fresh, durably: true)
    try move(fresh, to: hash, touched: &touched)
    return (hash, bytes.count)
  }

  private func publish(
    file path: String, from work: String, through fresh: String, touched: inout Set<String>
  ) throws(StoreError) -> (hash: ContentHash, size: Int) {
    let file = try files.openForReading(path, followLinks: false)
    // A second name would let somebody change the blob later; a file elsewhere is not ours to move.
    guard path.hasPrefix(work + "/"), try file.status().links == 1 else {
      return try copy(file, through: fresh, touched: &touched)
    }
    let (hash, size) = try self.hash(file)
    if isThere(hash) { return (hash, size) }
    try files.protect(file)
    try files.sync(file)
    try move(path, to: hash, touched: &touched)
    return (hash, size)
  }

  private func copy(
    _ file: borrowing OpenFile, through fresh: String, touched: inout Set<String>
  ) throws(StoreError) -> (hash: ContentHash, size: Int) {
    let target = try files.create(fresh)
    var hasher = SHA256()
    var size = 0
    try unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
      unsafe hasher.update(block)
      size += block.count
      unsafe try files.write(block, to: target)
    }
    let hash = hasher.finish()
    counters.count(.hashed, size)
    if isThere(hash) { return (hash, size) }
    try files.sync(target)
    try move(fresh, to: hash, touched: &touched)
    return (hash, size)
  }

  /// Hashes an open file from where it stands to its end.
  func hash(_ file: borrowing OpenFile) throws(StoreError) -> (ContentHash, size: Int) {
    var hasher = SHA256()
    var size = 0
    try unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
      unsafe hasher.update(block)
      size += block.count
    }
    counters.count(.hashed, size)
    return (hasher.finish(), size)
  }

  /// Whether the disk has a blob already, and has it right.
  private func isThere(_ hash: ContentHash) -> Bool {
    guard (try? files.look(at: folder.object(hash))) ?? nil != nil else { return false }
    return (try? check(hash)) == .some(nil)
  }

  private func move(
    _ path: String, to hash: ContentHash, touched: inout Set<String>
  ) throws(StoreError) {
    let target = folder.object(hash)
    if try quarantine.place(path, at: target) { try files.syncFolder(folder.objects) }
    touched.insert(String(hash.hex.prefix(2)))
    // Hashed on its way here: it need not be read again before it is used.
    if let status = (try? files.look(at: target)) ?? nil {
      shelves[Int(hash.bytes[0] >> 4)].verified.withLock { $0[hash] = status }
    }
  }
}
