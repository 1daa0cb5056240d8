import Glibc

/// Blocks of sound counted by their loudness, for means and ranges over gates; always equally
/// large.
///
/// Blocks at or under −70 LUFS are left out (the absolute gate of ITU-R BS.1770-4). The others fall
/// into tenths of a unit, each with the sum of its blocks' power, so that only the gate's own place
/// is rounded.
struct LoudnessGate {
  private static let floor = -70.0
  private static let step = 0.1
  private var counts = [Int](repeating: 0, count: 1_100)
  private var powers = [Double](repeating: 0, count: 1_100)

  /// Loudness in LUFS of a weighted mean power summed over channels.
  static func loudness(_ power: Double) -> Double { -0.691 + 10 * log10(power) }

  /// Takes a block's weighted mean power.
  mutating func add(_ power: Double) {
    guard power > 0 else { return }
    let loudness = Self.loudness(power)
    guard loudness > Self.floor else { return }
    let bin = min(counts.count - 1, Int((loudness - Self.floor) / Self.step))
    counts[bin] += 1
    powers[bin] += power
  }

  /// The loudness of the mean power of blocks over a gate this many units under the ungated mean;
  /// nil when no block is left.
  func mean(gate: Double) -> Double? {
    guard let first = firstBin(gate: gate) else { return nil }
    let count = counts[first...].reduce(0, +)
    guard count > 0 else { return nil }
    return Self.loudness(powers[first...].reduce(0, +) / Double(count))
  }

  /// The units between two shares of the blocks over a gate, as `mean` has it; nil when no block is
  /// left.
  func range(gate: Double, from low: Double, to high: Double) -> Double? {
    guard let first = firstBin(gate: gate) else { return nil }
    let total = counts[first...].reduce(0, +)
    guard total > 0 else { return nil }
    func loudness(at share: Double) -> Double {
      let wanted = Int((Double(total - 1) * share).rounded())
      var seen = 0
      for bin in first..<counts.count {
        seen += counts[bin]
        if seen > wanted { return Self.loudness(powers[bin] / Double(counts[bin])) }
      }
      return 0
    }
    return max(0, loudness(at: high) - loudness(at: low))
  }

  /// The first tenth over the gate.
  private func firstBin(gate: Double) -> Int? {
    let count = counts.reduce(0, +)
    guard count > 0 else { return nil }
    let threshold = Self.loudness(powers.reduce(0, +) / Double(count)) - gate
    return min(counts.count - 1, max(0, Int(((threshold - Self.floor) / Self.step).rounded())))
  }
}
