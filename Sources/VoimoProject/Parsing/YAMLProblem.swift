import VoimoBase
import Yams

/// Says in plain words what is wrong with a file that is not YAML.
enum YAMLProblem {
  /// The message, and the line and column, counted from 1, that it is about.
  static func explain(_ error: any Error, in text: String) -> (Diagnostic.Message, Int?, Int) {
    guard let error = error as? YamlError else { return (invalid("\(error)", nil), nil, 1) }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return explain(problem, context: context, at: mark, in: text)
    case .composer(_, let problem, let mark, _):
      if problem.contains("another document") {
        return (.twoDocuments, mark.line, mark.column)
      }
      return (
        invalid(
          "this '*' refers to an anchor that is not defined above",
          "define it with '&', or quote a text that begins with '*'"),
        mark.line, mark.column
      )
    case .reader(_, let offset, let value, _): return reader(offset: offset, value: value, in: text)
    case .duplicatedKeysInMapping(let keys, let context):
      return (
        .duplicateKey(keys.sorted().first ?? ""), context.mark.line, context.mark.column
      )
    case .memory, .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return (invalid("the file could not be read as YAML: \(error)", nil), nil, 1)
    @unknown default: return (invalid("the file could not be read as YAML", nil), nil, 1)
    }
  }

  private static func explain(
    _ problem: String, context: YamlError.Context?, at mark: Mark, in text: String
  ) -> (Diagnostic.Message, Int?, Int) {
    let line = SourceText(name: "", text: text).line(mark.line) ?? ""
    let about = context?.text ?? ""
    if looksLikeSchedule(line) {
      return (
        invalid(
          "a keyframe schedule has to be quoted: its ':' and ',' mean something in YAML",
          "zoom: \"0:(1.0), 30:(0.5)\"; such schedules are not built yet, a plain number works"),
        mark.line, mark.column
      )
    }
    if problem.contains("cannot start any token"), character(line, mark.column) == "\t" {
      return (
        invalid("this line is indented with a tab; YAML knows only spaces", "use two spaces"),
        mark.line, mark.column
      )
    }
    if problem.contains("cannot start any token") {
      let character = character(line, mark.column).map { "'\($0)'" } ?? "this character"
      return (
        invalid("a value cannot begin with \(character)", "put the value in quotes"), mark.line,
        mark.column
      )
    }
    if problem.contains("mapping values are not allowed") {
      let before = line.unicodeScalars.prefix(mark.column - 1)
      if !before.contains(":") {
        let indent = before.prefix { $0 == " " }.count
        return (
          invalid("this line does not fit the one above it", fitting), mark.line, indent + 1
        )
      }
      return (
        invalid(
          "there is a second ': ' in this line", "put the value in quotes: theme: \"rain: heavy\""),
        mark.line, mark.column
      )
    }
    if problem.contains("unexpected end of stream") || about.contains("quoted scalar") {
      let start = context?.mark ?? mark
      return (
        invalid("the quote that begins here does not end well", "close it with the same quote"),
        start.line, start.column
      )
    }
    if about.contains("flow") {
      let start = context?.mark ?? mark
      return (
        invalid(
          "the bracket that begins here is not closed, or a comma is missing in it",
          "[a, b] and { key: value }"),
        start.line, start.column
      )
    }
    if problem.contains("could not find expected ':'") {
      let start = context?.mark ?? mark
      return (
        invalid("this line is not 'key: value'", "write a colon and a space after the key"),
        start.line, start.column
      )
    }
    if problem.contains("did not find expected key") || problem.contains("block") {
      return (
        invalid(
          "this line does not fit the one above it",
          fitting),
        mark.line, mark.column
      )
    }
    if problem.lowercased().contains("nesting") { return (.tooDeep, mark.line, mark.column) }
    if about.contains("escape") || problem.contains("escape") {
      return (
        invalid(
          "this '\\' escape is not known", "in 'single quotes' a backslash is just a backslash"),
        mark.line, mark.column
      )
    }
    return (invalid("this is not YAML: \(problem)", nil), mark.line, mark.column)
  }

  private static func reader(
    offset: Int?, value: Int32, in text: String
  ) -> (Diagnostic.Message, Int?, Int) {
    // Yams counts grapheme clusters here; the character itself is found again from the value.
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar.value == UInt32(bitPattern: value) { break }
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    let code = String(UInt32(bitPattern: value), radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return (
      .controlCharacter(name, isNul: value == 0), line, column
    )
  }

  private static let fitting = "keys that belong together begin in the same column"

  private static func invalid(_ text: String, _ hint: String?) -> Diagnostic.Message {
    Diagnostic.Message(id: "invalid-yaml", text: text, hint: hint)
  }

  private static func character(_ line: String, _ column: Int) -> Unicode.Scalar? {
    line.unicodeScalars.dropFirst(column - 1).first
  }

  /// Whether a line holds something like `0: (1.0), 30: (0.5)`.
  private static func looksLikeSchedule(_ line: String) -> Bool {
    let squeezed = String(line.filter { $0 != " " })
    guard let found = squeezed.indices.first(where: { squeezed[$0...].hasPrefix(":(") }),
      found > squeezed.startIndex
    else { return false }
    return squeezed[squeezed.index(before: found)].isNumber
  }
}
