import Foundation

/// The string literals of a Swift file, as they read: joined where they are added up, code inside
/// them shown as it stands.
struct SwiftLiterals {
  /// A literal, or several that are added up.
  struct Literal: Equatable {
    /// Where it begins, from 1.
    var line: Int
    var text: String
  }

  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var found: [Literal] = []
  /// Whether only blanks and a plus stand between the last literal and here.
  private var joins = false
  private var sawPlus = false

  /// All literals of a text, in its order.
  static func all(in text: String) -> [Literal] {
    var reader = SwiftLiterals(characters: Array(text))
    reader.read()
    return reader.found
  }

  private init(characters: [Character]) { self.characters = characters }

  private func at(_ offset: Int) -> Character {
    index + offset < characters.count ? characters[index + offset] : "\0"
  }

  @discardableResult
  private mutating func take() -> Character {
    let character = characters[index]
    if character == "\n" { line += 1 }
    index += 1
    return character
  }

  private mutating func read() {
    while index < characters.count {
      if at(0) == "/" && at(1) == "/" {
        while index < characters.count, at(0) != "\n" { take() }
      } else if at(0) == "/" && at(1) == "*" {
        while index < characters.count, !(at(0) == "*" && at(1) == "/") { take() }
        if index < characters.count { take() }
        if index < characters.count { take() }
      } else if let hashes = hashesOfLiteral {
        literal(hashes: hashes)
      } else {
        let character = take()
        if character == "+" {
          sawPlus = true
        } else if !character.isWhitespace {
          joins = false
        }
      }
    }
  }

  /// How many `#` a literal that begins here has; nil where none begins.
  private var hashesOfLiteral: Int? {
    var count = 0
    while at(count) == "#" { count += 1 }
    return at(count) == "\"" ? count : nil
  }

  private mutating func literal(hashes: Int) {
    let start = line
    for _ in 0..<hashes { take() }
    let quotes = at(1) == "\"" && at(2) == "\"" ? 3 : 1
    for _ in 0..<quotes { take() }
    var text = ""
    while index < characters.count, !ends(quotes, hashes) {
      if at(0) == "\\", (0..<hashes).allSatisfy({ at($0 + 1) == "#" }) {
        for _ in 0...hashes { take() }
        text += escape()
      } else {
        text.append(take())
      }
    }
    for _ in 0..<quotes + hashes where index < characters.count { take() }
    if quotes == 3 { text = Self.withoutMargin(text) }
    if joins, sawPlus, let last = found.indices.last {
      found[last].text += text
    } else {
      found.append(Literal(line: start, text: text))
    }
    (joins, sawPlus) = (true, false)
  }

  /// What follows a backslash: code in parentheses is kept as code.
  private mutating func escape() -> String {
    guard at(0) == "(" else {
      switch take() {
      case "n": return "\n"
      case "\n": return "\u{0}"
      case "u":
        while index < characters.count, take() != "}" {}
        return "\u{FFFD}"
      case let other: return String(other)
      }
    }
    var depth = 0
    var code = ""
    repeat {
      if at(0) == "(" { depth += 1 }
      if at(0) == ")" { depth -= 1 }
      if depth > 0 || at(0) != ")" { code.append(take()) }
    } while depth > 0 && index < characters.count
    if index < characters.count { take() }
    let words = code.dropFirst().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "‹\(words)›"
  }

  private func ends(_ quotes: Int, _ hashes: Int) -> Bool {
    if quotes == 1 && at(0) == "\n" { return true }
    return (0..<quotes).allSatisfy { at($0) == "\"" }
      && (0..<hashes).allSatisfy { at(quotes + $0) == "#" }
  }

  private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

  /// The text of a literal of several lines, without the margin that its last line gives.
  private static func withoutMargin(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let margin = lines.removeLast().count
    // A line that goes on stands before a mark, and the next one's margin is no part of it either.
    return lines.dropFirst().map { line in
      line.split(separator: "\u{0}", omittingEmptySubsequences: false)
        .map { $0.dropFirst($0.allSatisfy(\.isWhitespace) ? 0 : min(margin, indent(of: $0))) }
        .joined()
    }.joined(separator: "\n")
  }
}
