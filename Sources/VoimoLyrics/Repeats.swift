import VoimoBase

/// Equal words in different places of a song: evidence for its structure.
package enum Repeats {
  /// Groups of equal lines, as indexes in order; only groups of two or more, by first appearance.
  ///
  /// Equal means: the same letters and digits, whatever the case, punctuation and brackets.
  ///
  /// - Complexity: O(*n*) in the number of characters.
  package static func ofLines(_ lines: [String]) -> [[Int]] {
    groups(lines.map(normalised))
  }

  /// Groups of equal stanzas, as indexes in order; only groups of two or more.
  ///
  /// - Complexity: O(*n*) in the number of characters.
  package static func ofStanzas(_ stanzas: [Stanza]) -> [[Int]] {
    groups(
      stanzas.map { stanza in stanza.lines.map { normalised($0.text) }.joined(separator: "\n") })
  }

  /// A line as it is compared: lower case, letters and digits, single spaces.
  ///
  /// What stands in round brackets is left out where other words remain: ad-libs vary.
  package static func normalised(_ line: String) -> String {
    let lead = Self.words(withoutBrackets(line))
    return lead.isEmpty ? Self.words(line[...]) : lead
  }

  /// A line without what stands in round brackets.
  static func withoutBrackets(_ line: String) -> Substring {
    guard line.contains("(") else { return line[...] }
    var depth = 0
    var kept = ""
    for character in line {
      if character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == ")" {
        depth = max(0, depth - 1)
        kept.append(" ")
      }
    }
    return kept[...]
  }

  private static func words(_ text: Substring) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { $0.filter { $0 != "'" && $0 != "’" } }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func groups(_ keys: [String]) -> [[Int]] {
    var places: [String: [Int]] = [:]
    var order: [String] = []
    for (index, key) in keys.enumerated() where !key.isEmpty {
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(index)
    }
    return order.compactMap { places[$0] }.filter { $0.count > 1 }
  }
}
