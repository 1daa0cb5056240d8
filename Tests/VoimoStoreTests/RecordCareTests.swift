import Foundation
import Synchronization
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// Records beside a sound index: damage to them is found before they are needed.
@Suite struct RecordCareTests {
  private func records(_ project: DamagedStore) -> [String: [UInt8]] {
    let folder = "\(project.folder.store)/records"
    return Dictionary(
      uniqueKeysWithValues: project.folder.files(in: folder).map { name in
        (
          name,
          [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))) ?? Data())
        )
      })
  }

  @Test(arguments: Damage.allCases)
  func `a build that makes something writes a damaged record again, and says so`(
    damage: Damage
  ) async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    let whole = records(project)
    let names = whole.keys.sorted()
    var random = SeededRandom(seed: 11)
    let folder = "\(project.folder.store)/records"
    try damage.apply(
      to: "\(folder)/\(names[0])", other: "\(folder)/\(names[1])", using: &random)
    // What has nothing to do looks at none of them.
    #expect(try await project.build(title: "first").warnings == [])
    let outcome = try await project.build(title: "second")
    #expect(outcome.ran == ["film"])
    let two = damage == .swap
    #expect(
      outcome.warnings == [
        two
          ? "the records of 2 results were damaged and were written again from the index"
          : "the record of a result was damaged and was written again from the index"
      ])
    let now = records(project)
    #expect(now.count == whole.count + 1)
    for (name, bytes) in whole { #expect(now[name] == bytes, "\(name)") }
    #expect(project.quarantined.count == (damage == .remove ? 0 : two ? 2 : 1))
    #expect(try await project.build(title: "third").warnings == [])

    // All of an index can be made again now.
    try FileManager.default.removeItem(atPath: "\(project.folder.store)/store.sqlite")
    #expect(try await project.build(title: "third").ran == [])
  }

  @Test func `a build with nothing to do opens no record, and no build opens many`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    let store = try Store.open(folder: project.folder.store)
    for number in 0..<200 {
      try store.commitTest(StepID("picture", "\(number)"), prompt: "\(number)")
    }
    _ = try await project.build(title: "first")
    let fault = Fault(at: .max, isFatal: false)
    try await build(project, title: "first", files: fault.files)
    #expect(fault.seen.withLock { $0.count { $0.path.contains("/records/") } } == 0)
    let second = Fault(at: .max, isFatal: false)
    try await build(project, title: "second", files: second.files)
    let opened = second.seen.withLock { seen in
      Set(seen.filter { $0.path.contains("/records/") && $0.operation == .open }.map(\.path)).count
    }
    #expect((64...66).contains(opened), "\(opened)")
  }

  @Test func `in a large store the records are looked at by and by`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    let store = try Store.open(folder: project.folder.store)
    for number in 0..<300 {
      try store.commitTest(StepID("picture", "\(number)"), prompt: "\(number)")
    }
    _ = try await project.build(title: "first")
    let names = records(project).keys
    for name in names {
      try FileManager.default.removeItem(atPath: "\(project.folder.store)/records/\(name)")
    }
    var builds = 0
    while !Set(names).isSubset(of: records(project).keys), builds < 100 {
      builds += 1
      _ = try await project.build(title: "title \(builds)")
    }
    // Five would do if no record were looked at twice.
    #expect((5...16).contains(builds), "\(builds)")
  }

  /// Builds with operations on files that are watched.
  private func build(
    _ project: DamagedStore, title: String, files: FileOperations
  ) async throws {
    let store = try Store.open(folder: project.folder.store, files: files)
    let runner = Runner(
      store: store, settings: Runner.Settings(pools: Pools(cores: 1)), now: { 0 },
      sourceStillHas: { _ in true }, observer: Nobody())
    let plan = try Plan(
      Graph(nodes: DamagedStore.nodes(title: title)), targets: ["film"], store: store)
    try store.record(await runner.run(plan), command: "build", started: 1)
  }

  private struct Nobody: RunObserver {
    func observe(_ event: RunEvent) {}
  }
}
