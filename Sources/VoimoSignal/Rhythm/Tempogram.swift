import Glibc

/// The height of a bell curve one deviation wide, 1 in its middle.
func bell(_ x: Double) -> Double { exp(-0.5 * x * x) }

/// How much speaks for each tempo at each time.
///
/// Autocorrelation of the pulse in windows of 10 s, summed over a tempo's first four multiples,
/// weighted with a log-normal prior around 120 beats a minute (Ellis 2007, "Beat tracking by
/// dynamic programming"); a path of least change through the windows is the local tempo.
struct Tempogram {
  /// Tempos looked at, in beats a minute, 36 an octave.
  static let tempos: [Double] = (0...93).map { 40 * exp2(Double($0) / 36) }
  /// Hundredths of a second from one window to the next.
  static let hop = 50
  private static let window = 1_000

  /// Support of each tempo, for each window centred at `index * hop`.
  private(set) var rows: [[Float]] = []

  /// Octaves that one standard deviation of the prior has.
  private static let priorWidth = 0.9

  /// The logarithm of a tempo's prior, 0 at its middle.
  static func logPrior(_ bpm: Double) -> Double {
    let distance = log2(bpm / 120) / priorWidth
    return -0.5 * distance * distance
  }

  init(pulse: [Float]) {
    let smooth = OnsetPulse.smoothed(pulse, deviation: 1.5)
    let prior = Self.tempos.map { Float(exp(Self.logPrior($0))) }
    var center = 0
    while center < pulse.count {
      let first = max(0, min(center - Self.window / 2, pulse.count - Self.window))
      let last = min(pulse.count, first + Self.window)
      let correlation = Self.autocorrelation(smooth, first..<last)
      rows.append(
        Self.tempos.indices.map { index in
          Self.support(correlation, period: 6_000 / Self.tempos[index]) * prior[index]
        })
      center += Self.hop
    }
  }

  /// Of a stretch with its mean taken off, divided by its power: 1 at lag 0, up to four of the
  /// slowest beats.
  private static func autocorrelation(_ pulse: [Float], _ range: Range<Int>) -> [Float] {
    let mean = pulse[range].reduce(0, +) / Float(max(1, range.count))
    let values = pulse[range].map { $0 - mean }
    let power = values.reduce(0) { $0 + $1 * $1 } / Float(max(1, values.count))
    guard power > 1e-9 else { return [] }
    return (0..<min(602, values.count / 2 + 100)).map { lag in
      guard lag < values.count else { return 0 }
      var sum: Float = 0
      for index in 0..<values.count - lag { sum += values[index] * values[index + lag] }
      // Divided by all, not by the overlap: long lags have few products and count less.
      return sum / power / Float(values.count)
    }
  }

  private static func support(_ correlation: [Float], period: Double) -> Float {
    var sum: Float = 0
    for multiple in 1...4 {
      let lag = period * Double(multiple)
      let before = Int(lag)
      guard before + 1 < correlation.count else { break }
      let share = Float(lag - Double(before))
      let value = correlation[before] * (1 - share) + correlation[before + 1] * share
      sum += value / Float(multiple)
    }
    return max(0, sum) * 12 / 25
  }

  /// The index of the tempo that most windows support.
  var strongest: Int {
    var sums = [Float](repeating: 0, count: Self.tempos.count)
    for row in rows {
      for index in row.indices { sums[index] += row[index] }
    }
    return sums.indices.max { sums[$0] < sums[$1] } ?? 0
  }

  /// The tempo of each window: the best supported path, on which every change of tempo costs.
  func path() -> [Int] {
    guard !rows.isEmpty else { return [] }
    let count = Self.tempos.count
    // A tempo near the song's own needs less support than one an octave away.
    let main = strongest
    let closeness = (0..<count).map { index in
      Float(log(0.15 + 0.85 * bell(Double(index - main) / 36 / 0.45)))
    }
    let costs = (0..<count).map { distance in
      // Free within a small drift; a jump costs as much as two seconds of clear support at most.
      Float(min(6, 0.3 * Double(distance)))
    }
    var scores = [Float](repeating: 0, count: count)
    var steps: [[UInt8]] = []
    for row in rows {
      let largest = max(row.max() ?? 0, 0.02)
      var next = [Float](repeating: 0, count: count)
      var from = [UInt8](repeating: 0, count: count)
      for index in 0..<count {
        var (best, place) = (-Float.infinity, 0)
        for other in 0..<count {
          let score = scores[other] - costs[abs(index - other)]
          if score > best { (best, place) = (score, other) }
        }
        let support = log(0.05 + row[index] / largest) + 0.5 * closeness[index]
        next[index] = best + support
        from[index] = UInt8(place)
      }
      scores = next
      steps.append(from)
    }
    var index = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path: [Int] = []
    for from in steps.reversed() {
      path.append(index)
      index = Int(from[index])
    }
    return path.reversed()
  }
}
