import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct RecordTests {
  private func song() -> Synth {
    var song = Synth(seconds: 5)
    for beat in 0..<9 { song.click(at: 0.3 + Double(beat) * 0.5) }
    return song
  }

  private func peaks(_ samples: [Float], sampleRate: Int, block: Int = 1_000) -> WaveformPeaks {
    var builder = WaveformPeaks.Builder(sampleRate: sampleRate)
    for start in stride(from: 0, to: samples.count, by: block) {
      let part = Array(samples[start..<min(samples.count, start + block)])
      unsafe part.withUnsafeBufferPointer { unsafe builder.push(left: $0, right: $0) }
    }
    return builder.finish()
  }

  @Test func `records come back as they were`() throws {
    let features = song().heard()
    #expect(try SongFeatures(decoding: features.encode()) == features)
    #expect(try Signals(decoding: features.signals.encode()) == features.signals)
    let empty = Synth(seconds: 0).heard()
    #expect(try SongFeatures(decoding: empty.encode()) == empty)
  }

  @Test func `records that are cut or long are refused`() {
    var song = Synth(seconds: 0.05)
    song.click(at: 0)
    let features = song.heard()
    let records = [features.encode(), features.signals.encode()]
    for (index, record) in records.enumerated() {
      for length in 0..<record.count {
        let part = Array(record[..<length])
        if index == 0 {
          #expect(throws: SignalDecodingError.self) { try SongFeatures(decoding: part) }
        } else {
          #expect(throws: SignalDecodingError.self) { try Signals(decoding: part) }
        }
      }
      #expect(throws: SignalDecodingError.self) { try Signals(decoding: record + [0]) }
    }
  }

  @Test func `changed bytes are refused or read, never worse`() {
    let record = song().heard().encode()
    let seed: UInt64 = 11
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      var changed = record
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: 0..<min(400, changed.count), using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      _ = try? SongFeatures(decoding: changed)
    }
  }

  @Test func `values between hundredths are mixed and outside held`() {
    let signals = Signals([.rms: [0, 1, 0.5]])
    #expect(signals.value(.rms, at: 0.005) == 0.5)
    #expect(signals.value(.rms, at: -1) == 0)
    #expect(abs(signals.value(.rms, at: 99) - 0.5) < 1e-4)
    #expect(signals.value(.kick, at: 0.01) == 0)
    #expect(Signals([:]).value(.rms, at: 1) == 0)
    #expect(Signals([.rms: [.nan, -1, 2]])[.rms] == [0, 0, 1])
  }

  @Test func `a slice begins where it is cut`() {
    let signals = Signals([.rms: (0..<100).map { Float($0) / 100 }])
    let slice = signals.slice(from: 0.25, to: 0.5)
    #expect(slice.count == 25)
    #expect(slice.value(.rms, at: 0) == signals.value(.rms, at: 0.25))
    #expect(signals.slice(from: 0.9, to: 7).count == 10)
    #expect(signals.slice(from: 3, to: 2).count == 0)
  }

  @Test func `peaks are the outline at every zoom`() throws {
    var samples = [Float](repeating: 0, count: 44_100 * 3)
    samples[44_100] = 0.75
    samples[44_100 + 5] = -0.5
    let peaks = peaks(samples, sampleRate: 44_100)
    #expect(peaks.duration == 3)
    #expect(peaks.levels.map(\.bins.count) == [300, 38, 5, 1])
    #expect(peaks.levels[0].bins[100].high == 0.75 && peaks.levels[0].bins[100].low == -0.5)
    #expect(peaks.levels[0].bins[99].high == 0)
    for level in peaks.levels {
      #expect(level.bins.map(\.high).max() == 0.75 && level.bins.map(\.low).min() == -0.5)
    }
    #expect(try WaveformPeaks(decoding: peaks.encode()).levels[0].bins[100].high == 0.75)
    let columns = peaks.columns(10, from: 0, to: 3)
    #expect(columns.count == 10 && columns.map(\.high).max() == 0.75)
  }

  @Test func `the blocks of a song do not change its outline`() {
    let samples = song().samples
    let whole = peaks(samples, sampleRate: 22_050, block: samples.count)
    // Sums are rounded at block borders, so levels agree to a few bits.
    for (a, b) in zip(
      whole.levels[0].bins, peaks(samples, sampleRate: 22_050, block: 313).levels[0].bins)
    {
      #expect(a.low == b.low && a.high == b.high && abs(a.rms - b.rms) < 1e-6)
    }
  }

  @Test(arguments: [0, 1, -7, 120, 12.37, -3.5]) func `an offset is found between samples`(
    offset: Double
  ) {
    func wave(_ place: Double) -> Float {
      Float((1...40).reduce(0.0) { $0 + sin(place * 0.0011 * Double($1 * $1) + Double($1)) })
    }
    let reference = (0..<6_000).map { wave(Double($0)) }
    let other = (0..<6_000).map { wave(Double($0) - offset) }
    let found = crossCorrelationOffset(reference: reference, other: other, maxLag: 200)
    #expect(abs((found?.samples ?? 1e9) - offset) < 0.15)
    #expect((found?.correlation ?? 0) > 0.9)
  }

  @Test func `silence has no offset`() {
    #expect(crossCorrelationOffset(reference: [0, 0, 0], other: [1, 2, 3], maxLag: 1) == nil)
    #expect(crossCorrelationOffset(reference: [], other: [1], maxLag: 1) == nil)
  }
}
