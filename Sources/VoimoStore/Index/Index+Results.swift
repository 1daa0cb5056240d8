import Foundation
import GRDB
import VoimoBase
import VoimoEngine

/// The result that a step last came to, and since which build.
struct InUse: Sendable {
  var result: StepResult
  /// The build's number; nil where that is forgotten.
  var build: Int64?
  /// Whether the graph of the profile's last build had the step.
  var isWanted: Bool
}

/// Who uses a result: a profile, empty for none, and the build's number.
struct Use: Sendable {
  var profile: String
  var build: Int64?
}

extension Index {
  /// What every step last came to under a profile, and in which build, in one query.
  func latestResults(profile: String) throws(StoreError) -> [StepID: InUse] {
    try read { db in
      var latest: [StepID: InUse] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT uses.step, record, build, wanted FROM uses JOIN results USING (key)
            WHERE profile = ?
            """), arguments: [profile])
      while let row = try rows.next() {
        guard let result = decode(row[1]) else { continue }
        latest[StepID(row[0])] = InUse(result: result, build: row[2], isWanted: row[3])
      }
      return latest
    }
  }

  /// What a step last came to under any profile, the newest first.
  func anyResult(of id: StepID) throws(StoreError) -> StepResult? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT record FROM uses JOIN results USING (key)
          WHERE uses.step = ? ORDER BY build DESC, made DESC LIMIT 1
          """)
      return try Data.fetchOne(statement, arguments: [id.rawValue]).flatMap(decode)
    }
  }

  /// When a result was made, in seconds since 1970; nil where there is none.
  func made(_ key: ContentHash) throws(StoreError) -> Double? {
    try read { db in
      try Double.fetchOne(
        db, sql: "SELECT made FROM results WHERE key = ?", arguments: [Data(key.bytes)])
    }
  }

  /// Every key that the last builds of some profile came to, each once.
  func keysInUse() throws(StoreError) -> [ContentHash] {
    try read { db in
      try Data.fetchAll(db, sql: "SELECT DISTINCT key FROM uses WHERE wanted = 1 ORDER BY key")
        .compactMap { ContentHash(bytes: [UInt8]($0)) }
    }
  }

  /// The result recorded under a key.
  ///
  /// A record that cannot be read is as if it were not there: the step runs again and heals it.
  func result(for key: ContentHash) throws(StoreError) -> StepResult? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT record FROM results WHERE key = ?")
      return try Data.fetchOne(statement, arguments: [Data(key.bytes)]).flatMap(decode)
    }
  }

  /// Records a result as the latest of its step under a profile.
  func record(
    _ result: StepResult, encoded: [UInt8], made: Double, durably: Bool, use: Use
  ) throws(StoreError) {
    try write(durably: durably) { db in
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO results (key, step, kind, made, seconds, record)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        Data(result.key.bytes), result.id.rawValue, result.kind.name, made, result.seconds,
        Data(encoded),
      ])
      try markUse(result.id, result.key, use, db)
    }
  }

  /// Records which results steps have come to.
  func mark(_ latest: [(StepID, ContentHash)], use: Use) throws(StoreError) {
    try write(durably: false) { db in
      for (id, key) in latest { try markUse(id, key, use, db) }
    }
  }

  /// Records which steps the graph of a profile has no more, and which it has again.
  func mark(wanted: [StepID], unwanted: [StepID], profile: String) throws(StoreError) {
    try write(durably: false) { db in
      let statement = try db.cachedStatement(
        sql: "UPDATE uses SET wanted = ? WHERE profile = ? AND step = ?")
      for id in wanted { try statement.execute(arguments: [1, profile, id.rawValue]) }
      for id in unwanted { try statement.execute(arguments: [0, profile, id.rawValue]) }
    }
  }

  private func markUse(_ id: StepID, _ key: ContentHash, _ use: Use, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO uses (profile, step, key, build) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [use.profile, id.rawValue, Data(key.bytes), use.build])
  }

  private func decode(_ data: Data) -> StepResult? { ResultCode.decode([UInt8](data)) }
}
