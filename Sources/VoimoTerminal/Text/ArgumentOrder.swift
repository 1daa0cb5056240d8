import ArgumentParser
import VoimoBase
import VoimoKit
import VoimoStages

/// Puts what was typed into the order that the argument parser reads, and says what was probably
/// meant by a command that does not exist.
package enum ArgumentOrder {
  /// Options before the command go behind it (`voimo -C song build`), and `version` is an option.
  ///
  /// - Throws: `KitError` for a command that does not exist.
  package static func read(_ arguments: [String]) throws -> [String] {
    // Asking the parser for its table takes longer than many a command: most need none of it.
    if isInOrder(arguments) { return arguments }
    guard let table = CommandTable.here?.command else { return arguments }
    let (options, rest) = leading(arguments, table)
    guard let name = rest.first else { return arguments }
    if name == "version", rest.count == 1, options.isEmpty { return ["--version"] }
    if name == "help" {
      try checkHelp(Array(rest.dropFirst()), table)
      return rest
    }
    guard var command = table.command(name) else { throw unknown(name, in: table) }
    var path = [name]
    while let subcommands = command.subcommands, !subcommands.isEmpty,
      rest.count > path.count, !rest[path.count].hasPrefix("-")
    {
      let next = rest[path.count]
      guard let found = command.command(next) else {
        if command.defaultSubcommand != nil || next != "help" {
          throw unknown(next, in: command, below: path.joined(separator: " "))
        }
        break
      }
      command = found
      path.append(next)
    }
    return path + options + rest.dropFirst(path.count)
  }

  /// Whether a command line begins with a command that has no others below it, or is nothing but
  /// `--version`.
  static func isInOrder(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, arguments != ["--version"] else { return true }
    return Voimo.configuration.subcommands.contains {
      $0._commandName == first && $0.configuration.subcommands.isEmpty
    }
  }

  /// Options that stand before the command, with their values, and what follows.
  ///
  /// Options of the parser itself (`--help`, `--version`) are no command's, and stay in front.
  private static func leading(
    _ arguments: [String], _ table: CommandTable.Command
  ) -> (options: [String], rest: [String]) {
    let commands = (table.subcommands ?? []).flatMap { [$0] + ($0.subcommands ?? []) }
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-"), arguments[index] != "--" {
      let name = String(arguments[index].prefix { $0 != "=" })
      if table.option(name) != nil || name.hasPrefix("--generate-") { return ([], []) }
      let takesValue = commands.contains { $0.option(name)?.takesValue == true }
      index += takesValue && name == arguments[index] ? 2 : 1
    }
    guard index < arguments.count else { return ([], []) }
    return (Array(arguments[..<index]), Array(arguments[index...]))
  }

  private static func checkHelp(_ names: [String], _ table: CommandTable.Command) throws {
    var command = table
    for (index, name) in names.enumerated() where !name.hasPrefix("-") {
      guard let next = command.command(name) else {
        throw unknown(name, in: command, below: names[..<index].joined(separator: " "))
      }
      command = next
    }
  }

  /// Words that other programs use for the same.
  private static let otherWords = [
    "make": "build", "run": "build", "render": "build", "new": "init", "create": "init",
    "validate": "check", "lint": "check", "explain": "why", "info": "status", "list": "status",
    "gc": "cache gc",
  ]

  private static func otherWord(for word: String) -> String? {
    otherWords[word] ?? Subject(rawValue: word).map { "show \($0.rawValue)" }
  }

  private static func unknown(
    _ name: String, in command: CommandTable.Command, below path: String = ""
  ) -> KitError {
    let names = (command.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
    let all = names + (path.isEmpty ? ["help", "version"] : [])
    let start = path.isEmpty ? "voimo" : "voimo \(path)"
    var hint = "commands: \(all.joined(separator: ", "))"
    if let near = NearMiss.nearest(to: name, among: all) {
      hint = "did you mean '\(start) \(near)'?"
    } else if path.isEmpty, let other = otherWord(for: name.lowercased()) {
      hint = "did you mean 'voimo \(other)'?"
    } else if path.isEmpty, StageRegistry.all.contains(where: { $0.name == name }) {
      hint = "'voimo build \(name)' makes it"
    } else if path.isEmpty, name.contains(".") || name.contains("/") {
      hint = "'voimo init \(ShellWord.quoted(name))' starts a project with a song"
    }
    return KitError(
      .usage,
      path.isEmpty ? "there is no command '\(name)'" : "\(path) has no command '\(name)'",
      hint: hint)
  }
}
