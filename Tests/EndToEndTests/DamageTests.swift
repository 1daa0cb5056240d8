import Foundation
import Glibc
import Testing
import VoimoBase

/// A film's store, damaged under the hands of its user.
@Suite struct DamageTests {
  static let file = """
    audio: song.wav
    song: { title: Sea }
    theme: quiet sea
    structure: [{ label: verse, start: 0 }, { label: chorus, start: 3 }]
    shots: { length: 2s, min: 1s, max: 3s }
    render: { width: 160, height: 90, fps: 6 }
    """

  /// A built project, and its film.
  private func built() throws -> (project: TestProject, film: Data) {
    let project = try TestProject(["voimo.yaml": Self.file], song: TestSong(length: 6))
    _ = try project.build()
    return (project, try Data(contentsOf: URL(fileURLWithPath: project.path("out/Sea.mp4"))))
  }

  private struct Shown: Decodable {
    var output: String
    var path: String
  }

  /// Where a step's only file, or the one so called, lies in the store.
  private func object(_ project: TestProject, _ step: String, _ output: String) throws -> String {
    let shown = try project.voimo("show", step, "--json")
    let files = try JSONDecoder().decode([Shown].self, from: Data(shown.output.utf8))
    let path = try #require(files.first { $0.output == output }, "\(shown.output)").path
    if path.contains("/.voimo/") { return path }
    // What stands in out/ is shown there; the store has it under its hash.
    let hash = ContentHash(hashing: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))).hex
    return project.path(".voimo/objects/\(hash.prefix(2))/\(hash.dropFirst(2))")
  }

  private func replace(_ path: String, with bytes: (Data) -> Data) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
    try bytes(data).write(to: URL(fileURLWithPath: path))
  }

  private func flipped(_ data: Data) -> Data {
    var data = data
    data[data.count / 2] ^= 1
    return data
  }

  @Test(arguments: [
    ("film", "film", "", ""), ("segment/verse.1/00", "segment", "title: Sea", "title: Ocean"),
    ("soundtrack", "soundtrack", "title: Sea", "title: Ocean"),
    ("keyframe/verse.1/00", "companion", "theme:", "motion: { zoom: 1.1 }\ntheme:"),
    ("audio", "audio", "theme:", "crop: { end: 0:05, fade_out: 1s }\ntheme:"),
  ])
  func `one flipped bit is found before it reaches the film, which is that of a whole store`(
    step: String, output: String, old: String, new: String
  ) throws {
    let (project, _) = try built()
    try replace(try object(project, step, output), with: flipped)
    try FileManager.default.removeItem(atPath: project.path("out"))
    let whole = try TestProject(["voimo.yaml": Self.file], song: TestSong(length: 6))
    if !old.isEmpty {
      for project in [project, whole] { try project.edit("voimo.yaml", old, new) }
    }
    let build = try project.voimo("build")
    #expect(build.status == 0 && build.errors.contains("was damaged"), "\(build.errors)")
    _ = try whole.build()
    let name = old.contains("title") ? "out/Ocean.mp4" : "out/Sea.mp4"
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: project.path(name)))
        == Data(contentsOf: URL(fileURLWithPath: whole.path(name))))
    #expect(try project.voimo("cache", "verify", "--read-data").status == 0)
    #expect(try project.build() == [])
  }

  @Test func `what is damaged is named by verify with status 5, and the next build heals it`()
    throws
  {
    let (project, film) = try built()
    let segment = try object(project, "segment/chorus.1/00", "segment")
    try replace(segment, with: flipped)
    let folder = try object(project, "poster", "image")
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let health = try project.voimo("cache", "verify", "--read-data")
    #expect(health.status == 5)
    #expect(health.output.contains("segment/chorus.1/00") && health.output.contains("poster"))
    // The poster is a copy of the picture that its shot starts from: what heals one heals both.
    let remade = try project.build()
    #expect(remade.contains("segment/chorus.1/00"))
    #expect(
      remade.isSubset(of: ["segment/chorus.1/00", "keyframe/chorus.1/00", "poster"]), "\(remade)")
    #expect(try project.voimo("cache", "verify", "--read-data").status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: project.path("out/Sea.mp4"))) == film)
  }

  @Test func `show says what is damaged, how it is mended, and no word of Foundation's`() throws {
    let (project, _) = try built()
    try replace(try object(project, "audio", "audio"), with: flipped)
    let shown = try project.voimo("show", "beats", "--audio", "clicks.flac")
    #expect(shown.status == 5, "\(shown.errors)")
    #expect(shown.errors.contains("audio") && shown.errors.contains("voimo build audio"))
    for word in ["Error Domain", "DecodingError", "NSCocoa"] {
      #expect(!shown.errors.contains(word))
    }
    #expect(try project.build("audio") == ["audio"])
    #expect(try project.voimo("show", "beats", "--audio", "clicks.flac").status == 0)
  }

  @Test(arguments: ["garbage", "empty", "lost", "pipe"])
  func `a damaged index costs no step, and is said once`(fault: String) throws {
    let (project, _) = try built()
    let path = project.path(".voimo/store.sqlite")
    try FileManager.default.removeItem(atPath: path)
    switch fault {
    case "garbage": try Data(repeating: 7, count: 9_000).write(to: URL(fileURLWithPath: path))
    case "empty": try Data().write(to: URL(fileURLWithPath: path))
    case "pipe": _ = unsafe mkfifo(path, 0o600)
    default: break
    }
    let status = try project.voimo("status")
    #expect(status.status == 0 && status.errors.contains("`voimo cache verify` makes it again"))
    let build = try project.voimo("build")
    #expect(build.status == 0 && build.errors.contains("made again from the records"))
    #expect(build.errors.contains("nothing to do"), "\(build.errors)")
    #expect(try !project.voimo("build").errors.contains("records"))
  }

  @Test func `git does not see the store of a project written by hand`() throws {
    let (project, _) = try built()
    let git = try Command.run(
      "/usr/bin/env", ["sh", "-c", "git init -q . && git add -A && git status --porcelain"],
      in: project.folder)
    #expect(git.status == 0 && !git.output.contains(".voimo"), "\(git.output)\(git.errors)")
  }

  @Test func `gc prints first, then removes, and the last film of each profile is kept`() throws {
    let (project, _) = try built()
    _ = try project.build("--profile", "draft")
    try project.edit("voimo.yaml", "title: Sea", "title: Ocean")
    _ = try project.build()
    let dry = try project.voimo("cache", "gc", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("would remove") && dry.output.contains("film"))
    let before = try project.voimo("cache", "stat").output
    #expect(try project.voimo("cache", "stat").output == before)
    let gone = try project.voimo("cache", "gc")
    #expect(gone.status == 0 && gone.output.contains("removed"), "\(gone.errors)")
    #expect(
      try project.build() == []
        && (try project.build("--profile", "draft")) == ["film", "contact-sheet"])
    #expect(try project.voimo("cache", "gc", "--max-size", "many").status == 2)
  }

  @Test func `cache stat and status agree`() throws {
    struct Status: Decodable {
      struct Stage: Decodable {
        var stage: String
        var bytes: Int
      }
      var stages: [Stage]
    }
    struct Statistics: Decodable {
      struct Kind: Decodable {
        var name: String
        var bytes: Int
      }
      var kinds: [Kind]
    }
    let (project, _) = try built()
    let status = try JSONDecoder().decode(
      Status.self, from: Data(try project.voimo("status", "--json").output.utf8))
    let statistics = try JSONDecoder().decode(
      Statistics.self, from: Data(try project.voimo("cache", "stat", "--json").output.utf8))
    let kinds = Dictionary(uniqueKeysWithValues: statistics.kinds.map { ($0.name, $0.bytes) })
    #expect(!status.stages.isEmpty)
    for stage in status.stages { #expect(kinds[stage.stage] == stage.bytes, "\(stage.stage)") }
  }
}
