import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

@Suite struct StoreTests {
  @Test func `a result is there for whoever opens the store next`() throws {
    let folder = try TemporaryFolder()
    let made = try Store.open(folder: folder.store).commitTest("picture/a", prompt: "sea")
    for store in [
      try Store.open(folder: folder.store),
      try #require(try Store.openExisting(folder: folder.store)),
    ] {
      let found = try store.result(for: made.key)
      #expect(found == made)
      #expect(try store.lastResult(of: "picture/a") == made)
      #expect(try store.result(for: ContentHash(hashing: "other")) == nil)
    }
    #expect(made.value == Array("sea".utf8) && made.warnings == ["dark", "two\nlines"])
    #expect(made.sizes == ["picture": 14, "notes": 12, "value": 3])
    let hash = try #require(made.outputs["picture"])
    let path = try Store.open(folder: folder.store).path(of: hash)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "picture of sea")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o444)
    #expect(folder.files(in: "\(folder.store)/tmp").isEmpty)
  }

  @Test func `each result is also a file that can be checked`() throws {
    let folder = try TemporaryFolder()
    let made = try Store.open(folder: folder.store).commitTest("picture/a", prompt: "sea")
    let names = folder.files(in: "\(folder.store)/records")
    #expect(names == ["\(made.key.hex.prefix(2))/\(made.key.hex.dropFirst(2))"])
    let bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: "\(folder.store)/records/\(names[0])")))
    let body = Array(bytes[65...])
    #expect(String(decoding: bytes[..<64], as: UTF8.self) == ContentHash(hashing: body).hex)
    #expect(body.starts(with: Array("voimo result 1\n64 \(made.key.hex)\n".utf8)))
  }

  @Test func `a reader finds no store where there is none, and makes none`() throws {
    let folder = try TemporaryFolder()
    #expect(try Store.openExisting(folder: folder.store) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.store))
  }

  @Test func `a reader cannot write`() throws {
    let folder = try TemporaryFolder()
    _ = try Store.open(folder: folder.store)
    let reader = try #require(try Store.openExisting(folder: folder.store))
    #expect(throws: StoreError.readOnly(path: folder.store)) {
      try reader.commitTest("picture/a", prompt: "sea")
    }
  }

  @Test func `two openers see what the other has done`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try Store.open(folder: folder.store), try Store.open(folder: folder.store))
    let first = try one.commitTest("picture/a", prompt: "sea")
    #expect(try other.result(for: first.key) == first)
    let second = try other.commitTest("picture/b", prompt: "hill")
    #expect(try one.result(for: second.key) == second)
  }

  @Test func `a lost blob makes its result unknown, and running again heals it`() throws {
    let folder = try TemporaryFolder()
    let made = try Store.open(folder: folder.store).commitTest("picture/a", prompt: "sea")
    let path = try Store.open(folder: folder.store).path(of: try #require(made.outputs["notes"]))
    try FileManager.default.removeItem(atPath: path)
    let store = try Store.open(folder: folder.store)
    #expect(try store.result(for: made.key) == nil)
    #expect(try store.lastResult(of: "picture/a")?.key == made.key)
    try store.commitTest("picture/a", prompt: "sea")
    #expect(try Store.open(folder: folder.store).result(for: made.key) != nil)
  }

  @Test func `a file with a second name, or from elsewhere, is copied and not moved`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    try folder.write("mine", to: "song.txt")
    let work = try store.makeFolder(for: "a")
    try FileManager.default.linkItem(atPath: "\(folder.path)/song.txt", toPath: "\(work)/link")
    let product = StepProduct(outputs: [
      "linked": .file(path: "\(work)/link"), "elsewhere": .file(path: "\(folder.path)/song.txt"),
    ])
    let made = try store.commit(product, as: .test("a", prompt: "x"), from: work)
    try folder.write("ours", to: "song.txt")
    for name in ["linked", "elsewhere"] {
      let path = store.path(of: try #require(made.outputs[name]))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
  }

  @Test func `a step may not publish a link or a folder`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    let work = try store.makeFolder(for: "a")
    try FileManager.default.createSymbolicLink(
      atPath: "\(work)/link", withDestinationPath: "/etc/passwd")
    for path in ["\(work)/link", work] {
      #expect(throws: StoreError.self) {
        try store.commit(
          StepProduct(outputs: ["x": .file(path: path)]), as: .test("a", prompt: "x"), from: work)
      }
    }
  }

  @Test func `a newer store is refused by its version`() throws {
    let folder = try TemporaryFolder()
    _ = try Store.open(folder: folder.store)
    // SQLite keeps its user version at byte 60 of the file.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: "\(folder.store)/store.sqlite"))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: [0, 0, 0, 99])
    try file.close()
    let expected = StoreError.newerStore(
      path: "\(folder.store)/store.sqlite", version: 99, known: 4)
    #expect(throws: expected) { try Store.open(folder: folder.store) }
    #expect(throws: expected) { try Store.openExisting(folder: folder.store) }
  }

  @Test func `statistics count results, blobs and bytes`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    #expect(try store.statistics().oldest == nil)
    try store.commitTest("picture/a", prompt: "sea")
    try store.commitTest("picture/b", prompt: "hill")
    let statistics = try store.statistics()
    #expect(
      statistics.results == 2 && statistics.blobs == 4
        && statistics.bytes == 14 + 12 + 3 + 15 + 13 + 4)
    #expect(statistics.unusedBytes == 0 && statistics.oldest != nil)
    #expect(statistics.kinds.map { "\($0.name) \($0.results) \($0.bytes)" } == ["picture 2 61"])
  }

  @Test func `logs are a file for each step of a build`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    store.log("one", for: "segment/chorus.2/03")
    store.log("two", for: "segment/chorus.2/03")
    store.log("x", for: "../../escape")
    let path = store.logPath(for: "segment/chorus.2/03")
    #expect(path.hasPrefix("\(folder.store)/logs/") && path.hasSuffix("/segment_chorus.2_03.log"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
    #expect(folder.files(in: folder.path).allSatisfy { $0.hasPrefix(".voimo/") })
  }
}
