import Glibc
import Synchronization
import VoimoBase
import VoimoEngine

/// The blobs: read-only files named by the SHA-256 of what is in them, `objects/ab/cdef…`.
///
/// A name is there exactly when the whole content is. Safe to use from many threads.
final class Blobs: Sendable {
  private let folder: StoreFolder
  private let files: FileOperations
  private let counters: StoreCounters
  /// What is in each folder of `objects` that has been looked at, by its two digits.
  ///
  /// Only what this process adds is followed: nobody else writes while a builder holds the lock.
  private let seen = Mutex<[String: Set<ContentHash>]>([:])

  init(_ folder: StoreFolder, files: FileOperations, counters: StoreCounters) {
    self.folder = folder
    self.files = files
    self.counters = counters
  }

  /// Where a blob is, or would be.
  func path(of hash: ContentHash) -> String {
    let hex = hash.hex
    return "\(folder.objects)/\(hex.prefix(2))/\(hex.dropFirst(2))"
  }

  /// Whether a blob is there; asks the disk once for each of the 256 folders.
  func contains(_ hash: ContentHash) throws(StoreError) -> Bool {
    let digits = String(hash.hex.prefix(2))
    if let known = seen.withLock({ $0[digits] }) { return known.contains(hash) }
    let names = try files.names(in: "\(folder.objects)/\(digits)")
    let found = Set(names.compactMap { ContentHash(hex: digits + $0) })
    return seen.withLock { seen in
      seen[digits, default: []].formUnion(found)
      return found.contains(hash)
    }
  }

  /// Every blob with its size, in no order; reads every folder.
  func all() throws(StoreError) -> [(hash: ContentHash, size: Int)] {
    var blobs: [(ContentHash, Int)] = []
    for digits in try files.names(in: folder.objects) where digits.utf8.count == 2 {
      for name in try files.names(in: "\(folder.objects)/\(digits)") {
        guard let hash = ContentHash(hex: digits + name) else { continue }
        blobs.append((hash, try files.status("\(folder.objects)/\(digits)/\(name)").size))
      }
    }
    return blobs
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
        let digits = String(hash.hex.prefix(2))
        if seen[digits] != nil { seen[digits]?.insert(hash) }
      }
    }
    return published
  }

  private func publish(
    _ bytes: [UInt8], through fresh: String, touched: inout Set<String>
  ) throws(StoreError) -> (hash: ContentHash, size: Int) {
    let hash = ContentHash(hashing: bytes)
    counters.count(.hashed, bytes.count)
    if isThere(hash, size: bytes.count) { return (hash, bytes.count) }
    try write(bytes, to: fresh, durably: true)
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
    if isThere(hash, size: size) { return (hash, size) }
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
    if isThere(hash, size: size) { return (hash, size) }
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

  /// Writes a new read-only file.
  func write(_ bytes: [UInt8], to path: String, durably: Bool) throws(StoreError) {
    let file = try files.create(path)
    do throws(StoreError) {
      try files.write(bytes, to: file)
      if durably { try files.sync(file) }
    } catch {
      // What could not be written or synced may be anything: it must not be found under any name.
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// Whether the disk has a blob with the right number of bytes.
  private func isThere(_ hash: ContentHash, size: Int) -> Bool {
    guard let status = try? files.status(path(of: hash)) else { return false }
    return status.isOrdinary && status.size == size
  }

  private func move(
    _ path: String, to hash: ContentHash, touched: inout Set<String>
  ) throws(StoreError) {
    let digits = String(hash.hex.prefix(2))
    if try files.makeFolder("\(folder.objects)/\(digits)") { try files.syncFolder(folder.objects) }
    try files.rename(path, to: self.path(of: hash))
    touched.insert(digits)
  }
}
