import Foundation
import GRDB
import VoimoBase

/// Makes sure that the history is what was written, so that `why` never tells a wrong story.
///
/// A build is believed as a whole: one sum covers its row and those of all its steps, whatever they
/// are looked up by, since a flipped bit may hide a row as well as change it. What a project said
/// is kept by its hash, and what is in use has a sum a row. A mismatch is damage of the index like
/// any other: it is made again from the records, and the history is lost with it.
struct HistoryCheck: Sendable {
  /// Builds that were found to be as they were written, by number.
  private var sound: Set<Int64> = []
  private var projects: Set<Data> = []
  private var areUsesSound = false

  /// Looks at the builds from the newest down to one, or to the oldest; each once.
  ///
  /// - Parameters:
  ///   - first: The oldest build that is looked at; nil for all.
  ///   - most: Steps after which it is enough: the build that they end in is still looked at.
  ///   - path: The index, for the error.
  ///   - db: The database.
  /// - Throws: `StoreError` where something is damaged.
  mutating func look(
    downTo first: Int64? = nil, atMost most: Int = .max, path: String, _ db: Database
  ) throws {
    try lookAtUses(path, db)
    let numbers = try Int64.fetchAll(db, sql: "SELECT id FROM builds ORDER BY id DESC")
    // Builds are dropped from the oldest on: between two that are there none is missing.
    for (newer, older) in zip(numbers, numbers.dropFirst()) where newer != older + 1 {
      throw Self.damage(path)
    }
    var looked = 0
    for number in numbers {
      if let first, number < first { return }
      guard looked < most else { return }
      guard sound.insert(number).inserted else { continue }
      let (sum, steps) = try Self.sum(of: number, db)
      looked += steps
      let row = try Row.fetchOne(
        db, sql: "SELECT checksum, project FROM builds WHERE id = ?", arguments: [number])
      guard try row?.decode(Int64.self, atIndex: 0) == sum else { throw Self.damage(path) }
      if let hash = try row?.decode(Data?.self, atIndex: 1) { try lookAtProject(hash, path, db) }
    }
  }

  private mutating func lookAtProject(_ hash: Data, _ path: String, _ db: Database) throws {
    guard projects.insert(hash).inserted else { return }
    let text = try String.fetchOne(
      db, sql: "SELECT text FROM projects WHERE hash = ?", arguments: [hash])
    guard let text, ContentHash(hashing: text).bytes == [UInt8](hash) else {
      throw Self.damage(path)
    }
  }

  /// Looks at what is in use under every profile, once.
  private mutating func lookAtUses(_ path: String, _ db: Database) throws {
    guard !areUsesSound else { return }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT profile, step, key, build, wanted, checksum FROM uses")
    while let row = try rows.next() { _ = try Self.use(row, path) }
    areUsesSound = true
  }

  /// Reads profile, step, key, build, whether it is wanted, and the checksum.
  static func use(
    _ row: Row, _ path: String
  ) throws -> (step: String, build: Int64?, isWanted: Bool) {
    let step = try row.decode(String.self, atIndex: 1)
    let build = try row.decode(Int64?.self, atIndex: 3)
    let isWanted = try row.decode(Bool.self, atIndex: 4)
    let sum = RowChecksum.of(
      profile: try row.decode(String.self, atIndex: 0), step: step,
      key: try row.decode(Data.self, atIndex: 2), build: build, isWanted: isWanted)
    guard try row.decode(Int64.self, atIndex: 5) == sum else { throw damage(path) }
    return (step, build, isWanted)
  }

  /// Notes the sum of a build that was just written; in the same transaction.
  static func seal(_ number: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE builds SET checksum = ? WHERE id = ?",
      arguments: [try sum(of: number, db).sum, number])
  }

  /// What a build and its steps add up to, and how many steps there are.
  private static func sum(of number: Int64, _ db: Database) throws -> (sum: Int64, steps: Int) {
    var sum: Int64 = 0
    var count = 0
    let builds = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, started, seconds, command, outcome, reused, wanted, logs, profile, project
          FROM builds WHERE id = ?
          """), arguments: [number])
    while let row = try builds.next() { sum &+= RowChecksum.of(row.databaseValues) }
    let steps = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT step, build, place, outcome, stopped_by, key, seconds, reasons, message, edits,
            units, size, manner
          FROM build_steps WHERE build = ? ORDER BY place
          """), arguments: [number])
    while let row = try steps.next() {
      sum &+= RowChecksum.of(row.databaseValues)
      count += 1
    }
    return (sum, count)
  }

  static func damage(_ path: String) -> StoreError {
    .damaged(path: path, detail: "the history of builds in it is not what voimo wrote")
  }
}
