import ArgumentParser
import Foundation

/// The commands and options that there are, as the argument parser itself tells them.
struct CommandTable: Decodable {
  /// A command, or the whole.
  struct Command: Decodable {
    var commandName: String
    var defaultSubcommand: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The command of a name right under this one.
    func command(_ name: String) -> Command? { subcommands?.first { $0.commandName == name } }

    /// The option or flag of a name as typed: `-C`, `--profile`.
    func option(_ name: String) -> Argument? {
      arguments?.first { $0.names?.contains { $0.typed == name } == true }
    }

    /// Long names of options, as typed.
    var longNames: [String] {
      (arguments ?? []).flatMap { $0.names ?? [] }.map(\.typed).filter { $0.hasPrefix("--") }
    }
  }

  /// An option, a flag, or a place for a value.
  struct Argument: Decodable {
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?

    /// Whether a value follows the name.
    var takesValue: Bool { kind == "option" }
  }

  /// A name of an option.
  struct Name: Decodable {
    var kind: String
    var name: String

    /// `-C`, `--profile`.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  var command: Command

  /// Asks the parser; its answer is its own file format, read here as far as is needed.
  static let here: CommandTable? = try? JSONDecoder().decode(
    CommandTable.self, from: Data(Voimo._dumpHelp().utf8))
}
