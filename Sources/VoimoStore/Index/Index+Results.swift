import Foundation
import GRDB
import VoimoBase
import VoimoEngine

extension Index {
  /// What every step last came to, in one query.
  func latestResults() throws(StoreError) -> [StepID: StepResult] {
    try read { db in
      var latest: [StepID: StepResult] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT latest.step, record FROM latest JOIN results USING (key)"))
      while let row = try rows.next() {
        guard let result = decode(row[1]) else { continue }
        latest[StepID(row[0])] = result
      }
      return latest
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

  /// Records a result as the latest of its step.
  func record(
    _ result: StepResult, encoded: [UInt8], made: Double, durably: Bool
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
      try markLatest(result.id, result.key, db)
    }
  }

  /// Records which results steps have come to.
  func mark(_ latest: [(StepID, ContentHash)]) throws(StoreError) {
    try write(durably: false) { db in
      for (id, key) in latest { try markLatest(id, key, db) }
    }
  }

  private func markLatest(_ id: StepID, _ key: ContentHash, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO latest (step, key) VALUES (?, ?)")
      .execute(arguments: [id.rawValue, Data(key.bytes)])
  }

  private func decode(_ data: Data) -> StepResult? { ResultCode.decode([UInt8](data)) }
}
