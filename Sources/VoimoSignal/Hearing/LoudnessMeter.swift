import Glibc
import VoimoBase

/// Measures the level of a whole song while its samples go by, at the song's own rate.
///
/// Loudness and its range follow EBU R 128 (`ProgramLoudness`), the true peak ITU-R BS.1770-4,
/// annex 2 (`TruePeak`). A song of one channel, passed twice, is measured as it is played: on both
/// sides, which is 3 LU louder than on one. Samples in other blocks give the same numbers; memory
/// does not grow with the song.
package final class LoudnessMeter {
  private let sampleRate: Int
  // Each channel has its own sums, so that the size of blocks does not change the order of
  // additions.
  private var left = Channel()
  private var right = Channel()
  private var cross = 0.0
  private var count = 0
  private var first: Int?
  private var last = 0

  private let program: ProgramLoudness

  /// Samples this near to full scale, at least, count as clipped: 16-bit files end at 32 767.
  private static let fullScale: Float = 32_766 / 32_768
  /// −60 dBFS: what never exceeds it is silence.
  private static let silence: Float = 0.001

  private struct Channel {
    var truePeak = TruePeak()
    var peak: Float = 0
    var power = 0.0
    var sum = 0.0
    var clipped = 0

    mutating func push(_ sample: Float) {
      let value = Double(sample)
      let size = abs(sample)
      peak = max(peak, size)
      power += value * value
      sum += value
      if size >= LoudnessMeter.fullScale { clipped += 1 }
      truePeak.push(sample)
    }
  }

  /// Begins a song at a sample rate in Hz.
  package init(sampleRate: Int) {
    precondition(sampleRate > 0, "a song at \(sampleRate) Hz")
    self.sampleRate = sampleRate
    program = ProgramLoudness(sampleRate: sampleRate)
  }

  /// Takes the next samples of both channels, equally many; a mono song passes the same twice.
  ///
  /// NaN and infinite samples count as silence.
  package func push(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
  ) {
    precondition(left.count == right.count, "\(left.count) samples left, \(right.count) right")
    for index in 0..<left.count {
      let (a, b) = unsafe (Self.held(left[index]), Self.held(right[index]))
      if max(abs(a), abs(b)) >= Self.silence {
        if first == nil { first = count }
        last = count
      }
      self.left.push(a)
      self.right.push(b)
      program.push(a, b)
      cross += Double(a) * Double(b)
      count += 1
    }
  }

  /// NaN and infinite samples are silence; no real level is over +120 dBFS.
  @inline(__always) private static func held(_ sample: Float) -> Float {
    max(-1e6, min(1e6, finite(sample)))
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
      integrated: program.integrated().map(Self.rounded),
      range: program.range().map(Self.rounded),
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
