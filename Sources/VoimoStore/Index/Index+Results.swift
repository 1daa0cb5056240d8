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
            SELECT profile, uses.step, uses.key, build, wanted, uses.checksum,
              results.key, record, made, results.checksum
            FROM uses LEFT JOIN results USING (key) WHERE profile = ?
            """), arguments: [profile])
      while let row = try rows.next() {
        // A row that is damaged may name another result, or none.
        let use = try HistoryCheck.use(row, path)
        if row.hasNull(atIndex: 6) { continue }
        latest[StepID(use.step)] = InUse(
          result: try result(row, from: 6), build: use.build, isWanted: use.isWanted)
      }
      return latest
    }
  }

  /// What a step last came to under any profile, the newest first.
  func anyResult(of id: StepID) throws(StoreError) -> StepResult? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT key, record, made, results.checksum FROM uses JOIN results USING (key)
          WHERE uses.step = ? ORDER BY build DESC, made DESC LIMIT 1
          """)
      return try Row.fetchOne(statement, arguments: [id.rawValue]).map { try result($0, from: 0) }
    }
  }

  /// When a result was made, in seconds since 1970; nil where there is none.
  func made(_ key: ContentHash) throws(StoreError) -> Double? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT key, record, made, checksum FROM results WHERE key = ?")
      guard let row = try Row.fetchOne(statement, arguments: [Data(key.bytes)]) else { return nil }
      _ = try result(row, from: 0)
      return try row.decode(Double.self, atIndex: 2)
    }
  }

  /// Every key that the last build of some profile came to, each once, by profile: empty for none.
  func keysInUse() throws(StoreError) -> [String: Set<ContentHash>] {
    try read { db in
      var keys: [String: Set<ContentHash>] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT profile, key FROM uses WHERE wanted = 1")
      while let row = try rows.next() {
        guard let key = ContentHash(bytes: [UInt8](try row.decode(Data.self, atIndex: 1))) else {
          continue
        }
        keys[try row.decode(String.self, atIndex: 0), default: []].insert(key)
      }
      return keys
    }
  }

  /// Some results in the order of their keys, which goes on with the first after the last.
  ///
  /// - Parameters:
  ///   - first: Where to begin.
  ///   - limit: How many, each once.
  /// - Returns: Each with its bytes as the index has them.
  /// - Throws: `StoreError` where the index cannot be read.
  func encodedResults(
    from first: ContentHash, limit: Int
  ) throws(StoreError) -> [(result: StepResult, encoded: [UInt8])] {
    try read { db in
      var found: [(StepResult, [UInt8])] = []
      for way in [">=", "<"] where found.count < limit {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT key, record, made, checksum FROM results WHERE key \(way) ?
            ORDER BY key LIMIT ?
            """, arguments: [Data(first.bytes), limit - found.count])
        while let row = try rows.next() {
          found.append(
            (try result(row, from: 0), [UInt8](try row.decode(Data.self, atIndex: 1))))
        }
      }
      return found
    }
  }

  /// The result recorded under a key.
  func result(for key: ContentHash) throws(StoreError) -> StepResult? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT key, record, made, checksum FROM results WHERE key = ?")
      return try Row.fetchOne(statement, arguments: [Data(key.bytes)]).map {
        try result($0, from: 0)
      }
    }
  }

  /// Every result with when it was made and last used, in no order.
  func allResults() throws(StoreError) -> [(result: StepResult, made: Double, used: Double)] {
    try read { db in
      var all: [(StepResult, Double, Double)] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT key, record, made, checksum, used FROM results")
      while let row = try rows.next() {
        all.append(
          (
            try result(row, from: 0), try row.decode(Double.self, atIndex: 2),
            try row.decode(Double.self, atIndex: 4)
          ))
      }
      return all
    }
  }

  /// Records a result as the latest of its step under a profile.
  func record(
    _ result: StepResult, encoded: [UInt8], made: Double, durably: Bool, use: Use
  ) throws(StoreError) {
    try write(durably: durably) { db in
      try Self.put(result, encoded: encoded, made: made, used: made, in: db)
      try Self.markUse(result.id, result.key, use, db)
    }
  }

  /// Puts back a result of which only the record was left.
  func restore(_ result: StepResult) throws(StoreError) {
    let now = WallClock.seconds
    try write(durably: false) { db in
      try Self.put(result, encoded: ResultCode.encode(result), made: now, used: now, in: db)
    }
  }

  /// Records which results steps have come to.
  func mark(_ latest: [(StepID, ContentHash)], use: Use) throws(StoreError) {
    try write(durably: false) { db in
      for (id, key) in latest { try Self.markUse(id, key, use, db) }
    }
  }

  /// Records which steps the graph of a profile has no more, and which it has again.
  func mark(wanted: [StepID], unwanted: [StepID], profile: String) throws(StoreError) {
    try write(durably: false) { db in
      for (id, isWanted) in wanted.map({ ($0, 1) }) + unwanted.map({ ($0, 0) }) {
        try db.cachedStatement(sql: "UPDATE uses SET wanted = ? WHERE profile = ? AND step = ?")
          .execute(arguments: [isWanted, profile, id.rawValue])
        try Self.sealUse(of: id, profile, db)
      }
    }
  }

  /// Forgets what a profile uses.
  func forget(profile: String) throws(StoreError) {
    try write(durably: false) { db in
      try db.execute(sql: "DELETE FROM uses WHERE profile = ?", arguments: [profile])
    }
  }

  /// Notes the checksum of what a profile uses of a step.
  static func sealUse(of id: StepID, _ profile: String, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT key, build, wanted FROM uses WHERE profile = ? AND step = ?"),
      arguments: [profile, id.rawValue])
    guard let row else { return }
    let sum = RowChecksum.of(
      profile: profile, step: id.rawValue, key: try row.decode(Data.self, atIndex: 0),
      build: try row.decode(Int64?.self, atIndex: 1),
      isWanted: try row.decode(Bool.self, atIndex: 2))
    try db.cachedStatement(sql: "UPDATE uses SET checksum = ? WHERE profile = ? AND step = ?")
      .execute(arguments: [sum, profile, id.rawValue])
  }

  /// Forgets results.
  func forget(_ keys: some Sequence<ContentHash>) throws(StoreError) {
    // Durable, so that no file is gone before nothing names it.
    try write(durably: true) { db in
      for key in keys {
        try db.cachedStatement(sql: "DELETE FROM results WHERE key = ?")
          .execute(arguments: [Data(key.bytes)])
      }
      try db.execute(sql: "DELETE FROM uses WHERE key NOT IN (SELECT key FROM results)")
    }
  }

  /// Adds or replaces a result's row.
  static func put(
    _ result: StepResult, encoded: [UInt8], made: Double, used: Double, in db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO results (key, step, kind, made, seconds, record, checksum, used)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      Data(result.key.bytes), result.id.rawValue, result.kind.name, made, result.seconds,
      Data(encoded), RowChecksum.of(encoded, made: made), used,
    ])
  }

  /// Says which result a step last came to under a profile, and that the one before was in use
  /// until now.
  static func markUse(_ id: StepID, _ key: ContentHash, _ use: Use, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE results SET used = ?
        WHERE key = (SELECT key FROM uses WHERE profile = ? AND step = ?)
        """
    ).execute(arguments: [WallClock.seconds, use.profile, id.rawValue])
    let sum = RowChecksum.of(
      profile: use.profile, step: id.rawValue, key: key.bytes, build: use.build, isWanted: true)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO uses (profile, step, key, build, checksum) VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [use.profile, id.rawValue, Data(key.bytes), use.build, sum])
  }

  /// What the steps of a profile's graph last came to.
  func keysInUse(profile: String) throws(StoreError) -> [StepID: ContentHash] {
    try read { db in
      var keys: [StepID: ContentHash] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT step, key FROM uses WHERE profile = ? AND wanted = 1",
        arguments: [profile])
      while let row = try rows.next() {
        keys[StepID(try row.decode(String.self, atIndex: 0))] = ContentHash(
          bytes: [UInt8](try row.decode(Data.self, atIndex: 1)))
      }
      return keys
    }
  }

  /// Reads key, record, moment and checksum.
  private func result(_ row: Row, from first: Int) throws -> StepResult {
    let bytes = [UInt8](try row.decode(Data.self, atIndex: first + 1))
    let made = try row.decode(Double.self, atIndex: first + 2)
    guard try row.decode(Int64.self, atIndex: first + 3) == RowChecksum.of(bytes, made: made),
      let result = ResultCode.decode(bytes),
      [UInt8](try row.decode(Data.self, atIndex: first)) == result.key.bytes
    else { throw StoreError.damaged(path: path, detail: "a result in it is not what voimo wrote") }
    return result
  }
}
