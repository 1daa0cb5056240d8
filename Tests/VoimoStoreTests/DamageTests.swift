import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// Each kind of damage to each part of a store, and what is said about it.
@Suite struct DamageTests {
  private func built() async throws -> DamagedStore {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "first")
    return project
  }

  private func damage(_ damage: Damage, _ path: String, other: String? = nil) throws {
    var random = SeededRandom(seed: 5)
    try damage.apply(to: path, other: other ?? path, using: &random)
  }

  @Test(arguments: [
    (Damage.cut, "bytes instead of"), (.empty, "0 bytes instead of"), (.grow, "bytes instead of"),
    (.folder, "a folder"), (.link, "a link"), (.pipe, "a pipe, socket or device"),
  ])
  func `what shows at a look is planned to be made again, and said once`(
    kind: Damage, words: String
  ) async throws {
    let project = try await built()
    try damage(kind, try project.path(of: "part/2", "part"))
    let outcome = try await project.build(title: "first")
    #expect(outcome.ran == ["part/2"] && outcome.film == DamagedStore.film(title: "first"))
    guard case .resultDamaged(let detail)? = outcome.reasons["part/2"]?.first else {
      Issue.record("\(outcome.reasons)")
      return
    }
    #expect(detail.contains(words), "\(detail)")
    #expect(outcome.warnings.count == 1 && outcome.warnings[0].contains("was damaged"))
    #expect(project.quarantined.count == 1)
    #expect(try await project.build(title: "first").ran == [])
  }

  @Test(arguments: [Damage.flip, .zeros])
  func `what only reading shows is made again before it is read`(kind: Damage) async throws {
    let project = try await built()
    try damage(kind, try project.path(of: "part/2", "part"))
    #expect(try await project.build(title: "first").ran == [], "nothing reads it")
    let outcome = try await project.build(title: "second")
    #expect(
      outcome.ran == ["part/2", "film"] && outcome.film == DamagedStore.film(title: "second"))
    #expect(outcome.warnings.count == 1 && project.quarantined.count == 1)
  }

  @Test func `contents that were swapped are both found`() async throws {
    let project = try await built()
    try damage(
      .swap, try project.path(of: "part/1", "part"), other: try project.path(of: "part/4", "part"))
    let outcome = try await project.build(title: "second")
    #expect(Set(outcome.ran) == ["part/1", "part/4", "film"] && project.quarantined.count == 2)
  }

  @Test func `a shelf of objects or records that is a file is moved away`() async throws {
    for sort in ["objects", "records"] {
      let project = try await built()
      let shelf = "\(project.folder.store)/\(sort)"
      let digits = try FileManager.default.contentsOfDirectory(atPath: shelf)
      for name in digits {
        try FileManager.default.removeItem(atPath: "\(shelf)/\(name)")
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(shelf)/\(name)"))
      }
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(shelf)/stray"))
      let outcome = try await project.build(title: "second")
      #expect(outcome.film == DamagedStore.film(title: "second"), "\(sort)")
      #expect(outcome.ran.count == (sort == "objects" ? DamagedStore.parts + 1 : 1))
    }
  }

  @Test func `a build hashes each blob at most once, one with nothing to do none`() async throws {
    let project = try await built()
    let store = try Store.open(folder: project.folder.store)
    let hash = try #require(try store.lastResult(of: "part/0")?.outputs["part"])
    let before = store.counts.bytesHashed
    for _ in 0..<3 { try store.check(hash) }
    #expect(try store.read(hash).count == 307)
    #expect(store.counts.bytesHashed - before == 307)
  }

  @Test func `a damaged blob that cannot be moved is replaced where it is`() async throws {
    let project = try await built()
    try damage(.cut, try project.path(of: "part/2", "part"))
    // A file in the place of the folder: nothing can be moved into it.
    try Data().write(to: URL(fileURLWithPath: "\(project.folder.store)/quarantine"))
    let outcome = try await project.build(title: "second")
    #expect(outcome.film == DamagedStore.film(title: "second"))
  }

  @Test func `a reader that finds damage has the next build make it again`() async throws {
    let project = try await built()
    try damage(.flip, try project.path(of: "film", "film"))
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    let hash = try #require(try reader.lastResult(of: "film")?.outputs["film"])
    #expect(throws: DamagedArtifact.self) { try reader.read(hash) }
    #expect(try await project.build(title: "first").ran == ["film"])
  }

  @Test func `the store tells git to ignore it, again when that was removed`() async throws {
    let project = try await built()
    let path = "\(project.folder.store)/.gitignore"
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("\n*\n"))
    try FileManager.default.removeItem(atPath: path)
    _ = try await project.build(title: "first")
    #expect(FileManager.default.fileExists(atPath: path))
    try Data("mine\n".utf8).write(to: URL(fileURLWithPath: path))
    _ = try await project.build(title: "first")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine\n")
  }

  @Test func `a lock that is no file is an error and no wait`() async throws {
    let project = try await built()
    try damage(.pipe, "\(project.folder.store)/lock")
    #expect(throws: LockError.self) {
      try BuildLock.take(in: project.folder.store, command: "build")
    }
  }
}
