import VoimoBase
package import VoimoKit

/// Says in voimo's own words what is wrong with a command line.
package enum UsageText {
  /// The sentence for what the argument parser found.
  ///
  /// - Parameters:
  ///   - message: The parser's own words.
  ///   - arguments: What it was given, the command first.
  /// - Returns: The sentence with a hint: the nearest name, or where help is.
  package static func problem(_ message: String, arguments: [String]) -> KitError {
    let (command, path) = command(of: arguments)
    func error(_ sentence: String, _ hint: String?) -> KitError {
      KitError(.usage, sentence, hint: hint ?? "'\(path) --help' tells more")
    }
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    if let match = line.firstMatch(of: /^Unknown option '(.+?)'/) {
      return error("unknown option '\(match.1)'", nearest(to: String(match.1), in: command))
    }
    if let match = line.firstMatch(of: /Missing value for '(-\S+)/) {
      let name = String(match.1).trimmingQuote
      return error("\(name) needs a value", help(of: command?.option(name)))
    }
    if let match = line.firstMatch(of: /^The value '(.*?)' is invalid for '(-\S+?)( <.*>)?'/) {
      let name = String(match.2)
      let choices = line.firstMatch(of: /Please provide one of (.*)\.$/)
      return error(
        "'\(match.1)' cannot be the value of \(name)",
        choices.map { "it is one of \($0.1)" } ?? help(of: command?.option(name)))
    }
    if let match = line.firstMatch(of: /^Missing expected argument '<(.+?)>/) {
      let places = (command?.arguments ?? []).filter { $0.kind == "positional" }
      let place = places.first { $0.valueName == String(match.1) } ?? places.first
      return error(
        "\(path) needs a \(match.1)", place?.abstract.map { "<\(match.1)>: \($0)" })
    }
    if let match = line.firstMatch(of: /unexpected arguments?:? '(.*)'$/.ignoresCase()) {
      let places = (command?.arguments ?? []).count { $0.kind == "positional" }
      return error(
        "unexpected argument '\(match.1)'",
        places == 0 ? "\(path) takes options only" : nil)
    }
    if let match = line.firstMatch(of: /flag '(.+?)' had already been set with flag '(.+?)'/) {
      return error("\(match.2) and \(match.1) cannot go together", nil)
    }
    return error(line.prefix(1).lowercased() + line.dropFirst(), nil)
  }

  /// The command that some arguments call, and its name as typed: `voimo cache stat`.
  private static func command(of arguments: [String]) -> (CommandTable.Command?, String) {
    var command = CommandTable.here?.command
    var path = "voimo"
    for name in arguments {
      guard let next = command?.command(name) else { break }
      command = next
      path += " \(name)"
    }
    return (command, path)
  }

  /// What was probably meant by an option: another one, or a profile.
  private static func nearest(to name: String, in command: CommandTable.Command?) -> String? {
    guard let command else { return nil }
    let bare = String(name.drop { $0 == "-" })
    if bare == "draft", command.option("--profile") != nil {
      return "did you mean '--profile draft'?"
    }
    let names = command.longNames.map { String($0.dropFirst(2)) }
    return NearMiss.nearest(to: bare, among: names).map { "did you mean '--\($0)'?" }
  }

  private static func help(of argument: CommandTable.Argument?) -> String? {
    guard let argument, let abstract = argument.abstract else { return nil }
    let name = argument.names?.last?.typed ?? ""
    return "\(name) <\(argument.valueName ?? "value")>: \(abstract)"
  }
}

extension String {
  fileprivate var trimmingQuote: String { last == "'" ? String(dropLast()) : self }
}
