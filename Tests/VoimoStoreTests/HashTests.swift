import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoStore

@Suite struct HashTests {
  /// A clock that is so far ahead that no file is younger than a tick.
  private static let later: @Sendable () -> Int = { WallClock.nanoseconds + 10_000_000_000 }

  /// Hashes a file twice with an edit between; the second opening of the store must see it.
  private func check(
    reads: Bool, now: @escaping @Sendable () -> Int = later, equal: Bool,
    edit: (TemporaryFolder) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("old words", to: "song.txt")
    let path = "\(folder.path)/song.txt"
    let before = try Store.open(folder: folder.store, now: now).hashes.hash(ofFile: path)
    #expect(before == ContentHash(hashing: "old words"))
    try edit(folder)
    let store = try Store.open(folder: folder.store, now: now)
    let after = try store.hashes.hash(ofFile: path)
    #expect(
      after == ContentHash(hashing: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
    #expect((after == before) == equal)
    #expect((store.counts.bytesHashed > 0) == reads)
    #expect((store.counts.indexWrites > 0) == reads)
  }

  private func times(_ path: String) -> (modified: timespec, changed: timespec) {
    var status = stat()
    _ = unsafe stat(path, &status)
    return (status.st_mtim, status.st_ctim)
  }

  private func setModified(_ path: String, _ time: timespec) {
    let times = [time, time]
    _ = unsafe utimensat(AT_FDCWD, path, times, 0)
  }

  /// Repeats an edit until the system's clock has gone on since the file was last changed.
  private func later(than path: String, _ edit: () throws -> Void) rethrows {
    let before = times(path).changed
    var after = before
    while after.tv_sec == before.tv_sec, after.tv_nsec == before.tv_nsec {
      try edit()
      after = times(path).changed
    }
  }

  @Test func `an unchanged file is not read again`() throws {
    try check(reads: false, equal: true) { _ in }
  }

  @Test func `a touched file is read and found equal`() throws {
    try check(reads: true, equal: true) { folder in
      later(than: "\(folder.path)/song.txt") {
        _ = unsafe utimensat(AT_FDCWD, "\(folder.path)/song.txt", nil, 0)
      }
    }
  }

  @Test func `an edit of equal size at once after the first look is seen`() throws {
    try check(reads: true, now: { WallClock.nanoseconds }, equal: false) { folder in
      try folder.write("new words", to: "song.txt")
    }
  }

  @Test func `an edit in place in the very same tick is seen`() throws {
    // The old content's times are put on the new content's: only the racy rule can tell.
    for _ in 0..<50 {
      try check(reads: true, now: { WallClock.nanoseconds }, equal: false) { folder in
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/song.txt"))
        try handle.write(contentsOf: Data("new".utf8))
        try handle.close()
      }
    }
  }

  @Test func `an edit whose time was set back is seen`() throws {
    try check(reads: true, equal: false) { folder in
      let path = "\(folder.path)/song.txt"
      let before = times(path).modified
      try later(than: path) {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data("new".utf8))
        try handle.close()
        setModified(path, before)
      }
    }
  }

  @Test func `a file renamed over it is seen, whatever its time`() throws {
    try check(reads: true, equal: false) { folder in
      let path = "\(folder.path)/song.txt"
      try folder.write("new words", to: "other.txt")
      setModified("\(folder.path)/other.txt", times(path).modified)
      _ = unsafe rename("\(folder.path)/other.txt", path)
    }
  }

  @Test func `a symbolic link that points elsewhere is seen`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a.txt")
    try folder.write("two", to: "b.txt")
    let link = "\(folder.path)/song.txt"
    let files = FileManager.default
    try files.createSymbolicLink(atPath: link, withDestinationPath: "a.txt")
    let store = try Store.open(folder: folder.store, now: Self.later)
    #expect(try store.hashes.hash(ofFile: link) == ContentHash(hashing: "one"))
    try files.removeItem(atPath: link)
    try files.createSymbolicLink(atPath: link, withDestinationPath: "b.txt")
    #expect(try store.hashes.hash(ofFile: link) == ContentHash(hashing: "two"))
  }

  @Test func `a project that moves keeps its memory`() throws {
    let folder = try TemporaryFolder()
    let (old, new) = ("\(folder.path)/old", "\(folder.path)/new")
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    try folder.write("words", to: "old/song.txt")
    _ = try Store.open(folder: "\(old)/.voimo", now: Self.later).hashes.hash(
      ofFile: "\(old)/song.txt")
    try FileManager.default.moveItem(atPath: old, toPath: new)
    let store = try Store.open(folder: "\(new)/.voimo", now: Self.later)
    #expect(try store.hashes.hash(ofFile: "\(new)/song.txt") == ContentHash(hashing: "words"))
    #expect(store.counts.bytesHashed == 0)
  }

  @Test func `what is no ordinary file is refused at once`() throws {
    let folder = try TemporaryFolder()
    _ = unsafe mkfifo("\(folder.path)/pipe", 0o600)
    let hashes = FileHashes.withoutMemory()
    for path in ["\(folder.path)/pipe", folder.path, "/dev/zero"] {
      #expect(throws: StoreError.notAFile(path: path)) { try hashes.hash(ofFile: path) }
    }
    let error = #expect(throws: StoreError.self) { try hashes.hash(ofFile: "\(folder.path)/none") }
    #expect(error?.isMissingFile == true)
  }
}
