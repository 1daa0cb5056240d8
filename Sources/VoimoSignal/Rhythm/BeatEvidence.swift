/// What speaks at a time for its place in the beat and in the bar.
struct BeatEvidence {
  /// Bass drum, in deviations from the mean of the times asked for.
  var kick: Double
  /// Snare drum, likewise.
  var snare: Double
  /// Level of bass and bass drum, likewise.
  var low: Double
  /// New pitch classes, likewise.
  var change: Double
}

/// The curves that evidence is taken from.
struct EvidenceReader {
  let onset: [Float]
  let kick: [Float]
  let snare: [Float]
  let low: [Float]
  /// The root mean square of samples, in no logarithm.
  let level: [Float]
  let chroma: FeatureRows

  /// Evidence at times in order, each kind in deviations from its mean.
  func evidence(at times: [Double]) -> [BeatEvidence] {
    guard times.count >= 2 else { return [] }
    let gap = (times[times.count - 1] - times[0]) / Double(times.count - 1)
    // Long frames see little less than a quarter of a second.
    let reach = max(2 * gap, 0.5)
    let kicks = Self.standardised(times.map { peak(kick, at: $0) })
    let snares = Self.standardised(times.map { peak(snare, at: $0) })
    let lows = Self.standardised(times.map { peak(low, at: $0) })
    let changes = Self.standardised(
      times.map { time in
        1
          - cosine(
            chroma.mean(from: time - reach, to: time), chroma.mean(from: time, to: time + reach))
      })
    return times.indices.map {
      BeatEvidence(kick: kicks[$0], snare: snares[$0], low: lows[$0], change: changes[$0])
    }
  }

  /// The largest value within 40 ms.
  func peak(_ curve: [Float], at time: Double) -> Double {
    let center = Int((time * 100).rounded())
    let first = max(0, min(curve.count, center - 4))
    let last = max(first, min(curve.count, center + 5))
    return Double(curve[first..<last].max() ?? 0)
  }

  /// Values in deviations from their mean, held within ±2.5 so that no single hit decides.
  private static func standardised(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let power = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    let deviation = power.squareRoot()
    guard deviation > 1e-9 else { return values.map { _ in 0 } }
    return values.map { max(-2.5, min(2.5, ($0 - mean) / deviation)) }
  }
}

/// The cosine of the angle between two rows; 1 for two silent ones, 0 for one.
func cosine(_ a: [Float], _ b: [Float]) -> Double {
  var (cross, left, right) = (Float(0), Float(0), Float(0))
  for (x, y) in zip(a, b) {
    cross += x * y
    left += x * x
    right += y * y
  }
  if left == 0 && right == 0 { return 1 }
  guard left > 0, right > 0 else { return 0 }
  return Double(cross / (left * right).squareRoot())
}
