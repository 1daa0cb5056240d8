/// What espeak-ng is asked for the phones of a song's words, and how its answer is read.
///
/// One process answers for all words: it reads a line at a time from its standard input and prints
/// the phones of each. Whole lines are asked for, because words are said differently among others
/// ("a", "the", French liaisons); single words too, to know where in a line each ends. It runs
/// nothing itself.
package struct EspeakRequest: Sendable {
  /// The program's name.
  package static let program = "espeak-ng"

  /// The arguments, without the program's name.
  package let arguments: [String]
  /// What is written to its standard input, as UTF-8; then the input is closed.
  package let standardInput: String

  private let lines: [String]
  /// What was asked, in order: lines, then words, each once.
  private let asked: [String]

  /// Asks for the words of stanzas in a language, `en` or `pt-BR`.
  package init(_ stanzas: [Stanza], language: String) {
    lines = stanzas.flatMap { $0.lines.map(\.text) }
    arguments = ["-q", "-b", "1", "--ipa", "-v", Self.voice(language)]
    var known: Set<String> = []
    var asked: [String] = []
    func ask(_ text: String) {
      if !text.isEmpty, known.insert(text).inserted { asked.append(text) }
    }
    let words = lines.map(Self.sayable)
    for line in words { ask(line.filter { !$0.isEmpty }.joined(separator: " ")) }
    for line in words { line.forEach(ask) }
    self.asked = asked
    // An empty line after each shows where its answer ends: some take several lines, some none.
    standardInput = asked.map { $0 + "\n\n" }.joined()
  }

  /// The lines' phones, as espeak-ng printed them; nil when the answer is not one to this request.
  package func spoken(standardOutput: String) -> [SpokenLine]? {
    var answers: [String: [String]] = [:]
    var rows = standardOutput.split(separator: "\n", omittingEmptySubsequences: false)[...]
    // What follows the last line's end is no line.
    if rows.last?.isEmpty ?? false { rows.removeLast() }
    for text in asked {
      var answer: [String] = []
      guard !rows.isEmpty else { return nil }
      while let row = rows.popFirst() {
        let words = row.split(separator: " ").map(String.init)
        if words.isEmpty {
          // Nothing to say gives an empty line of its own, before the one that parts answers.
          if answer.isEmpty, rows.first?.allSatisfy({ $0 == " " }) ?? false { rows.removeFirst() }
          break
        }
        answer += words
      }
      answers[text] = answer
    }
    guard rows.allSatisfy({ $0.allSatisfy { $0 == " " } }) else { return nil }
    return lines.map { line in
      let words = Self.sayable(line)
      let alone = words.map { (answers[$0] ?? []).flatMap(PhoneticText.phones) }
      let said = words.filter { !$0.isEmpty }
      let together = (answers[said.joined(separator: " ")] ?? []).map(PhoneticText.phones)
      let phones = Self.parted(together, like: alone)
      return SpokenLine(line) { index, _ in phones[index] }
    }
  }

  /// The voice of a language: the accents that singing and recognisers are nearest to.
  private static func voice(_ language: String) -> String {
    let code = language.lowercased().replacing("_", with: "-")
    let kept = code.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    switch kept {
    case "", "en": return "en-us"
    case "pt": return "pt-br"
    case "zh": return "cmn"
    case "no": return "nb"
    default: return kept
    }
  }

  private static func sayable(_ line: String) -> [String] {
    LyricLine.words(of: line).map(SpokenLine.sayable)
  }

  /// A line's phones parted into its words, by what the words are alone.
  ///
  /// espeak-ng writes some words as one ("of the") and one as several ("1999"). The parting is that
  /// with the fewest insertions, deletions and changes (Levenshtein 1966).
  static func parted(_ together: [[String]], like alone: [[String]]) -> [[String]] {
    let spoken = alone.indices.filter { !alone[$0].isEmpty }
    if together.count == spoken.count, !together.contains(where: \.isEmpty) {
      var parts = alone
      for (index, phones) in zip(spoken, together) { parts[index] = phones }
      return parts
    }
    let line = together.flatMap(\.self)
    let words = alone.indices.flatMap { index in alone[index].map { (index, $0) } }
    guard !line.isEmpty, !words.isEmpty, line.count * words.count < 250_000 else { return alone }
    let width = line.count + 1
    var costs = [Int](repeating: 0, count: width * (words.count + 1))
    for row in 0...words.count {
      for column in 0...line.count where row + column > 0 {
        var best = Int.max
        if row > 0 { best = costs[(row - 1) * width + column] + 2 }
        if column > 0 { best = min(best, costs[row * width + column - 1] + 2) }
        if row > 0, column > 0 {
          let change = words[row - 1].1 == line[column - 1] ? 0 : 3
          best = min(best, costs[(row - 1) * width + column - 1] + change)
        }
        costs[row * width + column] = best
      }
    }
    var parts = alone.map { _ in [String]() }
    var (row, column) = (words.count, line.count)
    while column > 0 {
      let word = words[max(0, row - 1)].0
      let cost = costs[row * width + column]
      let change = row > 0 && words[row - 1].1 == line[column - 1] ? 0 : 3
      if row > 0, cost == costs[(row - 1) * width + column - 1] + change {
        parts[word].append(line[column - 1])
        (row, column) = (row - 1, column - 1)
      } else if cost == costs[row * width + column - 1] + 2 {
        parts[word].append(line[column - 1])
        column -= 1
      } else {
        row -= 1
      }
    }
    // A word that was swallowed whole keeps the phones that it has alone.
    return parts.indices.map { parts[$0].isEmpty ? alone[$0] : parts[$0].reversed() }
  }
}
