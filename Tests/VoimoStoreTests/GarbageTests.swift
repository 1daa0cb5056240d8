import Foundation
import Synchronization
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// What is removed from a store that grew, and what never is.
@Suite struct GarbageTests {
  private func collect(
    _ project: DamagedStore, maxSize: Int? = nil, profiles: Set<String>? = nil,
    files: FileOperations = FileOperations()
  ) throws -> Garbage {
    let lock = try BuildLock.take(in: project.folder.store, command: "gc")
    let store = try Store.open(folder: project.folder.store, files: files)
    let garbage = try store.garbage(maxSize: maxSize, first: ["film"], profiles: profiles)
    try store.remove(garbage, holding: lock)
    return garbage
  }

  private func objects(_ project: DamagedStore) -> Int {
    project.folder.files(in: "\(project.folder.store)/objects").count
  }

  @Test func `only what no profile's last build needs goes`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    for title in ["one", "two", "three"] { _ = try await project.build(title: title) }
    for title in ["two", "draft"] { _ = try await project.build(title: title, profile: "draft") }
    let films = objects(project)
    let garbage = try collect(project)
    #expect(garbage.kinds.map { "\($0.name) \($0.results)" } == ["film 2"])
    #expect(garbage.keptResults == DamagedStore.parts + 2 && objects(project) == films - 2)
    #expect(try await project.build(title: "three").ran == [])
    #expect(try await project.build(title: "draft", profile: "draft").ran == [])
    #expect(try collect(project).isEmpty)
    #expect(try await project.build(title: "one").ran == ["film"])
  }

  @Test func `a profile that is no more keeps nothing`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "one")
    for profile in ["draft", "night sky"] {
      _ = try await project.build(title: profile, profile: profile)
    }
    // Whether they are there is not known: all of them keep what they use.
    #expect(try collect(project).isEmpty)
    #expect(try collect(project, profiles: ["draft", "night sky"]).goneProfiles == [])
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    let dry = try reader.garbage(maxSize: nil, first: [], profiles: ["draft"])
    #expect(dry.goneProfiles == ["night sky"] && dry.keys.count == 1)
    let garbage = try collect(project, profiles: ["draft"])
    #expect(garbage.goneProfiles == ["night sky"])
    #expect(garbage.kinds.map { "\($0.name) \($0.results)" } == ["film 1"])
    #expect(try await project.build(title: "one").ran == [])
    #expect(try await project.build(title: "draft", profile: "draft").ran == [])
    // It is forgotten, also by what a lost index would be made again from.
    #expect(try collect(project, profiles: ["draft"]).goneProfiles == [])
    let names = project.folder.files(in: "\(project.folder.store)/uses")
    #expect(names == ["-", "draft"])
    // Should it come back, what it shares is there.
    #expect(try await project.build(title: "night sky", profile: "night sky").ran == ["film"])
  }

  @Test func `working out what can go changes nothing`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    for title in ["one", "two"] { _ = try await project.build(title: title) }
    let before = project.folder.files(in: project.folder.store)
    let reader = try #require(try Store.openExisting(folder: project.folder.store))
    let garbage = try reader.garbage(maxSize: nil, first: [])
    #expect(garbage.keys.count == 1 && garbage.bytes == garbage.kinds[0].bytes)
    let after = project.folder.files(in: project.folder.store)
    #expect(before.filter { !$0.contains("sqlite-") } == after.filter { !$0.contains("sqlite-") })
  }

  @Test func `below a size, films go first and then what was unused for longest`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    for title in ["one", "two", "three", "four"] { _ = try await project.build(title: title) }
    let store = try Store.open(folder: project.folder.store)
    let all = try store.garbage(maxSize: nil, first: [])
    let film = DamagedStore.film(title: "one").count
    let whole = all.keptBytes + all.bytes
    // Room for all but one and a half films: two go, the oldest ones.
    let some = try collect(project, maxSize: whole - film * 3 / 2)
    #expect(some.keys.count == 2 && some.keptBytes <= whole - film * 3 / 2)
    #expect(try await project.build(title: "three").ran == [])
    #expect(try await project.build(title: "one").ran == ["film"])
    // However small the size, what is in use stays.
    let rest = try collect(project, maxSize: 1)
    #expect(rest.keptResults == DamagedStore.parts + 1)
    #expect(try collect(project, maxSize: 1 << 40).keys.isEmpty)
  }

  @Test func `what belongs to nothing goes: strays, the quarantine, old work and logs`()
    async throws
  {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "one")
    let strays = [
      "objects/aa/" + String(repeating: "b", count: 62), "objects/aa/strange", "objects/stray",
      "quarantine/objects-aa-x", "tmp/20200101-000000-1-1/1-film/half",
      "logs/20200101-000000-1/a.log",
    ]
    for name in strays {
      let path = "\(project.folder.store)/\(name)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data("0123456789".utf8).write(to: URL(fileURLWithPath: path))
    }
    let garbage = try collect(project)
    #expect(garbage.strayBytes == 60 && garbage.bytes == 60 && garbage.keys.isEmpty)
    for name in strays {
      #expect(!FileManager.default.fileExists(atPath: "\(project.folder.store)/\(name)"), "\(name)")
    }
    #expect(try await project.build(title: "one").ran == [])
  }

  @Test func `what profiles need is known even after the index was lost`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "old")
    _ = try await project.build(title: "final")
    _ = try await project.build(title: "draft", profile: "draft")
    try FileManager.default.removeItem(atPath: "\(project.folder.store)/store.sqlite")
    let garbage = try collect(project)
    #expect(garbage.kinds.map { "\($0.name) \($0.results)" } == ["film 1"])
    #expect(try await project.build(title: "final").ran == [])
    #expect(try await project.build(title: "draft", profile: "draft").ran == [])
  }

  @Test func `nothing goes while a build is at work`() async throws {
    let project = DamagedStore(try TemporaryFolder())
    _ = try await project.build(title: "one")
    let lock = try BuildLock.take(in: project.folder.store, command: "build")
    #expect(throws: LockError.self) { try collect(project) }
    withExtendedLifetime(lock) {}
  }

  /// Fails the 1st, 2nd, 3rd … operation and all after it, as a kill would.
  @Test func `a collection that is killed anywhere leaves a store that goes on`() async throws {
    let pristine = DamagedStore(try TemporaryFolder())
    for title in ["one", "two", "three"] { _ = try await pristine.build(title: title) }
    var number = 1
    while true {
      let folder = try TemporaryFolder()
      try FileManager.default.removeItem(atPath: folder.path)
      try FileManager.default.copyItem(atPath: pristine.folder.path, toPath: folder.path)
      let project = DamagedStore(folder)
      let fault = Fault(at: number, isFatal: true)
      _ = try? collect(project, files: fault.files)
      for title in ["three", "one"] {
        let outcome = try await project.build(title: title)
        #expect(outcome.film == DamagedStore.film(title: title), "operation \(number)")
        #expect(outcome.ran.allSatisfy { $0 == "film" } && outcome.warnings == [], "\(number)")
      }
      #expect(try await project.build(title: "three").ran == [], "operation \(number)")
      try folder.expectWholeBlobs("operation \(number)")
      if !fault.hasStruck { break }
      number += 1
    }
    print("gc: killed at \(number - 1) points")
    #expect(number > 10)
  }
}
