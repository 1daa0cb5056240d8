import Foundation
import Testing
import VoimoBase
import VoimoStore

/// What is remembered of this machine, and when it is found out anew.
@Suite struct MachineFactTests {
  private let folder = try? TemporaryFolder()

  /// Asks for one fact through a store that is opened for it; says how often it was found out.
  private func ask(
    _ scratch: TemporaryFolder, context: String = "here", text: String = "x264 core 164",
    later: Int = 60_000_000_000
  ) throws -> (text: String, found: Int) {
    let library = scratch.path + "/libencoder.so"
    if !FileManager.default.fileExists(atPath: library) {
      try Data("a library".utf8).write(to: URL(fileURLWithPath: library))
    }
    let now = Int(Date().timeIntervalSince1970 * 1e9) + later
    let store = try Store.open(folder: scratch.path + "/.voimo", now: { now })
    var found = 0
    let known = store.machineFact("encoders", context: context) {
      found += 1
      return (text, [library])
    }
    return (known, found)
  }

  @Test func `a fact is found out once`() throws {
    let scratch = try #require(folder)
    #expect(try ask(scratch) == ("x264 core 164", 1))
    #expect(try ask(scratch, text: "never asked") == ("x264 core 164", 0))
  }

  @Test func `a changed library, another context and a damaged file find it out anew`() throws {
    let scratch = try #require(folder)
    _ = try ask(scratch)
    #expect(try ask(scratch, context: "elsewhere", text: "other").found == 1)
    #expect(try ask(scratch, text: "again").found == 1)
    try Data("a newer library".utf8).write(
      to: URL(fileURLWithPath: scratch.path + "/libencoder.so"))
    #expect(try ask(scratch, text: "newer") == ("newer", 1))
    #expect(try ask(scratch).text == "newer")
    let file = scratch.path + "/.voimo/machine/encoders"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    for at in [0, 20, bytes.count / 2, bytes.count - 2] {
      var damaged = bytes
      damaged[at] ^= 1
      try damaged.write(to: URL(fileURLWithPath: file))
      #expect(try ask(scratch, text: "after damage \(at)") == ("after damage \(at)", 1))
    }
    for size in [0, 1, bytes.count / 2] {
      try bytes.prefix(size).write(to: URL(fileURLWithPath: file))
      #expect(try ask(scratch, text: "after a cut").found == 1)
    }
  }

  @Test func `a library that changed just now is not believed`() throws {
    let scratch = try #require(folder)
    _ = try ask(scratch, later: 0)
    #expect(try ask(scratch, later: 0).found == 1)
  }

  @Test func `a folder in the file's place, and a file in the folder's, are replaced`() throws {
    let scratch = try #require(folder)
    let machine = scratch.path + "/.voimo/machine"
    try FileManager.default.createDirectory(
      atPath: machine + "/encoders/x", withIntermediateDirectories: true)
    #expect(try ask(scratch).found == 1)
    #expect(try ask(scratch).found == 0)
    try FileManager.default.removeItem(atPath: machine)
    try Data().write(to: URL(fileURLWithPath: machine))
    #expect(try ask(scratch).found == 1)
    #expect(try ask(scratch).found == 0)
  }
}
