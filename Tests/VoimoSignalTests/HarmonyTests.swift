import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct HarmonyTests {
  /// Chords of two seconds each.
  private func song(_ chords: [[Double]]) -> SongFeatures {
    var song = Synth(seconds: 2 * Double(chords.count))
    for (index, chord) in chords.enumerated() {
      song.chord(chord, at: 2 * Double(index), seconds: 2)
    }
    return song.heard()
  }

  @Test(arguments: 0..<12) func `a cadence has its key, major and minor`(tonic: Int) {
    let root = 48 + Double(tonic)
    func triad(_ step: Double, _ third: Double) -> [Double] {
      [root + step, root + step + third, root + step + 7]
    }
    let major = song([triad(0, 4), triad(5, 4), triad(7, 4), triad(0, 4)])
    #expect(
      major.key?.tonic == tonic && major.key?.mode == .major, "\(String(describing: major.key))")
    let minor = song([triad(0, 3), triad(5, 3), triad(7, 4), triad(0, 3)])
    #expect(
      minor.key?.tonic == tonic && minor.key?.mode == .minor, "\(String(describing: minor.key))")
    #expect((major.key?.confidence ?? 0) > 0.3)
  }

  @Test func `keys have the names that are used`() {
    #expect(SongKey(tonic: 9, mode: .minor, confidence: 1).name == "A minor")
    #expect(SongKey(tonic: 10, mode: .major, confidence: 1).name == "Bb major")
    #expect(SongKey(tonic: 6, mode: .minor, confidence: 1).name == "F# minor")
  }

  @Test func `what has no pitch has no key`() {
    #expect(Synth(seconds: 5).heard().key == nil)
    #expect(songKey(of: FeatureRows(width: 12, rate: 10)) == nil)
    #expect(
      songKey(of: FeatureRows(width: 12, rate: 10, values: .init(repeating: 1, count: 120))) == nil)
    var noise = Synth(seconds: 20)
    noise.noise(level: 0.3, seed: 9)
    #expect((noise.heard().key?.confidence ?? 0) < 0.3)
  }

  @Test func `chords are read where they are played`() throws {
    let features = song([[48, 52, 55], [57, 60, 64], [53, 57, 60], [50, 53, 57], [55, 59, 62]])
    #expect(features.chords.first?.start == 0)
    #expect(features.chords.last?.end == features.duration)
    for (a, b) in zip(features.chords, features.chords.dropFirst()) { #expect(a.end == b.start) }
    for (index, name) in ["C", "Am", "F", "Dm", "G"].enumerated() {
      let middle = 2 * Double(index) + 1
      let span = try #require(
        features.chords.first { $0.start.value <= middle && middle < $0.end.value })
      #expect(span.name == name, "\(features.chords)")
    }
  }

  @Test func `silence has no chord, and one flicker is none`() {
    #expect(Synth(seconds: 5).heard().chords.map(\.name) == [ChordSpan.none])
    #expect(Synth(seconds: 0).heard().chords.isEmpty)
    // One row in ten of another chord does not make a change.
    var values: [Float] = []
    for row in 0..<100 {
      let notes = row == 50 ? [9, 0, 4] : [0, 4, 7]
      values += (0..<12).map { notes.contains($0) ? 1 : 0 }
    }
    let rows = FeatureRows(width: 12, rate: 10, values: values)
    let spans = chordSpans(of: rows, between: stride(from: 0, through: 10, by: 0.1).map { $0 })
    #expect(spans.map(\.name) == ["C"])
  }

  @Test func `rows are made at another rate by straight lines`() {
    let rows = FeatureRows(width: 2, rate: 10, values: [0, 1, 1, 0])
    let made = rows.resampled(to: 100, count: 13)
    #expect(made.count == 13 && made.rate == 100)
    #expect(Array(made.row(0)) == [0, 1] && Array(made.row(12)) == [1, 0])
    #expect(abs(made.row(5).first.map { $0 - 0.5 } ?? 1) < 1e-6)
    #expect(
      FeatureRows(width: 3, rate: 10).resampled(to: 5, count: 2).values.allSatisfy { $0 == 0 })
  }
}
