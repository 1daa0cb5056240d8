import Testing

/// Records every finding as an issue of its own, with the rule that it breaks.
func check(
  _ rule: String, _ findings: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  for finding in findings {
    Issue.record("\(finding): \(rule)", sourceLocation: sourceLocation)
  }
}

/// A piece of Swift that must not be found.
enum Needle {
  /// An identifier, or more that begins and ends where identifiers do.
  case word(String)
  /// A call of a free function: neither a method of that name nor its declaration.
  case call(String)
  /// These characters, wherever they stand.
  case text(String)

  /// The characters to look for first.
  var characters: String {
    switch self {
    case .word(let text), .text(let text): text
    case .call(let name): name + "("
    }
  }

  /// Whether `line` has it.
  func isFound(in line: String) -> Bool {
    switch self {
    case .text(let text): line.contains(text)
    case .word(let word): occurrences(of: word, in: line) { _ in true }
    case .call:
      occurrences(of: characters, in: line) { before in
        before.last != "." && before.last != "`" && !before.hasSuffix("func ")
      }
    }
  }

  private func occurrences(
    of needle: String, in line: String, where isMeant: (Substring) -> Bool
  ) -> Bool {
    for range in line.ranges(of: needle) {
      let before = line[..<range.lowerBound]
      let after = line[range.upperBound...]
      let beginsClean = !Self.isWord(needle.first) || !Self.isWord(before.last)
      let endsClean = !Self.isWord(needle.last) || !Self.isWord(after.first)
      if beginsClean && endsClean && isMeant(before) { return true }
    }
    return false
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }
}

/// Where in the sources one of `needles` is found, as `path:line: text`.
func places(
  of needles: [Needle], in files: [Repository.File], _ view: SwiftText.View = .code
) -> [String] {
  var found: [String] = []
  for file in files {
    // Most files have none: bytes of the whole file are compared before any line is looked at.
    let needles = needles.filter { hasBytes(of: $0.characters, in: file.utf8) }
    if needles.isEmpty { continue }
    for (number, line) in SourceViews.lines(of: file, view).enumerated()
    where needles.contains(where: { $0.isFound(in: line) }) {
      let shown = line.drop { $0 == " " }
      found.append("\(file.path):\(number + 1): \(shown)")
    }
  }
  return found
}

/// Whether the bytes of `needle` stand anywhere in `text`.
private func hasBytes(of needle: String, in text: [UInt8]) -> Bool {
  let needle = Array(needle.utf8)
  guard let first = needle.first, text.count >= needle.count else { return false }
  for start in 0...text.count - needle.count where text[start] == first {
    if text[start..<start + needle.count].elementsEqual(needle) { return true }
  }
  return false
}

/// The sources with comments and strings blanked, made once for all tests.
enum SourceViews {
  private static let code = views(.code)
  private static let codeAndStrings = views(.codeAndStrings)

  /// The lines of `file` as `view` shows them.
  static func lines(of file: Repository.File, _ view: SwiftText.View) -> [String] {
    (view == .code ? code : codeAndStrings)[file.path] ?? []
  }

  private static func views(_ view: SwiftText.View) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: Repository.here.swiftFiles(in: "Sources").map {
        ($0.path, SwiftText.lines(of: $0.text ?? "", view))
      })
  }
}
