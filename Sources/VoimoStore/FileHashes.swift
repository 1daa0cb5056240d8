import Synchronization
package import VoimoBase

/// What was known of a file when its hash was computed.
struct FileMemory: Hashable, Sendable {
  var size: Int
  var modified: Int
  var changed: Int
  var inode: Int
  /// When the computation began, in nanoseconds since 1970.
  var looked: Int
  var hash: ContentHash

  /// Whether the file still is what it was, as far as can be known without reading it.
  ///
  /// Git's racy rule: a file that was changed about when it was hashed may have been changed again
  /// within the same tick of the file system's clock, and show nothing of it. The time of change is
  /// the system's own and cannot be set back as the time of modification can.
  func holds(for status: FileStatus) -> Bool {
    // Times beyond what 64 bits reach are all alike: they prove nothing.
    guard status.modified < .max, status.changed < .max, looked > .min else { return false }
    return size == status.size && modified == status.modified && changed == status.changed
      && inode == status.inode
      && max(changed, modified) < looked.subtractingReportingOverflow(Self.tick(of: status)).0
  }

  /// The coarsest step of the clock that wrote the file's times: file systems with whole (or even)
  /// seconds show it by their zeros, others follow the kernel's tick of at most 10 ms.
  private static func tick(of status: FileStatus) -> Int {
    status.changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
  }
}

/// The hashes of the user's files, each computed once and remembered until the file changes.
///
/// An unchanged file costs one look at it and no reading. Safe to use from many threads.
package final class FileHashes: Sendable {
  private let index: Index?
  private let files: FileOperations
  private let counters: StoreCounters
  private let project: String
  private let memories = Mutex<[String: FileMemory]?>(nil)
  private let now: @Sendable () -> Int

  /// Joins the memory with its index; without one, or with one for reading, nothing new is kept.
  init(
    index: Index?, project: String, files: FileOperations, counters: StoreCounters,
    now: @escaping @Sendable () -> Int = { WallClock.nanoseconds }
  ) {
    self.index = index
    self.project = project
    self.files = files
    self.counters = counters
    self.now = now
  }

  /// Hashes where there is no store: every file is read.
  package static func withoutMemory() -> FileHashes {
    FileHashes(index: nil, project: ".", files: FileOperations(), counters: StoreCounters())
  }

  /// The SHA-256 of a file's whole content; symbolic links are followed.
  ///
  /// - Throws: `StoreError`: the file is missing, not an ordinary one, cannot be read, or changes
  ///   while it is being read.
  /// - Complexity: O(1) where the file is as it was, else O(*n*) in its bytes.
  package func hash(ofFile path: String) throws(StoreError) -> ContentHash {
    counters.count(.lookedAt)
    let name = name(of: path)
    if let memory = try memory(of: name), memory.holds(for: try files.status(path)) {
      return memory.hash
    }
    let memory = try read(path)
    let isNew = memories.withLock { memories in
      memories?.updateValue(memory, forKey: name) != memory
    }
    if isNew, let index, !index.readOnly { try index.remember(memory, of: name) }
    return memory.hash
  }

  private func memory(of name: String) throws(StoreError) -> FileMemory? {
    if let memories = memories.withLock({ $0 }) { return memories[name] }
    let loaded = try index?.fileMemories() ?? [:]
    return memories.withLock { memories in
      if memories == nil { memories = loaded }
      return memories?[name]
    }
  }

  /// Reads the file, twice if it changes the first time.
  private func read(_ path: String) throws(StoreError) -> FileMemory {
    for _ in 0..<2 {
      let looked = now()
      let file = try files.openForReading(path)
      let before = try file.status()
      var hasher = SHA256()
      var size = 0
      try unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
        unsafe hasher.update(block)
        size += block.count
      }
      counters.count(.hashed, size)
      let after = try file.status()
      guard before.modified == after.modified, before.changed == after.changed, size == after.size
      else { continue }
      return FileMemory(
        size: size, modified: after.modified, changed: after.changed, inode: after.inode,
        looked: looked, hash: hasher.finish())
    }
    throw .changing(path: path)
  }

  /// A path inside the project from there, so that a project that moves keeps its memory.
  private func name(of path: String) -> String {
    path.hasPrefix(project + "/") ? String(path.dropFirst(project.utf8.count + 1)) : path
  }
}
