import Testing
import VoimoKit
import VoimoTerminal

/// Command lines as people type them.
@Suite struct ArgumentTests {
  private func problem(_ line: String) -> KitError? {
    do {
      _ = try Voimo.parse(line.split(separator: " ").map(String.init))
      return nil
    } catch {
      return error as? KitError
    }
  }

  @Test(arguments: [
    ("-C song build", "build -C song"), ("-Csong build -q", "build -Csong -q"),
    ("--project=song --profile draft build film", "build --project=song --profile draft film"),
    ("-q -j 3 build", "build -q -j 3"), ("-C song cache stat --json", "cache stat -C song --json"),
    ("--json check", "check --json"), ("build -C song", "build -C song"),
    ("version", "--version"), ("--version", "--version"), ("help build", "help build"),
    ("--help", "--help"), ("", ""), ("-C song", "-C song"),
    ("--generate-completion-script bash", "--generate-completion-script bash"),
  ]) func `options may stand before the command`(typed: String, read: String) throws {
    let arguments = typed.split(separator: " ").map(String.init)
    #expect(try ArgumentOrder.read(arguments).joined(separator: " ") == read)
  }

  @Test(arguments: [
    ("biuld", "there is no command 'biuld'", "did you mean 'voimo build'?"),
    ("stauts", "there is no command 'stauts'", "did you mean 'voimo status'?"),
    ("-C x shwo song", "there is no command 'shwo'", "did you mean 'voimo show'?"),
    ("render", "there is no command 'render'", "did you mean 'voimo build'?"),
    ("verison", "there is no command 'verison'", "did you mean 'voimo version'?"),
    ("keyframe", "there is no command 'keyframe'", "'voimo build keyframe' makes it"),
    (
      "song.flac", "there is no command 'song.flac'",
      "'voimo init song.flac' starts a project with a song"
    ),
    ("help nonsense", "there is no command 'nonsense'", "commands: "),
    ("help biuld", "there is no command 'biuld'", "did you mean 'voimo build'?"),
    ("cache sta", "cache has no command 'sta'", "did you mean 'voimo cache stat'?"),
    ("build --draft", "unknown option '--draft'", "did you mean '--profile draft'?"),
    ("plan --draft", "unknown option '--draft'", "did you mean '--profile draft'?"),
    ("build --quite", "unknown option '--quite'", "did you mean '--quiet'?"),
    ("build --profil draft", "unknown option '--profil'", "did you mean '--profile'?"),
    ("show song --pgn x.png", "unknown option '--pgn'", "did you mean '--png'?"),
    ("doctor --zebra", "unknown option '--zebra'", "'voimo doctor --help' tells more"),
    ("build -Z", "unknown option '-Z'", "'voimo build --help' tells more"),
    ("build -j -1", "-j must be from 1 to 256, not -1", ""),
    ("build -j 0", "-j must be from 1 to 256, not 0", ""),
    ("build -j two", "'two' cannot be the value of -j", "--jobs <jobs>: "),
    ("build -j", "-j needs a value", "--jobs <jobs>: "),
    ("build --until", "--until needs a value", "--until <stage>: "),
    (
      "graph --format svg", "'svg' cannot be the value of --format",
      "it is one of 'mermaid', 'dot' or 'json'"
    ),
    ("why", "voimo why needs a target", "<target>: "),
    ("config set", "voimo config set needs a field", "<field>: "),
    ("config set python", "voimo config set needs a value", "<value>: What it is to say."),
    ("config gte python", "config has no command 'gte'", "did you mean 'voimo config get'?"),
    ("doctor now", "unexpected argument 'now'", "voimo doctor takes options only"),
    ("build --keep-going --fail-fast", "--keep-going and --fail-fast cannot go together", ""),
    ("build film --until prompts", "targets and --until cannot go together", ""),
  ]) func `a wrong command line is a sentence, and says what was meant`(
    line: String, sentence: String, hint: String
  ) throws {
    let found = try #require(problem(line), "\(line)")
    #expect(found.status == .usage)
    #expect(found.sentence.hasPrefix(sentence), "\(found.sentence)")
    #expect((found.hint ?? "").hasPrefix(hint), "\(found.hint ?? "")")
  }
}
