import Foundation
import Testing
import VoimoBase
import VoimoCharts
import VoimoKit
import VoimoMedia

/// Where voimo may write when a user says so.
@Suite struct WriteGuardTests {
  /// A project's files, and the guard over them.
  private func project() throws -> (Scratch, WriteGuard) {
    let scratch = try Scratch()
    try scratch.folder(".voimo")
    try scratch.file("song.flac")
    try scratch.file("store.sqlite")
    let keeper = WriteGuard(
      kept: [
        .init(path: scratch("song.flac"), role: "the song"),
        .init(path: scratch("words.lrc"), role: "the words"),
      ], closedFolder: scratch(".voimo"))
    return (scratch, keeper)
  }

  private func refused(
    _ keeper: WriteGuard, _ path: String, force: Bool = true, says word: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      try keeper.check(path, force: force)
      Issue.record("\(path) may be written", sourceLocation: sourceLocation)
    } catch {
      #expect(error.status == .usage, sourceLocation: sourceLocation)
      #expect(error.sentence.contains(word), "\(error.sentence)", sourceLocation: sourceLocation)
    }
  }

  @Test func `a file of the project stays under any of its names, force or not`() throws {
    let (scratch, keeper) = try project()
    try scratch.folder("sub")
    try scratch.link("soft", to: "song.flac")
    try scratch.link("softer", to: "soft")
    scratch.hardLink("hard", to: scratch("song.flac"))
    try scratch.link("sub/here", to: "..")
    for name in ["song.flac", "soft", "softer", "hard", "sub/../song.flac", "sub/here/song.flac"] {
      refused(keeper, scratch(name), says: "the song")
      refused(keeper, scratch(name), force: false, says: "the song")
    }
  }

  @Test func `a file that is only named stays free for itself`() throws {
    let (scratch, keeper) = try project()
    try scratch.link("later", to: "words.lrc")
    for name in ["words.lrc", "later"] { refused(keeper, scratch(name), says: "the words") }
  }

  @Test func `nothing is written into the store`() throws {
    let (scratch, keeper) = try project()
    try scratch.link("store", to: ".voimo")
    for name in [".voimo/new.png", "store/new.png", ".voimo"] {
      refused(keeper, scratch(name), says: name == ".voimo" ? "folder" : "store")
    }
  }

  @Test func `a file of somebody else needs force`() throws {
    let (scratch, keeper) = try project()
    try scratch.file("a.png", "mine")
    try scratch.file("empty.png", "")
    refused(keeper, scratch("a.png"), force: false, says: "already exists")
    refused(keeper, scratch("empty.png"), force: false, says: "already exists")
    try keeper.check(scratch("a.png"), force: true)
    try keeper.check(scratch("new.png"), force: false)
  }

  @Test(arguments: [DrawingFile.Format.png, .svg])
  func `a picture of voimo's is replaced until somebody changes it`(
    format: DrawingFile.Format
  ) throws {
    let (scratch, keeper) = try project()
    let drawing = Drawing(width: 40, height: 20, background: .white)
    let path = scratch("a")
    func whole() throws -> [UInt8] {
      try DrawingFile.write(drawing, as: format, to: path)
      return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let bytes = try whole()
    try keeper.check(path, force: false)
    try FileManager.default.copyItem(atPath: path, toPath: scratch("copy"))
    try keeper.check(scratch("copy"), force: false)
    for place in [0, 10, bytes.count / 2, bytes.count - 1] {
      var other = bytes
      other[place] ^= 1
      try Data(other).write(to: URL(fileURLWithPath: path))
      refused(keeper, path, force: false, says: "not as voimo wrote it")
    }
    for other in [bytes + [10], Array(bytes.dropLast()), []] {
      try Data(other).write(to: URL(fileURLWithPath: path))
      refused(keeper, path, force: false, says: "not as voimo wrote it")
    }
    #expect(try whole() == bytes)
  }

  @Test func `a project keeps the files of all its profiles`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "voimo.yaml",
      """
      audio: a.flac
      lyrics: a.lrc
      structure: s.yaml
      profiles: { live: { audio: b.flac } }
      """)
    for name in ["a.flac", "a.lrc", "b.flac"] { try scratch.file(name) }
    try scratch.file("s.yaml", "- { label: verse, start: 0 }")
    let keeper = try Workspace.open(folder: scratch.path, reading: .inProcess).writeGuard
    for name in ["voimo.yaml", "a.flac", "a.lrc", "b.flac", "s.yaml"] {
      #expect(throws: KitError.self) { try keeper.checkKept(scratch(name)) }
    }
    try keeper.checkKept(scratch("c.flac"))
  }
}
