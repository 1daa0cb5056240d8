import Testing
import VoimoBase
import VoimoMedia

/// Files from the wild that are hard or impossible to read, each with what must come of it.
@Suite struct AwkwardFilesTests {
  enum Outcome: Sendable {
    /// Seconds as ffmpeg's decoder gives them, and whether there is a warning.
    case sound(Double, warns: Bool = false)
    /// What the sentence says.
    case refusal(String)
  }

  static let cases: [(file: String, outcome: Outcome)] = [
    ("vbr_art.mp3", .sound(10)), ("cbr_noxing.mp3", .sound(10.031)),
    ("aac_priming.m4a", .sound(10)), ("raw.aac", .sound(10.031)), ("preskip.opus", .sound(10)),
    ("hi_res_24_96.wav", .sound(3)), ("u8_11k_mono.wav", .sound(10)), ("mono_16k.flac", .sound(10)),
    ("surround_5_1.ac3", .sound(5.0155)), ("short_0p3s.wav", .sound(0.3)),
    ("one_sample.wav", .refusal("one_sample.wav lasts only 1 sample; ")),
    ("no_samples.wav", .refusal("no_samples.wav has no samples")),
    ("silence_5s.flac", .sound(5)), ("hiss_minus80db.flac", .sound(5)),
    ("clipped_hot.flac", .sound(10)), ("float32_over_full_scale.wav", .sound(5)),
    ("dc_offset.flac", .sound(10)), ("antiphase.flac", .sound(10)), ("left_only.flac", .sound(10)),
    ("video_with_audio.mp4", .sound(10)),
    (
      "video_no_audio.mp4",
      .refusal("video_no_audio.mp4 has no audio stream; it has: video h264")
    ),
    ("start_time_nonzero.ts", .sound(9.9)), ("audio_starts_late.mp4", .sound(10.75)),
    ("two_audio_streams.mka", .sound(10)), ("chained.ogg", .sound(15)),
    ("name with  two spaces.ogg", .sound(5)),
    ("Ünïcödé ♫ 歌 (feat. O'Neil) #1.ogg", .sound(5)),
    ("quote \"double\" & $HOME; `x` %d.ogg", .sound(5)), ("-leading-dash.ogg", .sound(5)),
    ("NO_EXTENSION", .sound(5)), ("wrong_extension.mp3", .sound(5)),
    ("truncated.flac", .sound(5.5, warns: true)),
    ("truncated_no_moov.m4a", .refusal("truncated_no_moov.m4a breaks off before its index (moov)")),
    ("garbage_in_middle.mp3", .sound(9.5, warns: true)), ("streamed_header.wav", .sound(2)),
    ("zero_bytes.mp3", .refusal("zero_bytes.mp3 is empty")),
    ("text.mp3", .refusal("text.mp3 is not audio (text, 1 kB)")),
    ("picture.wav", .refusal("picture.wav is a PNG picture, not audio")),
  ]

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"), arguments: cases)
  func `every awkward file is read or refused in plain words`(
    file: String, outcome: Outcome
  ) throws {
    let path = try #require(sharedAudio("awkward/\(file)"))
    switch outcome {
    case .refusal(let words):
      let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
      #expect(error?.sentence.contains(words) == true, "\(error?.description ?? "nothing thrown")")
    case .sound(let seconds, let warns):
      let (sound, summary) = try TestSound.decode(path)
      let length = Double(sound.count) / Double(summary.sampleRate)
      #expect(abs(length - seconds) < (warns ? 0.6 : 0.12), "\(length) s")
      #expect(summary.warnings.isEmpty == !warns, "\(summary)")
    }
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"), arguments: cases)
  func `samples are ffmpeg's own where ffmpeg is right`(
    file: String, outcome: Outcome
  ) throws {
    // ffmpeg starts late sound at once, resamples the second rate of chained Ogg less well, and
    // scales one channel by 3 dB when asked for two.
    let own = ["audio_starts_late.mp4", "chained.ogg"]
    guard case .sound = outcome, !own.contains(file), let path = sharedAudio("awkward/\(file)")
    else { return }
    let bench = try Workbench()
    let (sound, _) = try TestSound.decode(path)
    let file = try AudioFile.open(path: path)
    let peer = try bench.peerSamples(path, file.chosen.channels == 1 ? [] : ["-ac", "2"])
    let step = file.chosen.channels == 1 ? 1 : 2
    #expect(peer.count == sound.count * step)
    guard peer.count == sound.count * step else { return }
    let differing = sound.left.indices.filter {
      sound.left[$0] != peer[step * $0] || sound.right[$0] != peer[step * $0 + step - 1]
    }
    #expect(differing.isEmpty, "\(differing.count) samples, from \(differing.first ?? -1)")
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `chained streams are ffmpeg's own up to the second, and as long`() throws {
    let path = try #require(sharedAudio("awkward/chained.ogg"))
    let bench = try Workbench()
    let (sound, _) = try TestSound.decode(path)
    let peer = try bench.peerSamples(path)
    #expect(peer.count == 2 * sound.count)
    let first = sound.left.indices.first { sound.left[$0] != peer[2 * $0] } ?? 0
    // The second stream begins after five seconds; resampling it begins a filter's length before.
    #expect(first > 44_100, "\(first)")
    let worst = sound.left.indices.map { abs(sound.left[$0] - peer[2 * $0]) }.max() ?? 1
    #expect(worst < 0.02, "\(worst)")
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `the default stream is taken, or the one asked for`() throws {
    let path = try #require(sharedAudio("awkward/two_audio_streams.mka"))
    let file = try AudioFile.open(path: path)
    #expect(file.streams.map(\.isDefault) == [false, true])
    #expect(file.chosen.index == 1)
    #expect(try AudioFile.open(path: path, stream: 0).chosen.index == 0)
    #expect(throws: MediaError.self) { try AudioFile.open(path: path, stream: 2) }
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `a cover is not a video, and tags of any script are read`() throws {
    let path = try #require(sharedAudio("awkward/vbr_art.mp3"))
    let film = try #require(sharedAudio("awkward/video_with_audio.mp4"))
    let file = try AudioFile.open(path: path)
    #expect(!file.hasVideo)
    #expect(file.tags.title == "Tïtle — test" && file.tags.artist == "Árt/ist: \"X\"")
    #expect(try AudioFile.open(path: film).hasVideo)
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `sound that enters late stands behind silence`() throws {
    let late = try #require(sharedAudio("awkward/audio_starts_late.mp4"))
    let prompt = try #require(sharedAudio("awkward/video_with_audio.mp4"))
    let (sound, summary) = try TestSound.decode(late)
    // The encoder's priming was not cut off in this file: it stands in the silence.
    let lead = Int(0.75 * Double(summary.sampleRate))
    #expect(sound.left[..<(lead - 1100)].allSatisfy { $0 == 0 })
    let (early, _) = try TestSound.decode(prompt)
    let found = TestSound.lag(
      of: Array(sound.left.dropFirst(lead)), behind: early.left, at: 44_100, within: 100)
    // The file's edit list counts in milliseconds.
    #expect(abs(found.lag) <= 44 && found.likeness > 0.99, "\(found)")
  }
}
