import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct StemTests {
  /// A song whose parts are known.
  struct Band {
    let sampleRate: Int
    var voice: [Float]
    var left: [Float]
    var right: [Float]

    /// A centred voice with vibrato in phrases, held chords panned to both sides, drums in the
    /// centre.
    init(seconds: Double = 24, sampleRate: Int = 22_050) {
      self.sampleRate = sampleRate
      var sung = Synth(seconds: seconds, sampleRate: sampleRate)
      var phase = 0.0
      for (index, time) in stride(from: 2.0, to: seconds - 1, by: 0.6).enumerated()
      where index % 8 < 6 {
        let pitch = Double([62, 64, 67, 65, 69, 60, 64, 71, 67][index % 9])
        let frequency = 440 * pow(2, (pitch - 69) / 12)
        phase = 0
        sung.add(at: time, seconds: 0.5) { t in
          let bend = 0.5 * sin(2 * .pi * 5.5 * t) / 12
          phase += 2 * .pi * frequency * pow(2, bend) / Double(sampleRate)
          let fade = min(1, t / 0.03, (0.5 - t) / 0.03)
          return (1...12).reduce(0) { $0 + 0.12 * fade / Double($1) * sin(phase * Double($1)) }
        }
      }
      var pads = [
        Synth(seconds: seconds, sampleRate: sampleRate),
        Synth(seconds: seconds, sampleRate: sampleRate),
      ]
      var drums = Synth(seconds: seconds, sampleRate: sampleRate)
      let chords: [[Double]] = [[57, 60, 64], [53, 57, 60], [55, 59, 62], [52, 55, 59]]
      for (index, time) in stride(from: 0.0, to: seconds, by: 2).enumerated() {
        let chord = chords[index % 4]
        pads[0].chord([chord[0], chord[2]], at: time, seconds: 2)
        pads[1].chord([chord[1], chord[0] + 12], at: time, seconds: 2)
        for beat in 0..<4 where time + Double(beat) / 2 < seconds {
          let when = time + Double(beat) / 2
          if beat % 2 == 0 { drums.kick(at: when) } else { drums.snare(at: when) }
        }
      }
      voice = sung.samples
      left = zip(zip(voice, pads[0].samples), drums.samples).map { $0.0 + $0.1 + $1 }
      right = zip(zip(voice, pads[1].samples), drums.samples).map { $0.0 + $0.1 + $1 }
    }

    /// Both channels summed to one.
    var mono: Band {
      var band = self
      band.left = zip(left, right).map { ($0 + $1) / 2 }
      band.right = band.left
      return band
    }

    /// Somebody sings throughout.
    var always: [Float] { Array(repeating: 1, count: voice.count * 100 / sampleRate + 1) }

    /// The splitter's voice, the song given in blocks.
    func split(curve: [Float]? = nil, blocks: Int = 16_384) -> [Float] {
      var splitter = StemSplitter(sampleRate: sampleRate, vocal: curve ?? always)
      var result: [Float] = []
      var start = 0
      while start < left.count {
        let end = min(left.count, start + blocks)
        result += unsafe left.withUnsafeBufferPointer { left in
          unsafe right.withUnsafeBufferPointer { right in
            unsafe splitter.push(
              left: UnsafeBufferPointer(rebasing: left[start..<end]),
              right: UnsafeBufferPointer(rebasing: right[start..<end]))
          }
        }
        start = end
      }
      return result + splitter.finish()
    }

    /// How much nearer the stems are to the truth than the song is, in dB: voice and left
    /// accompaniment.
    var gain: (voice: Double, rest: Double) {
      let found = split()
      let rest = zip(left, voice).map { $0 - $1 }
      let restFound = zip(left, found).map { $0 - $1 }
      return (
        Self.ratio(found, of: voice) - Self.ratio(left, of: voice),
        Self.ratio(restFound, of: rest) - Self.ratio(left, of: rest)
      )
    }

    /// Scale-invariant signal-to-distortion ratio in dB (Le Roux 2019).
    static func ratio(_ estimate: [Float], of truth: [Float]) -> Double {
      var (cross, power) = (0.0, 0.0)
      for (a, b) in zip(estimate, truth) {
        cross += Double(a) * Double(b)
        power += Double(b) * Double(b)
      }
      let scale = cross / power
      var error = 0.0
      for (a, b) in zip(estimate, truth) {
        error += pow(Double(a) - scale * Double(b), 2)
      }
      return 10 * log10(scale * scale * power / error)
    }
  }

  @Test func `a centred voice comes out of pads at the sides and drums`() {
    let gain = Band().gain
    #expect(gain.voice > 6, "\(gain)")
    #expect(gain.rest > 3, "\(gain)")
  }

  @Test func `a voice comes out of a mono song, less clean`() {
    let gain = Band().mono.gain
    #expect(gain.voice > 3, "\(gain)")
    #expect(gain.rest > 0, "\(gain)")
  }

  @Test func `voice and rest are the song, sample by sample`() {
    let band = Band(seconds: 5)
    let voice = band.split()
    #expect(voice.count == band.left.count)
    var worst: Float = 0
    for index in voice.indices {
      let rest = band.left[index] - voice[index]
      worst = max(worst, abs(rest + voice[index] - band.left[index]))
    }
    #expect(worst < 1e-6)
  }

  @Test(arguments: [1_000, 4_097, 100_000])
  func `blocks of any size give the same voice`(size: Int) {
    let band = Band(seconds: 4)
    #expect(band.split(blocks: size) == band.split())
  }

  @Test func `where nobody sings the voice is silent`() {
    let band = Band(seconds: 4)
    #expect(band.split(curve: []).allSatisfy { $0 == 0 })
    #expect(band.split(curve: Array(repeating: 0.1, count: 401)).allSatisfy { $0 == 0 })
  }

  @Test func `what is at the sides alone is no voice`() {
    var band = Band(seconds: 4)
    band.right = band.left.map { -$0 }
    #expect(band.split().allSatisfy { abs($0) < 1e-6 })
  }

  @Test(arguments: [0, 1, 2, 777, 4_095, 4_097, 22_051])
  func `a song of any length keeps it`(count: Int) {
    var band = Band(seconds: 2)
    band.left = Array(band.left.prefix(count))
    band.right = Array(band.right.prefix(count))
    #expect(band.split().count == count)
  }

  @Test(arguments: [8_000, 11_025, 48_000, 96_000])
  func `any rate gives a finite voice`(rate: Int) {
    var band = Band(seconds: 2, sampleRate: rate)
    band.left[rate] = .nan
    band.right[rate + 1] = .infinity
    let voice = band.split()
    #expect(voice.count == band.left.count)
    #expect(voice.allSatisfy { $0.isFinite })
  }

  @Test func `silence stays silent`() {
    var band = Band(seconds: 2)
    band.left = band.left.map { _ in 0 }
    band.right = band.left
    #expect(band.split().allSatisfy { $0 == 0 })
  }
}
