import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit
import VoimoProject

/// The machine's own file: where servers, models and devices are.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Say where this machine has its servers, models and devices.",
    discussion: """
      Kept in ~/.config/voimo/config.yaml, or where VOIMO_CONFIG says. Nothing in it
      changes a picture: what a film looks like is said in voimo.yaml.

      Examples:
        voimo config
        voimo config get backends.image.url
        voimo config set backends.image.url http://gpu1:7860
        voimo config unset backends.image.url
      """,
    subcommands: [
      ConfigShowCommand.self, ConfigGetCommand.self, ConfigSetCommand.self,
      ConfigUnsetCommand.self, ConfigPathCommand.self,
    ],
    defaultSubcommand: ConfigShowCommand.self)
}

/// All that holds.
struct ConfigShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "What holds, and what is left to its default.",
    discussion: """
      Examples:
        voimo config
        voimo config --json
      """)

  @Flag(help: "Print the fields as JSON.")
  var json = false

  func run() async throws {
    let file = MachineFile()
    let reading = try file.read()
    ErrorText.standard.report(reading.warnings, sources: [reading.source])
    if json {
      Output.out(try JSONText.write(ConfigRecord(file, reading.config.settings)))
    } else {
      let text = ConfigText(style: Style(stream: STDOUT_FILENO))
      for line in text.lines(file, reading.config.settings) { Output.out(line) }
    }
  }
}

/// One field, or those of a group.
struct ConfigGetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Print one field, or all under it.",
    discussion: """
      Ends with status 1 where the file does not have it.

      Examples:
        voimo config get backends.image.url
        voimo config get backends --json
      """)

  @Argument(help: "The field's path, as in backends.image.url.")
  var field: String

  @Flag(help: "Print the fields as JSON.")
  var json = false

  func run() async throws {
    let file = MachineFile()
    let reading = try file.read()
    let found = try reading.config.settings(at: field)
    let written = found.filter { $0.value != nil }
    if json {
      Output.out(try JSONText.write(ConfigRecord(file, found)))
    } else if written.count == 1, let one = written.first, one.path == field {
      Output.out(DiagnosticText.visible(one.value ?? ""))
    } else {
      let rows = written.map { [$0.path, DiagnosticText.visible($0.value ?? "")] }
      for line in Columns.lines(rows) { Output.out(line) }
    }
    guard written.isEmpty else { return }
    let fallback = found.first?.fallback.map { "; the default is: \($0)" } ?? ""
    Output.note("\(field) is not written in \(file.name)\(fallback)")
    throw ExitCode(ExitStatus.buildFailed.rawValue)
  }
}

/// One field set.
struct ConfigSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set one field; the rest of the file stays as it is.",
    discussion: """
      Makes the file where there is none. A wrong field or value changes nothing.

      Examples:
        voimo config set backends.image.url http://gpu1:7860
        voimo config set backends.image.api_key '${GPU1_KEY}'
        voimo config set models.folders '[~/models, /srv/checkpoints]'
        voimo config set slots.cuda:0 2
      """)

  @Argument(help: "The field's path, as in backends.image.url.")
  var field: String

  @Argument(help: "What it is to say.")
  var value: String

  @Flag(help: "Print what changed as JSON.")
  var json = false

  func run() async throws {
    let file = MachineFile()
    let change = try file.set(field, to: value)
    try ConfigText(style: Style(stream: STDOUT_FILENO)).report(change, of: file, json: json)
  }
}

/// One field removed.
struct ConfigUnsetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: "Remove one field, or all under it.",
    discussion: """
      Examples:
        voimo config unset backends.image.url
        voimo config unset backends.image
      """)

  @Argument(help: "The field's path, as in backends.image.url.")
  var field: String

  @Flag(help: "Print what changed as JSON.")
  var json = false

  func run() async throws {
    let file = MachineFile()
    let change = try file.unset(field)
    try ConfigText(style: Style(stream: STDOUT_FILENO)).report(change, of: file, json: json)
  }
}

/// Where the file lies.
struct ConfigPathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print where the file lies, whether it is there or not.",
    discussion: """
      Examples:
        voimo config path
        vi "$(voimo config path)"
      """)

  func run() async throws { Output.out(MachineFile().path) }
}
