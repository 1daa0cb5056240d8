import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct RhythmSongTests {
  @Test(arguments: RhythmSong.all) func `beats and bars of made songs are found`(
    made: RhythmSong
  ) {
    let (song, beats, downbeats) = made.played()
    let features = song.heard()
    let beatF = fMeasure(features.beats.map(\.time.value), beats, within: 0.07)
    let barF = fMeasure(features.downbeats.map(\.value), downbeats, within: 0.07)
    let line = String(
      format:
        "%@ beats %.3f bars %.3f bpm %.1f sure %.2f metre %d sure %.2f vocal %.2f key %@ %.2f",
      made.name.padding(toLength: 26, withPad: " ", startingAt: 0), beatF, barF,
      features.tempo.bpm, features.tempo.confidence, features.metre.beats,
      features.metre.confidence,
      Double(features.signals[.vocal].count { $0 >= 0.5 }) / Double(features.signals.count),
      features.key?.name ?? "none", features.key?.confidence ?? 0)
    print(line)
    // Twice or half the tempo is an error that may be made in doubt alone.
    let isOctave = [0.5, 2].contains { abs(features.tempo.bpm / made.bpm(0.5) / $0 - 1) < 0.02 }
    if isOctave {
      #expect(features.tempo.confidence < 0.5 && beatF >= 0.6, "\(line)")
      return
    }
    #expect(beatF >= 0.9, "\(line)")
    #expect(barF >= 0.85, "\(line)")
    #expect(features.metre.beats == made.metre, "\(line)")
  }
}
