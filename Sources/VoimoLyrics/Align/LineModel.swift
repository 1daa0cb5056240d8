import VoimoBase

/// What is expected of the lines before their places are known.
struct LineModel {
  /// One line.
  struct Line {
    /// Its length against the others': syllables, drawn a third of the way to its stanza's mean,
    /// because lines of one stanza tend to fill the same bars.
    var weight: Double
    var isFirstOfStanza: Bool
    /// Silence expected before it, in seconds; longer after a part without words.
    var pauseBefore: Double
    /// The label of its stanza's heading.
    var label: String?
    /// Lines with the same words share a group.
    var group: Int
  }

  var lines: [Line]
  /// Sung seconds for one unit of weight.
  var secondsPerWeight: Double
  /// Sung seconds that a group's lines were found to last, once they were found.
  var groupLengths: [Int: Double] = [:]

  /// Sung seconds expected of a line, and how far the logarithm may be off.
  func expected(_ line: Int) -> (seconds: Double, deviation: Double) {
    if let known = groupLengths[lines[line].group] { return (known, 0.25) }
    return (max(0.3, lines[line].weight * secondsPerWeight), 0.4)
  }

  /// Counts syllables; `sungSeconds` is what the whole song has for them.
  init(_ stanzas: [Stanza], sungSeconds: Double) {
    let spelling = Syllables.spelling(of: stanzas.lazy.flatMap { $0.lines.map(\.text) })
    let texts = stanzas.flatMap { $0.lines.map { Repeats.normalised($0.text) } }
    var groups: [String: Int] = [:]
    for text in texts where groups[text] == nil { groups[text] = groups.count }
    lines = []
    var pause = 1.0
    for stanza in stanzas {
      guard !stanza.lines.isEmpty else {
        pause = 4
        continue
      }
      let counts = stanza.lines.map { Self.weight($0.text, spelling: spelling) }
      let mean = counts.reduce(0, +) / Double(counts.count)
      for (index, count) in counts.enumerated() {
        lines.append(
          Line(
            weight: (2 * count + mean) / 3, isFirstOfStanza: index == 0,
            pauseBefore: index == 0 ? pause : 0, label: stanza.mark?.label,
            group: groups[texts[lines.count]] ?? 0))
      }
      pause = 1
    }
    let total = max(1, lines.reduce(0) { $0 + $1.weight })
    // Not all that sounds like a voice has words: nobody is slow before the first look.
    secondsPerWeight = min(max(sungSeconds / total, 0.08), 0.5)
  }

  /// A line's syllables, those in brackets counted half: ad-libs are often sung over others.
  private static func weight(_ text: String, spelling: Syllables.Spelling) -> Double {
    let all = Syllables.count(inLine: text, spelling: spelling)
    let lead = Syllables.count(inLine: String(Repeats.withoutBrackets(text)), spelling: spelling)
    return max(1, Double(all + lead) / 2)
  }
}
