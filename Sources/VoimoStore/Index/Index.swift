import Foundation
import GRDB
import VoimoBase
import VoimoEngine

/// The index of a store: one SQLite database in WAL mode.
///
/// It names a blob only when that is wholly on the disk. Safe to use from many threads.
final class Index: Sendable {
  let path: String
  let readOnly: Bool
  private let queue: DatabaseQueue
  private let counters: StoreCounters

  /// Opens the database, makes it or brings it up to this version.
  init(_ path: String, readOnly: Bool, counters: StoreCounters) throws(StoreError) {
    self.path = path
    self.readOnly = readOnly
    self.counters = counters
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    if !readOnly { configuration.journalMode = .wal }
    configuration.label = "voimo.index"
    queue = try Self.translating(path) { [configuration] in
      try DatabaseQueue(path: path, configuration: configuration)
    }
    let version = try read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    guard version <= Schema.version else {
      throw .newerStore(path: path, version: version, known: Schema.version)
    }
    guard version < Schema.version else { return }
    if readOnly { throw .readOnly(path: path) }
    try write(durably: true) { db in try Schema.migrate(db) }
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try Self.translating(path) {
      try queue.unsafeRead(body)
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
    return try Self.translating(path) {
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

  private static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_FULL: throw .noSpace(path: path, needed: 0)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .damaged(path: path, detail: detail)
      case .SQLITE_READONLY: throw .readOnly(path: path)
      default: throw .index(path: path, detail: detail)
      }
    } catch {
      throw .index(path: path, detail: "\(error)")
    }
  }
}
