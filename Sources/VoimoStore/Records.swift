import VoimoBase
import VoimoEngine

/// The results as files beside the index, by key: what an index is made again from.
struct Records: Sendable {
  private let places: StoreFolder
  private let files: FileOperations
  private let quarantine: Quarantine
  /// Whether damaged records may be moved.
  private let mayMove: Bool
  private let counters: StoreCounters

  /// Joins the records with their folder.
  init(
    _ places: StoreFolder, files: FileOperations, mayMove: Bool,
    counters: StoreCounters = StoreCounters()
  ) {
    self.places = places
    self.files = files
    self.mayMove = mayMove
    self.counters = counters
    quarantine = Quarantine(folder: places, files: files)
  }

  /// A record, and when it was written.
  struct Entry {
    var path: String
    /// What the file's name says; nil for a name that is none.
    var key: ContentHash?
    /// In seconds since 1970.
    var made: Double
    /// What the file holds; nil when it is damaged.
    var result: StepResult?
  }

  /// Keeps a result; nobody sees half of it.
  ///
  /// - Parameters:
  ///   - encoded: The result as `ResultCode` writes it.
  ///   - key: The result's key, which names the file.
  ///   - folder: The step's own, where the file is first written.
  ///   - durably: Whether the file is flushed, so that it outlives a power cut.
  /// - Throws: `StoreError` where the file cannot be written.
  func keep(
    _ encoded: [UInt8], of key: ContentHash, from folder: String, durably: Bool
  ) throws(StoreError) {
    let fresh = "\(folder)/.record"
    let path = places.record(of: key)
    try files.writeNew(ResultCode.file(encoded), to: fresh, durably: durably)
    let isNew = try quarantine.place(fresh, at: path)
    guard durably else { return }
    try files.syncFolder(String(path.dropLast(63)))
    if isNew { try files.syncFolder(places.records) }
  }

  /// The result kept under a key; nil when there is none or it is damaged.
  func result(for key: ContentHash) -> StepResult? {
    let path = places.record(of: key)
    guard let status = try? files.look(at: path) else { return nil }
    guard let result = read(path, status), result.key == key else {
      if mayMove { quarantine.take(path) }
      return nil
    }
    return result
  }

  /// Whether the file under a key holds just this result.
  func hold(_ encoded: [UInt8], of key: ContentHash) -> Bool {
    counters.count(.recordRead)
    let path = places.record(of: key)
    guard let status = try? files.look(at: path), status.isOrdinary,
      status.size == encoded.count + ResultCode.headLength,
      let bytes = try? files.readAll(path)
    else { return false }
    return bytes == ResultCode.file(encoded)
  }

  /// Moves what is in a record's place aside.
  func clear(_ key: ContentHash) { if mayMove { quarantine.take(places.record(of: key)) } }

  /// Whether there is any record.
  var isEmpty: Bool {
    let shelves = (try? files.names(in: places.records)) ?? []
    return !shelves.contains { (try? files.names(in: "\(places.records)/\($0)"))?.isEmpty == false }
  }

  /// Gives every record to `body`, in the order of their names.
  func forEach(_ body: (Entry) throws(StoreError) -> Void) throws(StoreError) {
    for digits in try files.names(in: places.records).sorted() {
      for name in try files.names(in: "\(places.records)/\(digits)").sorted() {
        let path = "\(places.records)/\(digits)/\(name)"
        guard let status = try files.look(at: path) else { continue }
        let key = ContentHash(hex: digits + name)
        let result = read(path, status)
        try body(
          Entry(
            path: path, key: key, made: Double(status.modified) / 1e9,
            result: result?.key == key ? result : nil))
      }
    }
  }

  /// Moves a damaged record aside.
  func putAside(_ entry: Entry) { if mayMove { quarantine.take(entry.path) } }

  /// Removes a record; a missing one is not a failure.
  func remove(_ key: ContentHash) throws(StoreError) { try files.remove(places.record(of: key)) }

  private func read(_ path: String, _ status: FileStatus) -> StepResult? {
    guard status.isOrdinary, let bytes = try? files.readAll(path) else { return nil }
    return ResultCode.decode(file: bytes)
  }
}
