import Foundation
import GRDB
import Glibc
import VoimoBase
import VoimoEngine

/// How the index is opened, whatever state it is in.
struct IndexOpening {
  let places: StoreFolder
  let files: FileOperations
  let records: Records
  let quarantine: Quarantine

  /// An index that can be used.
  struct Opened {
    var queue: DatabaseQueue
    /// What the user should know; nil when there is nothing.
    var sentence: String?
    /// Whether it was filled from the records.
    var isMadeAgain = false
  }

  /// The longest path of a file that SQLite opens, in bytes, with the ending of its log.
  private static let longestPath = 512 - "-journal".utf8.count

  /// Opens the index for a builder, making it, or making it again, where need be.
  func forWriting() throws(StoreError) -> Opened {
    try checkLength()
    let status = try files.look(at: places.index)
    if let status, !status.isOrdinary {
      return try again(because: "it is a \(status.kind.rawValue)", readOnly: false)
    }
    let isLost = (status?.size ?? 0) == 0 && !records.isEmpty
    if isLost {
      return try again(because: status == nil ? nil : "it is empty", readOnly: false)
    }
    do throws(StoreError) {
      let queue = try open(.writing)
      switch try state(of: queue) {
      case .current: return Opened(queue: queue)
      case .empty, .old:
        try Self.translating(places.index) { try Schema.migrator.migrate(queue) }
        return Opened(queue: queue)
      case .newer(let version):
        throw StoreError.newerStore(path: places.index, version: version, known: Schema.version)
      case .alien(let detail): throw StoreError.damaged(path: places.index, detail: detail)
      }
    } catch {
      guard case .damaged(_, let detail) = error else { throw error }
      return try again(because: detail, readOnly: false)
    }
  }

  /// Opens the index for somebody who only looks: writes nothing, not even beside it where that
  /// is not allowed.
  func forReading() throws(StoreError) -> Opened {
    try checkLength()
    guard let status = try files.look(at: places.index) else {
      return try again(because: nil, readOnly: true)
    }
    guard status.isOrdinary else {
      return try again(because: "it is a \(status.kind.rawValue)", readOnly: true)
    }
    if status.size == 0, !records.isEmpty {
      return try again(because: "it is empty", readOnly: true)
    }
    // A disk that may not be written to, or that is full, has no room for SQLite's shared memory.
    for way in [Way.reading, .frozen] {
      do throws(StoreError) {
        let queue = try open(way)
        switch try state(of: queue) {
        case .current: return Opened(queue: queue)
        case .empty, .old: return try inMemory(sentence: nil)
        case .newer(let version):
          throw StoreError.newerStore(path: places.index, version: version, known: Schema.version)
        case .alien(let detail): throw StoreError.damaged(path: places.index, detail: detail)
        }
      } catch {
        switch error {
        case .damaged(_, let detail): return try again(because: detail, readOnly: true)
        case .newerStore: throw error
        default: continue
        }
      }
    }
    return try inMemory(sentence: nil)
  }

  /// An index filled from the records, in place of a damaged or lost one.
  ///
  /// - Parameters:
  ///   - detail: What is wrong with the old one; nil when it is not there.
  ///   - readOnly: Whether nothing may be written: the index then is in memory alone.
  /// - Returns: The new index, and a sentence about it for people.
  /// - Throws: `StoreError` where the records cannot be read or the index cannot be written.
  func again(because detail: String?, readOnly: Bool) throws(StoreError) -> Opened {
    let what =
      detail.map { "the store's index was damaged (\($0))" } ?? "the store's index was lost"
    if readOnly {
      return try inMemory(
        sentence: what.replacing(" was ", with: " is ")
          + "; what is shown comes from the records beside it. `voimo cache verify` makes it again, "
          + "and so does the next build that makes something")
    }
    for ending in ["", "-wal", "-shm", "-journal"] { quarantine.take(places.index + ending) }
    let queue = try open(.writing)
    try Self.translating(places.index) { try Schema.migrator.migrate(queue) }
    let count = try fill(queue)
    return Opened(
      queue: queue,
      sentence:
        "\(what) and was made again from the records: \(count) result\(count == 1 ? "" : "s"). "
        + "The history of earlier builds is lost with it",
      isMadeAgain: true)
  }

  private func inMemory(sentence: String?) throws(StoreError) -> Opened {
    let queue = try Self.translating(places.index) { () -> DatabaseQueue in
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      return queue
    }
    _ = try fill(queue)
    return Opened(queue: queue, sentence: sentence, isMadeAgain: true)
  }

  /// Reads every record into an index.
  ///
  /// What was in use by each profile is in files of its own; of the results of a step that is in
  /// none of them, the youngest is taken to be in use.
  ///
  /// - Returns: how many results there are.
  private func fill(_ queue: DatabaseQueue) throws(StoreError) -> Int {
    var entries: [(made: Double, result: StepResult)] = []
    try records.forEach { entry throws(StoreError) in
      if let result = entry.result {
        entries.append((entry.made, result))
      } else {
        records.putAside(entry)
      }
    }
    entries.sort { ($0.made, $0.result.key) < ($1.made, $1.result.key) }
    let known = Set(entries.map(\.result.key))
    var uses: [(profile: String, step: StepID, key: ContentHash)] = []
    for entry in try UseFiles(places, files: files).all() {
      for (id, key) in entry.keys where known.contains(key) {
        uses.append((entry.profile, id, key))
      }
    }
    let inUse = Set(uses.map(\.step))
    uses += entries.filter { !inUse.contains($0.result.id) }
      .map { ("", $0.result.id, $0.result.key) }
    try Self.translating(places.index) { [entries, uses] in
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.inTransaction(.immediate) {
          for (made, result) in entries {
            try Index.put(
              result, encoded: ResultCode.encode(result), made: made, used: made, in: db)
          }
          for (profile, id, key) in uses {
            try Index.markUse(id, key, Use(profile: profile, build: nil), db)
          }
          return .commit
        }
      }
    }
    return entries.count
  }

  // MARK: - SQLite

  private enum Way {
    case writing, reading
    /// As a file that nobody changes: without locks, log or shared memory.
    case frozen
  }

  private func open(_ way: Way) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = way != .writing
    configuration.busyMode = .timeout(10)
    if way == .writing { configuration.journalMode = .wal }
    configuration.label = "voimo.index"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF")
    }
    var path = places.index
    if way == .frozen {
      let plain = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      path = "file:\(plain)?immutable=1"
    }
    return try Self.translating(places.index) { [path, configuration] in
      try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  private func state(of queue: DatabaseQueue) throws(StoreError) -> Schema.State {
    try Self.translating(places.index) { try queue.unsafeRead(Schema.state) }
  }

  private func checkLength() throws(StoreError) {
    let excess = places.index.utf8.count - Self.longestPath
    if excess > 0 { throw .longPath(path: places.project, excess: excess) }
  }

  /// Turns what SQLite and GRDB throw into ours.
  static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw translated(error, path)
    } catch let error as RowDecodingError {
      throw .damaged(path: path, detail: "a row cannot be read: \(error)")
    } catch {
      throw .index(path: path, detail: "\(error)")
    }
  }

  private static func translated(_ error: DatabaseError, _ path: String) -> StoreError {
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: return .noSpace(path: path, needed: 0)
    // `SQLITE_ERROR` is a table or column that is not there: the statements are ours.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT,
      .SQLITE_FORMAT:
      return .damaged(path: path, detail: detail)
    case .SQLITE_READONLY: return .readOnly(path: path)
    default:
      if error.extendedResultCode == .SQLITE_IOERR_SHORT_READ {
        return .damaged(path: path, detail: "it is cut short")
      }
      return isFull(path) ? .noSpace(path: path, needed: 0) : .index(path: path, detail: detail)
    }
  }

  /// Whether the disk has no room for a few pages.
  private static func isFull(_ path: String) -> Bool {
    var status = statvfs()
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    guard unsafe statvfs(folder, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 17
  }
}
