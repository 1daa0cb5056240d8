import Glibc

/// Whether a tempo or one that stands to it as three to two fits a song better.
///
/// Beats at two thirds of the tempo meet an onset every time where off-beats are as strong as
/// beats, so that the pulse alone cannot tell. The bar can: its length is the beat's times two and
/// four, or times three, and what a song repeats, it repeats after whole bars (Gouyon and Dixon
/// 2005, "A review of automatic rhythm description systems", on metrical hierarchies; Holzapfel and
/// Stylianou 2009 on the same confusion).
struct TempoRivals {
  /// Similarity of the pulse to itself after so many hundredths of a second, 1 at 0.
  private let likeness: [Float]

  /// Longest lag looked at, in hundredths: two bars of most songs.
  private static let reach = 900
  private static let window = 3_000
  /// Windows that are looked at, spread over the song.
  private static let mostWindows = 24

  /// How much better a rival must fit to take the tempo's place.
  private static let clearLoss = 0.02
  /// How much worse all rivals fit where there is no doubt.
  private static let clearLead = 0.12

  /// Steps of the tempogram for the ratios 3:2, 2:3, 4:3 and 3:4.
  private static let ratios = [21, -21, 15, -15]

  init(pulse: [Float]) {
    let smooth = OnsetPulse.smoothed(pulse, deviation: 1.5)
    let room = max(0, smooth.count - Self.window)
    let count = min(Self.mostWindows, room / (Self.window / 2) + 1)
    var sums = [Float](repeating: 0, count: Self.reach + 1)
    var windows: Float = 0
    for number in 0..<count {
      let first = count > 1 ? room * number / (count - 1) : 0
      let values = Array(smooth[first..<min(smooth.count, first + Self.window)])
      guard let row = Self.autocorrelation(values) else { continue }
      for lag in sums.indices { sums[lag] += row[lag] }
      windows += 1
    }
    likeness = windows > 0 ? sums.map { $0 / windows } : []
  }

  /// Each lag's mean product, over the overlap alone, divided by the power; nil for silence and for
  /// stretches too short to tell.
  private static func autocorrelation(_ values: [Float]) -> [Float]? {
    guard values.count > reach + 200 else { return nil }
    let mean = values.reduce(0, +) / Float(values.count)
    let centered = values.map { $0 - mean }
    let power = centered.reduce(0) { $0 + $1 * $1 } / Float(centered.count)
    guard power > 1e-9 else { return nil }
    return (0...reach).map { lag in
      var sum: Float = 0
      for index in 0..<centered.count - lag { sum += centered[index] * centered[index + lag] }
      return sum / power / Float(centered.count - lag)
    }
  }

  /// The tempogram's steps by which a path of tempos should be moved, 0 for none, and from 0 to 1
  /// how sure it is that none of the ratios is meant.
  ///
  /// - Parameters:
  ///   - bpm: The tempo that the path has led to, which may be its double or half.
  ///   - path: A song whose tempo wanders, or that is shorter than twelve seconds, is left alone.
  /// - Returns: The steps, and a certainty of 1 where there was nothing to decide.
  func correction(of bpm: Double, on path: [Int]) -> (steps: Int, certainty: Double) {
    let sorted = path.sorted()
    guard !likeness.isEmpty, !sorted.isEmpty,
      sorted[sorted.count * 9 / 10] - sorted[sorted.count / 10] <= 3, let own = fit(bpm)
    else { return (0, 1) }
    let rivals = Self.ratios.compactMap { steps -> (steps: Int, fit: Double)? in
      guard Tempogram.tempos.indices.contains(sorted[sorted.count / 2] + steps) else { return nil }
      return fit(bpm * exp2(Double(steps) / 36)).map { (steps, $0) }
    }
    guard let best = rivals.max(by: { $0.fit < $1.fit }) else { return (0, 1) }
    let lead = own - best.fit
    let certainty = min(1, abs(lead) / Self.clearLead)
    return lead < -Self.clearLoss ? (best.steps, certainty) : (0, certainty)
  }

  /// How alike the song is after one beat of a tempo, and after its multiples up to two bars of
  /// four or four of three; nil where too few of them are within reach.
  private func fit(_ bpm: Double) -> Double? {
    let period = 6_000 / bpm
    let fits = [[1, 2, 4, 8], [1, 3, 6, 12]].compactMap { multiples -> Double? in
      let values = multiples.compactMap { likeness(after: period * Double($0)) }
      return values.count >= 3 ? values.reduce(0, +) / Double(values.count) : nil
    }
    return fits.max()
  }

  /// The largest likeness within 1.2 % of a lag; nil beyond reach.
  private func likeness(after lag: Double) -> Double? {
    let center = Int(lag.rounded())
    let slack = max(1, Int((lag * 0.012).rounded()))
    guard center + slack < likeness.count else { return nil }
    return likeness[max(0, center - slack)...center + slack].max().map(Double.init)
  }
}
