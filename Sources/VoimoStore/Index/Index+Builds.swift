import Foundation
import GRDB
import VoimoBase
import VoimoEngine

extension Index {
  /// Builds that are remembered; older ones are dropped.
  private static var buildsKept: Int { 100 }

  /// Records a build and its steps.
  func record(_ build: BuildRecord) throws(StoreError) {
    // Durable, so that every result before it, also of quick steps, survives a power cut.
    try write(durably: true) { db in
      try db.execute(
        sql: """
          INSERT INTO builds (started, seconds, command, outcome, reused, wanted, logs)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          build.started, build.seconds, build.command, build.outcome.rawValue, build.reused,
          build.wanted, build.logs,
        ])
      let number = db.lastInsertedRowID
      let statement = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO build_steps
          (step, build, place, outcome, stopped_by, key, seconds, reasons, message)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (place, step) in build.steps.enumerated() {
        let (outcome, stoppedBy) = written(step.outcome)
        let reasons = String(decoding: try JSONEncoder().encode(step.reasons), as: UTF8.self)
        try statement.execute(arguments: [
          step.id.rawValue, number, place, outcome, stoppedBy, step.key.map { Data($0.bytes) },
          step.seconds, reasons, step.message,
        ])
      }
      try db.execute(
        sql: "DELETE FROM builds WHERE id <= ?", arguments: [number - Int64(Self.buildsKept)])
    }
  }

  /// The last builds, the newest first.
  func builds(limit: Int) throws(StoreError) -> [BuildRecord] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT started, seconds, command, outcome, reused, wanted, logs, id FROM builds
          ORDER BY id DESC LIMIT ?
          """, arguments: [limit])
      return try rows.map { row in
        var build = self.build(row)
        build.steps = try Row.fetchAll(
          db,
          sql: """
            SELECT step, outcome, stopped_by, key, seconds, reasons, message FROM build_steps
            WHERE build = ? ORDER BY place
            """, arguments: [row[7] as Int64]
        ).map(step)
        return build
      }
    }
  }

  /// The last build in which a step ran, failed, was stopped or cancelled, and what it did there.
  func lastRun(of id: StepID) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT step, build_steps.outcome, stopped_by, key, build_steps.seconds, reasons, message,
            started, builds.seconds, command, builds.outcome, reused, wanted, logs
          FROM build_steps JOIN builds ON builds.id = build
          WHERE step = ? ORDER BY build DESC LIMIT 1
          """)
      guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
      return (build(row, from: 7), step(row))
    }
  }

  private func build(_ row: Row, from first: Int = 0) -> BuildRecord {
    BuildRecord(
      started: row[first], seconds: row[first + 1], command: row[first + 2],
      outcome: BuildRecord.Outcome(rawValue: row[first + 3]) ?? .failed, reused: row[first + 4],
      wanted: row[first + 5], logs: row[first + 6])
  }

  private func step(_ row: Row) -> BuildStepRecord {
    let stoppedBy: String? = row[2]
    let key: Data? = row[3]
    let reasons: String = row[5]
    return BuildStepRecord(
      id: StepID(row[0]), outcome: outcome(row[1], stoppedBy: stoppedBy),
      reasons: (try? JSONDecoder().decode([Reason].self, from: Data(reasons.utf8))) ?? [],
      key: key.flatMap { ContentHash(bytes: [UInt8]($0)) }, seconds: row[4], message: row[6])
  }

  private func written(_ outcome: StepOutcome) -> (String, stoppedBy: String?) {
    switch outcome {
    case .reused: ("reused", nil)
    case .ran: ("ran", nil)
    case .failed: ("failed", nil)
    case .stopped(let id): ("stopped", id.rawValue)
    case .cancelled: ("cancelled", nil)
    }
  }

  private func outcome(_ text: String, stoppedBy: String?) -> StepOutcome {
    switch (text, stoppedBy) {
    case ("reused", _): .reused
    case ("ran", _): .ran
    case ("stopped", let id?): .stopped(by: StepID(id))
    case ("cancelled", _): .cancelled
    default: .failed
    }
  }
}
