import Glibc

/// The largest level between the samples of one channel.
///
/// Four values for each sample, by a windowed sine quotient of 24 samples' width (ITU-R BS.1770-4,
/// annex 2, which leaves the filter free; Kaiser's window with β = 6): within 0.1 dB up to nine
/// tenths of half the sample rate.
struct TruePeak {
  /// Of the largest sample or of what lies between samples, so far.
  private(set) var value: Float = 0

  private static let width = 24
  private let taps: [SIMD4<Float>]
  /// The last samples twice over, so that a window never wraps.
  private var window = [Float](repeating: 0, count: 2 * width)
  private var place = 0
  /// The most that the filter makes of samples of size 1.
  private let gain: Float
  /// Samples since one was so large that more than `value` might lie beside it.
  private var quiet = width

  init() {
    let width = Self.width
    taps = (0..<width).map { tap in
      var row = SIMD4<Float>()
      for phase in 0..<4 {
        // Tap 0 weighs the oldest sample; the wanted moment is `phase`/4 after sample `width`/2 −
        // 1.
        let distance = Double(tap - (width / 2 - 1)) - Double(phase) / 4
        row[phase] = Float(Self.quotient(distance) * Self.kaiser(distance / Double(width / 2)))
      }
      return row
    }
    let sums = taps.reduce(SIMD4<Float>()) { sum, row in
      sum + row.replacing(with: -row, where: row .< 0)
    }
    // A little more, for rounding.
    gain = sums.max() * 1.001
  }

  private static func quotient(_ x: Double) -> Double {
    abs(x) < 1e-12 ? 1 : sin(.pi * x) / (.pi * x)
  }

  private static func kaiser(_ x: Double) -> Double {
    abs(x) >= 1 ? 0 : bessel(6 * (1 - x * x).squareRoot()) / bessel(6)
  }

  /// The modified Bessel function of order 0, by its series.
  private static func bessel(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for index in 1...30 {
      term *= (x / 2 / Double(index)) * (x / 2 / Double(index))
      sum += term
    }
    return sum
  }

  /// Takes the next sample, a finite one.
  mutating func push(_ sample: Float) {
    value = max(value, abs(sample))
    quiet = abs(sample) * gain > value ? 0 : quiet &+ 1
    window[place] = sample
    window[place + Self.width] = sample
    place = place + 1 == Self.width ? 0 : place + 1
    // Most of a song is too soft to hold its peak: what can't exceed it need not be worked out.
    if quiet >= Self.width { return }
    var sum = SIMD4<Float>()
    for tap in 0..<Self.width { sum += taps[tap] * window[place + tap] }
    value = max(value, max(sum.max(), -sum.min()))
  }

  /// Ends the channel with silence, so that the last samples' surroundings count.
  mutating func finish() {
    for _ in 0..<Self.width { push(0) }
  }
}
