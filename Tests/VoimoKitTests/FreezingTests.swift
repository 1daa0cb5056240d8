import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoMedia
import VoimoProject

/// Files of a project, read and written in a real folder.
@Suite struct FreezingTests {
  /// A temporary folder with a song of four seconds in it.
  final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/voimo-kit-" + UUID().uuidString

    init(_ files: [String: String] = [:]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files { try write(name, Data(text.utf8)) }
      try write("song.wav", Self.song)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ data: Data) throws {
      try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func read(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map {
        String(decoding: $0, as: UTF8.self)
      }
    }

    /// What lies in the folder but for the song and the store, sorted.
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        .filter { $0 != "song.wav" && $0 != ".voimo" }.sorted()
    }

    func open(profile: String? = nil) throws -> Workspace {
      try Workspace.open(folder: path, profile: profile, reading: .inProcess)
    }

    /// Builds the sections, so that there is something to freeze.
    func build() async throws {
      let workspace = try open()
      let lock = try workspace.lock(waits: false, command: "test")
      let session = try Session(workspace, for: .building)
      let request = BuildRequest(
        targets: ["structure"], jobs: 2, onFailure: .stop, command: "test")
      let outcome = try await session.build(request, holding: lock, observer: Silence())
      try #require(outcome.report.results["structure"] != nil)
    }

    func freeze(force: Bool = false, profile: String? = nil) throws {
      let session = try Session(open(profile: profile), for: .reading)
      let freezing = try session.freeze([.structure], force: force)
      try session.workspace.write(freezing)
    }

    private struct Silence: RunObserver {
      func observe(_ event: RunEvent) {}
    }

    /// Four seconds of clicks.
    private static let song = wave(seconds: 4)

    /// A click twice a second for some time, as 16-bit mono at 8 kHz.
    static func wave(seconds: Double) -> Data {
      func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      }
      let samples = (0..<Int(seconds * 8000)).flatMap { index in
        little(index % 4000 < 200 ? (index % 16 < 8 ? 12_000 : -12_000) : 0, 2)
      }
      let header =
        Array("RIFF".utf8) + little(36 + samples.count, 4) + Array("WAVEfmt ".utf8)
        + little(16, 4) + little(1, 2) + little(1, 2) + little(8000, 4) + little(16_000, 4)
        + little(2, 2) + little(16, 2) + Array("data".utf8) + little(samples.count, 4)
      return Data(header + samples)
    }
  }

  /// The ids and files of the problems that opening a project has.
  private func problems(_ folder: Folder) -> [String] {
    do {
      _ = try folder.open()
      return []
    } catch let problems as ProjectProblems {
      return problems.diagnostics.map { "\($0.message.id) \($0.file ?? "")" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `sections are read from the file that the project names`() throws {
    let folder = try Folder([
      "voimo.yaml": "audio: song.wav\nstructure: s.yaml\n", "s.yaml": "- { label: a, start: 0 }\n",
    ])
    #expect(try folder.open().project.structure?.map(\.label) == ["a"])
    try folder.write("s.yaml", Data("- { label: A, start: 0 }\n".utf8))
    #expect(problems(folder) == ["wrong-value s.yaml"])
    try folder.write("s.yaml", Data([0xFF, 0xFE]))
    #expect(problems(folder) == ["not-text voimo.yaml"])
    try folder.write("s.yaml", Data(repeating: UInt8(ascii: "#"), count: 1 << 20 + 5))
    #expect(problems(folder) == ["file-too-large voimo.yaml"])
    try FileManager.default.removeItem(atPath: folder.path + "/s.yaml")
    #expect(problems(folder) == ["missing-file voimo.yaml"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/s.yaml", withDestinationPath: "/etc/hostname")
    #expect(problems(folder) == ["outside-project voimo.yaml"])
  }

  @Test func `freezing writes a file and one line`() async throws {
    let yaml = "# a film\r\naudio: song.wav\t# mine\r\n\r\ntheme: sea\r\n"
    let folder = try Folder(["voimo.yaml": yaml])
    #expect(throws: KitError.self) { try folder.freeze() }
    try await folder.build()
    try folder.freeze()
    #expect(folder.names == ["structure.yaml", "voimo.yaml"])
    #expect(
      folder.read("voimo.yaml")
        == yaml.replacing("# mine\r\n", with: "# mine\r\nstructure: structure.yaml\r\n"))
    #expect(try folder.open().project.structure?.isEmpty == false)
    // Declared now: asked for again it is no guess.
    #expect(throws: KitError.self) { try folder.freeze() }
  }

  @Test func `a file that is there is kept unless forced`() async throws {
    let folder = try Folder(["voimo.yaml": "audio: song.wav\n"])
    try await folder.build()
    try folder.write("structure.yaml", Data("- { label: mine, start: 0 }\n".utf8))
    #expect(throws: KitError.self) { try folder.freeze() }
    #expect(folder.read("structure.yaml") == "- { label: mine, start: 0 }\n")
    #expect(folder.read("voimo.yaml") == "audio: song.wav\n")
    try folder.freeze(force: true)
    #expect(folder.read("structure.yaml")?.contains("mine") == false)
    // With just the content that would be written, nothing is in the way.
    try folder.write("voimo.yaml", Data("audio: song.wav\n".utf8))
    try folder.freeze()
    #expect(folder.read("voimo.yaml") == "audio: song.wav\nstructure: structure.yaml\n")
  }

  @Test func `a link is followed, and what it leads to is kept unless forced`() async throws {
    let folder = try Folder(["voimo.yaml": "audio: song.wav\n", "other.txt": "other"])
    try await folder.build()
    let link = folder.path + "/structure.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "other.txt")
    #expect(throws: KitError.self) { try folder.freeze() }
    #expect(folder.read("other.txt") == "other")
    try folder.freeze(force: true)
    #expect(folder.read("other.txt")?.contains("label:") == true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "other.txt")
  }

  @Test func `a project file that is a link stays one, with its permissions and mark`() async throws
  {
    let folder = try Folder()
    try folder.write("real.yaml", Data([0xEF, 0xBB, 0xBF] + Array("audio: song.wav\n".utf8)))
    let real = folder.path + "/real.yaml"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/voimo.yaml", withDestinationPath: "real.yaml")
    try await folder.build()
    try folder.freeze()
    #expect(folder.names == ["real.yaml", "structure.yaml", "voimo.yaml"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/voimo.yaml")
        == "real.yaml")
    #expect(
      FileManager.default.contents(atPath: real).map(Array.init)
        == [0xEF, 0xBB, 0xBF] + Array("audio: song.wav\nstructure: structure.yaml\n".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `a project file that changed meanwhile is left alone`() async throws {
    let folder = try Folder(["voimo.yaml": "audio: song.wav\n"])
    try await folder.build()
    let session = try Session(folder.open(), for: .reading)
    let freezing = try session.freeze([.structure], force: false)
    try folder.write("voimo.yaml", Data("audio: song.wav\ntheme: new\n".utf8))
    #expect(throws: KitError.self) { try session.workspace.write(freezing) }
    #expect(folder.names == ["voimo.yaml"])
    #expect(folder.read("voimo.yaml") == "audio: song.wav\ntheme: new\n")
  }

  @Test func `a profile with sections of its own is not frozen into the file`() async throws {
    let folder = try Folder([
      "voimo.yaml": """
      audio: song.wav
      profiles:
        own: { structure: [{ label: a, start: 0 }] }
        other: { lyrics: words.lrc }
      """,
      "words.lrc": "[0:01]word",
    ])
    try await folder.build()
    #expect(throws: KitError.self) { try folder.freeze(profile: "own") }
    #expect(throws: KitError.self) { try folder.freeze(profile: "other") }
    try folder.freeze(profile: "draft")
    #expect(
      folder.read("voimo.yaml")?.hasPrefix("audio: song.wav\nstructure: structure.yaml\n") == true)
    #expect(try folder.open(profile: "own").project.structure?.map(\.label) == ["a"])
  }

  @Test func `a text that cannot be placed leaves nothing behind`() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/taken/in", withIntermediateDirectories: true)
    #expect(throws: KitError.self) { try UserFile.write([1], to: folder.path + "/taken") }
    #expect(throws: KitError.self) { try UserFile.write([1], to: folder.path + "/none/file") }
    #expect(throws: KitError.self) { try UserFile.write([1], to: "/proc/file") }
    #expect(folder.names == ["taken"])
    try UserFile.write([1, 2], to: folder.path + "/file")
    #expect(folder.read("file") == "\u{1}\u{2}")
  }

  @Test func `what is to be frozen is read in the order in which it is written`() throws {
    #expect(try Freezable.read([]) == [])
    #expect(try Freezable.read(["lyrics", "structure", "lyrics"]) == [.structure, .lyrics])
    #expect(throws: KitError.self) { try Freezable.read(["prompts"]) }
  }
}
