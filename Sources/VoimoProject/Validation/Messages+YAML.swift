import VoimoBase

/// What is said about a file that is not the YAML that its writer meant.
extension Diagnostic.Message {
  static let mergeConflict = Self(
    id: "merge-conflict", text: "an unresolved merge conflict begins here",
    hint: "keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")

  static let twoDocuments = Self(
    id: "two-documents", text: "a second document begins here", hint: "remove the line '---'")

  /// A key that stands in one mapping more than once; `lines` where known, in order.
  static func duplicateKey(_ key: String, lines: [Int]) -> Self {
    let numbers = lines.map(String.init).joined(separator: " and ")
    let places =
      lines.count < 2 ? "" : lines[0] == lines[1] ? " in line \(lines[0])" : " (lines \(numbers))"
    return Self(
      id: "duplicate-key", text: "'\(excerpt(key))' appears twice\(places)",
      hint: "keep one of them")
  }

  static func unknownTag(_ tag: String) -> Self {
    Self(
      id: "unknown-tag", text: "'\(excerpt(tag))' is a YAML tag, and voimo.yaml has no tags",
      hint: "quote a text that begins with '!': \"!…\"; else remove the tag")
  }

  /// An anchor or a tag in front of a text, which YAML takes away from it.
  static func swallowed(_ sign: String, beside text: String) -> Self {
    let what = sign.hasPrefix("&") ? "an anchor, which nothing refers to" : "a tag"
    let whole = "\(sign) \(text)".replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return Self(
      id: "not-part-of-text",
      text: "'\(excerpt(sign))' is \(what), and not part of the text '\(excerpt(text))'",
      hint: "quote it if it is meant as text: \"\(excerpt(whole))\"; else remove it")
  }

  static let nulInText = Self(
    id: "control-character", text: "a text cannot hold the character NUL")

  static func controlCharacter(_ name: String, isNul: Bool) -> Self {
    Self(
      id: "control-character", text: "the character \(name) cannot stand in the file",
      hint: isNul ? "is this a text file?" : "delete it, or write it as an escape in \"quotes\"")
  }

  static let undefinedAnchor = invalid(
    "this '*' refers to an anchor that is not defined above",
    "define it with '&', or quote a text that begins with '*'")

  static let unquotedSchedule = invalid(
    "a keyframe schedule must be quoted: its ':' and ',' mean something in YAML",
    "zoom: \"0:(1.0), 30:(0.5)\"; such schedules are not built yet, a plain number works")

  static func oddSpace(_ scalar: Unicode.Scalar) -> Self {
    let name = OddCharacter.name(of: scalar) ?? "space"
    return OddCharacter.isInvisible(scalar)
      ? invalid("an invisible character stands here: \(name)", "delete it")
      : invalid(
        "the \(name) here is not a space to YAML", "type a plain space in its place")
  }

  static func oddQuote(_ scalar: Unicode.Scalar) -> Self {
    let name = OddCharacter.name(of: scalar) ?? "\(scalar)"
    return invalid(
      "the \(name) here is a letter to YAML",
      "use straight quotes: \"…\" or '…'")
  }

  static func fullWidth(_ scalar: Unicode.Scalar) -> Self {
    let name = OddCharacter.name(of: scalar) ?? "'\(scalar)'"
    let plain =
      scalar == "、" ? "," : OddCharacter.repaired(String(scalar))?.text ?? ","
    return invalid(
      "the \(name) here is a letter to YAML",
      plain == ":" ? "write ':' and a space" : "write '\(plain)'")
  }

  static let tabIndent = invalid(
    "this line is indented with a tab; YAML knows only spaces", "use two spaces")

  /// A backslash that begins nothing; or one that needs so many hexadecimal `digits` after it.
  static func unknownEscape(_ scalar: Unicode.Scalar, digits: Int?) -> Self {
    invalid(
      digits.map { "\\\(scalar) in double quotes needs \($0) hexadecimal digits after it" }
        ?? "\\\(scalar) is not an escape that double quotes know",
      scalar == "'"
        ? "write ' alone" : "use 'single quotes', where \\ is just \\, or write / between folders")
  }

  /// Text that goes on behind a closing quote; at once where that is an apostrophe.
  static func textAfterQuote(_ quote: Unicode.Scalar, isApostrophe: Bool) -> Self {
    if isApostrophe {
      return invalid(
        "this apostrophe ends the quoted text", "double it (''), or use double quotes: \"it's\"")
    }
    return invalid(
      "text follows the closing quote",
      quote == "'"
        ? "double a ' that is part of the text (''), or use double quotes around the whole"
        : "write \\\" inside double quotes, or put single quotes around the whole")
  }

  static let textAfterEnd = invalid(
    "the file goes on here, behind the line '...' that ends it", "remove the line '...'")

  static let openQuote = invalid(
    "the quote that begins here is not closed where its text ends", "close it with the same quote")

  /// A value that begins with `*name` and goes on.
  static func textAfterReference(_ text: String) -> Self {
    let name = text.prefix { $0 != " " && $0 != "\t" }
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return invalid(
      "text follows '\(excerpt(String(name)))', which refers to an anchor",
      "quote it if it is meant as text: \"\(excerpt(quoted))\"")
  }

  static func textAfterBracket(_ bracket: Unicode.Scalar) -> Self {
    invalid(
      "text follows the closing bracket of a \(bracket == "[" ? "list" : "mapping")",
      "put the whole value in quotes if it is text")
  }

  static func wrongBracket(_ bracket: Unicode.Scalar, opened: Unicode.Scalar?) -> Self {
    guard let opened else {
      return invalid("this '\(bracket)' closes nothing", "remove it, or quote the text it is in")
    }
    return invalid(
      "this '\(bracket)' does not close '\(opened)'", opened == "[" ? "write ']'" : "write '}'")
  }

  static let openBracket = invalid(
    "the bracket that begins here is not closed, or a comma is missing in it",
    "[a, b] and { key: value }")

  static func commentInBrackets(_ word: String) -> Self {
    invalid(
      "a # begins a comment, which hides the rest of this line with its bracket",
      word.count > 1 ? "quote it: \"\(excerpt(word))\"" : "quote the text it is in")
  }

  static func secondColon(line: String) -> Self {
    let example = quotedValue(of: line) ?? "theme: \"rain: heavy\""
    return invalid("there is a second ': ' in this line", "put the value in quotes: \(example)")
  }

  static func tightColon(_ line: String) -> Self {
    let key = OddCharacter.trimmed(
      line.prefix { $0 != ":" }.drop { $0 == " " || $0 == "-" || $0 == "{" })
    return invalid("a colon needs a space after it to end a key", "write '\(excerpt(key)): …'")
  }

  static let equalsSign = invalid(
    "a key ends with a colon, not with '='", "write 'key: value'")

  static let noColon = invalid(
    "this line is not 'key: value'", "write a colon and a space after the key")

  static func badStart(_ scalar: Unicode.Scalar) -> Self {
    invalid("a value cannot begin with '\(scalar)'", "put the value in quotes")
  }

  static let dashAfterKey = invalid(
    "a list cannot begin behind its key on the same line",
    "put each '- …' on a line of its own, or quote a text that begins with '-'")

  static let wrongIndent = invalid(
    "this line does not fit the one above it", "keys that belong together begin in the same column")

  static func notYAML(_ problem: String) -> Self { invalid("this is not YAML: \(problem)", nil) }

  private static func invalid(_ text: String, _ hint: String?) -> Self {
    Self(id: "invalid-yaml", text: text, hint: hint)
  }

  /// A line `key: some: text` with its value in quotes; nil where that would not fit a message.
  private static func quotedValue(of line: String) -> String? {
    let trimmed = OddCharacter.trimmed(line)
    guard let colon = trimmed.firstRange(of: ": "), trimmed.count <= 60,
      !trimmed.contains(where: { "\"'[]{}#\\".contains($0) })
    else { return nil }
    return "\(trimmed[..<colon.upperBound])\"\(trimmed[colon.upperBound...])\""
  }
}
