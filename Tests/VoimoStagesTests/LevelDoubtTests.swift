import Foundation
import Testing
import VoimoMedia
import VoimoSignal
import VoimoStages

@Suite struct LevelDoubtTests {
  static let songs: [(file: String, doubts: [String])] = [
    ("awkward/silence_5s.flac", ["the song is silent (peak −∞ dBFS)"]),
    ("awkward/hiss_minus80db.flac", ["the song is silent (peak -66 dBFS)"]),
    ("awkward/clipped_hot.flac", ["the song is clipped: "]),
    ("awkward/dc_offset.flac", ["the song has a direct-current offset of "]),
    ("awkward/antiphase.flac", ["the channels are in opposite phase (correlation -"]),
    ("awkward/left_only.flac", ["the song is on the left side alone: "]),
    ("awkward/float32_over_full_scale.wav", ["the song goes 11."]),
    ("awkward/mono_16k.flac", []), ("awkward/vbr_art.mp3", []),
    ("clockwork_garden/song.ogg", []), ("glass_desert/song.ogg", []),
    ("lantern_harbor/song.flac", []), ("metal_madness/song.ogg", []),
    ("midnight_diner/song.flac", []), ("on_the_run/song.ogg", []),
  ]

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"), arguments: songs)
  func `a doubtful level is told, a good one is not`(
    file: String, doubts: [String]
  ) throws {
    let path = try #require(Self.shared(file))
    let song = try AudioFile.open(path: path)
    let meter = LoudnessMeter(sampleRate: song.sampleRate)
    _ = try song.decode { block in
      unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { unsafe meter.push(left: left, right: $0) }
      }
    }
    let sentences = LevelDoubts.sentences(meter.loudness)
    #expect(sentences.count == doubts.count, "\(sentences)")
    for (sentence, beginning) in zip(sentences, doubts) {
      #expect(sentence.hasPrefix(beginning), "\(sentence)")
    }
  }

  @Test func `half the sides and doubtful phase have no sentence`() {
    func sentences(left: Double, right: Double, correlation: Double) -> [String] {
      LevelDoubts.sentences(
        Loudness(
          peak: 0.9, rms: 0.1, isSilent: false, clippedShare: 0, offset: 0, leftRMS: left,
          rightRMS: right, correlation: correlation))
    }
    #expect(sentences(left: 0.1, right: 0.01, correlation: 0.2).isEmpty)
    #expect(sentences(left: 0.1, right: 0.1, correlation: -0.3).isEmpty)
    #expect(
      sentences(left: 0, right: 0.1, correlation: 0) == [
        "the song is on the right side alone: the left channel is at −∞ dBFS, the other at -20; "
          + "a mono file of the right channel plays on both sides"
      ])
    #expect(
      sentences(left: 0.1, right: 0.1, correlation: -1) == [
        "the channels are in opposite phase (correlation -1.0): played on one loudspeaker it "
          + "loses 100.0 % of its power; inverting one channel mends it"
      ])
  }

  private static let hasSharedAudio = shared("glass_desert/song.ogg") != nil

  /// Where the songs for tests are; nil, with a loud line, where they are not.
  private static func shared(_ name: String) -> String? {
    for root in ["../shared/audio", "../../shared/audio"] {
      let path = "\(root)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    print("NOT RUN: shared audio is missing (\(name))")
    return nil
  }
}
