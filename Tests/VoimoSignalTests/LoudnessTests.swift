import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct LoudnessTests {
  /// A stretch of a 1 kHz tone on both sides: its length in seconds and its peak in dBFS.
  private typealias Stretch = (seconds: Double, level: Double)

  private func measured(
    _ stretches: [Stretch], sampleRate: Int = 48_000, block: Int = 4_801, right: Float = 1
  ) -> Loudness {
    var samples: [Float] = []
    for stretch in stretches {
      let amplitude = pow(10, stretch.level / 20)
      for _ in 0..<Int(stretch.seconds * Double(sampleRate)) {
        let angle = 2 * .pi * 1_000 * Double(samples.count) / Double(sampleRate)
        samples.append(Float(amplitude * sin(angle)))
      }
    }
    return measured(samples, sampleRate: sampleRate, block: block, right: right)
  }

  private func measured(
    _ samples: [Float], sampleRate: Int = 48_000, block: Int = 4_801, right factor: Float = 1
  ) -> Loudness {
    let other = samples.map { $0 * factor }
    let meter = LoudnessMeter(sampleRate: sampleRate)
    for start in stride(from: 0, to: samples.count, by: block) {
      let range = start..<min(samples.count, start + block)
      unsafe samples.withUnsafeBufferPointer { left in
        unsafe other.withUnsafeBufferPointer { right in
          unsafe meter.push(
            left: UnsafeBufferPointer(rebasing: left[range]),
            right: UnsafeBufferPointer(rebasing: right[range]))
        }
      }
    }
    return meter.loudness
  }

  private func isNear(_ value: Double?, _ wanted: Double, within tolerance: Double = 0.1) -> Bool {
    guard let value else { return false }
    return abs(value - wanted) <= tolerance
  }

  @Test func `the tones of EBU Tech 3341 have the loudness they must have`() {
    #expect(isNear(measured([(20, -23)]).integrated, -23))
    #expect(isNear(measured([(20, -33)]).integrated, -33))
    // The relative gate takes the quiet parts off, the absolute one what is quieter still.
    #expect(isNear(measured([(10, -36), (60, -23), (10, -36)]).integrated, -23))
    #expect(
      isNear(
        measured([(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)]).integrated, -23))
    #expect(isNear(measured([(20, -26), (20.1, -20), (20, -26)]).integrated, -23))
  }

  @Test func `the tones of EBU Tech 3342 have the range they must have`() {
    #expect(isNear(measured([(20, -20), (20, -30)]).range, 10, within: 1))
    #expect(isNear(measured([(20, -20), (20, -15)]).range, 5, within: 1))
    #expect(isNear(measured([(20, -40), (20, -20)]).range, 20, within: 1))
    #expect(
      isNear(
        measured([(20, -50), (20, -35), (20, -20), (20, -35), (20, -50)]).range, 15, within: 1))
  }

  @Test(arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 88_200, 96_000, 192_000])
  func `loudness does not hang on the sample rate`(rate: Int) {
    #expect(isNear(measured([(5, -23)], sampleRate: rate).integrated, -23))
  }

  @Test func `one side alone is three units quieter`() {
    #expect(isNear(measured([(5, -20)], right: 0).integrated, -23))
  }

  @Test func `blocks do not change a number`() {
    let stretches: [Stretch] = [(1, -20), (3, -10), (1.234, -40)]
    #expect(measured(stretches, block: 1) == measured(stretches, block: 100_000))
  }

  @Test func `what is too short or too quiet has no loudness`() {
    #expect(measured([(0.39, -20)]).integrated == nil)
    #expect(measured([(0.41, -20)]).integrated != nil)
    #expect(measured([(2.9, -20)]).range == nil)
    #expect(measured([(5, -75)]).integrated == nil)
    let silent = measured([Float](repeating: 0, count: 96_000))
    #expect(silent.integrated == nil && silent.range == nil && silent.isSilent)
    #expect(silent.leadingSilence == 2 && silent.trailingSilence == 2)
  }

  @Test(arguments: [0.0, 45, 60, 67.5]) func `peaks between samples are found`(phase: Double) {
    // A quarter and a sixth of the rate, as in cases 15 to 19 of EBU Tech 3341: amplitude 0.5 is −6
    // dB.
    for part in [4.0, 6] {
      let samples = (0..<4_800).map { index in
        let fade = min(1, Double(index) / 480, Double(4_799 - index) / 480)
        return Float(0.5 * fade * sin(2 * .pi * Double(index) / part + phase / 180 * .pi))
      }
      let decibels = 20 * log10(measured(samples).truePeak)
      #expect(decibels < -6.02 + 0.2 && decibels > -6.02 - 0.4, "\(decibels) dB at 1/\(part)")
    }
  }

  @Test func `the true peak is never under the peak`() {
    var random = SeededRandom(seed: 21)
    let samples = (0..<9_600).map { _ in Float(random.number(in: -0.9...0.9)) }
    let loudness = measured(samples)
    #expect(loudness.truePeak >= loudness.peak)
    #expect(measured([0, 0, 0, 1]).truePeak >= 1)
  }

  @Test func `silence at both ends is measured`() {
    var samples = [Float](repeating: 0.0005, count: 48_000)
    samples += [Float](repeating: 0.1, count: 24_000)
    samples += [Float](repeating: 0, count: 12_000)
    let loudness = measured(samples)
    #expect(loudness.leadingSilence == 1 && loudness.trailingSilence == 0.25)
  }

  @Test func `channels are told apart`() {
    #expect(isNear(measured([(1, -20)], right: -1).correlation, -1, within: 1e-9))
    #expect(isNear(measured([(1, -20)]).correlation, 1, within: 1e-9))
    let left = measured([(1, -20)], right: 0)
    #expect(left.correlation == 0 && left.rightRMS == 0)
    #expect(isNear(left.leftRMS, 0.1 / 2.0.squareRoot(), within: 1e-4))
  }

  @Test func `what is no number counts as silence`() throws {
    let loudness = measured([.nan, .infinity, -.infinity, 3e38, -3e38, 0.1])
    #expect(loudness.truePeak.isFinite && loudness.rms.isFinite)
  }
}
