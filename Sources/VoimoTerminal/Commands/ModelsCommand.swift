import ArgumentParser
import Foundation
import VoimoBackends
import VoimoKit

/// The models that voimo runs itself.
struct ModelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Install, list and check the models that run on this machine.",
    discussion: """
      Models are kept in ~/.local/share/voimo, or where VOIMO_DATA says, with a virtual
      environment of Python that runs them. voimo uses what is installed by itself; a
      project says otherwise under backends.

      Examples:
        voimo models
        voimo models install cpu
        voimo models verify
        voimo models remove whisper-base
      """,
    subcommands: [
      ModelsListCommand.self, ModelsInstallCommand.self, ModelsVerifyCommand.self,
      ModelsRemoveCommand.self,
    ],
    defaultSubcommand: ModelsListCommand.self)
}

/// What is here, and what can be had.
struct ModelsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every model: what it is for, its licence, whether it is here.",
    discussion: """
      Examples:
        voimo models list
        voimo models list --json
      """)

  @Flag(help: "Print the models as JSON.")
  var json = false

  func run() async throws {
    let home = ModelHome.ofThisUser
    try ModelsText.print(InstalledModels(home).list(), of: home, json: json)
  }
}

/// Fetches and makes what is missing.
struct ModelsInstallCommand: AsyncParsableCommand {
  /// For which kind of machine.
  enum Set: String, ExpressibleByArgument, CaseIterable {
    case cpu
  }

  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Install the models that run on any processor.",
    discussion: """
      Fetches Python packages of fixed versions, checked by their hashes, into a virtual
      environment of voimo's own, and makes the models of them. An installation that was
      interrupted goes on where it was. Licences are shown and asked for once.

      Examples:
        voimo models install cpu
        voimo models install cpu --yes
        voimo models install cpu --python /usr/bin/python3.11
      """)

  @Argument(help: "What to install; there is cpu.")
  var set: Set

  @Flag(name: [.short, .long], help: "Take the licences as read; nothing is asked.")
  var yes = false

  @Option(help: ArgumentHelp("The Python to use, 3.10 to 3.13.", valueName: "program"))
  var python: String?

  func run() async throws {
    let home = ModelHome.ofThisUser
    let installer = try ModelInstaller(home)
    // Damage that leaves a file's size as it is shows in its bytes alone.
    let isFine = try InstalledModels(home).verify { _ in }.allSatisfy { $0.state == .installed }
    if installer.isComplete, isFine {
      Output.note("all models are installed in \(home.folder)")
      return
    }
    try agree(home)
    let progress = ModelsProgress()
    defer { progress.end() }
    try await installer.install(python: python) { progress.tell($0) }
    progress.end()
    Output.note("the models are installed in \(home.folder); voimo uses them from now on")
  }

  /// Shows whose work it is and asks, unless it was said beforehand.
  private func agree(_ home: ModelHome) throws {
    for line in ModelsText.terms(home) { Output.note(line) }
    guard !yes else { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw KitError(
        .usage, "nobody can be asked whether these licences are fine",
        hint: "voimo models install cpu --yes takes them as read")
    }
    Output.write("Install them? [y/N] ", to: STDERR_FILENO)
    let answer = readLine()?.lowercased() ?? ""
    guard ["y", "yes"].contains(answer) else {
      Output.note("nothing was installed")
      throw ExitCode(ExitStatus.buildFailed.rawValue)
    }
  }
}

/// Reads every byte.
struct ModelsVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read every model and compare it with what was installed.",
    discussion: """
      Ends with status 1 where a model is damaged; voimo models install cpu makes it again.

      Examples:
        voimo models verify
        voimo models verify --json
      """)

  @Flag(help: "Print the models as JSON.")
  var json = false

  func run() async throws {
    let home = ModelHome.ofThisUser
    let entries = try InstalledModels(home).verify { _ in }
    try ModelsText.print(entries, of: home, json: json)
    if entries.contains(where: { $0.state == .damaged }) {
      throw ExitCode(ExitStatus.buildFailed.rawValue)
    }
  }
}

/// Takes models away.
struct ModelsRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove models, or all that was installed.",
    discussion: """
      Films that were made with them stay in the store.

      Examples:
        voimo models remove smollm2
        voimo models remove --all
      """)

  @Argument(help: "The models' names.")
  var names: [String] = []

  @Flag(help: "Remove all models and the packages that run them.")
  var all = false

  func run() async throws {
    guard all != !names.isEmpty else {
      throw KitError(
        .usage, all ? "--all removes every model; name none" : "no model is named",
        hint: "voimo models lists what is installed")
    }
    let removed = try InstalledModels(.ofThisUser).remove(names)
    Output.note(
      removed.isEmpty ? "nothing was installed" : "removed \(removed.joined(separator: ", "))")
  }
}
