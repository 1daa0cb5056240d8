import Foundation
import Glibc
import Testing
import VoimoKit

@Suite struct InputTextTests {
  private func check(
    _ path: String, limit: Int = 100, _ id: String, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(InputText.Refusal) {
      _ = try InputText.bytes(of: path, limit: limit)
      Issue.record("\(path) was read", sourceLocation: sourceLocation)
    } catch {
      #expect(error.id == id, sourceLocation: sourceLocation)
      #expect(
        error.predicate.contains(words), "\(error.predicate)", sourceLocation: sourceLocation)
    }
  }

  @Test func `a file that cannot be read says what it is`() throws {
    let scratch = try Scratch()
    check(scratch("none"), "missing-file", says: "does not exist")
    check(try scratch.link("lost", to: "none"), "missing-file", says: "link that leads to nothing")
    check(try scratch.file("empty", ""), "empty-file", says: "is empty")
    check(try scratch.folder("folder"), "not-a-file", says: "is a folder")
    check(scratch.pipe("pipe"), "not-a-file", says: "is a named pipe")
    check(scratch.socket("socket"), "not-a-file", says: "is a socket")
    check("/dev/zero", "not-a-file", says: "is a device")
    check(try scratch.link("turn", to: "turn"), "unreadable-file", says: "circle")
    check(scratch("empty/file"), "unreadable-file", says: "not a folder")
    check("/proc/self/mounts", limit: 3, "file-too-large", says: "at most 3 bytes")
  }

  @Test func `a large file is said to be as large as it is`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("words.txt")
    _ = unsafe truncate(path, 52_300_000)
    check(path, limit: 1 << 20, "file-too-large", says: "has 52 MB; at most 1.0 MB")
    _ = unsafe truncate(path, 1_100_000)
    check(path, limit: 1 << 20, "file-too-large", says: "has 1.1 MB")
    #expect(try InputText.bytes(of: path, limit: 1_100_000).count == 1_100_000)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `a file without permission says so`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a")
    _ = unsafe chmod(path, 0)
    check(path, "unreadable-file", says: "not permitted")
  }
}
