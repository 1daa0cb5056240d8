import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// What looking a store over finds, before anything needs what is damaged.
@Suite struct HealthTests {
  private func health(_ project: DamagedStore, readsData: Bool = true) throws -> StoreHealth {
    let lock = try BuildLock.take(in: project.folder.store, command: "verify")
    defer { withExtendedLifetime(lock) {} }
    return try Store.open(folder: project.folder.store).health(readsData: readsData) { _, _ in }
  }

  private func built() async throws -> DamagedStore {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    return project
  }

  @Test func `a whole store is fine, with and without reading`() async throws {
    let project = try await built()
    let quick = try health(project, readsData: false)
    #expect(quick.isFine && quick.bytesRead == 0 && quick.results == DamagedStore.parts + 1)
    let thorough = try health(project)
    #expect(thorough.isFine && thorough.objects == DamagedStore.parts + 1)
    #expect(
      thorough.bytesRead == DamagedStore.parts * 307 + DamagedStore.film(title: "first").count)
    #expect(project.quarantined == [])
  }

  @Test(arguments: Damage.allCases)
  func `each damage to an object is found, named with its step, and healed by the next build`(
    damage: Damage
  ) async throws {
    let project = try await built()
    var random = SeededRandom(seed: 3)
    try damage.apply(
      to: try project.path(of: "part/2", "part"), other: try project.path(of: "part/4", "part"),
      using: &random)
    let health = try health(project)
    #expect(
      Set(health.damages.flatMap(\.steps))
        == (damage == .swap ? ["part/2", "part/4"] : ["part/2"]),
      "\(health)")
    #expect(health.damages.allSatisfy { $0.sort == .object && $0.path.hasPrefix("objects/") })
    #expect(health.isPutAside)
    let outcome = try await project.build(title: "first")
    #expect(Set(outcome.ran) == (damage == .swap ? ["part/2", "part/4"] : ["part/2"]))
    #expect(try self.health(project).isFine)
  }

  @Test(arguments: Damage.allCases.filter { $0 != .swap })
  func `each damage to a record is found and put right from the index`(
    damage: Damage
  ) async throws {
    let project = try await built()
    let name = try #require(
      project.folder.files(in: "\(project.folder.store)/records").randomElement())
    var random = SeededRandom(seed: 4)
    let path = "\(project.folder.store)/records/\(name)"
    try damage.apply(to: path, other: path, using: &random)
    let found = try health(project, readsData: false)
    #expect(found.damages.map(\.sort) == [.record] && found.damages[0].steps.count == 1)
    #expect(try health(project).isFine)
    try FileManager.default.removeItem(atPath: "\(project.folder.store)/store.sqlite")
    #expect(try await project.build(title: "first").ran == [])
  }

  @Test func `a damaged index is found and made again`() async throws {
    let project = try await built()
    try Data("not SQLite".utf8).write(
      to: URL(fileURLWithPath: "\(project.folder.store)/store.sqlite"))
    let found = try health(project)
    #expect(found.damages.map(\.sort) == [.index] && found.results == DamagedStore.parts + 1)
    #expect(try health(project).isFine)
  }

  @Test func `somebody who may only read is told and changes nothing`() async throws {
    let project = try await built()
    var random = SeededRandom(seed: 3)
    let path = try project.path(of: "part/2", "part")
    try Damage.cut.apply(to: path, other: path, using: &random)
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    let health = try reader.health(readsData: false) { _, _ in }
    #expect(health.damages.map(\.steps) == [["part/2"]] && !health.isPutAside)
    #expect(project.quarantined == [] && FileManager.default.fileExists(atPath: path))
  }
}
