import Foundation
import GRDB
import VoimoBase
import VoimoEngine

extension Index {
  /// Builds that are remembered; older ones are dropped.
  private static var buildsKept: Int { 100 }

  /// Begins a build: until it is recorded it counts as interrupted.
  ///
  /// - Returns: its number.
  func begin(_ build: BuildRecord, project: String) throws(StoreError) -> Int64 {
    let hash = ContentHash(hashing: project)
    return try write(durably: false) { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO projects (hash, text) VALUES (?, ?)",
        arguments: [Data(hash.bytes), project])
      try db.execute(
        sql: """
          INSERT INTO builds
          (started, seconds, command, outcome, reused, wanted, logs, profile, project)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          build.started, build.seconds, build.command, build.outcome.rawValue, build.reused,
          build.wanted, build.logs, build.profile ?? "", Data(hash.bytes),
        ])
      let number = db.lastInsertedRowID
      try HistoryCheck.seal(number, db)
      return number
    }
  }

  /// Records how a build has ended, and its steps; `number` nil for one that was not begun.
  ///
  /// - Returns: Its number.
  @discardableResult
  func record(_ build: BuildRecord, number begun: Int64?) throws(StoreError) -> Int64 {
    // Durable, so that every result before it, also of quick steps, survives a power cut.
    try write(durably: true) { db in
      let number = try record(build, begun, db)
      let statement = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO build_steps
          (step, build, place, outcome, stopped_by, key, seconds, reasons, message, edits, units,
            size, manner)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (place, step) in build.steps.enumerated() {
        let (outcome, stoppedBy) = written(step.outcome)
        try statement.execute(arguments: [
          step.id.rawValue, number, place, outcome, stoppedBy, step.key.map { Data($0.bytes) },
          step.seconds, try json(step.reasons), step.message, try json(step.edits),
          step.work?.count ?? 0, step.work?.size ?? 0, step.work?.manner ?? "",
        ])
      }
      try HistoryCheck.seal(number, db)
      try db.execute(
        sql: "DELETE FROM builds WHERE id <= ?", arguments: [number - Int64(Self.buildsKept)])
      try db.execute(
        sql: """
          DELETE FROM projects
          WHERE hash NOT IN (SELECT project FROM builds WHERE project IS NOT NULL)
          """)
      return number
    }
  }

  private func record(_ build: BuildRecord, _ begun: Int64?, _ db: Database) throws -> Int64 {
    if let begun {
      try db.execute(
        sql: "UPDATE builds SET seconds = ?, outcome = ?, reused = ?, wanted = ? WHERE id = ?",
        arguments: [build.seconds, build.outcome.rawValue, build.reused, build.wanted, begun])
      // An index that was made again while the build ran does not know its beginning.
      if db.changesCount > 0 { return begun }
    }
    try db.execute(
      sql: """
        INSERT INTO builds (started, seconds, command, outcome, reused, wanted, logs, profile)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        build.started, build.seconds, build.command, build.outcome.rawValue, build.reused,
        build.wanted, build.logs, build.profile ?? "",
      ])
    return db.lastInsertedRowID
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  /// The last builds, the newest first; of one profile, empty for none, or of all.
  func builds(limit: Int, profile: String? = nil) throws(StoreError) -> [BuildRecord] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.buildColumns), id FROM builds
          WHERE ?2 IS NULL OR profile = ?2 ORDER BY id DESC LIMIT ?1
          """, arguments: [limit, profile])
      let isAll = rows.count < limit
      try lookAtHistory(downTo: isAll ? nil : rows.last?.decode(Int64.self, atIndex: 9), db)
      return try rows.map { row in
        var build = try self.build(row)
        build.steps = try Row.fetchAll(
          db,
          sql: """
            SELECT \(Self.stepColumns) FROM build_steps WHERE build = ? ORDER BY place
            """, arguments: [try row.decode(Int64.self, atIndex: 9)]
        ).map { try step($0) }
        return build
      }
    }
  }

  /// A build by its number, without its steps; nil when it is forgotten.
  func build(_ number: Int64) throws(StoreError) -> BuildRecord? {
    try read { db in
      try lookAtHistory(downTo: number, db)
      return try Row.fetchOne(
        db, sql: "SELECT \(Self.buildColumns) FROM builds WHERE id = ?", arguments: [number]
      ).map { try build($0) }
    }
  }

  /// What a project said, as it was recorded.
  func project(_ hash: ContentHash) throws(StoreError) -> String? {
    try read { db in
      let text = try String.fetchOne(
        db, sql: "SELECT text FROM projects WHERE hash = ?", arguments: [Data(hash.bytes)])
      if let text, ContentHash(hashing: text) == hash { return text }
      try lookAtHistory(db)
      return nil
    }
  }

  /// How many results a build has come to so far.
  func countOfUses(inBuild number: Int64) throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM uses WHERE build = ?", arguments: [number]) ?? 0
    }
  }

  /// The number of the last build of all; nil where there was none.
  func lastNumber() throws(StoreError) -> Int64? {
    try read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM builds") }
  }

  /// The last build of a profile in which a step ran, failed, was stopped or cancelled, or took a
  /// result that was not in use before, and what it did there.
  ///
  /// - Parameters:
  ///   - id: The step.
  ///   - profile: Empty for none.
  ///   - key: Only with this result.
  /// - Returns: The build and what the step did in it; nil when that is forgotten.
  /// - Throws: `StoreError` where the index cannot be read.
  func lastRun(
    of id: StepID, profile: String, key: ContentHash? = nil
  ) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Self.stepColumns), \(Self.buildColumns), build
          FROM build_steps JOIN builds ON builds.id = build
          WHERE step = ?1 AND profile = ?2 AND (?3 IS NULL OR key = ?3)
          ORDER BY build DESC LIMIT 1
          """)
      let arguments: StatementArguments = [id.rawValue, profile, key.map { Data($0.bytes) }]
      return try told(Row.fetchOne(statement, arguments: arguments), db)
    }
  }

  /// The run that made a result, under whatever name and profile; nil when it is forgotten.
  func maker(
    of key: ContentHash
  ) throws(StoreError) -> (build: BuildRecord, step: BuildStepRecord)? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Self.stepColumns), \(Self.buildColumns), build
          FROM build_steps JOIN builds ON builds.id = build
          WHERE key = ? AND build_steps.outcome = 'ran' ORDER BY build DESC LIMIT 1
          """)
      return try told(Row.fetchOne(statement, arguments: [Data(key.bytes)]), db)
    }
  }

  /// What the newest row that was found tells, once no newer one can have been hidden by damage.
  private func told(
    _ row: Row?, _ db: Database
  ) throws -> (build: BuildRecord, step: BuildStepRecord)? {
    try lookAtHistory(downTo: row?.decode(Int64.self, atIndex: 20), db)
    return try row.map { (try build($0, from: 11), try step($0)) }
  }

  /// What steps took in the last builds, the newest first: at most so many runs.
  func runs(limit: Int) throws(StoreError) -> [RememberedSeconds.Run] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT step, seconds, units, size, manner FROM build_steps
            WHERE outcome = 'ran' ORDER BY build DESC, place LIMIT ?
            """), arguments: [limit])
      var runs: [RememberedSeconds.Run] = []
      while let row = try rows.next() {
        runs.append(
          RememberedSeconds.Run(
            StepID(try row.decode(String.self, atIndex: 0)),
            seconds: try row.decode(Double.self, atIndex: 1), work: try work(row, from: 2)))
      }
      return runs
    }
  }

  private static var stepColumns: String {
    """
    step, build_steps.outcome, stopped_by, key, build_steps.seconds, reasons, message, edits, units,
      size, manner
    """
  }

  private static var buildColumns: String {
    """
    started, builds.seconds, command, builds.outcome, reused, wanted, logs, profile, project
    """
  }

  // A damaged row must not be believed, and not end the process: each value is asked for its type.

  private func build(_ row: Row, from first: Int = 0) throws -> BuildRecord {
    let profile = try row.decode(String.self, atIndex: first + 7)
    return BuildRecord(
      started: try row.decode(Double.self, atIndex: first),
      seconds: try row.decode(Double.self, atIndex: first + 1),
      command: try row.decode(String.self, atIndex: first + 2),
      outcome: BuildRecord.Outcome(rawValue: try row.decode(String.self, atIndex: first + 3))
        ?? .failed,
      reused: try row.decode(Int.self, atIndex: first + 4),
      wanted: try row.decode(Int.self, atIndex: first + 5),
      logs: try row.decode(String.self, atIndex: first + 6),
      profile: profile.isEmpty ? nil : profile,
      project: try row.decode(Data?.self, atIndex: first + 8)
        .flatMap { ContentHash(bytes: [UInt8]($0)) })
  }

  private func step(_ row: Row) throws -> BuildStepRecord {
    let reasons = try row.decode(String.self, atIndex: 5)
    let edits = try row.decode(String.self, atIndex: 7)
    return BuildStepRecord(
      id: StepID(try row.decode(String.self, atIndex: 0)),
      outcome: outcome(
        try row.decode(String.self, atIndex: 1),
        stoppedBy: try row.decode(String?.self, atIndex: 2)),
      reasons: (try? JSONDecoder().decode([Reason].self, from: Data(reasons.utf8))) ?? [],
      key: try row.decode(Data?.self, atIndex: 3).flatMap { ContentHash(bytes: [UInt8]($0)) },
      seconds: try row.decode(Double.self, atIndex: 4),
      message: try row.decode(String?.self, atIndex: 6),
      edits: (try? JSONDecoder().decode([FieldEdit].self, from: Data(edits.utf8))) ?? [],
      work: try work(row, from: 8))
  }

  private func work(_ row: Row, from first: Int) throws -> ExpectedWork? {
    let count = try row.decode(Int.self, atIndex: first)
    guard count > 0 else { return nil }
    return ExpectedWork(
      count: count, unit: "", size: try row.decode(Int.self, atIndex: first + 1),
      manner: try row.decode(String.self, atIndex: first + 2))
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
