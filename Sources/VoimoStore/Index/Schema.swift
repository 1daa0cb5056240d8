import Foundation
import GRDB
import VoimoBase
import VoimoEngine

/// The index's tables, and how a store of an older version comes to have them.
enum Schema {
  /// The version that this voimo writes; kept in SQLite's `user_version`, where a voimo of any age
  /// finds it.
  static let version = 4
  /// Marks a database as an index of voimo's.
  ///
  /// It spells `voim`. Indexes of versions 1 and 2 have 0.
  static let application = 0x766F_696D
  /// Versions beyond are damage and not the future.
  private static let farthestVersion = 1_000

  /// What an opened database is.
  enum State: Equatable {
    /// It has no tables at all.
    case empty
    /// It has the tables of this version.
    case current
    /// It has those of an older version.
    case old
    /// A newer voimo made it.
    case newer(Int)
    /// It is not an index of voimo's, or not any more.
    case alien(String)
  }

  /// Looks at a database without changing it.
  static func state(of db: Database) throws -> State {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
    if tables.isEmpty { return .empty }
    guard mark == application || mark == 0 && version <= 2, tables.contains("results") else {
      return .alien("it is not an index that voimo made")
    }
    if version > Self.version, version <= farthestVersion { return .newer(version) }
    guard (1...Self.version).contains(version) else { return .alien("it has version \(version)") }
    var wanted: Set = ["results", "builds", "build_steps", "files"]
    wanted.formUnion(version == 1 ? ["latest"] : ["uses", "projects"])
    guard wanted.isSubset(of: tables) else {
      return .alien("tables are missing")
    }
    return version == Self.version ? .current : .old
  }

  /// Leads from each version to the next; only ever added to.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    register("1", first)
    register("2", second)
    register("3", third) { db in
      try dropDamagedResults(db)
      try db.execute(sql: "PRAGMA application_id = \(application)")
    }
    register("4", fourth, then: addChecksums)
    func register(
      _ name: String, _ statements: String,
      then more: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) {
      migrator.registerMigration(name) { db in
        // Versions 1 and 2 were written before there was a table of migrations.
        guard let number = Int(name), try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 < number
        else { return }
        try db.execute(sql: statements)
        try more(db)
        try db.execute(sql: "PRAGMA user_version = \(number)")
      }
    }
    return migrator
  }()

  private static let first = """
    CREATE TABLE results (
      key BLOB PRIMARY KEY NOT NULL,
      step TEXT NOT NULL,
      kind TEXT NOT NULL,
      made REAL NOT NULL,
      seconds REAL NOT NULL,
      record BLOB NOT NULL
    ) STRICT;
    CREATE TABLE latest (
      step TEXT PRIMARY KEY NOT NULL,
      key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE builds (
      id INTEGER PRIMARY KEY,
      started REAL NOT NULL,
      seconds REAL NOT NULL,
      command TEXT NOT NULL,
      outcome TEXT NOT NULL,
      reused INTEGER NOT NULL,
      wanted INTEGER NOT NULL,
      logs TEXT NOT NULL
    ) STRICT;
    CREATE TABLE build_steps (
      step TEXT NOT NULL,
      build INTEGER NOT NULL REFERENCES builds (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      stopped_by TEXT,
      key BLOB,
      seconds REAL NOT NULL,
      reasons TEXT NOT NULL,
      message TEXT,
      PRIMARY KEY (step, build)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX build_steps_by_build ON build_steps (build, place);
    CREATE TABLE files (
      path TEXT PRIMARY KEY NOT NULL,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      looked INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Builds know their profile and what the project said; what is in use is known by profile.
  private static let second = """
    CREATE TABLE projects (
      hash BLOB PRIMARY KEY NOT NULL,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE builds ADD COLUMN profile TEXT NOT NULL DEFAULT '';
    ALTER TABLE builds ADD COLUMN project BLOB;
    ALTER TABLE build_steps ADD COLUMN edits TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE build_steps ADD COLUMN units INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE build_steps ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE build_steps ADD COLUMN manner TEXT NOT NULL DEFAULT '';
    CREATE INDEX build_steps_by_key ON build_steps (key);
    CREATE TABLE uses (
      profile TEXT NOT NULL,
      step TEXT NOT NULL,
      key BLOB NOT NULL,
      build INTEGER,
      wanted INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (profile, step)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO uses (profile, step, key) SELECT '', step, key FROM latest;
    DROP TABLE latest;
    """

  /// Results and hashes of files get a checksum, and results the moment when they were last used.
  ///
  /// A `checksum` is what `RowChecksum` makes of a row. `used` is when a build last came to the
  /// result, or another took its place.
  private static let third = """
    ALTER TABLE results ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE results ADD COLUMN used REAL NOT NULL DEFAULT 0;
    UPDATE results SET used = made;
    DELETE FROM files;
    ALTER TABLE files ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    """

  /// What is in use and the history of builds get checksums too, and that of a result covers when
  /// it was made.
  private static let fourth = """
    ALTER TABLE uses ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE builds ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    """

  /// Drops rows of versions without checksums that are damaged already.
  private static func dropDamagedResults(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT key, record FROM results") {
      let (key, record) = (
        try row.decode(Data.self, atIndex: 0), try row.decode(Data.self, atIndex: 1)
      )
      guard let result = ResultCode.decode([UInt8](record)), result.isSound,
        result.key.bytes == [UInt8](key)
      else {
        try db.execute(sql: "DELETE FROM results WHERE key = ?", arguments: [key])
        continue
      }
    }
  }

  /// Gives rows of older versions their sums.
  private static func addChecksums(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT key, record, made, checksum FROM results") {
      let key = try row.decode(Data.self, atIndex: 0)
      let record = [UInt8](try row.decode(Data.self, atIndex: 1))
      let old = try row.decode(Int64.self, atIndex: 3)
      guard old == 0 || old == RowChecksum.of(record) else {
        try db.execute(sql: "DELETE FROM results WHERE key = ?", arguments: [key])
        continue
      }
      try db.execute(
        sql: "UPDATE results SET checksum = ? WHERE key = ?",
        arguments: [RowChecksum.of(record, made: try row.decode(Double.self, atIndex: 2)), key])
    }
    for row in try Row.fetchAll(db, sql: "SELECT profile, step FROM uses") {
      try Index.sealUse(
        of: StepID(try row.decode(String.self, atIndex: 1)),
        try row.decode(String.self, atIndex: 0), db)
    }
    for number in try Int64.fetchAll(db, sql: "SELECT id FROM builds") {
      try HistoryCheck.seal(number, db)
    }
  }
}
