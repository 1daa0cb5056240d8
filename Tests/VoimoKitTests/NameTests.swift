import Foundation
import Testing
import VoimoBase
import VoimoKit
import VoimoMedia

/// Files whose names are written in one way in `voimo.yaml` and in another on the disk.
@Suite struct NameTests {
  /// Opens a project of some files in a folder of its own; the folder's place is given too.
  private func open(
    _ yaml: String, files: [String], links: [String: String] = [:],
    _ look: (Workspace, String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/voimo-kit-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in ["voimo.yaml"] + files {
      let path = "\(folder)/\(file)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try #require(
        FileManager.default.createFile(
          atPath: path, contents: Data(file == "voimo.yaml" ? yaml.utf8 : "a".utf8)))
    }
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: target)
    }
    try look(try Workspace.open(folder: folder, reading: .inProcess), folder)
  }

  private static let composed = "Caf\u{E9} \u{DC}nder"
  private static let decomposed = "Cafe\u{301} U\u{308}nder"

  @Test(arguments: [
    (composed, decomposed), (decomposed, composed), ("Cafe\u{301} \u{DC}nder", composed),
    ("\u{AC00}", "\u{1100}\u{1161}"), ("\u{212B}", "\u{C5}"),
  ]) func `a name of the same letters in other bytes is found`(written: String, there: String)
    throws
  {
    let yaml = "audio: \"\(written).flac\"\nlyrics: \"\(written)/\(written).txt\"\n"
    try open(yaml, files: ["\(there).flac", "\(there)/\(there).txt"]) { workspace, folder in
      #expect(workspace.pathProblems == [])
      #expect(
        Array(workspace.resolve("\(written).flac").utf8) == Array("\(folder)/\(there).flac".utf8))
      #expect(
        Array(workspace.resolve("\(written)/\(written).txt").utf8)
          == Array("\(folder)/\(there)/\(there).txt".utf8))
    }
  }

  @Test func `the very bytes win where both are there`() throws {
    let files = ["\(Self.composed).flac", "\(Self.decomposed).flac"]
    for name in files {
      try open("audio: \"\(name)\"\n", files: files) { workspace, folder in
        #expect(Array(workspace.resolve(name).utf8) == Array("\(folder)/\(name)".utf8))
      }
    }
  }

  @Test func `a structure file is found so, too`() throws {
    let yaml = "audio: a.flac\nstructure: \"\(Self.composed).yaml\"\n"
    #expect(throws: ProjectProblems.self) {
      // It is found and read: what is wrong is what it says.
      try open(yaml, files: ["a.flac", "\(Self.decomposed).yaml"]) { _, _ in }
    }
    do {
      try open(yaml, files: ["a.flac", "\(Self.decomposed).yaml"]) { _, _ in }
    } catch let problems as ProjectProblems {
      #expect(problems.diagnostics.map(\.message.id) == ["wrong-shape"])
    }
  }

  @Test(arguments: ["~night.flac", "~root/a.flac"])
  func `a tilde counts only before a slash`(name: String) throws {
    try open("audio: \"\(name)\"\n", files: [name]) { workspace, folder in
      #expect(workspace.resolve(name) == "\(folder)/\(name)")
      #expect(workspace.pathProblems == [])
    }
  }

  @Test func `a path from the home folder leads there`() throws {
    try open("audio: a.flac\n", files: ["a.flac"]) { workspace, _ in
      #expect(workspace.resolve("~/a.flac").hasSuffix("/a.flac"))
      #expect(!workspace.resolve("~/a.flac").contains("~"))
    }
  }

  @Test func `a link to nothing is called one`() throws {
    try open("audio: l.flac\n", files: [], links: ["l.flac": "gone.flac"]) { workspace, _ in
      #expect(
        workspace.pathProblems.map(\.message.text) == [
          "audio: l.flac is a link to nothing: gone.flac does not exist"
        ])
    }
    try open("audio: l.flac\n", files: [], links: ["l.flac": "l.flac"]) { workspace, _ in
      #expect(workspace.pathProblems.map(\.message.id) == ["missing-file"])
    }
  }

  @Test(arguments: [
    ("~night.flac", "~night"), (".hidden.flac", ".hidden"), ("...flac", "film"), ("-.flac", "film"),
    ("a.b.flac", "a.b"), ("song", "song"),
  ]) func `a file's name gives a title that files can have`(name: String, title: String) throws {
    try open("audio: \"\(name)\"\n", files: [name]) { workspace, _ in
      #expect(workspace.title == title)
      #expect(ExportName(title: workspace.title) != nil)
      #expect(workspace.pathProblems == [])
    }
  }

  @Test func `a profile's missing file is shown at the profile's line`() throws {
    let yaml = "audio: a.flac\nprofiles:\n  x: { audio: other.flac }\n"
    try open(yaml, files: ["a.flac"]) { _, folder in
      let workspace = try Workspace.open(folder: folder, profile: "x", reading: .inProcess)
      #expect(workspace.pathProblems.map { $0.span?.line } == [3])
    }
  }
}
