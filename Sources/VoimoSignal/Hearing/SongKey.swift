import Glibc

/// Which of its two common scales a key or a chord has.
package enum Mode: String, Sendable, Equatable, Codable, CaseIterable {
  case major, minor
}

/// The key that most of a song is in.
package struct SongKey: Sendable, Equatable, Codable {
  /// Its note and mode: `A minor`.
  package let name: String
  /// Its note, in semitones above C, 0 to 11.
  package let tonic: Int
  package let mode: Mode
  /// From 0 to 1: how well the song's notes fit, and how much better than in the next best key.
  package let confidence: Double

  /// Describes a key.
  package init(tonic: Int, mode: Mode, confidence: Double) {
    name = "\(PitchClass.name(tonic, mode)) \(mode.rawValue)"
    self.tonic = tonic
    self.mode = mode
    self.confidence = confidence
  }
}

/// Names of the twelve pitch classes.
enum PitchClass {
  private static let major = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
  private static let minor = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"]

  /// As the keys on it are spelled usually.
  static func name(_ pitch: Int, _ mode: Mode) -> String {
    mode == .major ? major[pitch] : minor[pitch]
  }
}

/// Finds the key by how often each pitch class is heard.
///
/// The correlation of all rows' sum with each key's usual shares of its notes is largest for the
/// key (Krumhansl 1990, "Cognitive foundations of musical pitch"); the shares are those counted by
/// Albrecht and Shanahan (2013, "The use of large corpora to train a new type of key-finding
/// algorithm").
///
/// - Parameter chroma: rows of twelve pitch classes from C on.
/// - Returns: the key; nil when nothing with a pitch is heard.
package func songKey(of chroma: FeatureRows) -> SongKey? {
  precondition(chroma.width == 12, "\(chroma.width) pitch classes")
  var heard = [Double](repeating: 0, count: 12)
  for (index, value) in chroma.values.enumerated() { heard[index % 12] += Double(value) }
  let mean = heard.reduce(0, +) / 12
  let spread = heard.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  guard mean > 0, spread > 1e-6 * mean * mean else { return nil }
  var keys: [(tonic: Int, mode: Mode, fit: Double)] = []
  for mode in Mode.allCases {
    let profile = KeyProfile.shares(mode)
    for tonic in 0..<12 {
      let turned = (0..<12).map { heard[($0 + tonic) % 12] }
      keys.append((tonic, mode, correlation(turned, profile)))
    }
  }
  keys.sort { $0.fit > $1.fit }
  // A lead of 0.1 over the next key is a clear one; relative keys seldom lie further apart.
  let lead = min(1, (keys[0].fit - keys[1].fit) / 0.1)
  let confidence = max(0, min(1, keys[0].fit)) * (0.3 + 0.7 * lead)
  return SongKey(
    tonic: keys[0].tonic, mode: keys[0].mode,
    confidence: (confidence * 1_000).rounded() / 1_000)
}

/// How often each degree of a scale is played, from the tonic on in semitones.
private enum KeyProfile {
  static func shares(_ mode: Mode) -> [Double] {
    switch mode {
    case .major:
      [0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081]
    case .minor:
      [0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052]
    }
  }
}

/// Pearson's, from −1 to 1; 0 for a row without spread.
func correlation(_ a: [Double], _ b: [Double]) -> Double {
  let (meanA, meanB) = (
    a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count)
  )
  var (cross, left, right) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    cross += (x - meanA) * (y - meanB)
    left += (x - meanA) * (x - meanA)
    right += (y - meanB) * (y - meanB)
  }
  let product = (left * right).squareRoot()
  return product > 0 ? cross / product : 0
}
