import Foundation
import Testing

/// Standard output that cannot be written is a failure that is told, for every command.
@Suite struct OutputStreamTests {
  /// Every command that writes to standard output, in its ways of writing.
  private static let commands = [
    "plan", "plan --json", "plan --steps", "status", "status --json", "why film",
    "why film --json", "graph", "graph --format dot", "graph --json", "show song",
    "show song --json", "show beats", "show sections --json", "show signals --json", "show shots",
    "show lyrics", "show prompts --json", "show film", "show song --png -", "show song --svg -",
    "show beats --audio -", "freeze --dry-run", "freeze --dry-run --json", "cache stat",
    "cache stat --json", "clean --all --dry-run", "clean --dry-run --json", "build --json",
    "check --json", "doctor", "doctor --json", "--help", "--version", "help build",
    "build --help", "--generate-completion-script bash",
  ]

  private static let project = Result {
    let project = try TestProject(
      [
        "voimo.yaml": FailureTests.file.replacing(
          "structure: [{ label: verse, start: 0 }]\n", with: "")
          + "\nlyrics: words.txt",
        "words.txt": "one line of words\nand another\n",
      ], song: TestSong(length: 6))
    _ = try project.build()
    return project
  }

  /// Runs a command with its standard output turned somewhere by a shell.
  private func run(_ command: String, _ turn: String) throws -> Command.Outcome {
    let project = try Self.project.get()
    return try Command.run(
      "/bin/bash", ["-c", "set -o pipefail; '\(Command.voimo)' \(command) \(turn)"],
      in: project.folder)
  }

  @Test(arguments: commands) func `a full disk is told, with its own status`(
    command: String
  ) throws {
    let outcome = try run(command, "> /dev/full")
    #expect(outcome.status == 6, "\(outcome.errors)")
    #expect(outcome.errors.contains("standard output cannot be written: no space left"))
  }

  @Test(arguments: commands) func `a closed standard output is told`(command: String) throws {
    let outcome = try run(command, ">&-")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("standard output cannot be written: it is closed"))
  }

  @Test(arguments: commands) func `a reader that goes away is nobody's fault`(
    command: String
  ) throws {
    let plain = try run(command, "> /dev/null")
    let cut = try run(command, "| true")
    #expect(cut.status == plain.status, "\(cut.errors)")
    #expect(!cut.errors.contains("standard output"))
  }

  @Test func `a command that writes nothing needs no standard output`() throws {
    #expect(try run("build", "> /dev/full").status == 0)
    #expect(try run("build", ">&- 2>&-").status == 0)
  }

  @Test func `a command that fails keeps its own status`() throws {
    let outcome = try run("plan nonsense --json", "> /dev/full")
    #expect(outcome.status == 2)
  }

  @Test func `no file is taken for a stream that was closed`() throws {
    let project = try TestProject(["voimo.yaml": FailureTests.file], song: TestSong(length: 6))
    let outcome = try Command.run(
      "/bin/bash", ["-c", "'\(Command.voimo)' build --json <&- >&- 2>&-"], in: project.folder)
    #expect(outcome.status == 1)
    #expect(try project.build() == [])
    #expect(try project.voimo("show", "sections").status == 0)
  }
}
