import Foundation
import VoimoBase
import VoimoSignal

/// Songs made of plain sounds, for tests that must know the truth.
struct Synth {
  let sampleRate: Int
  private(set) var samples: [Float]

  /// Begins with silence.
  init(seconds: Double, sampleRate: Int = 22_050) {
    self.sampleRate = sampleRate
    samples = Array(repeating: 0, count: Int(seconds * Double(sampleRate)))
  }

  /// Adds `sound(seconds since start)` for a stretch of time.
  mutating func add(at start: Double, seconds: Double, _ sound: (Double) -> Double) {
    let first = Int((start * Double(sampleRate)).rounded())
    for index in max(
      0, first)..<max(0, min(samples.count, first + Int(seconds * Double(sampleRate))))
    {
      samples[index] += Float(sound(Double(index) / Double(sampleRate) - start))
    }
  }

  /// A short noise burst.
  mutating func click(at time: Double, level: Double = 0.5, seed: UInt64 = 1) {
    var random = SeededRandom(seed: seed)
    add(at: time, seconds: 0.05) { exp(-$0 / 0.01) * level * random.number(in: -1...1) }
  }

  /// A bass drum.
  mutating func kick(at time: Double, level: Double = 0.7) {
    add(at: time, seconds: 0.2) {
      level * exp(-$0 / 0.05) * sin(2 * .pi * (50 * $0 + 1.5 * (1 - exp(-$0 / 0.02))))
    }
  }

  /// A snare drum.
  mutating func snare(at time: Double, level: Double = 0.5) {
    var random = SeededRandom(seed: 7)
    add(at: time, seconds: 0.2) {
      level * exp(-$0 / 0.04) * (0.6 * random.number(in: -1...1) + 0.4 * sin(2 * .pi * 200 * $0))
    }
  }

  /// A chord of plain tones with four partials, faded in and out.
  mutating func chord(_ pitches: [Double], at time: Double, seconds: Double, level: Double = 0.1) {
    for pitch in pitches {
      let frequency = 440 * pow(2, (pitch - 69) / 12)
      add(at: time, seconds: seconds) { t in
        let fade = min(1, t / 0.01, (seconds - t) / 0.01)
        return (1...4).reduce(0) {
          $0 + level * fade / Double($1) * sin(2 * .pi * frequency * Double($1) * t)
        }
      }
    }
  }

  /// Noise over all of it.
  mutating func noise(level: Double, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for index in samples.indices { samples[index] += Float(level * random.number(in: -1...1)) }
  }

  /// What is heard in it; `right` is the left channel times a factor.
  func heard(block: Int = 4_096, right factor: Float = 1) -> SongFeatures {
    var analyzer = SongAnalyzer(sampleRate: sampleRate)
    let meter = LoudnessMeter(sampleRate: sampleRate)
    let other = factor == 1 ? samples : samples.map { $0 * factor }
    var place = 0
    while place < samples.count {
      let end = min(samples.count, place + block)
      unsafe samples.withUnsafeBufferPointer { left in
        unsafe other.withUnsafeBufferPointer { right in
          let both = unsafe (
            left: UnsafeBufferPointer(rebasing: left[place..<end]),
            right: UnsafeBufferPointer(rebasing: right[place..<end])
          )
          unsafe analyzer.push(left: both.left, right: both.right)
          unsafe meter.push(left: both.left, right: both.right)
        }
      }
      place = end
    }
    return analyzer.finish(loudness: meter.loudness)
  }
}
