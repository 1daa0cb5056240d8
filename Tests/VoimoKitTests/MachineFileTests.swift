import Foundation
import Glibc
import Testing
import VoimoBase
import VoimoKit
import VoimoProject

/// The machine's own file on disk.
@Suite struct MachineFileTests {
  private func file(_ environment: [String: String]) -> MachineFile {
    MachineFile(environment: environment)
  }

  @Test(arguments: [
    (["HOME": "/home/a"], "/home/a/.config/voimo/config.yaml", "~/.config/voimo/config.yaml"),
    (
      ["HOME": "/home/a", "XDG_CONFIG_HOME": "/etc/x"], "/etc/x/voimo/config.yaml",
      "/etc/x/voimo/config.yaml"
    ),
    (
      ["HOME": "/home/a", "XDG_CONFIG_HOME": "relative"], "/home/a/.config/voimo/config.yaml",
      "~/.config/voimo/config.yaml"
    ),
    (["HOME": "/home/a", "VOIMO_CONFIG": "~/mine.yaml"], "/home/a/mine.yaml", "~/mine.yaml"),
    (
      ["HOME": "/home/a", "VOIMO_CONFIG": "/srv/c.yaml", "XDG_CONFIG_HOME": "/x"], "/srv/c.yaml",
      "/srv/c.yaml"
    ),
    (
      ["HOME": "/home/a", "VOIMO_CONFIG": ""], "/home/a/.config/voimo/config.yaml",
      "~/.config/voimo/config.yaml"
    ),
    // A folder whose name only begins alike is no home.
    (["HOME": "/home/a", "VOIMO_CONFIG": "/home/ab/c.yaml"], "/home/ab/c.yaml", "/home/ab/c.yaml"),
  ])
  func `it lies where variables say`(environment: [String: String], path: String, name: String) {
    #expect(file(environment).path == path && file(environment).name == name)
  }

  @Test func `without a file nothing is said, and one that is named must be there`() throws {
    let scratch = try Scratch()
    #expect(try file(["HOME": scratch.path]).read().config.backends.isEmpty)
    #expect(!file(["HOME": scratch.path]).isThere)
    let named = file(["HOME": "/", "VOIMO_CONFIG": scratch("c.yaml")])
    let error = #expect(throws: KitError.self) { try named.read() }
    #expect(error?.sentence.hasSuffix("c.yaml does not exist, and VOIMO_CONFIG names it") == true)
    #expect(try file(["HOME": "/", "VOIMO_CONFIG": "/dev/null"]).read().config.python == nil)
    try scratch.file("c.yaml", "")
    #expect(try named.read().config.python == nil)
  }

  @Test func `mistakes point into the file`() throws {
    let scratch = try Scratch()
    try scratch.file("c.yaml", "\u{FEFF}python: venv\n")
    let named = file(["HOME": scratch.path, "VOIMO_CONFIG": scratch("c.yaml")])
    let problems = #expect(throws: ProjectProblems.self) { try named.read() }
    #expect(problems?.diagnostics.map(\.message.id) == ["relative-path"])
    #expect(problems?.diagnostics[0].file == "~/c.yaml")
    #expect(problems?.diagnostics[0].span == SourceSpan(line: 1, column: 9, length: 4))
    #expect(problems?.sources.first?.line(1) == "python: venv")
  }

  @Test(arguments: ["folder", "pipe", "dangling"])
  func `what is no plain file is refused and never waited for`(kind: String) throws {
    let scratch = try Scratch()
    switch kind {
    case "folder": try scratch.folder("c.yaml")
    case "pipe": scratch.pipe("c.yaml")
    default: try scratch.link("c.yaml", to: "nowhere")
    }
    let named = file(["HOME": "/", "VOIMO_CONFIG": scratch("c.yaml")])
    #expect(throws: KitError.self) { try named.read() }
    #expect(throws: KitError.self) { try named.set("python", to: "/v") }
  }

  @Test func `a file beyond its bound, and one that is not text, are refused`() throws {
    let scratch = try Scratch()
    let named = file(["HOME": "/", "VOIMO_CONFIG": scratch("c.yaml")])
    try scratch.file("c.yaml", String(repeating: "#\n", count: FileLimits.bytes))
    #expect(throws: KitError.self) { try named.read() }
    try Data([0x70, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: scratch("c.yaml")))
    let error = #expect(throws: KitError.self) { try named.read() }
    #expect(error?.sentence.hasSuffix("is not UTF-8 text") == true)
  }

  @Test func `a field is set, set again, and removed, with the folder made`() throws {
    let scratch = try Scratch()
    let mine = file(["HOME": scratch.path])
    let first = try mine.set("backends.image.url", to: "http://a:1")
    #expect(first.before == nil && first.after == "http://a:1" && first.isNew)
    let text = "backends:\n  image: { url: \"http://a:1\" }\n"
    #expect(scratch.read(".config/voimo/config.yaml") == text)
    let again = try mine.set("backends.image.url", to: "http://a:1")
    #expect(!again.isNew && again.before == "http://a:1")
    let second = try mine.set("backends.image.batch", to: "2")
    #expect(second.before == nil && second.after == "2")
    let gone = try mine.unset("backends.image")
    #expect(
      gone.before == "url: http://a:1, batch: 2"
        && gone.after == nil)
    #expect(scratch.read(".config/voimo/config.yaml") == "")
    #expect(throws: ProjectProblems.self) { try mine.unset("backends.image") }
  }

  @Test func `a link stays, its file keeps its permissions, and a mistake changes nothing`() throws
  {
    let scratch = try Scratch()
    try scratch.file("real.yaml", "# mine\npython: /v\n")
    try scratch.link("c.yaml", to: scratch("real.yaml"))
    _ = unsafe chmod(scratch("real.yaml"), 0o600)
    let named = file(["HOME": "/", "VOIMO_CONFIG": scratch("c.yaml")])
    _ = try named.set("python", to: "/w")
    #expect(scratch.isLink("c.yaml") && scratch.read("real.yaml") == "# mine\npython: /w\n")
    #expect(scratch.mode(of: "real.yaml") == 0o600)
    #expect(throws: ProjectProblems.self) { try named.set("python", to: "relative") }
    #expect(throws: ProjectProblems.self) { try named.set("theme", to: "rain") }
    #expect(scratch.read("real.yaml") == "# mine\npython: /w\n")
  }

  @Test func `names of back ends are checked where they are known`() throws {
    let scratch = try Scratch()
    let mine = MachineFile(environment: ["HOME": scratch.path], types: ["sdapi"])
    #expect(throws: ProjectProblems.self) { try mine.set("backends.image.type", to: "sdapy") }
    _ = try mine.set("backends.image.type", to: "sdapi")
    #expect(try mine.read().config.type(at: .image) == "sdapi")
  }
}
