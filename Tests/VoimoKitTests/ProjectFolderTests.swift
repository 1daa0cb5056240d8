import Foundation
import Testing
import VoimoKit

@Suite struct ProjectFolderTests {
  /// A folder with these files and links (`name → target`), gone after the body.
  private func within(
    _ files: [String], links: [String: String] = [:], _ body: (String) throws -> Void
  ) throws {
    let manager = FileManager.default
    let root =
      manager.temporaryDirectory.resolvingSymlinksInPath().path + "/voimo-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: root) }
    try manager.createDirectory(atPath: root, withIntermediateDirectories: true)
    for file in files {
      let url = URL(fileURLWithPath: root + "/" + file)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !file.hasSuffix("/") {
        try Data("audio: a.wav\n".utf8).write(to: url)
      } else {
        try manager.createDirectory(at: url, withIntermediateDirectories: true)
      }
    }
    for (name, target) in links {
      try manager.createSymbolicLink(atPath: root + "/" + name, withDestinationPath: target)
    }
    try body(root)
  }

  private func path(_ body: () throws -> ProjectFolder) -> String? { (try? body())?.path }

  private func refusal(_ body: () throws -> ProjectFolder) -> String? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? KitError)?.sentence }
  }

  @Test func `the nearest project upwards is found, and how it is reached is told`() throws {
    try within(["voimo.yaml", "a/b/c/", "a/sub/voimo.yaml"]) { root in
      let here = try ProjectFolder.find(nil, from: root, home: nil)
      #expect(here.path == root && here.upwards == nil)
      let below = try ProjectFolder.find(nil, from: root + "/a/b/c", home: nil)
      #expect(below.path == root && below.upwards == "../../../voimo.yaml")
      let near = try ProjectFolder.find(nil, from: root + "/a/sub", home: nil)
      #expect(near.path == root + "/a/sub")
    }
  }

  @Test func `the search ends at the home folder`() throws {
    try within(["voimo.yaml", "home/work/deep/"]) { root in
      let said = refusal {
        try ProjectFolder.find(nil, from: root + "/home/work/deep", home: root + "/home")
      }
      #expect(said?.contains("or in any folder above it") == true)
      let found = try ProjectFolder.find(
        nil, from: root + "/home/work/deep", home: root + "/elsewhere")
      #expect(found.path == root)
    }
  }

  @Test(arguments: ["voimo.yml", "Voimo.yaml", "VOIMO.YML", "Voimo.yml"])
  func `a project file by nearly the right name is to be renamed`(name: String) throws {
    try within([name, "sub/x"]) { root in
      #expect(ProjectFolder.lookAlike(in: root) == name)
      let sentence = "there is a \(name) here: rename it to voimo.yaml"
      #expect(refusal { try ProjectFolder.find(nil, from: root, home: nil) } == sentence)
      #expect(
        refusal { try ProjectFolder.find(nil, from: root + "/sub", home: nil) }
          == "there is a \(name) in ../: rename it to voimo.yaml")
      for typed in [root, root + "/" + name] {
        #expect(refusal { try ProjectFolder.find(typed) }?.contains("rename it") == true)
      }
    }
    try within([name, "voimo.yaml"]) { root in
      #expect(ProjectFolder.lookAlike(in: root) == nil)
      #expect(path { try ProjectFolder.find(nil, from: root, home: nil) } == root)
    }
  }

  @Test func `a link that leads nowhere is told as one`() throws {
    try within(["deep/"], links: ["voimo.yaml": "gone.yaml"]) { root in
      for folder in [root, root + "/deep"] {
        let said = refusal { try ProjectFolder.find(nil, from: folder, home: nil) }
        #expect(said?.hasSuffix("voimo.yaml is a link to gone.yaml, which does not exist") == true)
      }
      let named = refusal { try ProjectFolder.find(root) }
      #expect(named?.contains("is a link to gone.yaml") == true)
    }
  }

  @Test func `a folder can be named by its project file, and one that is not there is told`() throws
  {
    try within(["voimo.yaml", "song.wav", "empty/"]) { root in
      #expect(path { try ProjectFolder.find(root + "/voimo.yaml") } == root)
      #expect(path { try ProjectFolder.find(root + "/empty") } == root + "/empty")
      #expect(path { try ProjectFolder.find(root + "/empty/voimo.yaml") } == root + "/empty")
      #expect(
        refusal { try ProjectFolder.find(root + "/none") }
          == "the folder \(root)/none does not exist")
      #expect(
        refusal { try ProjectFolder.find(root + "/none/voimo.yaml") }?.hasSuffix("does not exist")
          == true)
      #expect(
        refusal { try ProjectFolder.find(root + "/song.wav") } == "\(root)/song.wav is not a folder"
      )
    }
  }
}
