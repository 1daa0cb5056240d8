import Glibc

/// Lays beats on the strong onsets at about the tempo's distance.
///
/// Dynamic programming after Ellis (2007, "Beat tracking by dynamic programming"): a beat's worth
/// is the pulse there plus the best beat before it, less the squared logarithm of how far their
/// distance is from the local period.
struct BeatTracker {
  private let pulse: [Float]
  /// Frames in a beat, one number for each window of the tempogram.
  private let periods: [Double]

  /// How much an uneven distance costs; Ellis's and librosa's value for onsets in deviations.
  private static let tightness: Float = 100

  init(pulse: [Float], periods: [Double]) {
    self.pulse = pulse
    self.periods = periods
  }

  private func period(at frame: Int) -> Double {
    let place = Double(frame) / Double(Tempogram.hop)
    let before = min(periods.count - 1, Int(place))
    let after = min(periods.count - 1, before + 1)
    // Between two different tempos the nearer one holds: a mean of them is nobody's tempo.
    return place - Double(before) < 0.5 ? periods[before] : periods[after]
  }

  /// Frames on which beats lie.
  func places() -> [Int] {
    let deviation = (pulse.reduce(0) { $0 + $1 * $1 } / Float(max(1, pulse.count))).squareRoot()
    guard deviation > 0 else { return [] }
    let local = OnsetPulse.smoothed(pulse, deviation: 1.5).map { $0 / deviation * 1.5 }
    var scores = [Float](repeating: 0, count: local.count)
    var previous = [Int32](repeating: -1, count: local.count)
    var costs: [Double: [Float]] = [:]
    for frame in local.indices {
      let period = period(at: frame)
      let first = Int((period / 2).rounded())
      let last = Int((period * 2).rounded())
      if costs[period] == nil {
        costs[period] = (first...last).map { distance in
          let ratio = Float(log(Double(distance) / period))
          return Self.tightness * ratio * ratio
        }
      }
      let table = costs[period] ?? []
      var (best, place) = (-Float.infinity, -1)
      var distance = first
      while distance <= last && distance <= frame {
        let score = scores[frame - distance] - table[distance - first]
        if score > best { (best, place) = (score, frame - distance) }
        distance += 1
      }
      // A song's first beat has none before it.
      if best > 0 {
        scores[frame] = local[frame] + best
        previous[frame] = Int32(place)
      } else {
        scores[frame] = local[frame]
      }
    }
    return trimmed(walk(back: previous, scores: scores), local)
  }

  /// From the best score in the last two beats' reach back to the first.
  private func walk(back previous: [Int32], scores: [Float]) -> [Int] {
    guard let lastPeriod = periods.last else { return [] }
    let tail = max(0, scores.count - Int(lastPeriod * 1.5))
    var frame = (tail..<scores.count).max { scores[$0] < scores[$1] } ?? -1
    var places: [Int] = []
    while frame >= 0 {
      places.append(frame)
      frame = Int(previous[frame])
    }
    return places.reversed()
  }

  /// Drops beats before the first and after the last clear onset on a beat.
  private func trimmed(_ places: [Int], _ local: [Float]) -> [Int] {
    let strengths = places.map { place in
      local[max(0, place - 3)..<min(local.count, place + 4)].max() ?? 0
    }
    let mean = (strengths.reduce(0) { $0 + $1 * $1 } / Float(max(1, strengths.count))).squareRoot()
    let floor = mean * 0.25
    guard let first = strengths.firstIndex(where: { $0 > floor }),
      let last = strengths.lastIndex(where: { $0 > floor })
    else { return [] }
    return Array(places[first...last])
  }
}
