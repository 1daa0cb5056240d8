import Testing
import VoimoBase
import VoimoMedia

/// Everything between mono and 7.1, 8 and 192 kHz, 8 and 64 bits, against ffmpeg and the stated
/// matrix.
@Suite struct SoundFormatTests {
  /// What each channel gives to the left and to the right, in a layout's own order; c is −3 dB.
  static let layouts: [(name: String, matrix: [(Float, Float)])] = {
    let c = Float(0.5).squareRoot()
    let (left, right): ((Float, Float), (Float, Float)) = ((1, 0), (0, 1))
    let (center, bass): ((Float, Float), (Float, Float)) = ((c, c), (0, 0))
    let (back, atLeft, atRight): ((Float, Float), (Float, Float), (Float, Float)) = (
      (c * c, c * c), (c, 0), (0, c)
    )
    return [
      ("mono", [(1, 1)]), ("stereo", [left, right]), ("2.1", [left, right, bass]),
      ("3.0", [left, right, center]), ("3.0(back)", [left, right, back]),
      ("4.0", [left, right, center, back]), ("quad", [left, right, atLeft, atRight]),
      ("3.1", [left, right, center, bass]),
      ("5.0", [left, right, center, atLeft, atRight]),
      ("5.0(side)", [left, right, center, atLeft, atRight]),
      ("4.1", [left, right, center, bass, back]),
      ("5.1", [left, right, center, bass, atLeft, atRight]),
      ("5.1(side)", [left, right, center, bass, atLeft, atRight]),
      ("6.0", [left, right, center, back, atLeft, atRight]),
      ("6.1", [left, right, center, bass, back, atLeft, atRight]),
      ("7.0", [left, right, center, atLeft, atRight, atLeft, atRight]),
      ("7.1", [left, right, center, bass, atLeft, atRight, atLeft, atRight]),
    ]
  }()

  @Test(arguments: layouts) func `every layout is mixed down by the stated matrix, as ffmpeg does`(
    name: String, matrix: [(Float, Float)]
  ) throws {
    let bench = try Workbench()
    // Each channel has a second to itself.
    let channels = matrix.indices.map {
      "0.5*between(t\\,\(0.25 * Double($0))\\,\(0.25 * Double($0) + 0.2))"
    }
    try bench.ffmpeg([
      "-f", "lavfi", "-i",
      "aevalsrc=\(channels.joined(separator: "|")):c=\(name):s=48000:d=\(0.25 * Double(matrix.count))",
      "-c:a", "pcm_f32le", bench.path("a.wav"),
    ])
    let (sound, _) = try TestSound.decode(bench.path("a.wav"))
    for (index, gains) in matrix.enumerated() {
      let middle = Int(0.1 * 48_000 + 0.25 * 48_000 * Double(index))
      #expect(abs(sound.left[middle] - 0.5 * gains.0) < 1e-6, "channel \(index) left")
      #expect(abs(sound.right[middle] - 0.5 * gains.1) < 1e-6, "channel \(index) right")
    }
    try checkAgainstPeer(bench.path("a.wav"), sound, channels: matrix.count, on: bench)
  }

  private func checkAgainstPeer(
    _ path: String, _ sound: AudioBlock, channels: Int, on bench: Workbench
  ) throws {
    let step = channels == 1 ? 1 : 2
    let peer = try bench.peerSamples(path, step == 1 ? [] : ["-ac", "2"])
    #expect(peer.count == step * sound.count)
    guard peer.count == step * sound.count else { return }
    let differing = sound.left.indices.count {
      sound.left[$0] != peer[step * $0] || sound.right[$0] != peer[step * $0 + step - 1]
    }
    #expect(differing == 0, "\(differing) of \(sound.count) samples differ")
  }

  /// Codec and ending.
  static let encodings: [(codec: String, ending: String)] = [
    ("pcm_u8", "wav"), ("pcm_s16le", "wav"), ("pcm_s24le", "wav"), ("pcm_s32le", "wav"),
    ("pcm_f32le", "wav"), ("pcm_f64le", "wav"), ("pcm_alaw", "wav"), ("pcm_mulaw", "wav"),
    ("adpcm_ima_wav", "wav"), ("adpcm_ms", "wav"), ("pcm_s16le", "w64"), ("pcm_f32le", "w64"),
    ("pcm_s8", "aiff"), ("pcm_s16be", "aiff"), ("pcm_s24be", "aiff"), ("pcm_s32be", "aiff"),
    ("pcm_f32be", "aiff"), ("pcm_f64be", "aiff"), ("pcm_s8", "au"), ("pcm_s16be", "au"),
    ("pcm_f64be", "au"), ("pcm_mulaw", "au"), ("pcm_s16be", "caf"), ("pcm_f32le", "caf"),
    ("alac", "caf"), ("alac", "m4a"), ("flac", "flac"), ("flac", "ogg"), ("flac", "mka"),
    ("wavpack", "wv"), ("tta", "tta"), ("libmp3lame", "mp3"), ("mp2", "mp2"), ("aac", "aac"),
    ("aac", "m4a"), ("aac", "mov"), ("libvorbis", "ogg"), ("libvorbis", "webm"),
    ("libopus", "opus"),
    ("libopus", "webm"), ("ac3", "ac3"), ("eac3", "eac3"), ("wmav2", "wma"), ("pcm_s16le", "avi"),
    ("libmp3lame", "avi"), ("aac", "ts"), ("mp2", "mpg"), ("pcm_s16le", "nut"), ("aac", "flv"),
  ]

  @Test(arguments: encodings) func `every encoding is read as ffmpeg reads it`(
    codec: String, ending: String
  ) throws {
    let bench = try Workbench()
    let path = bench.path("a.\(ending)")
    var writer = try SoundWriter(path: bench.path("truth.w64"), sampleRate: 48_000)
    try writer.write(TestSound.noise(seed: 31, count: 48_000))
    _ = try writer.finish()
    try bench.ffmpeg(["-i", bench.path("truth.w64"), "-strict", "-2", "-c:a", codec, path])
    let (sound, summary) = try TestSound.decode(path)
    #expect(summary.warnings == [])
    #expect(abs(sound.count - 48_000) < 4_000)
    try checkAgainstPeer(path, sound, channels: 2, on: bench)
  }

  @Test(arguments: [
    8000, 11_025, 12_000, 16_000, 22_050, 32_000, 44_100, 48_000, 64_000, 88_200,
    96_000, 176_400, 192_000,
  ]
  ) func `every rate is kept`(rate: Int) throws {
    let bench = try Workbench()
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "anoisesrc=d=1:r=\(rate):a=0.3:seed=3", "-ac", "2", "-c:a",
      "pcm_s24le",
      bench.path("a.wav"),
    ])
    let (sound, summary) = try TestSound.decode(bench.path("a.wav"))
    #expect(summary.sampleRate == rate && sound.count == rate)
    try checkAgainstPeer(bench.path("a.wav"), sound, channels: 2, on: bench)
  }

  @Test(arguments: ["pcm_f32le", "pcm_f64le"]) func `floats over full scale are kept`(
    codec: String
  ) throws {
    let bench = try Workbench()
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "aevalsrc=12.5|-800:s=44100:d=0.2", "-c:a", codec, bench.path("a.wav"),
    ])
    let (sound, _) = try TestSound.decode(bench.path("a.wav"))
    #expect(sound.left.allSatisfy { $0 == 12.5 } && sound.right.allSatisfy { $0 == -800 })
  }

  @Test func `resampling leaves a tone near the top alone, and adds none`() throws {
    let bench = try Workbench()
    // The second stream of a chain is resampled to the first one's rate.
    for (name, rate, sound) in [("a", 48_000, "0"), ("b", 44_100, "0.5*sin(2*PI*20000*t)")] {
      try bench.ffmpeg([
        "-f", "lavfi", "-i", "aevalsrc=\(sound)|\(sound):s=\(rate):d=1", "-c:a", "libvorbis",
        "-q:a",
        "10", bench.path("\(name).ogg"),
      ])
    }
    let both = try bench.read(bench.path("a.ogg")) + bench.read(bench.path("b.ogg"))
    let (sound, summary) = try TestSound.decode(try bench.write(both, "chain.ogg"))
    #expect(summary.sampleRate == 48_000 && abs(sound.count - 96_000) < 500)
    // A tone obeys x(n+1) + x(n−1) = 2 cos ω x(n); anything else does not.
    let turn = 2 * Float(-0.866_025_403_784)
    var (power, rest) = (Float(0), Float(0))
    for index in 60_000..<84_000 {
      let error = sound.left[index + 1] + sound.left[index - 1] - turn * sound.left[index]
      power += sound.left[index] * sound.left[index]
      rest += error * error
    }
    #expect(abs(power / 24_000 - 0.125) < 0.005, "\(power / 24_000)")
    #expect(rest / power < 1e-4, "\(rest / power)")
  }

  @Test func `a stream shorter than its file's others breaks nothing off`() throws {
    let bench = try Workbench()
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "anoisesrc=d=1:r=48000:a=0.3", "-f", "lavfi", "-i",
      "anoisesrc=d=5:r=48000:a=0.3", "-map", "0", "-map", "1", "-c:a", "libopus",
      bench.path("a.mka"),
    ])
    for stream in [0, 1] {
      let file = try AudioFile.open(path: bench.path("a.mka"), stream: stream)
      let summary = try file.decode { _ in }
      #expect(summary.warnings == [] && summary.samples == (stream == 0 ? 48_000 : 240_000))
    }
    let error = #expect(throws: MediaError.self) {
      try AudioFile.open(path: bench.path("a.mka"), stream: 2)
    }
    #expect(error?.code == .noSuchStream)
    #expect(
      error?.sentence == "a.mka has no stream of sound 2; it has 0 (opus, 1 channel), "
        + "1 (opus, 1 channel)")
  }
}
