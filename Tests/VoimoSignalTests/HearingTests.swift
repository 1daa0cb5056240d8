import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct HearingTests {
  private func song() -> Synth {
    var song = Synth(seconds: 12)
    for beat in 0..<22 { song.click(at: 0.4 + Double(beat) * 0.5) }
    song.chord([60, 64, 67], at: 0, seconds: 6)
    song.chord([65, 69, 72], at: 6, seconds: 6)
    return song
  }

  @Test(arguments: [1_000, 777, 20_000, 1 << 20]) func `blocks of any size give the same features`(
    block: Int
  ) {
    #expect(song().heard(block: block) == song().heard(block: 4_096))
  }

  @Test func `twice the same song gives the same bytes`() {
    #expect(song().heard().encode() == song().heard().encode())
  }

  @Test func `there is one value for each hundredth of a second`() {
    for (seconds, count) in [(0.0, 0), (0.004, 1), (1, 100), (2.345, 235)] {
      let features = Synth(seconds: seconds, sampleRate: 44_100).heard()
      #expect(features.signals.count == count)
      #expect(abs(features.duration.value - seconds) < 1e-4)
    }
  }

  @Test(arguments: [1, 100, 8_000, 384_000, 768_000]) func `no sample rate is too odd`(rate: Int) {
    var song = Synth(seconds: 0.3, sampleRate: rate)
    song.noise(level: 0.5, seed: 2)
    let features = song.heard()
    #expect(Signal.allCases.allSatisfy { features.signals[$0].allSatisfy(\.isFinite) })
  }

  @Test func `values that are no numbers are silence`() {
    var analyzer = SongAnalyzer(sampleRate: 8_000)
    let meter = LoudnessMeter(sampleRate: 8_000)
    let bad: [Float] = (0..<16_000).map { [.nan, .infinity, -.infinity, 1e30, 0.1][$0 % 5] }
    unsafe bad.withUnsafeBufferPointer {
      unsafe analyzer.push(left: $0, right: $0)
      unsafe meter.push(left: $0, right: $0)
    }
    let features = analyzer.finish(loudness: meter.loudness)
    for signal in Signal.allCases {
      #expect(features.signals[signal].allSatisfy { $0 >= 0 && $0 <= 1 }, "\(signal)")
    }
    #expect(features.timbre.values.allSatisfy { $0.isFinite })
    #expect(features.chroma.values.allSatisfy { $0.isFinite })
    #expect(detectSections(features).count == 1)
  }

  @Test func `level is measured`() {
    var song = Synth(seconds: 4)
    song.add(at: 0, seconds: 4) { 0.5 * sin(2 * .pi * 440 * $0) + 0.1 }
    let loudness = song.heard().loudness
    #expect(abs(loudness.peak - 0.6) < 0.001)
    #expect(abs(loudness.rms - (0.125 + 0.01).squareRoot()) < 0.001)
    #expect(abs(loudness.offset - 0.1) < 0.001)
    #expect(!loudness.isSilent && loudness.clippedShare == 0)
    var loud = Synth(seconds: 1)
    loud.add(at: 0, seconds: 1) { max(-1, min(1, 2 * sin(2 * .pi * 100 * $0))) }
    #expect(loud.heard().loudness.clippedShare > 0.5)
    #expect(Synth(seconds: 1).heard().loudness.isSilent)
  }

  @Test func `curves tell where things are`() {
    var song = Synth(seconds: 12)
    for beat in 0..<24 {
      if beat % 2 == 0 {
        song.kick(at: 0.25 + 0.5 * Double(beat))
      } else {
        song.snare(at: 0.25 + 0.5 * Double(beat))
      }
    }
    let signals = song.heard().signals
    func near(_ signal: Signal, _ time: Double) -> Float {
      signals.slice(from: Seconds(time - 0.03), to: Seconds(time + 0.04))[signal].max() ?? 0
    }
    #expect(near(.kick, 4.25) > 0.6 && near(.kick, 4.75) < 0.8 * near(.kick, 4.25))
    #expect(near(.snare, 4.75) > 0.6 && near(.snare, 4.25) < 0.4)
    #expect(near(.low, 4.25) > near(.low, 4.75))
    #expect(near(.high, 4.75) > near(.high, 4.25))
    #expect(near(.centroid, 4.75) > near(.centroid, 4.3))
    #expect(near(.onset, 4.25) > 0.3 && near(.onset, 4.5) < 0.1)
    #expect(near(.rms, 4.25) > 0.5 && near(.rms, 4.6) < 0.1)
  }

  @Test func `chroma names the chord`() {
    let rows = song().heard().chroma
    let first = rows.mean(from: 1, to: 5)
    let strongest = Set(first.indices.sorted { first[$0] > first[$1] }.prefix(3))
    #expect(strongest == [0, 4, 7])
    let second = rows.mean(from: 7, to: 11)
    #expect(Set(second.indices.sorted { second[$0] > second[$1] }.prefix(3)) == [5, 9, 0])
  }

  @Test func `a wavering voice is told from steady tones`() {
    var song = Synth(seconds: 32)
    for bar in 0..<8 {
      song.chord(
        [[48, 55, 64], [45, 52, 60]][bar % 2], at: Double(bar) * 4, seconds: 4, level: 0.05)
    }
    for (start, end) in [(8.0, 16.0), (22.0, 28.0)] {
      // Fifteen partials around 240 Hz, gliding and with six wavers a second.
      song.add(at: start, seconds: end - start) { t in
        let turns =
          240 * t - 240 * 0.02 / (2 * .pi * 5.5) * cos(2 * .pi * 5.5 * t)
          - 240 * 0.08 / (2 * .pi * 0.7) * cos(2 * .pi * 0.7 * t)
        return (1...15).reduce(0) { $0 + 0.15 / Double($1) * sin(2 * .pi * turns * Double($1)) }
      }
    }
    let vocal = song.heard().signals[.vocal]
    let right = vocal.indices.count { index in
      let time = Double(index) / 100
      return (vocal[index] >= 0.5) == ((8..<16).contains(time) || (22..<28).contains(time))
    }
    #expect(Double(right) / Double(vocal.count) > 0.9)
  }
}
