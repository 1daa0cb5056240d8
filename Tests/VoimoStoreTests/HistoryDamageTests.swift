import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// A history that is damaged is forgotten, and never tells another story than what happened.
@Suite struct HistoryDamageTests {
  /// All that `why` and `status` may ask, under two profiles, in words.
  private struct Answers: Equatable {
    var told: [String: String] = [:]
    /// What the user is told about the store itself.
    var sentences: [String] = []

    init(_ folder: String) throws {
      for profile in [nil, "draft"] {
        guard let store = try Store.openExisting(folder: folder, profile: profile) else { continue }
        let name = profile ?? "none"
        told["\(name) builds"] = "\(try store.builds(limit: 9))"
        told["\(name) last"] = "\(try store.builds(limit: 1, profile: profile ?? ""))"
        for id in ["film", "part/0", "part/3", "part/9"] as [StepID] {
          let result = try store.lastResult(of: id)
          told["\(name) \(id) result"] = result?.key.hex ?? "nil"
          told["\(name) \(id) run"] = "\(try store.lastRun(of: id) as Any)"
          told["\(name) \(id) use"] = "\(try store.buildOfUse(of: id) as Any)"
          guard let key = result?.key else { continue }
          told["\(name) \(id) run of key"] = "\(try store.lastRun(of: id, key: key) as Any)"
          told["\(name) \(id) maker"] = "\(try store.maker(of: key) as Any)"
          told["\(name) \(id) made"] = "\(try store.made(key) as Any)"
        }
        for build in try store.builds(limit: 9) {
          guard let hash = build.project else { continue }
          told["\(name) project \(build.started)"] = try store.project(hash) ?? "nil"
        }
        sentences += store.takeSentences()
      }
    }
  }

  /// A store with builds of two profiles, projects and edits.
  private func built() async throws -> DamagedStore {
    let project = DamagedStore(try TemporaryFolder())
    for (title, profile) in [("a", nil), ("b", "draft"), ("c", nil), ("a", nil), ("d", "draft")] {
      let store = try Store.open(folder: project.folder.store, profile: profile)
      try store.begin(
        command: "voimo build \(title)", started: 7, wanted: 7, project: "title: \(title)")
      let runner = Runner(
        store: store, settings: Runner.Settings(pools: Pools(cores: 1)), now: { 0 },
        sourceStillHas: { _ in true }, observer: Nobody())
      let plan = try Plan(
        Graph(nodes: DamagedStore.nodes(title: title)), targets: ["film"], store: store)
      try store.record(await runner.run(plan), command: "voimo build \(title)", started: 7) { _ in
        "it broke"
      } edits: { _, _ in
        [FieldEdit(field: "song.title", old: "x", new: title)]
      }
    }
    return project
  }

  private struct Nobody: RunObserver {
    func observe(_ event: RunEvent) {}
  }

  private func sql(_ project: DamagedStore, _ statements: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); "
        + "c.commit(); c.execute('PRAGMA wal_checkpoint(TRUNCATE)'); c.close()",
      "\(project.folder.store)/store.sqlite", statements,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test(arguments: [
    "UPDATE builds SET command = 'voimo build z' WHERE id = 1",
    "UPDATE builds SET started = 8 WHERE id = 5", "UPDATE builds SET profile = '' WHERE id = 5",
    "UPDATE builds SET project = x'00' WHERE id = 4", "UPDATE builds SET outcome = 'failed'",
    "DELETE FROM builds WHERE id = 2", "UPDATE builds SET id = 9 WHERE id = 5",
    "UPDATE build_steps SET reasons = '[]'", "UPDATE build_steps SET edits = '[]' WHERE build = 3",
    "UPDATE build_steps SET key = x'11' WHERE build = 4",
    "UPDATE build_steps SET step = 'part/9' WHERE step = 'film' AND build = 4",
    "UPDATE build_steps SET build = 3 WHERE build = 1 AND step = 'part/0'",
    "UPDATE build_steps SET outcome = 'ran'", "DELETE FROM build_steps WHERE build = 4",
    "UPDATE uses SET build = 1", "UPDATE uses SET wanted = 0",
    "UPDATE uses SET key = (SELECT key FROM results WHERE kind = 'part') WHERE step = 'film'",
    "UPDATE uses SET profile = 'draft2' WHERE profile = 'draft'",
    "UPDATE uses SET step = 'part/9' WHERE step = 'part/3'",
    "UPDATE projects SET text = 'title: z'", "UPDATE results SET made = made + 3600",
  ]) func `whatever of it is changed, it is all forgotten, and that is said`(
    change: String
  ) async throws {
    let project = try await built()
    let whole = try Answers(project.folder.store)
    #expect(whole.sentences == [])
    try sql(project, change)
    let now = try Answers(project.folder.store)
    #expect(!now.sentences.isEmpty, "\(change)")
    #expect(now.sentences.allSatisfy { $0.hasPrefix("the store's index is damaged") })
    let again = try Answers(project.folder.store)
    #expect(again.told["none builds"] == "[]" && again.told["draft film run"] == "nil")
    // A build heals it, and makes nothing anew.
    let outcome = try await project.build(title: "e")
    #expect(outcome.ran == ["film"] && outcome.warnings.count == 1, "\(outcome.warnings)")
    #expect(try Answers(project.folder.store).sentences == [])
  }

  /// 300 flipped bits, or as many as `VOIMO_DAMAGES` says.
  @Test func `a flipped bit tells no other story, wherever it is`() async throws {
    let project = try await built()
    let whole = try Answers(project.folder.store)
    let path = "\(project.folder.store)/store.sqlite"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let count = ProcessInfo.processInfo.environment["VOIMO_DAMAGES"].flatMap { Int($0) } ?? 300
    let first = ProcessInfo.processInfo.environment["VOIMO_SEED"].flatMap { UInt64($0) } ?? 1
    var (silent, forgotten, newer) = (0, 0, 0)
    for seed in first..<first + UInt64(count) {
      var random = SeededRandom(seed: seed)
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      do {
        let now = try Answers(project.folder.store)
        if now.sentences.isEmpty {
          silent += 1
          #expect(now.told == whole.told, "seed \(seed): another story, and nothing said")
        } else {
          forgotten += 1
          for (question, answer) in now.told where question.hasSuffix("builds") {
            #expect(answer == "[]" || answer == whole.told[question], "seed \(seed): \(question)")
          }
        }
      } catch let error as StoreError {
        guard case .newerStore = error else { throw error }
        newer += 1
      }
    }
    print(
      "history: seeds \(first)–\(first + UInt64(count) - 1): \(forgotten) forgotten, "
        + "\(silent) without effect, \(newer) taken for a newer store; other stories 0")
  }
}
