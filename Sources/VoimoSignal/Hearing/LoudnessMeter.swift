import Glibc
import VoimoBase

/// Measures the level of a whole song while its samples go by, at the song's own rate.
///
/// Loudness and its range follow EBU R 128 (ITU-R BS.1770-4, EBU Tech 3342), the true peak
/// BS.1770-4, annex 2. A song of one channel, passed twice, is measured as it is played: on both
/// sides, which is 3 LU louder than on one. Samples in other blocks give the same numbers; memory
/// does not grow with the song.
package struct LoudnessMeter: Sendable {
  private let sampleRate: Int
  // Each channel has its own sums, so that the size of blocks does not change the order of
  // additions.
  private var left: Channel
  private var right: Channel
  private var cross = 0.0
  private var count = 0
  private var first: Int?
  private var last = 0

  // Power of the last thirty tenths of a second, and how many samples each had.
  private var steps: [(power: Double, count: Int)] = []
  private var step = (power: 0.0, count: 0)
  private var nextStep: Int
  private var stepsMade = 0
  private var momentary = LoudnessGate()
  private var shortTerm = LoudnessGate()

  /// Samples this near to full scale, at least, count as clipped: 16-bit files end at 32 767.
  private static let fullScale: Float = 32_766 / 32_768
  /// −60 dBFS: what never exceeds it is silence.
  private static let silence: Float = 0.001

  private struct Channel {
    var weighting: KWeighting
    var truePeak = TruePeak()
    var peak: Float = 0
    var power = 0.0
    var sum = 0.0
    var clipped = 0

    init(sampleRate: Int) { weighting = KWeighting(sampleRate: sampleRate) }

    /// Takes a sample; gives its weighted power.
    mutating func push(_ sample: Float) -> Double {
      let value = Double(sample)
      let size = abs(sample)
      peak = max(peak, size)
      power += value * value
      sum += value
      if size >= LoudnessMeter.fullScale { clipped += 1 }
      truePeak.push(sample)
      let weighted = weighting.next(value)
      return weighted * weighted
    }
  }

  /// Begins a song at a sample rate in Hz.
  package init(sampleRate: Int) {
    precondition(sampleRate > 0, "a song at \(sampleRate) Hz")
    self.sampleRate = sampleRate
    left = Channel(sampleRate: sampleRate)
    right = Channel(sampleRate: sampleRate)
    nextStep = max(1, sampleRate / 10)
  }

  /// Takes the next samples of both channels, equally many; a mono song passes the same twice.
  ///
  /// NaN and infinite samples count as silence.
  package mutating func push(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
  ) {
    precondition(left.count == right.count, "\(left.count) samples left, \(right.count) right")
    for index in 0..<left.count {
      let (a, b) = unsafe (Self.held(left[index]), Self.held(right[index]))
      if max(abs(a), abs(b)) >= Self.silence {
        if first == nil { first = count }
        last = count
      }
      step.power += self.left.push(a) + self.right.push(b)
      step.count += 1
      cross += Double(a) * Double(b)
      count += 1
      if count == nextStep { endStep() }
    }
  }

  /// NaN and infinite samples are silence; no real level is over +120 dBFS.
  @inline(__always) private static func held(_ sample: Float) -> Float {
    max(-1e6, min(1e6, finite(sample)))
  }

  /// Every tenth of a second ends a block of 0.4 s and one of 3 s.
  private mutating func endStep() {
    steps.append(step)
    if steps.count > 30 { steps.removeFirst() }
    step = (0, 0)
    stepsMade += 1
    nextStep = max(count + 1, (stepsMade + 1) * sampleRate / 10)
    left.weighting.settle()
    right.weighting.settle()
    if steps.count >= 4 { momentary.add(Self.mean(steps.suffix(4))) }
    if steps.count == 30 { shortTerm.add(Self.mean(steps[...])) }
  }

  private static func mean(_ steps: ArraySlice<(power: Double, count: Int)>) -> Double {
    steps.reduce(0) { $0 + $1.power } / Double(max(1, steps.reduce(0) { $0 + $1.count }))
  }

  /// What was measured so far.
  package var loudness: Loudness {
    let samples = Double(max(1, 2 * count))
    let peak = max(left.peak, right.peak)
    var (leftPeak, rightPeak) = (left.truePeak, right.truePeak)
    leftPeak.finish()
    rightPeak.finish()
    let product = (left.power * right.power).squareRoot()
    return Loudness(
      peak: Double(peak), rms: ((left.power + right.power) / samples).squareRoot(),
      isSilent: peak < Self.silence,
      clippedShare: Double(left.clipped + right.clipped) / samples,
      offset: (left.sum + right.sum) / samples,
      integrated: momentary.mean(gate: 10).map(Self.rounded),
      range: shortTerm.range(gate: 20, from: 0.1, to: 0.95).map(Self.rounded),
      truePeak: Double(max(leftPeak.value, rightPeak.value)),
      leftRMS: (2 * left.power / samples).squareRoot(),
      rightRMS: (2 * right.power / samples).squareRoot(),
      correlation: product > 0 ? max(-1, min(1, cross / product)) : 0,
      leadingSilence: Seconds(Double(first ?? count) / Double(sampleRate)),
      trailingSilence: Seconds(
        Double(first == nil ? count : count - 1 - last) / Double(sampleRate)))
  }

  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
