import Foundation
import GRDB
import Synchronization
import VoimoBase
import VoimoEngine

/// The index of a store: one SQLite database in WAL mode.
///
/// It names a blob only when that is wholly on the disk. Whatever is wrong with it is noticed where
/// it is opened or read; it is then made again from the records, once. Safe to use from many
/// threads.
final class Index: Sendable {
  let path: String
  let readOnly: Bool
  let places: StoreFolder
  let records: Records
  let quarantine: Quarantine
  private let counters: StoreCounters
  private let database: Mutex<DatabaseQueue>
  private let notes: Mutex<Notes>
  /// What of the history has been looked at.
  private let history = Mutex(HistoryCheck())

  /// What has been found out about the index.
  private struct Notes {
    /// What is wrong or was mended, for the user, each said once.
    var sentences: [String] = []
    var wasMadeAgain = false
  }

  /// Opens the database, makes it or brings it up to this version.
  ///
  /// - Throws: `StoreError`; a damaged index is none.
  init(
    _ places: StoreFolder, readOnly: Bool, files: FileOperations, records: Records,
    counters: StoreCounters
  ) throws(StoreError) {
    self.places = places
    path = places.index
    self.readOnly = readOnly
    self.records = records
    self.counters = counters
    quarantine = Quarantine(folder: places, files: files)
    let opening = IndexOpening(
      places: places, files: files, records: records, quarantine: quarantine)
    let opened = try readOnly ? opening.forReading() : opening.forWriting()
    database = Mutex(opened.queue)
    notes = Mutex(
      Notes(sentences: opened.sentence.map { [$0] } ?? [], wasMadeAgain: opened.isMadeAgain))
  }

  /// What the user should know of the index; each sentence is given once.
  func takeSentences() -> [String] {
    notes.withLock { notes in
      defer { notes.sentences = [] }
      return notes.sentences
    }
  }

  /// Adds a sentence for the user.
  func say(_ sentence: String) { notes.withLock { $0.sentences.append(sentence) } }

  /// Reads in one snapshot; when the index turns out to be damaged, once more in the new one.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try mending { queue throws(StoreError) in
      try IndexOpening.translating(path) { try queue.unsafeRead(body) }
    }
  }

  /// Writes in one transaction.
  ///
  /// - Parameters:
  ///   - durably: Whether it must survive a power cut as well as a kill.
  ///   - body: What to write.
  /// - Returns: what the body returns.
  /// - Throws: `StoreError`; then nothing is written.
  func write<Value>(
    durably: Bool, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    if readOnly { throw .readOnly(path: path) }
    counters.count(.indexWrite)
    return try mending { queue throws(StoreError) in
      try IndexOpening.translating(path) {
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA synchronous = \(durably ? "FULL" : "NORMAL")")
          var value: Value?
          try db.inTransaction(.immediate) {
            value = try body(db)
            return .commit
          }
          guard let value else { preconditionFailure("a transaction committed without its body") }
          return value
        }
      }
    }
  }

  /// Has SQLite look over the whole index, and looks over the newest of the history; makes the
  /// index again if it is damaged.
  ///
  /// - Parameter steps: How many steps of earlier builds are looked at, the newest first.
  /// - Throws: `StoreError` where the index cannot be read and not be made again.
  func lookOver(historyOf steps: Int = 2_000) throws(StoreError) {
    try read { db in
      let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "nothing"
      if found != "ok" { throw StoreError.damaged(path: path, detail: found) }
      try lookAtHistory(atMost: steps, db)
    }
  }

  /// Makes sure that the history is what was written, from the newest build down to one; nil for
  /// all of it.
  func lookAtHistory(
    downTo first: Int64? = nil, atMost steps: Int = .max, _ db: Database
  ) throws {
    // One snapshot, since a builder may be at work.
    try db.inTransaction(.deferred) {
      try history.withLock { try $0.look(downTo: first, atMost: steps, path: path, db) }
      return .commit
    }
  }

  /// Everything that SQLite finds wrong; empty when all is well.
  ///
  /// Mends nothing.
  func problems() -> [String] {
    let queue = database.withLock { $0 }
    do {
      return try queue.unsafeRead { db in
        try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      }
    } catch {
      return ["\(error)"]
    }
  }

  private func mending<Value>(
    _ body: (DatabaseQueue) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let queue = database.withLock { $0 }
    do {
      return try body(queue)
    } catch {
      guard case .damaged(_, let detail) = error else { throw error }
      return try body(try madeAgain(instead: queue, because: detail))
    }
  }

  /// The index that stands in for a damaged one: another thread may have made it already.
  private func madeAgain(
    instead damaged: DatabaseQueue, because detail: String
  ) throws(StoreError) -> DatabaseQueue {
    try database.withLock { current throws(StoreError) in
      if current !== damaged { return current }
      if notes.withLock({ $0.wasMadeAgain }) { throw .damaged(path: path, detail: detail) }
      let opening = IndexOpening(
        places: places, files: FileOperations(), records: records, quarantine: quarantine)
      if !readOnly { try? damaged.close() }
      let opened = try opening.again(because: detail, readOnly: readOnly)
      notes.withLock { notes in
        notes.wasMadeAgain = true
        if let sentence = opened.sentence { notes.sentences.append(sentence) }
      }
      current = opened.queue
      history.withLock { $0 = HistoryCheck() }
      return opened.queue
    }
  }
}
