import Glibc
import Synchronization
package import VoimoBase
package import VoimoEngine

/// The store of a project: an SQLite index and content-addressed files in `.voimo`.
///
/// The only code that writes in that folder. Killing the process at any instant leaves a store that
/// the next build uses as it is. Safe to use from many threads; to write, hold the `BuildLock`.
package final class Store: ArtifactStore {
  /// The `.voimo` folder.
  package let folder: String
  /// The hashes of the user's files.
  package let hashes: FileHashes

  private let places: StoreFolder
  private let files: FileOperations
  private let index: Index
  private let blobs: Blobs
  private let counters: StoreCounters
  private static let openings = Atomic(0)
  private let memory = Mutex(Memory())
  /// Names what is ours in `tmp` and `logs`: when the store was opened, by which process, and how
  /// often that has opened one.
  private let run: String
  private let logs: StepLogs

  /// Results that have been read or written.
  private struct Memory {
    /// What each step last came to, once it has been asked for.
    var latest: [StepID: StepResult]?
    var byKey: [ContentHash: StepResult] = [:]
    var folders = 0
  }

  private init(
    _ places: StoreFolder, readOnly: Bool, files: FileOperations, now: @escaping @Sendable () -> Int
  ) throws(StoreError) {
    self.places = places
    self.files = files
    folder = places.path
    counters = StoreCounters()
    index = try Index(places.index, readOnly: readOnly, counters: counters)
    blobs = Blobs(places, files: files, counters: counters)
    hashes = FileHashes(
      index: index, project: places.project, files: files, counters: counters, now: now)
    let opening = Self.openings.add(1, ordering: .relaxed).newValue
    run = "\(WallClock.stamp(WallClock.seconds))-\(getpid())-\(opening)"
    logs = StepLogs(folder: "\(places.logs)/\(run)")
  }

  /// Opens the store in that `.voimo` folder, making what is missing.
  ///
  /// - Parameters:
  ///   - folder: The `.voimo` folder.
  ///   - files: How files are worked on; tests make operations fail.
  ///   - now: Nanoseconds since 1970, for the racy rule of file hashes.
  /// - Returns: the store.
  /// - Throws: `StoreError`.
  package static func open(
    folder: String, files: FileOperations = FileOperations(),
    now: @escaping @Sendable () -> Int = { WallClock.nanoseconds }
  ) throws(StoreError) -> Store {
    let places = StoreFolder(folder)
    try files.makeFolder(places.path)
    return try Store(places, readOnly: false, files: files, now: now)
  }

  /// Opens a store for reading; nil when there is none.
  ///
  /// Writes nothing, and waits for no builder.
  ///
  /// - Throws: `StoreError`.
  package static func openExisting(folder: String) throws(StoreError) -> Store? {
    let places = StoreFolder(folder)
    let files = FileOperations()
    do {
      _ = try files.status(places.index)
    } catch {
      if error.isMissingFile { return nil }
      throw error
    }
    return try Store(places, readOnly: true, files: files, now: { WallClock.nanoseconds })
  }

  /// Clears away what builds that were killed have left; the lock proves that none is at work.
  package func clearAbandoned(_ lock: BuildLock) throws(StoreError) {
    for name in try files.names(in: places.temporary) where name != run {
      try files.removeTree("\(places.temporary)/\(name)")
    }
  }

  /// What the store has done since it was opened.
  package var counts: StoreCounts { counters.counts }

  // MARK: - Results

  package func result(for key: ContentHash) throws -> StepResult? {
    try loadLatest()
    var known = memory.withLock { $0.byKey[key] }
    if known == nil {
      known = try index.result(for: key)
      if let known { memory.withLock { $0.byKey[key] = known } }
    }
    guard let known else { return nil }
    for hash in known.blobs where try !blobs.contains(hash) { return nil }
    return known
  }

  package func lastResult(of id: StepID) throws -> StepResult? { try loadLatest()[id] }

  package func commit(
    _ product: StepProduct, as record: ResultRecord, from folder: String
  ) throws -> StepResult {
    if index.readOnly { throw StoreError.readOnly(path: places.path) }
    try loadLatest()
    var outputs: [String: ContentHash] = [:]
    var sizes: [String: Int] = [:]
    for (name, blob) in try blobs.publish(product.outputs, from: folder) {
      outputs[name] = blob.hash
      sizes[name] = blob.size
    }
    precondition(
      outputs[StepInput.value] == nil, "step \(record.id) made an output named 'value'")
    outputs[StepInput.value] = ContentHash(hashing: product.value)
    sizes[StepInput.value] = product.value.count
    let result = StepResult(
      record: record, outputs: outputs, sizes: sizes, value: product.value,
      warnings: product.warnings)
    let encoded = ResultCode.encode(result)
    let isCostly = record.seconds > 0.05
    try keepRecord(ResultCode.file(encoded), of: record.key, from: folder, durably: isCostly)
    try index.record(result, encoded: encoded, made: WallClock.seconds, durably: isCostly)
    counters.count(.result)
    memory.withLock { memory in
      memory.latest?[record.id] = result
      memory.byKey[record.key] = result
    }
    abandon(folder: folder)
    return result
  }

  package func markUsed(_ keys: [StepID: ContentHash]) throws {
    if index.readOnly { return }
    let latest = try loadLatest()
    let fresh = keys.filter { latest[$0.key]?.key != $0.value }.sorted { $0.key < $1.key }
    guard !fresh.isEmpty else { return }
    try index.mark(fresh.map { ($0.key, $0.value) })
    memory.withLock { memory in
      for (id, key) in fresh { memory.latest?[id] = memory.byKey[key] }
    }
  }

  package func path(of blob: ContentHash) -> String {
    counters.count(.read)
    return blobs.path(of: blob)
  }

  // MARK: - Folders and logs

  package func makeFolder(for id: StepID) throws -> String {
    if index.readOnly { throw StoreError.readOnly(path: places.path) }
    // A process of our number that died in this very second may have made a folder of that name.
    while true {
      let number = memory.withLock { memory in
        memory.folders += 1
        return memory.folders
      }
      let path = "\(places.temporary)/\(run)/\(number)-\(StoreFolder.fileName(of: id))"
      if try files.makeFolder(path) { return path }
    }
  }

  package func abandon(folder: String) {
    // What cannot be removed now is removed by the next build.
    try? files.removeTree(folder)
  }

  package func log(_ line: String, for id: StepID) { logs.append(line, for: id) }

  package func logPath(for id: StepID) -> String { logs.path(for: id) }

  // MARK: - History

  /// Remembers a build; one in which nothing ran and nothing failed is not worth a write.
  package func record(_ report: RunReport, command: String, started: Double) throws(StoreError) {
    let build = BuildRecord(
      report, command: command, started: started, logs: "\(places.logs)/\(run)")
    if build.steps.isEmpty, build.outcome == .done { return }
    try index.record(build)
    try? files.removeTree("\(places.temporary)/\(run)")
  }

  /// The last builds that did something, the newest first.
  package func builds(limit: Int = 1) throws(StoreError) -> [BuildRecord] {
    try index.builds(limit: limit)
  }

  /// What a step did when it last ran, failed, was stopped or cancelled; nil when that is
  /// forgotten.
  package func lastRun(
    of id: StepID
  ) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try index.lastRun(of: id)
  }

  /// How long steps took, from what each last came to.
  package func rememberedSeconds() throws(StoreError) -> RememberedSeconds {
    var remembered = RememberedSeconds()
    var kinds: [String: (seconds: Double, count: Int, unitSeconds: Double, units: Int)] = [:]
    for (id, result) in try loadLatest() {
      remembered.steps[id] = result.seconds
      var kind = kinds[id.kind, default: (0, 0, 0, 0)]
      kind.seconds += result.seconds
      kind.count += 1
      if result.units > 0 {
        kind.unitSeconds += result.seconds
        kind.units += result.units
      }
      kinds[id.kind] = kind
    }
    for (name, kind) in kinds {
      remembered.kinds[name] = kind.seconds / Double(kind.count)
      if kind.units > 0 { remembered.units[name] = kind.unitSeconds / Double(kind.units) }
    }
    return remembered
  }

  /// Counts everything that the store holds; looks at every blob.
  package func statistics() throws(StoreError) -> StoreStatistics {
    let sizes = Dictionary(
      try blobs.all().map { ($0.hash, $0.size) }, uniquingKeysWith: { first, _ in first })
    return try index.statistics(sizes: sizes)
  }

  @discardableResult
  private func loadLatest() throws(StoreError) -> [StepID: StepResult] {
    if let latest = memory.withLock({ $0.latest }) { return latest }
    let loaded = try index.latestResults()
    return memory.withLock { memory in
      if let latest = memory.latest { return latest }
      memory.latest = loaded
      for result in loaded.values { memory.byKey[result.key] = result }
      return loaded
    }
  }

  private func keepRecord(
    _ bytes: [UInt8], of key: ContentHash, from folder: String, durably: Bool
  ) throws(StoreError) {
    let hex = key.hex
    let shelf = "\(places.records)/\(hex.prefix(2))"
    let fresh = "\(folder)/.record"
    try blobs.write(bytes, to: fresh, durably: durably)
    try files.makeFolder(shelf)
    try files.rename(fresh, to: "\(shelf)/\(hex.dropFirst(2))")
    if durably { try files.syncFolder(shelf) }
  }
}

extension StepResult {
  /// The outputs that are files in the store; the small value is none.
  var blobs: [ContentHash] { outputs.filter { $0.key != StepInput.value }.map(\.value) }
}
