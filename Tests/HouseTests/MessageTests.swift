import Foundation
import Testing

/// What people read: all messages in one file, in plain English.
@Suite struct MessageTests {
  /// Modules whose literals can reach a user.
  private static let modules = [
    "VoimoBase", "VoimoEngine", "VoimoProject", "VoimoLyrics", "VoimoStore", "VoimoMedia",
    "VoimoPaint", "VoimoStages", "VoimoBackends", "VoimoKit", "VoimoTerminal",
  ]

  /// Files that hold words which are looked for.
  private static let tables = ["+Table", "Vocabulary+", "ImageWords", "PageResidue"]

  /// A literal is a message when it has two words that follow each other, and is no SQL, no list of
  /// words that are looked for, and no help, which has a golden file of its own.
  private func isMessage(_ text: String, in file: Repository.File) -> Bool {
    if Self.tables.contains(where: { file.name.contains($0) }) { return false }
    if text.contains("\n\nExamples:") || text.hasPrefix("Examples:") { return false }
    if text.firstMatch(of: /^\s*(SELECT|INSERT|CREATE|DELETE|UPDATE|PRAGMA|DROP|ALTER|ATTACH)\b/)
      != nil
    {
      return false
    }
    return text.firstMatch(of: /[\p{L}’']{2,}[,;:)'"»]? [(‘'"«]?[\p{L}‹][\p{L}’'‹]/) != nil
  }

  private var messages: [(file: Repository.File, literals: [SwiftLiterals.Literal])] {
    Repository.here.swiftFiles(in: "Sources").filter { Self.modules.contains($0.module ?? "") }
      .map { file in
        (file, SwiftLiterals.all(in: file.text ?? "").filter { isMessage($0.text, in: file) })
      }
  }

  @Test func `all messages can be read in one file`() throws {
    var text = """
      Every sentence that voimo may write, by the file it stands in. ‹…› is filled in.
      './dev golden' writes this file anew.

      """
    for (file, literals) in messages where !literals.isEmpty {
      text += "\n# \(file.path.dropFirst("Sources/".count))\n"
      for literal in literals {
        let lines = literal.text.split(separator: "\n").map { "  \($0)" }
        text += lines.joined(separator: "\n") + "\n"
      }
    }
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/messages.txt")
    if ProcessInfo.processInfo.environment["VOIMO_RECORD"] == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("messages.txt was recorded; look at the difference and run again")
      return
    }
    let kept = Set(try String(contentsOf: path, encoding: .utf8).split(separator: "\n"))
    let new = Set(text.split(separator: "\n"))
    check(
      "Tests/Golden/messages.txt does not have it: read it once more, then ./dev golden",
      new.subtracting(kept).map(String.init).sorted())
    check(
      "Tests/Golden/messages.txt has it still: ./dev golden",
      kept.subtracting(new).map(String.init).sorted())
  }

  /// Turns that read as a translation, and what to say.
  private static let dialect: [(String, String)] = [
    (#"\b(be|were) it (an?|the|in|on|of|only)\b"#, "say 'even', or 'whether'"),
    (#"\bthat (it|they|the \w+) (has|have) not\b"#, "say 'does not have'"),
    (#"\bare no (numbers|files|words|signals|manifest|header|such)\b"#, "say 'are not'"),
    (
      #"\bis no (such (file|folder)|text|number|file|step|sound|silence|reason|name|repeat|guess|film|return|failure|ordinary|message|terminal|part of|record|section|stretch)\b"#,
      "say 'is not'"
    ),
    (#"\b(is|are) there (already|twice)\b"#, "say 'already exists', 'appears twice'"),
    (#"\bha(s|ve) to be\b"#, "say 'must be'"),
    (#"\bstretch(es)? of time\b"#, "say 'time range'"),
    (#"\bbelongs? into\b"#, "say 'belongs in'"),
    (#"\bat work here\b"#, "say 'is running'"),
  ]

  @Test func `messages and comments are plain English`() throws {
    var findings: [String] = []
    let rules = try Self.dialect.map { (try Regex($0.0), $0.1) }
    for (file, literals) in messages {
      let comments = file.lines.enumerated().compactMap { number, line -> SwiftLiterals.Literal? in
        let text = line.drop { $0 == " " }
        return text.hasPrefix("//")
          ? SwiftLiterals.Literal(line: number + 1, text: String(text)) : nil
      }
      for literal in literals + comments {
        // 'there is no file' is English; 'this is no file' is not.
        let text = literal.text.replacing(/[Tt]here (is|are) no/, with: "")
          .replacing(/is no longer/, with: "").replacing(/[Ww]here there is no/, with: "")
        for (rule, say) in rules where text.contains(rule) {
          findings.append("\(file.path):\(literal.line): \(text.prefix(90)): \(say)")
        }
      }
    }
    check("a reader who is not at home in English reads a sentence once", findings)
  }

  @Test func `literals are read as they are written`() {
    let source = #"""
      let a = "one " + "two \(name ?? "none") three" // "not this"
      let b = ["x", "y z"]
      let c = """
        first
          second \
        third
        """
      """#
    #expect(
      SwiftLiterals.all(in: source).map(\.text) == [
        "one two ‹name ?? \"none\"› three", "x", "y z", "first\n  second third",
      ])
  }
}
