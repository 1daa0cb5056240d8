import Glibc
import Testing
import VoimoBase
import VoimoMedia

@Suite struct ResamplerTests {
  static let rates = [8_000, 11_025, 16_000, 22_050, 32_000, 48_000, 88_200, 96_000, 192_000]

  private func resampled(_ samples: [Float], from rate: Int, block: Int = 4_096) throws -> [Float] {
    let resampler = try Resampler(from: rate, to: 44_100)
    var all: [Float] = []
    for start in stride(from: 0, to: samples.count, by: block) {
      let part = Array(samples[start..<min(samples.count, start + block)])
      let made = try resampler.push(
        AudioBlock(start: start, left: part, right: part.map { -$0 }))
      #expect(made.start == all.count && made.right == made.left.map { -$0 })
      all += made.left
    }
    let rest = try resampler.finish()
    #expect(rest.start == all.count)
    return all + rest.left
  }

  private func tone(_ frequency: Double, seconds: Double, rate: Int) -> [Float] {
    (0..<Int(seconds * Double(rate))).map {
      Float(0.5 * sin(2 * .pi * frequency * Double($0) / Double(rate)))
    }
  }

  @Test(arguments: rates) func `a tone keeps its level and its time`(rate: Int) throws {
    for share in [0.02, 0.3, 0.8] {
      // A whole number of periods in the half second that is looked at.
      let frequency = (share * Double(min(rate, 44_100)) / 4).rounded() * 2
      let found = try resampled(tone(frequency, seconds: 1, rate: rate), from: rate)
      #expect(found.count == 44_100)
      // Against the tone itself: its part in phase is its level, the other part is a shift.
      var (along, across) = (0.0, 0.0)
      for index in 10_000..<32_050 {
        let angle = 2 * .pi * frequency * Double(index) / 44_100
        along += Double(found[index]) * sin(angle) / 11_025
        across += Double(found[index]) * cos(angle) / 11_025
      }
      let level = 20 * log10((along * along + across * across).squareRoot() / 0.5)
      let shift = atan2(across, along) / (2 * .pi * frequency) * 44_100
      #expect(abs(level) < 0.1, "\(level) dB at \(frequency) Hz from \(rate) Hz")
      #expect(abs(shift) < 0.05, "\(shift) samples at \(frequency) Hz from \(rate) Hz")
    }
  }

  @Test(arguments: [48_000, 88_200, 96_000, 192_000])
  func `what the new rate cannot hold is gone`(rate: Int) throws {
    for frequency in [22_100.0, 23_500] {
      let found = try resampled(tone(frequency, seconds: 1, rate: rate), from: rate)
      let power = found[10_000..<32_050].reduce(0.0) { $0 + Double($1) * Double($1) } / 22_050
      #expect(10 * log10(power / 0.125) < -80, "\(frequency) Hz from \(rate) Hz")
    }
  }

  @Test(arguments: rates) func `an impulse stays where it is`(rate: Int) throws {
    for place in [0, rate / 2] {
      var samples = [Float](repeating: 0, count: rate)
      samples[place] = 1
      let found = try resampled(samples, from: rate)
      let largest = found.indices.max { found[$0] < found[$1] } ?? -1
      #expect(abs(Double(largest) / 44_100 - Double(place) / Double(rate)) < 1 / 44_100)
    }
  }

  @Test func `blocks do not change a sample, and odd lengths are rounded up`() throws {
    var random = SeededRandom(seed: 4)
    for count in [0, 1, 7, 4_801, 20_000] {
      let samples = (0..<count).map { _ in Float(random.number(in: -1...1)) }
      let whole = try resampled(samples, from: 48_000, block: 20_000)
      #expect(whole.count == (count * 44_100 + 47_999) / 48_000)
      #expect(try resampled(samples, from: 48_000, block: 137) == whole, "\(count) samples")
    }
  }
}
