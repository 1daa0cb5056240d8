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

  /// How long a line is expected to be sung.
  struct Expected {
    var seconds: Double
    /// The logarithm of `seconds`.
    var logSeconds: Float
    /// One over the deviation of the logarithm.
    var precision: Float

    init(seconds: Double, deviation: Double) {
      self.seconds = seconds
      logSeconds = Float(logarithm(seconds))
      precision = Float(1 / deviation)
    }
  }

  var lines: [Line]
  /// Sung seconds for one unit of weight.
  var secondsPerWeight: Double
  /// Sung seconds that a group's lines were found to last, once they were found.
  var groupLengths: [Int: Double] = [:]

  /// Sung seconds expected of a line: lines with the same words are sung alike.
  func expected(_ line: Int) -> Expected {
    if let known = groupLengths[lines[line].group] {
      return Expected(seconds: known, deviation: 0.2)
    }
    return Expected(
      seconds: max(0.3, lines[line].weight * secondsPerWeight), deviation: 0.3)
  }

  /// Counts syllables; the pace is a second a syllable until it is set.
  init(_ stanzas: [Stanza]) {
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
    secondsPerWeight = 1
  }

  /// A line's syllables, those in brackets counted half: ad-libs are often sung over others.
  private static func weight(_ text: String, spelling: Syllables.Spelling) -> Double {
    let all = Syllables.count(inLine: text, spelling: spelling)
    let lead = Syllables.count(inLine: String(Repeats.withoutBrackets(text)), spelling: spelling)
    return max(1, Double(all + lead) / 2)
  }
}
