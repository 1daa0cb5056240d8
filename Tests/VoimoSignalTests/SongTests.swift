import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct SongTests {
  @Test func `songs with truth are heard well enough to cut on`() throws {
    for song in try HeardSong.all() {
      let beats = song.features.beats.map(\.time.value)
      let truth = song.truth.beats ?? []
      let beatsF = fMeasure(beats, truth, within: 0.07)
      let barsF = fMeasure(
        song.features.downbeats.map(\.value), song.truth.downbeats ?? [], within: 0.07)
      let errors = beats.compactMap { beat in
        truth.map { beat - $0 }.min { abs($0) < abs($1) }
      }.filter { abs($0) < 0.07 }.sorted()
      let bias = errors.isEmpty ? 0 : errors[errors.count / 2] * 1000
      print(
        song.name, song.truth.bpm ?? 0, song.features.tempo, "beats", beatsF, "bars", barsF,
        "bias ms", bias, "cpu/min", song.cpuSeconds / song.features.duration.value * 60)
      let trueBorders = (song.truth.sections ?? []).dropFirst().map(\.start)
      let borders = song.sections.dropFirst().map(\.start.value)
      print(
        "    vocal", song.vocalAccuracy, "sections",
        fMeasure(borders, Array(trueBorders), within: 3))
      print("    true ", (song.truth.sections ?? []).map { "\($0.label) \(Int($0.start))" })
      print(
        "    found", song.sections.map { "\($0.label) \(Int($0.start.value)) \($0.confidence)" })
      print("   ", song.features.tempoMap.map { "\($0.time) \($0.bpm)" }.joined(separator: ", "))
    }
  }
}
