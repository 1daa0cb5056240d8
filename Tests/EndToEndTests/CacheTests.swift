import Foundation
import Testing

/// `voimo cache` on a project that was built, and limits that a shell sets.
@Suite struct CacheTests {
  private static let file =
    FailureTests.file + "\nprofiles: { night: { theme: city at night } }\n"

  @Test func `what a removed profile needs goes, and that is said`() throws {
    let project = try TestProject(["voimo.yaml": Self.file], song: TestSong(length: 6))
    _ = try project.build()
    _ = try project.build("--profile", "night")
    #expect(try project.voimo("cache", "gc", "-n").output.hasPrefix("nothing to remove; "))

    // A file with a mistake says nothing about profiles: all of them count.
    try project.write("voimo.yaml", FailureTests.file + "\nthem: sea\n")
    #expect(try project.voimo("cache", "gc", "-n").output.hasPrefix("nothing to remove; "))

    try project.write("voimo.yaml", FailureTests.file)
    let dry = try project.voimo("cache", "gc", "-n")
    #expect(
      dry.output.hasPrefix(
        "voimo.yaml has no profile 'night' any more: what it alone needs goes\n"))
    #expect(dry.output.contains("would remove "))
    #expect(try project.voimo("cache", "gc", "-n", "--json").output.contains("\"night\""))
    #expect(try project.voimo("cache", "gc").status == 0)
    #expect(try project.voimo("cache", "gc").output.hasPrefix("nothing to remove; "))
    #expect(try project.build() == [])
  }

  @Test func `how old the store is, is told to people and to programs`() throws {
    let project = try TestProject(["voimo.yaml": FailureTests.file], song: TestSong(length: 6))
    _ = try project.build("audio")
    let text = try project.voimo("cache", "stat").output
    #expect(text.hasPrefix("1 result in 1 file, "))
    #expect(text.contains("made just now") || text.contains(" ago") || text.contains("made today"))
    #expect(!text.contains("T") || !text.contains("Z\n"))
    let json = try project.voimo("cache", "stat", "--json").output
    #expect(json.contains(/"newest" : "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/))
  }

  @Test func `a store that is locked says by whom and since when, in local time`() throws {
    let project = try TestProject(["voimo.yaml": FailureTests.file], song: TestSong(length: 90))
    let running = try Command.start(
      Command.voimo, ["build", "--json", "-j", "1"], in: project.folder)
    while running.process.isRunning,
      !((try? String(contentsOfFile: running.output, encoding: .utf8)) ?? "").contains("started")
    { usleep(5_000) }
    for command in [["cache", "verify"], ["cache", "gc"], ["clean"]] {
      let outcome = try Command.voimo(command, in: project.folder)
      #expect(outcome.status == 4, "\(command)")
      #expect(
        outcome.errors.contains(
          /another build is running in this project \(process \d+, since \d\d:\d\d\)/),
        "\(outcome.errors)")
      #expect(!outcome.errors.contains("UTC"))
    }
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
  }

  @Test func `a shell that allows too little memory is refused in a sentence`() throws {
    let project = try TestProject(["voimo.yaml": FailureTests.file], song: TestSong(length: 6))
    let outcome = try Command.run(
      "/bin/bash", ["-c", "ulimit -v 400000; exec '\(Command.voimo)' build"], in: project.folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("this shell allows a process 390 MiB of memory")
        && outcome.errors.contains("ulimit -v unlimited"), "\(outcome.errors)")
  }
}
