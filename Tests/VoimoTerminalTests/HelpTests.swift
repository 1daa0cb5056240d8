import ArgumentParser
import Foundation
import Testing
import VoimoTerminal

@Suite struct HelpTests {
  /// Every command with its full name, the whole first.
  private var commands: [(name: String, type: any ParsableCommand.Type)] {
    func below(_ type: any ParsableCommand.Type, _ name: String)
      -> [(name: String, type: any ParsableCommand.Type)]
    {
      [(name, type)]
        + type.configuration.subcommands.flatMap { command in
          below(command, name + " " + (command.configuration.commandName ?? ""))
        }
    }
    return below(Voimo.self, "voimo")
  }

  @Test func `every help text is as recorded, at 80 columns`() throws {
    let pages = commands.map { name, type in
      "$ \(name) --help\n\(HelpText.of(type, width: 80))\n"
    }
    try Golden.check("help.txt", pages.joined(separator: "\n"))
  }

  @Test func `every command says what it does and shows an example`() {
    for (name, type) in commands {
      #expect(!type.configuration.abstract.isEmpty, "\(name)")
      let isLeaf = type.configuration.subcommands.isEmpty
      #expect(
        type.configuration.discussion.contains("voimo ") || (isLeaf && name.contains("cache ")),
        "\(name) has no example")
    }
  }

  @Test(arguments: [40, 60, 80, 100]) func `help fits the window`(width: Int) {
    for (name, type) in commands {
      for line in HelpText.of(type, width: width).split(separator: "\n").map(String.init) {
        // An example is pasted, so it is not broken; it fits 80 columns.
        let isExample = line.hasPrefix("  ")
        #expect(line.columns <= (isExample ? max(80, width) : width), "\(name): \(line)")
      }
    }
  }

  @Test func `usage is not broken inside brackets`() {
    for (name, type) in commands {
      for width in [40, 80] {
        let usage = HelpText.of(type, width: width).split(
          separator: "\n", omittingEmptySubsequences: false
        )
        .drop { !$0.hasPrefix("USAGE:") }.prefix { !$0.isEmpty }
        for line in usage {
          #expect(line.count { $0 == "[" } == line.count { $0 == "]" }, "\(name): \(line)")
        }
      }
    }
  }

  @Test func `a paragraph is broken once, wherever it was broken before`() {
    let text = """
      OVERVIEW: One two three four
      five six.

      Examples:
        voimo build --profile draft   a long example that stays as it is

      USAGE: voimo build [--keep-going] [--fail-fast]

      OPTIONS:
        -j <jobs>               One two three four five
      """
    #expect(
      HelpText.wrapped(text, to: 40) == """
        OVERVIEW: One two three four five six.

        Examples:
          voimo build --profile draft   a long example that stays as it is

        USAGE: voimo build [--keep-going]
               [--fail-fast]

        OPTIONS:
          -j <jobs>               One two three
                                  four five
        """)
  }

  @Test func `every example of the help and of the pages can be pasted`() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var examples: [(place: String, text: String)] = []
    for (name, type) in commands {
      for line in type.configuration.discussion.split(separator: "\n") where line.hasPrefix("  ") {
        examples.append((name, String(line)))
      }
    }
    #expect(examples.count > 30)
    let guide = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "docs/guide").path
    ).filter { $0.hasSuffix(".md") }.map { "docs/guide/\($0)" }
    for page in ["README.md"] + guide.sorted() {
      let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
      var isCode = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isCode.toggle() }
        if isCode {
          examples.append((page, line.hasPrefix("$ ") ? String(line.dropFirst(2)) : String(line)))
        }
        // A command's bare name is only its name.
        for code in line.matches(of: /`(voimo [^ `]+ [^`]+)`/) where !isCode {
          examples.append((page, String(code.1)))
        }
      }
    }
    var count = 0
    for (place, text) in examples {
      for words in ShellLine.calls(in: text) {
        // `voimo build [target…]` shows what may be typed.
        if words.contains(where: { $0.contains { "[]<>…‹›|".contains($0) } }) { continue }
        count += 1
        do {
          _ = try Voimo.parse(words)
        } catch  where Voimo.exitCode(for: error).isSuccess {
          // Help, the version, a completion script: given before anything runs.
        } catch {
          Issue.record("\(place): \(text): \(error)")
        }
      }
    }
    #expect(count > 60)
  }
}

/// The calls of voimo in a line of shell: enough of its grammar for examples.
enum ShellLine {
  /// The arguments of each call.
  static func calls(in line: String) -> [[String]] {
    var calls: [[String]] = []
    var words: [String] = []
    var word: String?
    var quote: Character?
    func endWord() {
      if let done = word { words.append(done) }
      word = nil
    }
    func endCall() {
      endWord()
      let call = words.drop { $0.contains("=") && !$0.hasPrefix("-") }
      if call.first == "voimo" { calls.append(Array(call.dropFirst())) }
      words = []
    }
    var previous: Character = " "
    let text = line.replacing("\"$(voimo", with: "; voimo").replacing(")\"", with: ";")
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        endWord()
        // Two blanks part a command from what is said about it.
        if previous == " ", words.first == "voimo" { break }
      } else if "|;&>".contains(character) {
        endCall()
        if character == ">" { break }
      } else if character == "#", word == nil {
        break
      } else {
        word = (word ?? "") + String(character)
      }
      previous = character
    }
    endCall()
    return calls
  }
}
