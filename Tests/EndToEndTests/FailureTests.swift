import Foundation
import Testing

/// Wrong input and rough treatment: a plain sentence, the right exit status, nothing lost.
@Suite struct FailureTests {
  static let file = """
    audio: song.wav
    theme: quiet sea
    structure: [{ label: verse, start: 0 }]
    shots: { length: 2s, min: 1s, max: 3s }
    render: { width: 160, height: 90, fps: 6 }
    """

  private func check(
    _ files: [String: String], song: TestSong? = TestSong(length: 6), _ arguments: String...,
    status: Int32, says words: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let project = try TestProject(files, song: song)
    let outcome = try Command.voimo(arguments, in: project.folder)
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.contains(word), "no '\(word)' in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `a folder without a project says how to make one`() throws {
    try check([:], "build", status: 2, says: ["voimo.yaml", "voimo init"])
  }

  @Test func `a missing song names its neighbour`() throws {
    try check(
      ["voimo.yaml": "audio: sonf.wav\ntheme: sea"], "build", status: 2,
      says: ["voimo.yaml:1:8", "missing-file", "song.wav"])
  }

  @Test func `several mistakes are shown at once`() throws {
    try check(
      ["voimo.yaml": "audio: song.wav\nthem: sea\nseed: -1\ncrop: 0:05-0:01"], "check", status: 2,
      says: ["voimo.yaml:2:1", "theme", "voimo.yaml:3:", "voimo.yaml:4:"])
  }

  @Test func `a model without a back end is refused, and the draft profile takes it`() throws {
    let files = ["voimo.yaml": Self.file + "\nmodel: dreamlike-diffusion-1.0"]
    try check(files, "check", status: 2, says: ["model", "--profile draft"])
    try check(files, "check", "--profile", "draft", status: 0, says: [])
  }

  @Test func `a web page named song is not taken for one`() throws {
    let project = try TestProject(["voimo.yaml": "audio: a.mp3\ntheme: sea"], song: nil)
    try project.write("a.mp3", "<!DOCTYPE html><html><body>Not found</body></html>")
    let outcome = try project.voimo("build")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a.mp3"))
  }

  @Test func `an unknown section names the ones there are`() throws {
    try check(
      ["voimo.yaml": Self.file + "\nsections: { chrous: { prompt: sky } }"], "build", status: 2,
      says: ["chrous", "verse"])
  }

  @Test func `a title that leaves the folder is refused`() throws {
    try check(
      ["voimo.yaml": Self.file + "\nsong: { title: ../../escape }"], "build", status: 2,
      says: ["out/"])
  }

  @Test func `an unknown target names its neighbour`() throws {
    try check(["voimo.yaml": Self.file], "build", "flim", status: 2, says: ["flim", "film"])
  }

  @Test func `a kill leaves a store that the next build goes on from`() throws {
    let song = TestSong(length: 90)
    let project = try TestProject(["voimo.yaml": Self.file], song: song)
    let running = try Command.start(
      Command.voimo, ["build", "--json", "-j", "1"], in: project.folder)
    // Wait until some shots are done, not for a time.
    var finished: Set<String> = []
    while finished.count(where: { $0.hasPrefix("segment/") }) < 3, running.process.isRunning {
      usleep(5_000)
      let text = (try? String(contentsOfFile: running.output, encoding: .utf8)) ?? ""
      let whole = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      finished = Set(
        try TestProject.steps(in: whole.joined(separator: "\n")).filter { $0.outcome == "ran" }
          .map(\.step))
    }
    try #require(running.process.isRunning, "the build was over before it could be killed")
    kill(running.process.processIdentifier, SIGKILL)
    running.process.waitUntilExit()
    let second = try project.build()
    #expect(finished.isDisjoint(with: second), "redone: \(finished.intersection(second))")
    #expect(try project.build() == [])
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: project.path(".voimo/tmp"))) ?? []
    #expect(left == [])
  }

  @Test func `an interrupt ends with 130 and keeps what was finished`() throws {
    let project = try TestProject(["voimo.yaml": Self.file], song: TestSong(length: 90))
    let running = try Command.start(
      Command.voimo, ["build", "--json", "-j", "1"], in: project.folder)
    while running.process.isRunning,
      !((try? String(contentsOfFile: running.output, encoding: .utf8)) ?? "").contains("segment/")
    { usleep(5_000) }
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus == 130)
    #expect(running.process.terminationReason == .exit)
    let second = try project.build()
    #expect(!second.contains("audio"))
  }

  @Test func `a second build at the same time says who holds the project`() throws {
    let project = try TestProject(["voimo.yaml": Self.file], song: TestSong(length: 90))
    let running = try Command.start(
      Command.voimo, ["build", "--json", "-j", "1"], in: project.folder)
    while running.process.isRunning,
      !((try? String(contentsOfFile: running.output, encoding: .utf8)) ?? "").contains("started")
    { usleep(5_000) }
    let second = try project.voimo("build")
    #expect(second.status == 4)
    #expect(second.errors.contains("\(running.process.processIdentifier)"))
    let reader = try project.voimo("plan")
    #expect(reader.status == 0)
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
  }
}
