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
  /// The profile that results are looked up and recorded under; empty for none.
  private let profile: String

  let places: StoreFolder
  let files: FileOperations
  let index: Index
  let blobs: Blobs
  let records: Records
  let machine: MachineFacts
  private let counters: StoreCounters
  private static let openings = Atomic(0)
  private let memory = Mutex(Memory())
  /// Names what is ours in `tmp` and `logs`: when the store was opened, by which process, and how
  /// often that has opened one.
  let run: String
  private let logs: StepLogs

  /// Results that have been read or written.
  private struct Memory {
    /// What each step last came to under the profile, once it has been asked for.
    var latest: [StepID: InUse]?
    /// The number of the build that runs; nil before it begins.
    var build: Int64?
    var byKey: [ContentHash: StepResult] = [:]
    /// Results that are recorded and cannot be used, with what is wrong.
    var damaged: [ContentHash: String] = [:]
    /// Whether something else is in use than the profile's file says.
    var usesChanged = false
    var folders = 0
  }

  private init(
    _ places: StoreFolder, profile: String?, readOnly: Bool, files: FileOperations,
    now: @escaping @Sendable () -> Int
  ) throws(StoreError) {
    self.profile = profile ?? ""
    self.places = places
    self.files = files
    folder = places.path
    counters = StoreCounters()
    records = Records(places, files: files, mayMove: !readOnly, counters: counters)
    index = try Index(
      places, readOnly: readOnly, files: files, records: records, counters: counters)
    machine = MachineFacts(places, files: files, now: now)
    blobs = Blobs(places, files: files, counters: counters, mayMove: !readOnly)
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
  ///   - profile: What was last made is remembered by profile; nil for none.
  ///   - files: How files are worked on; tests make operations fail.
  ///   - now: Nanoseconds since 1970, for the racy rule of file hashes.
  /// - Returns: the store.
  /// - Throws: `StoreError`.
  package static func open(
    folder: String, profile: String? = nil, files: FileOperations = FileOperations(),
    now: @escaping @Sendable () -> Int = { WallClock.nanoseconds }
  ) throws(StoreError) -> Store {
    let places = StoreFolder(folder)
    try places.make(files)
    return try Store(places, profile: profile, readOnly: false, files: files, now: now)
  }

  /// Opens a store for reading; nil when there is none.
  ///
  /// Writes nothing, and waits for no builder. A store that may only be read is read as it is; of
  /// one whose index is damaged or lost the records are read.
  ///
  /// - Throws: `StoreError`.
  package static func openExisting(
    folder: String, profile: String? = nil
  ) throws(StoreError) -> Store? {
    let places = StoreFolder(folder)
    let files = FileOperations()
    guard try exists(in: folder) else { return nil }
    let store = try Store(
      places, profile: profile, readOnly: true, files: files, now: { WallClock.nanoseconds })
    // Whatever is wrong with the index is found now, and can be said before anything is shown.
    try store.loadLatest()
    return store
  }

  /// Whether there is a store: an index, or records that one can be made from.
  package static func exists(in folder: String) throws(StoreError) -> Bool {
    let (places, files) = (StoreFolder(folder), FileOperations())
    if try files.look(at: places.index) != nil { return true }
    return !Records(places, files: files, mayMove: false).isEmpty
  }

  /// Clears away what builds that were killed have left; the lock proves that none is at work.
  package func clearAbandoned(_ lock: BuildLock) throws(StoreError) {
    for name in try files.names(in: places.temporary) where name != run {
      try files.removeTree("\(places.temporary)/\(name)")
    }
  }

  /// What the user should know about the store itself, in whole sentences; each is given once.
  package func takeSentences() -> [String] { index.takeSentences() }

  /// What the store has done since it was opened.
  package var counts: StoreCounts { counters.counts }

  // MARK: - Results

  package func result(for key: ContentHash) throws -> StepResult? {
    try loadLatest()
    guard let known = try memory.withLock({ $0.byKey[key] }) ?? recorded(key) else { return nil }
    for (name, hash) in known.outputs where name != StepOutput.valueName {
      switch try blobs.look(at: hash, size: known.sizes[name]) {
      case .whole: continue
      case .missing: return nil
      case .damaged(let detail):
        memory.withLock { $0.damaged[key] = detail }
        return nil
      }
    }
    return known
  }

  package func damage(of key: ContentHash) throws -> String? {
    memory.withLock { $0.damaged[key] }
  }

  package func check(_ blob: ContentHash) throws {
    guard let detail = try blobs.check(blob) else { return }
    putAsideForBuilder(blob)
    throw DamagedArtifact(blob: blob, detail: detail)
  }

  /// Moves a blob that a reader found damaged, so that the next build misses it; unless somebody
  /// builds, who will find out alone, or nothing here may be changed.
  private func putAsideForBuilder(_ blob: ContentHash) {
    guard index.readOnly, let lock = try? BuildLock.take(in: folder, command: "voimo show") else {
      return
    }
    // Looked at again under the lock: a builder may have made it anew a moment ago.
    let mine = Blobs(places, files: files, counters: StoreCounters(), mayMove: true)
    _ = try? mine.check(blob)
    withExtendedLifetime(lock) {}
  }

  /// A blob's whole content, checked.
  ///
  /// - Throws: `DamagedArtifact`, `StoreError`.
  package func read(_ blob: ContentHash) throws -> [UInt8] {
    try lend(blob) { file throws(StoreError) in
      var bytes: [UInt8] = []
      try unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
        unsafe bytes.append(contentsOf: block)
      }
      return bytes
    }
  }

  /// Lends the descriptor of a blob that is what its name says, at its beginning, to be read.
  ///
  /// - Throws: `DamagedArtifact`, `StoreError`, and what `body` throws.
  package func withFile<Value>(
    of blob: ContentHash, _ body: (_ descriptor: Int32) throws -> Value
  ) throws -> Value {
    try lend(blob) { file throws(StoreError) in
      Result { try body(file.descriptor) }
    }.get()
  }

  private func lend<Value>(
    _ blob: ContentHash, _ body: (borrowing OpenFile) throws(StoreError) -> Value
  ) throws -> Value {
    counters.count(.read)
    do {
      return try blobs.lend(blob, body)
    } catch .damagedBlob(let hash, let detail) {
      putAsideForBuilder(hash)
      throw DamagedArtifact(blob: hash, detail: detail)
    }
  }

  /// A result as the index has it, or else its record: the index may have lost a row.
  private func recorded(_ key: ContentHash) throws -> StepResult? {
    var found = try index.result(for: key)
    if found == nil, let kept = records.result(for: key) {
      if !index.readOnly {
        try index.lookOver()
        try index.restore(kept)
      }
      found = kept
    }
    if let found { memory.withLock { $0.byKey[key] = found } }
    return found
  }

  package func lastResult(of id: StepID) throws -> StepResult? { try loadLatest()[id]?.result }

  package func standIn(for id: StepID) throws -> StepResult? {
    try lastResult(of: id) ?? index.anyResult(of: id)
  }

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
      outputs[StepOutput.valueName] == nil, "step \(record.id) made an output named 'value'")
    outputs[StepOutput.valueName] = ContentHash(hashing: product.value)
    sizes[StepOutput.valueName] = product.value.count
    let result = StepResult(
      record: record, outputs: outputs, sizes: sizes, value: product.value,
      warnings: product.warnings)
    let encoded = ResultCode.encode(result)
    let isCostly = record.seconds > 0.05
    try records.keep(encoded, of: record.key, from: folder, durably: isCostly)
    let use = Use(profile: profile, build: memory.withLock { $0.build })
    try index.record(
      result, encoded: encoded, made: WallClock.seconds, durably: isCostly, use: use)
    counters.count(.result)
    memory.withLock { memory in
      memory.latest?[record.id] = InUse(result: result, build: use.build, isWanted: true)
      memory.byKey[record.key] = result
      memory.damaged[record.key] = nil
      memory.usesChanged = true
    }
    abandon(folder: folder)
    return result
  }

  package func markUsed(_ keys: [StepID: ContentHash]) throws {
    if index.readOnly { return }
    let latest = try loadLatest()
    let fresh = keys.filter { latest[$0.key]?.result.key != $0.value }.sorted { $0.key < $1.key }
    guard !fresh.isEmpty else { return }
    let use = Use(profile: profile, build: memory.withLock { $0.build })
    try index.mark(fresh.map { ($0.key, $0.value) }, use: use)
    memory.withLock { memory in
      memory.usesChanged = true
      for (id, key) in fresh {
        memory.latest?[id] = memory.byKey[key].map {
          InUse(result: $0, build: use.build, isWanted: true)
        }
      }
    }
  }

  package func path(of blob: ContentHash) -> String {
    counters.count(.read)
    return places.object(blob)
  }

  // MARK: - Folders and logs

  package func makeFolder(for id: StepID) throws -> String { try newFolder(for: id) }

  func newFolder(for id: StepID) throws(StoreError) -> String {
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

  /// Begins a build that has something to do: if it is killed, it is remembered as interrupted.
  ///
  /// - Parameters:
  ///   - command: What was typed.
  ///   - started: Seconds since 1970.
  ///   - wanted: How many steps it wants, as far as is known.
  ///   - project: What the project says, as text that this store keeps and does not read.
  /// - Throws: `StoreError` where the index cannot be written.
  package func begin(
    command: String, started: Double, wanted: Int, project: String
  ) throws(StoreError) {
    let build = BuildRecord(
      started: started, seconds: 0, command: command, outcome: .interrupted, reused: 0,
      wanted: wanted, logs: "\(places.logs)/\(run)", profile: profile.isEmpty ? nil : profile)
    let number = try index.begin(build, project: project)
    memory.withLock { $0.build = number }
  }

  /// Remembers a build; one in which nothing changed and nothing failed is not worth a write.
  ///
  /// - Parameters:
  ///   - report: What the build has come to.
  ///   - command: What was typed.
  ///   - started: Seconds since 1970.
  ///   - describing: Puts what a step failed with into words.
  ///   - edits: For a step and why it was to run, the edits of the project behind that.
  /// - Throws: `StoreError` where the index or the list of what is in use cannot be written.
  package func record(
    _ report: RunReport, command: String, started: Double,
    describing: (any Error) -> String = { "\($0)" },
    edits: (StepID, [Reason]) -> [FieldEdit] = { _, _ in [] }
  ) throws(StoreError) {
    let build = BuildRecord(
      report, command: command, profile: profile.isEmpty ? nil : profile, started: started,
      logs: "\(places.logs)/\(run)", describing: describing, edits: edits)
    let number = memory.withLock { $0.build }
    defer { try? files.removeTree("\(places.temporary)/\(run)") }
    if build.steps.isEmpty, build.outcome == .done, number == nil { return }
    try index.lookOver()
    let recorded = try index.record(build, number: number)
    // What cannot be mended now is mended by another build.
    try? mendRecords(number: recorded)
    if report.expansionProblem == nil, report.graph.expansion == nil {
      try markWanted(in: report.graph)
    }
    try keepUses()
  }

  /// Writes down beside the index what the profile uses now.
  private func keepUses() throws(StoreError) {
    guard memory.withLock({ $0.usesChanged }) else { return }
    let folder = "\(places.temporary)/\(run)"
    try files.makeFolder(folder)
    let entry = UseFiles.Entry(profile: profile, keys: try index.keysInUse(profile: profile))
    try UseFiles(places, files: files).keep(entry, through: "\(folder)/uses")
    memory.withLock { $0.usesChanged = false }
  }

  /// Notes which of the profile's results belong to steps that its graph has no more.
  private func markWanted(in graph: Graph) throws(StoreError) {
    let latest = try loadLatest()
    let (wanted, unwanted) = (
      latest.filter { !$0.value.isWanted && graph[$0.key] != nil }.keys.sorted(),
      latest.filter { $0.value.isWanted && graph[$0.key] == nil }.keys.sorted()
    )
    guard !wanted.isEmpty || !unwanted.isEmpty else { return }
    try index.mark(wanted: wanted, unwanted: unwanted, profile: profile)
    memory.withLock { $0.usesChanged = true }
  }

  /// The last builds that did something, the newest first; of one profile (empty for none) or all.
  package func builds(limit: Int = 1, profile: String? = nil) throws(StoreError) -> [BuildRecord] {
    try index.builds(limit: limit, profile: profile)
  }

  /// The build since which a step's result is in use under the profile; nil when that is forgotten.
  package func buildOfUse(of id: StepID) throws(StoreError) -> BuildRecord? {
    guard let number = try loadLatest()[id]?.build else { return nil }
    return try index.build(number)
  }

  /// The number of the build since which each step's result is in use under the profile.
  package func buildsOfUse() throws(StoreError) -> [StepID: Int64] {
    try loadLatest().compactMapValues(\.build)
  }

  /// A build by its number, without its steps; nil when it is forgotten.
  package func build(_ number: Int64) throws(StoreError) -> BuildRecord? {
    try index.build(number)
  }

  /// What a project said, as `begin` was told it; nil when it is forgotten.
  package func project(_ hash: ContentHash) throws(StoreError) -> String? {
    try index.project(hash)
  }

  /// What a step did under the profile when it last ran, failed, was stopped or cancelled, or took
  /// a result that was not in use before; nil when that is forgotten.
  ///
  /// - Parameters:
  ///   - id: The step.
  ///   - key: Only with this result.
  /// - Returns: The build and what the step did in it; nil when that is forgotten.
  /// - Throws: `StoreError` where the index cannot be read.
  package func lastRun(
    of id: StepID, key: ContentHash? = nil
  ) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try index.lastRun(of: id, profile: profile, key: key)
  }

  /// The run that made a result, under whatever name and profile; nil when it is forgotten.
  package func maker(
    of key: ContentHash
  ) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try index.maker(of: key)
  }

  /// When a result was made, in seconds since 1970; nil where there is none.
  package func made(_ key: ContentHash) throws(StoreError) -> Double? { try index.made(key) }

  /// Every result that the last build of some profile came to, each once: what must be kept.
  package func keysInUse() throws(StoreError) -> [ContentHash] {
    try index.keysInUse().values.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }

  /// The last build of all and how many results it has come to so far; nil where there was none.
  package func lastBuildSoFar() throws(StoreError) -> (build: BuildRecord, results: Int)? {
    guard let number = try index.lastNumber(), let build = try index.build(number) else {
      return nil
    }
    return (build, try index.countOfUses(inBuild: number))
  }

  /// How long steps took in earlier builds.
  package func rememberedSeconds() throws(StoreError) -> RememberedSeconds {
    RememberedSeconds(runs: try index.runs(limit: 4000))
  }

  /// Counts everything that the store holds; looks at every blob.
  package func statistics() throws(StoreError) -> StoreStatistics {
    try StoreStatistics(results: index.allResults(), blobs: blobs.all())
  }

  /// Forgets what was read, after results have gone.
  func forgetMemory() {
    memory.withLock { memory in
      memory.latest = nil
      memory.byKey = [:]
      memory.damaged = [:]
    }
  }

  @discardableResult
  private func loadLatest() throws(StoreError) -> [StepID: InUse] {
    if let latest = memory.withLock({ $0.latest }) { return latest }
    let loaded = try index.latestResults(profile: profile)
    return memory.withLock { memory in
      if let latest = memory.latest { return latest }
      memory.latest = loaded
      for use in loaded.values { memory.byKey[use.result.key] = use.result }
      return loaded
    }
  }
}
