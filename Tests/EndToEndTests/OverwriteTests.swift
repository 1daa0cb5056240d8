import Foundation
import Glibc
import Testing

/// Nothing of the user's is destroyed: where voimo writes, and where it does not.
@Suite struct OverwriteTests {
  private static let file = """
    audio: song.wav
    song: { title: Test }
    lyrics: words.lrc
    theme: sea
    render: { width: 64, height: 64, fps: 4 }
    outputs: [film, srt]
    """

  private func built(_ targets: String...) throws -> TestProject {
    let project = try TestProject(
      ["voimo.yaml": Self.file, "words.lrc": "[00:01.00]one\n[00:03.00]two\n"],
      song: TestSong(length: 6))
    let outcome = try Command.voimo(["build"] + targets, in: project.folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return project
  }

  private func bytes(_ project: TestProject, _ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: project.path(name)))
  }

  private func outputs(_ project: TestProject) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: project.path("out"))) ?? []).sorted()
  }

  @Test func `show replaces no file of the project and nothing special`() throws {
    let project = try built("waveform", "lyrics")
    _ = try #require(unsafe symlink("song.wav", project.path("soft.flac")) == 0)
    _ = try #require(unsafe link(project.path("words.lrc"), project.path("hard.png")) == 0)
    _ = try #require(unsafe mkfifo(project.path("pipe.svg"), 0o600) == 0)
    let names = ["song.wav", "words.lrc", "voimo.yaml", ".voimo/store.sqlite"]
    let before = try names.map { try bytes(project, $0) }
    for arguments in [
      ["song", "--png", "song.wav"], ["song", "--svg", "./words.lrc"],
      ["song", "--png", "voimo.yaml"], ["beats", "--audio", "soft.flac"],
      ["song", "--png", "hard.png"], ["song", "--svg", "pipe.svg"],
      ["song", "--png", ".voimo/store.sqlite"], ["song", "--png", ".voimo/new.png"],
      ["song", "--png", "/dev/full"], ["song", "--png", "/dev/null"], ["song", "--svg", "/tmp"],
    ] {
      for force in [[], ["--force"]] {
        let outcome = try Command.voimo(["show"] + arguments + force, in: project.folder)
        #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
        #expect(outcome.errors.contains("→"))
      }
    }
    #expect(try names.map { try bytes(project, $0) } == before)
    #expect(!project.exists(".voimo/new.png") && !project.exists("-"))
  }

  @Test func `show replaces what voimo wrote, and anything else by force alone`() throws {
    let project = try built("waveform", "lyrics")
    try project.write("mine.png", "mine")
    for (option, name) in [("--png", "a.png"), ("--svg", "a.svg")] {
      #expect(try project.voimo("show", "song", option, name).status == 0)
      #expect(try project.voimo("show", "sections", option, name).status == 0)
      let foreign = try project.voimo("show", "song", option, "mine.png")
      #expect(foreign.status == 2 && foreign.errors.contains("--force"))
    }
    #expect(try project.read("mine.png") == "mine")
    #expect(try project.voimo("show", "beats", "--audio", "c.flac").status == 0)
    #expect(try project.voimo("show", "beats", "--audio", "c.flac").status == 0)
    var sound = try bytes(project, "c.flac")
    sound[sound.count / 2] ^= 1
    try sound.write(to: URL(fileURLWithPath: project.path("c.flac")))
    #expect(try project.voimo("show", "beats", "--audio", "c.flac").status == 2)
    #expect(try project.voimo("show", "beats", "--audio", "c.flac", "--force").status == 0)
    #expect(try project.voimo("show", "song", "--png", "mine.png", "--force").status == 0)
    #expect(try bytes(project, "mine.png").starts(with: [0x89, 0x50]))
  }

  @Test func `a hyphen is standard output`() throws {
    let project = try built("waveform", "lyrics")
    let picture = try Command.run(
      "/bin/bash",
      [
        "-c",
        "'\(Command.voimo)' show song --png - > a; '\(Command.voimo)' show beats --audio - > b",
      ],
      in: project.folder)
    #expect(picture.status == 0, "\(picture.errors)")
    #expect(try project.voimo("show", "song", "--png", "c").status == 0)
    #expect(try bytes(project, "a") == bytes(project, "c"))
    #expect(try bytes(project, "b").starts(with: Array("fLaC".utf8)))
    #expect(!project.exists("-"))
    #expect(try project.voimo("show", "song", "--png", "-", "--json").status == 2)
  }

  @Test func `a draft stands beside the film`() throws {
    let project = try built()
    let film = try bytes(project, "out/Test.mp4")
    let before = outputs(project)
    _ = try project.build("--profile", "draft")
    #expect(try bytes(project, "out/Test.mp4") == film)
    #expect(
      outputs(project)
        == (before + before.map { $0.replacing("Test.", with: "Test.draft.") }).sorted())
    #expect(try project.voimo("show", "film").output == project.path("out/Test.mp4") + "\n")
    #expect(
      try project.voimo("show", "film", "--profile", "draft").output
        == project.path("out/Test.draft.mp4") + "\n")
  }

  @Test func `old titles and dropped outputs are named and can be cleaned`() throws {
    let project = try built()
    _ = try project.build("--profile", "draft")
    try project.write("out/mine.txt", "mine")
    let old = outputs(project).filter { $0 != "mine.txt" }
    try project.edit("voimo.yaml", "title: Test", "title: New")
    try project.edit("voimo.yaml", ", srt", "")
    let built = try project.voimo("build")
    for name in old { #expect(built.errors.contains("out/\(name)"), "\(built.errors)") }
    #expect(!built.errors.contains("mine.txt") && built.errors.contains("voimo clean"))
    try project.write("out/Test.srt", "changed by hand")
    let dry = try project.voimo("clean", "--dry-run")
    #expect(dry.output.split(separator: "\n").count == old.count - 1)
    #expect(outputs(project).contains("Test.mp4"))
    let cleaned = try project.voimo("clean")
    #expect(cleaned.status == 0 && cleaned.errors.contains("kept out/Test.srt"))
    let new = ["New.contact-sheet.png", "New.mp4", "New.poster.png", "New.waveform.png"]
    #expect(outputs(project) == new + ["Test.srt", "mine.txt"])
    #expect(try project.voimo("clean", "--all").status == 0)
    #expect(outputs(project) == ["Test.srt", "mine.txt"])
    #expect(try project.build() == [])
    #expect(outputs(project) == new + ["Test.srt", "mine.txt"])
  }

  @Test func `without its memory voimo claims no file`() throws {
    let project = try built()
    let all = outputs(project)
    try FileManager.default.removeItem(atPath: project.path(".voimo"))
    try project.edit("voimo.yaml", "title: Test", "title: New")
    let again = try project.voimo("build")
    #expect(!again.errors.contains("Test.mp4"))
    #expect(try project.voimo("clean", "--all").status == 0)
    #expect(outputs(project) == all)
  }

  @Test func `a file that somebody put into out is kept under another name`() throws {
    let project = try built()
    let srt = try bytes(project, "out/Test.srt")
    for text in ["first", "second"] {
      try project.write("out/Test.srt", text)
      let outcome = try project.voimo("build")
      #expect(outcome.status == 0 && outcome.errors.contains("Test.kept"), "\(outcome.errors)")
    }
    #expect(try bytes(project, "out/Test.srt") == srt)
    #expect(try project.read("out/Test.kept.srt") == "first")
    #expect(try project.read("out/Test.kept-2.srt") == "second")
    // What voimo itself wrote is replaced without ado.
    try project.edit("words.lrc", "one", "uno")
    #expect(try !project.voimo("build").errors.contains("kept-3"))
    #expect(try project.read("out/Test.srt").contains("uno"))
  }

  @Test func `a link in out is followed, and never to the song`() throws {
    let project = try built()
    let film = try bytes(project, "out/Test.mp4")
    try FileManager.default.createDirectory(
      atPath: project.path("far"), withIntermediateDirectories: true)
    try FileManager.default.removeItem(atPath: project.path("out/Test.mp4"))
    _ = try #require(unsafe symlink("../far/film.mp4", project.path("out/Test.mp4")) == 0)
    #expect(try project.voimo("build").status == 0)
    #expect(try bytes(project, "far/film.mp4") == film)
    let song = try bytes(project, "song.wav")
    _ = unsafe unlink(project.path("out/Test.srt"))
    _ = try #require(unsafe symlink("../song.wav", project.path("out/Test.srt")) == 0)
    let outcome = try project.voimo("build")
    #expect(outcome.status == 2 && outcome.errors.contains("a file of this project"))
    #expect(try bytes(project, "song.wav") == song)
  }

  @Test func `plan and status name the files that a build would write`() throws {
    let project = try built()
    let settled = try project.voimo("plan")
    #expect(settled.output.contains("nothing to do"))
    _ = unsafe unlink(project.path("out/Test.mp4"))
    try project.write("out/Test.poster.png", "junk")
    try project.edit("voimo.yaml", ", srt]", ", srt, vtt]")
    for command in ["plan", "status"] {
      let output = try project.voimo(command).output
      #expect(!output.contains("nothing to do"), "\(command): \(output)")
      for words in [
        "out/Test.mp4 (missing)", "out/Test.vtt (missing)", "out/Test.poster.png (it holds",
      ] {
        #expect(output.contains(words), "\(command): \(output)")
      }
      #expect(!output.contains("out/Test.srt"))
    }
    let film = try project.voimo("show", "film")
    #expect(film.output.contains("/.voimo/objects/") && film.errors.contains("voimo build"))
    #expect(try project.build() == [])
    #expect(try project.voimo("plan").output.contains("nothing to do"))
    #expect(try project.voimo("show", "film").output == project.path("out/Test.mp4") + "\n")
  }

  @Test func `freeze and init write over nothing that the project stands on`() throws {
    let project = try built("structure", "lyrics")
    let song = try bytes(project, "song.wav")
    _ = try #require(unsafe symlink("song.wav", project.path("structure.yaml")) == 0)
    let frozen = try project.voimo("freeze", "sections", "--force")
    #expect(frozen.status == 2 && frozen.errors.contains("a file of this project"))
    _ = unsafe unlink(project.path("voimo.yaml"))
    _ = try #require(unsafe symlink("song.wav", project.path("voimo.yaml")) == 0)
    let begun = try project.voimo("init", "song.wav", "--force")
    #expect(begun.status == 2 && begun.errors.contains("the song"), "\(begun.errors)")
    #expect(try bytes(project, "song.wav") == song)
  }

  @Test func `a gitignore that is no text stays as it is`() throws {
    let project = try TestProject()
    let latin = Data([0x66, 0xFC, 0x72, 0x0A])
    try latin.write(to: URL(fileURLWithPath: project.path(".gitignore")))
    #expect(try project.voimo("init", "song.wav").status == 0)
    #expect(try bytes(project, ".gitignore") == latin)
  }
}
