import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct RhythmTests {
  /// Beats at a tempo from 0.3 s on.
  private func times(bpm: Double, seconds: Double) -> [Double] {
    stride(from: 0.3, to: seconds - 0.3, by: 60 / bpm).map { $0 }
  }

  private func check(
    _ features: SongFeatures, beats truth: [Double], atLeast: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = features.beats.map(\.time.value)
    #expect(fMeasure(found, truth, within: 0.07) >= atLeast, sourceLocation: sourceLocation)
    let errors = found.compactMap { beat in
      truth.map { beat - $0 }.min { abs($0) < abs($1) }
    }.filter { abs($0) < 0.07 }.sorted()
    if !errors.isEmpty {
      #expect(abs(errors[errors.count / 2]) < 0.01, "beats lag", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [66.0, 84, 100, 120, 140, 160])
  func `clicks are beats at their own tempo and time`(bpm: Double) {
    var song = Synth(seconds: 30)
    let truth = times(bpm: bpm, seconds: 30)
    for time in truth { song.click(at: time) }
    let features = song.heard()
    check(features, beats: truth, atLeast: 0.97)
    #expect(abs(features.tempo.bpm / bpm - 1) < 0.01)
    #expect(features.tempo.confidence > 0.6)
  }

  @Test(arguments: [8_000, 11_025, 44_100, 48_000, 96_000])
  func `the sample rate does not matter`(rate: Int) {
    var song = Synth(seconds: 16, sampleRate: rate)
    let truth = times(bpm: 110, seconds: 16)
    for time in truth { song.click(at: time) }
    check(song.heard(), beats: truth, atLeast: 0.95)
  }

  @Test func `beats follow a tempo that drifts`() {
    var song = Synth(seconds: 60)
    var truth: [Double] = []
    var time = 0.5
    while time < 59.5 {
      truth.append(time)
      song.click(at: time)
      time += 60 / (100 + 30 * time / 60)
    }
    check(song.heard(), beats: truth, atLeast: 0.9)
  }

  @Test func `beats follow a tempo that jumps`() {
    var song = Synth(seconds: 60)
    var truth: [Double] = []
    var time = 0.5
    while time < 59.5 {
      truth.append(time)
      song.click(at: time)
      time += 60 / (time < 30 ? 120.0 : 92)
    }
    let features = song.heard()
    check(features, beats: truth, atLeast: 0.9)
    #expect(features.tempoMap.contains { abs($0.time.value - 30) < 4 && abs($0.bpm - 92) < 3 })
  }

  @Test func `noise around clicks does not hide them`() {
    var song = Synth(seconds: 30)
    let truth = times(bpm: 128, seconds: 30)
    for time in truth { song.click(at: time) }
    song.noise(level: 0.05, seed: 3)
    check(song.heard(), beats: truth, atLeast: 0.95)
  }

  @Test func `a quiet song has the beats of a loud one`() {
    var song = Synth(seconds: 20)
    let truth = times(bpm: 120, seconds: 20)
    for time in truth { song.click(at: time, level: 0.01) }
    check(song.heard(), beats: truth, atLeast: 0.95)
  }

  @Test func `channels in opposite phase are heard`() {
    var song = Synth(seconds: 20)
    let truth = times(bpm: 120, seconds: 20)
    for time in truth { song.click(at: time) }
    check(song.heard(right: -1), beats: truth, atLeast: 0.95)
  }

  @Test func `offbeat hats do not double the tempo and an offbeat snare does not turn the beat`() {
    var song = Synth(seconds: 40)
    let truth = times(bpm: 90, seconds: 40)
    for (index, time) in truth.enumerated() {
      if index % 2 == 0 { song.kick(at: time) } else { song.snare(at: time) }
      for half in [0, 1.0 / 3] { song.click(at: time + half, level: 0.15) }
    }
    check(song.heard(), beats: truth, atLeast: 0.95)
    var other = Synth(seconds: 40)
    let fast = times(bpm: 150, seconds: 40)
    for time in fast {
      other.kick(at: time)
      other.snare(at: time + 0.2)
    }
    check(other.heard(), beats: fast, atLeast: 0.95)
  }

  /// A song of bars with a bass drum and a new chord on the first beat.
  private func barred(_ beats: Int) -> (features: SongFeatures, downbeats: [Double]) {
    var song = Synth(seconds: 40)
    let chords: [[Double]] = [[60, 64, 67], [57, 60, 64], [53, 57, 60], [55, 59, 62]]
    var downbeats: [Double] = []
    for (index, time) in times(bpm: 120, seconds: 40).enumerated() {
      if index % beats == 0 {
        downbeats.append(time)
        song.kick(at: time)
        song.chord(chords[index / beats % 4], at: time, seconds: 0.5 * Double(beats))
      } else {
        song.click(at: time, level: 0.3)
      }
    }
    return (song.heard(), downbeats)
  }

  @Test(arguments: [3, 4]) func `bars have as many beats as they have`(beats: Int) {
    let (features, downbeats) = barred(beats)
    #expect(fMeasure(features.downbeats.map(\.value), downbeats, within: 0.07) > 0.9)
    let usual = features.bars.count { $0.beats == beats }
    #expect(usual * 10 >= features.bars.count * 8)
  }

  @Test func `a song without rhythm claims none`() {
    let silent = Synth(seconds: 10).heard()
    #expect(silent.beats.isEmpty && silent.bars.isEmpty)
    #expect(silent.tempo == Tempo(bpm: 0, confidence: 0))
    var noise = Synth(seconds: 30)
    noise.noise(level: 0.3, seed: 5)
    #expect(noise.heard().tempo.confidence < 0.5)
  }
}
