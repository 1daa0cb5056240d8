import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoStore

/// What the store remembers of files outside of it.
@Suite struct ExportTests {
  private let records = [
    ExportRecord(path: "out/A.mp4", hash: ContentHash(hashing: "a"), size: 1, profile: nil),
    ExportRecord(
      path: "out/A \"quoted\" 歌.draft.mp4", hash: ContentHash(hashing: "b"), size: 2,
      profile: "draft"),
  ]

  @Test func `exports are there for whoever opens the store next`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    #expect(store.exports() == [])
    try store.remember(exports: records)
    let read = try #require(try Store.openExisting(folder: folder.store)).exports()
    #expect(Set(read) == Set(records))
    try store.remember(exports: [])
    #expect(store.exports() == [])
  }

  @Test func `a list that is the same in another order is not written again`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    try store.remember(exports: records)
    let path = "\(folder.store)/exports.json"
    let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try store.remember(exports: records.reversed())
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(number != nil && number == after)
  }

  @Test(arguments: ["", "nonsense", "[{}]", "[{\"path\":\"out/a\",\"bytes\":1,\"sha256\":\"zz\"}]"])
  func `a list that cannot be read claims nothing`(text: String) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    try store.remember(exports: records)
    _ = unsafe unlink("\(folder.store)/exports.json")
    try folder.write(text, to: ".voimo/exports.json")
    #expect(store.exports() == [])
    try store.remember(exports: records)
    #expect(Set(store.exports()) == Set(records))
  }

  @Test func `a file from the far future is hashed and always read again`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "song.txt")
    let path = "\(folder.path)/song.txt"
    let store = try Store.open(folder: folder.store, now: { .max })
    for text in ["old", "new"] {
      try folder.write(text, to: "song.txt")
      let times = [timespec](repeating: timespec(tv_sec: 10_413_792_000, tv_nsec: 5), count: 2)
      _ = unsafe utimensat(AT_FDCWD, path, times, 0)
      #expect(try store.hashes.hash(ofFile: path) == ContentHash(hashing: text))
    }
  }

  @Test(arguments: [
    (0, 5, 5), (9_223_372_036, 854_775_807, Int.max), (9_223_372_036, 854_775_808, .max),
    (10_413_792_000, 0, .max), (Int.max, 999_999_999, .max), (-1, 0, -1_000_000_000),
    (Int.min, 0, .min),
  ])
  func `no moment is too late for the clock`(seconds: Int, rest: Int, nanoseconds: Int) {
    #expect(
      WallClock.nanoseconds(of: timespec(tv_sec: seconds, tv_nsec: rest)) == nanoseconds)
  }
}
