import GRDB

/// The index's tables, and how a store of an older version comes to have them.
enum Schema {
  /// The version that this voimo writes; kept in SQLite's `user_version`.
  static var version: Int { migrations.count }

  /// What leads from each version to the next; only ever added to.
  private static let migrations = [
    """
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
    """,
    // Builds know their profile and what the project said; what is in use is known by profile.
    """
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
    """,
  ]

  /// Brings a database up to this version; does nothing when another process just has.
  static func migrate(_ db: Database) throws {
    let from = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    for number in from..<max(from, migrations.count) {
      try db.execute(sql: migrations[number])
      try db.execute(sql: "PRAGMA user_version = \(number + 1)")
    }
  }
}
