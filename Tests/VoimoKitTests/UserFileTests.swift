import Foundation
import Glibc
import Testing
import VoimoKit

/// The one way in which files of the user's are written.
@Suite struct UserFileTests {
  private func refused(_ path: String, says words: String...) {
    do {
      try UserFile.write([1], to: path)
      Issue.record("\(path) was written")
    } catch {
      for word in words { #expect(error.sentence.contains(word), "\(error.sentence)") }
    }
  }

  @Test func `a link stays, and what it leads to is replaced`() throws {
    let scratch = try Scratch()
    try scratch.folder("far")
    try scratch.file("far/target", "old")
    try scratch.link("near", to: "far/target")
    try scratch.link("far/again", to: "../near")
    try scratch.link("whole", to: scratch("far/again"))
    try UserFile.write(Array("new".utf8), to: scratch("whole"))
    #expect(scratch.read("far/target") == "new")
    #expect(["near", "far/again", "whole"].allSatisfy(scratch.isLink))
  }

  @Test func `a link to nothing gets its file`() throws {
    let scratch = try Scratch()
    try scratch.folder("far")
    try scratch.link("near", to: "far/new")
    try UserFile.write([65], to: scratch("near"))
    #expect(scratch.read("far/new") == "A" && scratch.isLink("near"))
    try scratch.link("nowhere", to: "none/new")
    refused(scratch("nowhere"), says: "no folder")
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o4711] as [mode_t])
  func `permissions are kept`(mode: mode_t) throws {
    let scratch = try Scratch()
    try scratch.file("a")
    try scratch.file("b", "other")
    _ = unsafe chmod(scratch("a"), mode)
    try UserFile.write([66], to: scratch("a"))
    #expect(scratch.mode(of: "a") == mode && scratch.read("a") == "B")
    try UserFile.copy(scratch("b"), to: scratch("a"))
    #expect(scratch.mode(of: "a") == mode && scratch.read("a") == "other")
  }

  @Test func `a name may be as long as names can be`() throws {
    let scratch = try Scratch()
    let name = String(repeating: "歌", count: 85)
    try UserFile.write([67], to: scratch(name))
    try UserFile.write([68], to: scratch(name))
    #expect(scratch.names == [name] && scratch.read(name) == "D")
    refused(scratch(name + "x"), says: "too long")
  }

  @Test func `what is no plain file is never replaced`() throws {
    let scratch = try Scratch()
    try scratch.folder("folder")
    scratch.pipe("pipe")
    scratch.socket("socket")
    try scratch.link("to-pipe", to: "pipe")
    try scratch.link("circle", to: "circle")
    refused(scratch("folder"), says: "a folder")
    refused(scratch("pipe"), says: "pipe")
    refused(scratch("to-pipe"), says: "pipe")
    refused(scratch("socket"), says: "socket")
    refused("/dev/full", says: "device")
    refused("/dev/null", says: "device")
    refused(scratch("circle"), says: "circle")
    refused(scratch("none/file"), says: "no folder")
    refused(scratch("socket/file"), says: "not a folder")
    #expect(scratch.names == ["circle", "folder", "pipe", "socket", "to-pipe"])
  }

  @Test func `a writer that fails leaves everything as it was`() throws {
    let scratch = try Scratch()
    try scratch.file("a", "old")
    #expect(throws: KitError.self) {
      try UserFile.replace(scratch("a")) { (fresh) throws(KitError) in
        _ = FileManager.default.createFile(atPath: fresh.path, contents: Data("half".utf8))
        throw KitError(.buildFailed, "no")
      }
    }
    #expect(scratch.names == ["a"] && scratch.read("a") == "old")
  }

  @Test func `many writers at once leave one whole file`() async throws {
    let scratch = try Scratch()
    let path = scratch("a")
    await withTaskGroup(of: Void.self) { group in
      for letter in UInt8(65)...80 {
        group.addTask {
          for _ in 0..<5 {
            try? UserFile.write([UInt8](repeating: letter, count: 50_000), to: path)
          }
        }
      }
    }
    let text = try #require(scratch.read("a"))
    #expect(text.utf8.count == 50_000 && Set(text).count == 1)
    #expect(scratch.names == ["a"])
  }
}
