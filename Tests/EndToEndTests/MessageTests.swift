import Foundation
import Glibc
import Testing

/// What is said of files that cannot be read, and of what is not built.
@Suite struct MessageTests {
  private func check(
    _ project: TestProject, _ arguments: String..., status: Int32 = 2, says words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Command.voimo(arguments, in: project.folder)
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.contains(word), "no '\(word)' in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
    for word in ["NSCocoa", "operation couldn", "operation could not", "DecodingError"] {
      #expect(!outcome.errors.contains(word), sourceLocation: sourceLocation)
    }
  }

  @Test func `a project file that cannot be read says what it is`() throws {
    let project = try TestProject()
    let path = project.path("voimo.yaml")
    for command in ["check", "build", "plan", "status"] {
      try project.write("voimo.yaml", "")
      try check(project, command, says: ["voimo.yaml is empty"])
      _ = unsafe unlink(path)
      _ = unsafe mkdir(path, 0o777)
      try check(project, command, says: ["voimo.yaml is a folder"])
      _ = unsafe rmdir(path)
      _ = unsafe mkfifo(path, 0o600)
      try check(project, command, says: ["voimo.yaml is a named pipe"])
      _ = unsafe unlink(path)
      _ = unsafe symlink("/dev/zero", path)
      try check(project, command, says: ["voimo.yaml is a device"])
      _ = unsafe unlink(path)
      _ = unsafe symlink("nothing", path)
      try check(project, command, says: ["voimo.yaml is a link to nothing"])
      _ = unsafe unlink(path)
    }
  }

  @Test func `words that cannot be read say what they are`() throws {
    let project = try TestProject(["voimo.yaml": "audio: song.wav\nlyrics: words.txt\n"])
    let path = project.path("words.txt")
    for command in ["check", "build"] {
      try project.write("words.txt", "")
      try check(project, command, says: ["words.txt is empty", "voimo.yaml:2:9"])
      _ = unsafe truncate(path, 52_000_000)
      try check(project, command, says: ["words.txt has 52 MB"])
      _ = unsafe unlink(path)
      _ = unsafe mkfifo(path, 0o600)
      try check(project, command, says: ["words.txt is a named pipe"])
      _ = unsafe unlink(path)
    }
  }

  @Test(
    .enabled(
      if: unsafe getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "needs another user"),
    arguments: ["voimo.yaml", "song.wav", "words.txt", "structure.yaml"])
  func `a file that may not be read is said to be not permitted`(name: String) throws {
    let project = try TestProject([
      "voimo.yaml": "audio: song.wav\nlyrics: words.txt\nstructure: structure.yaml\n",
      "words.txt": "words", "structure.yaml": "- { label: a, start: 0 }",
    ])
    _ = unsafe chmod(project.folder, 0o755)
    _ = unsafe chmod(project.path(name), 0)
    let outcome = try Command.run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", Command.voimo, "check"],
      in: project.folder)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(name) cannot be read: not permitted"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("not-audio"))
  }

  @Test func `what is not built is called so, and how to build it`() throws {
    let project = try TestProject(
      ["voimo.yaml": FailureTests.file + "\nlyrics: w.lrc\n", "w.lrc": "[00:01.00]a\n"],
      song: TestSong(length: 6))
    for target in [
      "film", "song", "sections", "structure", "beats", "signals", "shots", "lyrics", "lines",
      "words", "prompts", "poster", "keyframe", "stems",
    ] {
      try check(project, "show", target, says: ["not built yet", "voimo build"])
    }
    #expect(try project.voimo("status").output.contains("not built yet"))
    #expect(try project.voimo("cache").output.contains("not built yet"))
    _ = try project.build("--profile", "draft")
    for target in ["film", "shots", "poster"] {
      try check(
        project, "show", target, says: ["not built yet", "profile draft", "--profile draft"])
    }
    #expect(try project.voimo("show", "shots", "--profile", "draft").status == 0)
    // What the profile has no part in is there for both.
    #expect(try project.voimo("show", "song").status == 0)
    for (name, other) in [("sections", "structure"), ("lyrics", "lines"), ("lyrics", "words")] {
      #expect(
        try project.voimo("show", name).output == project.voimo("show", other).output)
    }
    try project.edit("voimo.yaml", "fps: 6", "fps: 8")
    try check(project, "show", "keyframe/nothing.1/00", says: ["keyframe/nothing.1/00"])
  }

  @Test func `a message shows the line that was read`() throws {
    let project = try TestProject([
      "voimo.yaml": "audio: song.wav\nlyrics: w.lrc\nstructure: s.yaml\n",
      "w.lrc": "[00:01.00]good\n[00:99:99.00]odd\n", "s.yaml": "- { labl: x, start: 0 }\n",
    ])
    try check(project, "check", says: ["s.yaml:1:", "1 │ - { labl: x, start: 0 }"])
    try project.write("s.yaml", "- { label: x, start: 0 }\n")
    try project.write(
      "voimo.yaml",
      "audio: song.wav\nsections: { nope: { prompt: sky } }\n"
        + "structure: s.yaml\n")
    try check(project, "build", says: ["voimo.yaml:2:", "2 │ sections: { nope:"])
    try check(project, "plan", says: ["2 │ sections: { nope:"])
  }

  @Test func `a name in out that cannot be written ends in a sentence`() throws {
    let project = try TestProject(
      ["voimo.yaml": FailureTests.file + "\nsong: { title: Test }\n"], song: TestSong(length: 6))
    try project.write("out", "a file")
    try check(project, "build", status: 1, says: ["out/Test.mp4", "not a folder"])
    _ = unsafe unlink(project.path("out"))
    try FileManager.default.createDirectory(
      atPath: project.path("out/Test.mp4"), withIntermediateDirectories: true)
    let outcome = try project.voimo("build")
    #expect(outcome.status == 2 && outcome.errors.contains("it is a folder"))
  }
}
