import Glibc
package import VoimoBase

/// A stretch of the song under one chord.
package struct ChordSpan: Sendable, Equatable, Codable {
  package let start: Seconds
  package let end: Seconds
  /// A major triad by its note, `C`, a minor one with an m, `Am`; `none` where no triad is heard.
  package let name: String
  /// From 0 to 1: how much better than the next best chord it fits.
  package let confidence: Double

  /// Describes a stretch.
  package init(start: Seconds, end: Seconds, name: String, confidence: Double) {
    self.start = start
    self.end = end
    self.name = name
    self.confidence = confidence
  }

  /// What a stretch without a triad is called.
  package static let none = "none"
}

/// Reads chords, one a piece of time, and joins equal neighbours.
///
/// Each piece's mean pitch classes are compared with 24 triads, whose notes bring six partials
/// along, each 0.6 of the one before (Papadopoulos and Peeters 2007, "Large-scale study of chord
/// estimation algorithms based on chroma representation and HMM"), by correlation; where none
/// agrees by a third, no chord is as good. The path of best agreement, less a cost for each change,
/// is taken (Viterbi).
///
/// - Parameters:
///   - chroma: rows of twelve pitch classes from C on.
///   - borders: where pieces begin, and where the last one ends, rising, in seconds; beats as a
///     rule.
/// - Returns: spans that tile the time from the first border to the last.
/// - Complexity: O(pieces).
package func chordSpans(of chroma: FeatureRows, between borders: [Double]) -> [ChordSpan] {
  precondition(chroma.width == 12, "\(chroma.width) pitch classes")
  guard borders.count >= 2 else { return [] }
  let fits = zip(borders, borders.dropFirst()).map { start, end in
    ChordTemplate.fits(chroma.mean(from: start, to: end))
  }
  let path = ChordTemplate.path(fits)
  var spans: [ChordSpan] = []
  var first = 0
  for index in path.indices where index + 1 == path.count || path[index + 1] != path[first] {
    let leads = (first...index).map { piece in
      let others = fits[piece].indices.filter { $0 != path[first] }.map { fits[piece][$0] }
      return max(0, min(1, (fits[piece][path[first]] - (others.max() ?? 0)) / 0.3))
    }
    let mean = leads.reduce(0, +) / Double(leads.count)
    spans.append(
      ChordSpan(
        start: Seconds(borders[first]), end: Seconds(borders[index + 1]),
        name: ChordTemplate.name(path[first]), confidence: (mean * 1_000).rounded() / 1_000))
    first = index + 1
  }
  return spans
}

/// What a triad's pitch classes look like; 0 to 11 are major from C on, 12 to 23 minor, 24 is none.
private enum ChordTemplate {
  private static let none = 24
  /// A change must gain this much agreement, summed over the pieces after it.
  private static let change = 0.25

  private static let rows: [[Double]] = (0..<24).map { chord in
    var row = [Double](repeating: 0, count: 12)
    for note in [0, chord < 12 ? 4 : 3, 7] {
      for partial in 1...6 {
        let pitch = Double(note + chord % 12) + 12 * log2(Double(partial))
        row[Int(pitch.rounded()) % 12] += pow(0.6, Double(partial - 1))
      }
    }
    return row
  }

  static func name(_ chord: Int) -> String {
    switch chord {
    case 0..<12: PitchClass.name(chord, .major)
    case 12..<24: PitchClass.name(chord - 12, .minor) + "m"
    default: ChordSpan.none
    }
  }

  /// How well each chord fits, from −1 to 1.
  static func fits(_ chroma: [Float]) -> [Double] {
    guard chroma.contains(where: { $0 > 0 }) else { return Array(repeating: 0, count: 24) + [1] }
    let heard = chroma.map(Double.init)
    return rows.map { correlation(heard, $0) } + [1.0 / 3]
  }

  /// The path of most agreement.
  static func path(_ fits: [[Double]]) -> [Int] {
    guard var scores = fits.first else { return [] }
    var steps: [[Int]] = []
    for fit in fits.dropFirst() {
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      let from = scores.indices.map { scores[$0] >= scores[best] - change ? $0 : best }
      scores = fit.indices.map { chord in
        scores[from[chord]] - (from[chord] == chord ? 0 : change) + fit[chord]
      }
      steps.append(from)
    }
    var chord = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [chord]
    for from in steps.reversed() {
      chord = from[chord]
      path.append(chord)
    }
    return path.reversed()
  }
}
