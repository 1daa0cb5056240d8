package import ArgumentParser
import Glibc

/// Breaks the argument parser's help into lines: sentences at blanks, usage between options, and
/// examples not at all.
package enum HelpText {
  /// So wide that the parser breaks nothing itself.
  package static let unbroken = 100_000

  /// Columns that help may take on a stream: as many as the window has, within what reads well.
  static func width(of stream: Int32) -> Int {
    isatty(stream) == 1 ? max(40, min(100, TerminalSize(of: stream).columns)) : 80
  }

  /// The help of a command, or of the whole.
  package static func of(_ command: any ParsableCommand.Type, width: Int) -> String {
    let name = command == Voimo.self ? nil : command
    return wrapped(
      name.map { Voimo.helpMessage(for: $0, columns: unbroken) }
        ?? Voimo.helpMessage(columns: unbroken), to: width)
  }

  /// Breaks help that was written without a width.
  ///
  /// Lines of a paragraph that follow each other are joined first. Lines with a margin are examples
  /// before the first list of options, and entries of a list from there on.
  package static func wrapped(_ text: String, to width: Int) -> String {
    var lines: [String] = []
    var paragraph: [Substring] = []
    var isList = false
    func end() {
      guard !paragraph.isEmpty else { return }
      lines += broken(paragraph, width: width, margin: 0)
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isHeading = line.wholeMatch(of: /[A-Z ]+:/) != nil
      if line.hasPrefix("USAGE: ") {
        end()
        lines += broken(groups(of: line), width: width, margin: 7)
      } else if isHeading {
        end()
        isList = true
        lines.append(String(line))
      } else if line.isEmpty || line.hasPrefix("  ") {
        end()
        lines += isList ? entry(line, width) : [String(line)]
      } else {
        paragraph += line.split(separator: " ")
      }
    }
    end()
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// An entry of a list of options: the name, and from the parser's column on what it does.
  private static func entry(_ line: Substring, _ width: Int) -> [String] {
    let column = 26
    guard line.count > column else { return [String(line)] }
    let head = line.prefix(column)
    guard head.hasSuffix(" ") else { return [String(line)] }
    var words = line.dropFirst(column).split(separator: " ")
    guard !words.isEmpty else { return [String(line)] }
    words[0] = Substring(head + words[0])
    return broken(words, width: width, margin: column)
  }

  /// The words of a usage line; what is in brackets is one.
  private static func groups(of line: Substring) -> [Substring] {
    var groups: [Substring] = []
    var depth = 0
    var start = line.startIndex
    for index in line.indices {
      switch line[index] {
      case "[", "<": depth += 1
      case "]", ">": depth -= 1
      case " " where depth == 0:
        groups.append(line[start..<index])
        start = line.index(after: index)
      default: break
      }
    }
    return groups + [line[start...]]
  }

  private static func broken(_ words: [Substring], width: Int, margin: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if line.isEmpty {
        line = String(word)
      } else if line.columns + 1 + String(word).columns <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(repeating: " ", count: margin) + word
      }
    }
    return lines + [line]
  }
}
