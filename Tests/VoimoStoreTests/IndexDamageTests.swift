import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// An index that is damaged, lost or somebody else's: made again from the records, and nothing of
/// what was built is.
@Suite struct IndexDamageTests {
  /// What can be wrong with `store.sqlite`, and a word of what is said.
  enum Fault: String, CaseIterable {
    case empty, garbage, cut, lost, folder, pipe, link, alien, tableGone, columnGone, valueReplaced,
      rowOfNonsense, otherFormat

    var words: String {
      switch self {
      case .lost,
        .link where self == .lost:
        "was lost"
      default: "was damaged"
      }
    }
  }

  private func sql(_ path: String, _ statements: String) throws {
    let outcome = Process()
    outcome.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    outcome.arguments = [
      "-c",
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); "
        + "c.commit(); c.execute('PRAGMA wal_checkpoint(TRUNCATE)'); c.close()", path, statements,
    ]
    try outcome.run()
    outcome.waitUntilExit()
    try #require(outcome.terminationStatus == 0)
  }

  private func damage(_ path: String, _ fault: Fault) throws {
    let files = FileManager.default
    func replace(_ bytes: [UInt8]) throws {
      try files.removeItem(atPath: path)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    switch fault {
    case .empty: try replace([])
    case .garbage: try replace([UInt8](repeating: 7, count: 10_000))
    case .cut: try replace(Array(bytes.prefix(5000)))
    case .lost: try files.removeItem(atPath: path)
    case .folder:
      try files.removeItem(atPath: path)
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .pipe:
      try files.removeItem(atPath: path)
      _ = unsafe mkfifo(path, 0o600)
    case .link:
      try files.removeItem(atPath: path)
      try files.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
    case .alien:
      try files.removeItem(atPath: path)
      try sql(path, "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 77")
    case .tableGone: try sql(path, "DROP TABLE results")
    case .columnGone: try sql(path, "ALTER TABLE results DROP COLUMN record")
    case .valueReplaced:
      var text = bytes
      for start in 0..<text.count - 6 where text[start..<start + 6].elementsEqual("note 3".utf8) {
        text[start + 5] = UInt8(ascii: "9")
      }
      try #require(text != bytes)
      try replace(text)
    case .rowOfNonsense: try sql(path, "UPDATE results SET record = x'00112233'")
    case .otherFormat: try replace(Array("SQLite format 9\0".utf8) + bytes.dropFirst(16))
    }
  }

  @Test(arguments: Fault.allCases)
  func `the next build makes it again from the records, says so once, and builds nothing anew`(
    fault: Fault
  ) async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    try damage("\(project.folder.store)/store.sqlite", fault)

    // Somebody who only looks sees everything, is told, and changes nothing.
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    let plan = try Plan(
      Graph(nodes: DamagedStore.nodes(title: "first")), targets: ["film"], store: reader)
    #expect(plan.counts.reuse == DamagedStore.parts + 1, "\(fault)")
    let told = reader.takeSentences()
    #expect(told.count == 1 && told[0].contains("so does the next build"), "\(told)")
    #expect(project.quarantined.isEmpty)

    let outcome = try await project.build(title: "first")
    #expect(outcome.ran == [] && outcome.film == DamagedStore.film(title: "first"))
    #expect(outcome.warnings.count == 1, "\(outcome.warnings)")
    #expect(
      outcome.warnings.first?.hasPrefix(
        "the store's index \(fault == .lost ? "was lost" : "was damaged")") == true
        && outcome.warnings.first?.contains("made again from the records: 7 results") == true,
      "\(outcome.warnings)")
    #expect(project.quarantined.contains { $0.hasPrefix("store.sqlite") } == (fault != .lost))
    let again = try await project.build(title: "second")
    #expect(again.ran == ["film"] && again.warnings == [])
  }

  @Test func `an index that lost some rows finds them again`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    try sql("\(project.folder.store)/store.sqlite", "DELETE FROM results WHERE kind = 'part'")
    let outcome = try await project.build(title: "second")
    #expect(outcome.ran == ["film"] && outcome.film == DamagedStore.film(title: "second"))
  }

  @Test func `a history that is damaged ends no command`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    let path = "\(project.folder.store)/store.sqlite"
    try sql(path, "DROP TABLE build_steps; CREATE TABLE build_steps (step TEXT)")
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    #expect(throws: Never.self) { try reader.lastRun(of: "film") }
    #expect(try await project.build(title: "second").ran == ["film"])
  }

  @Test(arguments: [1, 2, 3]) func `a store of an older version is brought up to this one`(
    version: Int
  ) async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    try sql(
      "\(project.folder.store)/store.sqlite",
      """
      PRAGMA user_version = \(version);
      ALTER TABLE uses DROP COLUMN checksum; ALTER TABLE builds DROP COLUMN checksum;
      """
        + (version == 3
          ? """
          DELETE FROM grdb_migrations WHERE identifier = '4'; UPDATE results SET checksum = 0;
          """
          : """
          DROP TABLE grdb_migrations; PRAGMA application_id = 0;
          ALTER TABLE results DROP COLUMN checksum; ALTER TABLE results DROP COLUMN used;
          ALTER TABLE files DROP COLUMN checksum;
          """)
        + (version > 1
          ? ""
          : """
          CREATE TABLE latest (step TEXT PRIMARY KEY NOT NULL, key BLOB NOT NULL)
            STRICT, WITHOUT ROWID;
          INSERT INTO latest SELECT step, key FROM uses; DROP TABLE uses; DROP TABLE projects;
          DROP INDEX build_steps_by_key;
          ALTER TABLE builds DROP COLUMN profile; ALTER TABLE builds DROP COLUMN project;
          ALTER TABLE build_steps DROP COLUMN edits; ALTER TABLE build_steps DROP COLUMN units;
          ALTER TABLE build_steps DROP COLUMN size; ALTER TABLE build_steps DROP COLUMN manner;
          """))
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    #expect(try reader.lastResult(of: "film") != nil && reader.takeSentences() == [])
    let outcome = try await project.build(title: "first")
    #expect(outcome.ran == [] && outcome.warnings == [])
    #expect(try Store.open(folder: project.folder.store).builds(limit: 9).count == 1)
    #expect(project.quarantined == [])
  }

  @Test func `a newer store is refused and left as it is`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    let path = "\(project.folder.store)/store.sqlite"
    try sql(path, "PRAGMA user_version = 99; ALTER TABLE results RENAME COLUMN record TO other")
    for open in [
      { _ = try Store.open(folder: project.folder.store) },
      { _ = try Store.openExisting(folder: project.folder.store) },
    ] {
      #expect(throws: StoreError.newerStore(path: path, version: 99, known: 4)) { try open() }
    }
    #expect(project.quarantined == [])
  }

  @Test func `a path that is too long for the index is a sentence`() throws {
    let folder = try TemporaryFolder()
    var path = folder.path
    while path.utf8.count < 700 { path += "/" + String(repeating: "d", count: 200) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let error = #expect(throws: StoreError.self) { try Store.open(folder: "\(path)/.voimo") }
    #expect(error?.description.contains("bytes too long") == true)
  }

  @Test(arguments: [200, 255, 400]) func `long names and paths that fit are no matter`(
    length: Int
  ) async throws {
    let folder = try TemporaryFolder()
    var path = folder.path
    while path.utf8.count < length {
      path += "/" + String(repeating: "d", count: min(255, length - 150))
    }
    path = String(path.prefix(max(folder.path.utf8.count + 2, 420)))
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let store = try Store.open(folder: "\(path)/.voimo")
    try store.commitTest("picture/a", prompt: "sea")
  }
}
