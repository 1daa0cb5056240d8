import Foundation
import VoimoBase
import VoimoSignal

/// Songs with drums, bass and chords whose beats and bars are known.
struct RhythmSong: Sendable, CustomStringConvertible {
  /// What plays besides chords and bass.
  enum Drums: Sendable {
    case none, rock, waltz, syncopated, offbeatHats
  }

  var name: String
  var metre = 4
  /// Length in seconds.
  var length = 48.0
  var drums = Drums.rock
  /// Deviation of each hit from its time, in seconds.
  var looseness = 0.003
  /// Beats a minute at a share, from 0 to 1, of the song.
  var bpm: @Sendable (Double) -> Double

  var description: String { name }

  static let all: [RhythmSong] = [
    RhythmSong(name: "waltz 96", metre: 3, drums: .waltz) { _ in 96 },
    RhythmSong(name: "waltz 180", metre: 3, drums: .waltz) { _ in 180 },
    RhythmSong(name: "rock 70") { _ in 70 },
    RhythmSong(name: "rock 128") { _ in 128 },
    RhythmSong(name: "rock 174") { _ in 174 },
    RhythmSong(name: "ramp 100 to 130") { 100 + 30 * $0 },
    RhythmSong(name: "120 then 92") { $0 < 0.5 ? 120 : 92 },
    RhythmSong(name: "rubato 90", looseness: 0.008) { 90 * (1 + 0.06 * sin($0 * 24)) },
    RhythmSong(name: "off-beat hats 124", drums: .offbeatHats) { _ in 124 },
    RhythmSong(name: "chords alone 100", drums: .none) { _ in 100 },
    RhythmSong(name: "chords alone in 3 at 110", metre: 3, drums: .none) { _ in 110 },
    RhythmSong(name: "syncopated kick 104", drums: .syncopated) { _ in 104 },
  ]

  /// Plays it: the sound, its beats and its bars.
  func played() -> (song: Synth, beats: [Double], downbeats: [Double]) {
    var song = Synth(seconds: length)
    var random = SeededRandom(seed: 31)
    var beats: [Double] = []
    var time = 0.4
    while time < length - 1 {
      beats.append(time)
      time += 60 / bpm(time / length)
    }
    beats.removeLast(beats.count % metre)
    let chords: [[Double]] = [[60, 64, 67], [57, 60, 64], [53, 57, 60], [55, 59, 62]]
    for (index, beat) in beats.enumerated() {
      let length = 60 / bpm(beat / self.length)
      let (place, bar) = (index % metre, index / metre)
      let at = beat + random.number(in: -looseness...looseness)
      let chord = chords[bar % 4]
      if place == 0 { song.chord(chord, at: at, seconds: length * Double(metre), level: 0.05) }
      if drums == .none, place > 0 { song.chord(chord, at: at, seconds: length, level: 0.03) }
      if place % 2 == 0 || metre == 3 {
        let note = chord[0] - 24 + (place == 2 && metre == 4 ? 7 : 0)
        song.chord([note], at: at, seconds: length * 0.9, level: place == 0 ? 0.15 : 0.08)
      }
      drum(&song, place: place, bar: bar, at: at, beat: length)
    }
    return (song, beats, stride(from: 0, to: beats.count, by: metre).map { beats[$0] })
  }

  private func drum(_ song: inout Synth, place: Int, bar: Int, at: Double, beat: Double) {
    switch drums {
    case .none: break
    case .waltz:
      if place == 0 { song.kick(at: at) } else { song.snare(at: at, level: 0.25) }
      song.click(at: at, level: 0.1)
    case .rock:
      if place % 2 == 0 { song.kick(at: at) } else { song.snare(at: at) }
      for half in [0, 0.5] { song.click(at: at + half * beat, level: 0.12) }
    case .offbeatHats:
      song.kick(at: at)
      if place % 2 == 1 { song.snare(at: at, level: 0.3) }
      song.click(at: at + 0.5 * beat, level: 0.4)
    case .syncopated:
      // First beat, the half after the second, the half before the fourth.
      if place == 0 { song.kick(at: at) }
      if place == 1 || place == 2 { song.kick(at: at + 0.5 * beat) }
      if place % 2 == 1 { song.snare(at: at) }
      for half in [0, 0.5] { song.click(at: at + half * beat, level: 0.12) }
    }
  }
}
