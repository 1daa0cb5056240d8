import Testing
import VoimoBase
import VoimoMedia

@Suite struct SoundFileTests {
  private func write(_ sound: AudioBlock, to path: String, _ format: SoundFormat) throws {
    var writer = try SoundWriter(path: path, sampleRate: 44_100, format: format)
    var next = 0
    while let part = sound.clipped(to: next..<next + 10_000) {
      try writer.write(part)
      next += part.count
    }
    #expect(try writer.finish() == sound.count)
  }

  @Test func `float files keep every bit, over full scale too`() throws {
    let bench = try Workbench()
    var sound = TestSound.noise(seed: 5, count: 65_537)
    sound.left[7] = 3.75
    sound.right[8] = -12
    try write(sound, to: bench.path("a.wav"), .float)
    var reader = try SoundReader(path: bench.path("a.wav"))
    #expect(reader.samples == sound.count && reader.sampleRate == 44_100)
    let all = try reader.read(0..<sound.count)
    #expect(all == sound)
    #expect(try reader.read(5..<9) == sound.clipped(to: 5..<9))
    #expect(try reader.read(65_000..<65_010) == sound.clipped(to: 65_000..<65_010))
    let edges = try reader.read(-3..<2)
    #expect(edges.left == [0, 0, 0] + sound.left.prefix(2))
    let past = try reader.read(65_536..<65_540)
    #expect(past.right == sound.right.suffix(1) + [0, 0, 0])
    #expect(try bench.peerSamples(bench.path("a.wav")).count == 2 * sound.count)
  }

  @Test(arguments: SoundFormat.allCases) func `the same samples give the same bytes`(
    format: SoundFormat
  ) throws {
    let bench = try Workbench()
    let sound = TestSound.noise(seed: 6, count: 30_000)
    try write(sound, to: bench.path("a"), format)
    try write(sound, to: bench.path("b"), format)
    #expect(try bench.read(bench.path("a")) == bench.read(bench.path("b")))
  }

  @Test func `flac keeps 24 bits and clips what is louder than all`() throws {
    let bench = try Workbench()
    var sound = TestSound.noise(seed: 5, count: 20_000)
    sound.left[7] = 3.75
    try write(sound, to: bench.path("a.flac"), .flac)
    var reader = try SoundReader(path: bench.path("a.flac"))
    let back = try reader.read(0..<sound.count)
    #expect(back.left[7] > 0.9999 && back.left[7] <= 1)
    let worst = zip(back.right, sound.right).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1.3e-7)
  }

  @Test func `files that cannot be are refused in plain words`() throws {
    let bench = try Workbench()
    let missing = #expect(throws: MediaError.self) {
      _ = try SoundReader(path: bench.path("none.wav"))
    }
    #expect(missing?.code == .unreadable)
    let nowhere = #expect(throws: MediaError.self) {
      _ = try SoundWriter(path: bench.path("no/folder.wav"), sampleRate: 44_100)
    }
    #expect(nowhere?.code == .unwritable)
    // A device on which nothing has room.
    let full = #expect(throws: MediaError.self) {
      var writer = try SoundWriter(path: "/dev/full", sampleRate: 44_100)
      for _ in 0..<64 { try writer.write(TestSound.noise(seed: 1, count: 16_384)) }
      _ = try writer.finish()
    }
    #expect(full?.code == .noSpace, "\(full?.description ?? "nothing")")
    for (path, words) in [
      (bench.path("none.mp3"), "none.mp3 does not exist"), (bench.folder, "is a folder"),
      (
        try bench.write(Array("  <!DOCTYPE html><html>".utf8), "page.mp3"),
        "HTML document, 23 bytes"
      ),
      (try bench.write(Array("#EXTM3U\nfile:///etc/passwd\n".utf8), "list.mp3"), "is a playlist"),
      (try bench.write(Array("ffconcat version 1.0\nfile a.wav\n".utf8), "c.mp3"), "is not audio"),
      (try bench.write([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "p.flac"), "is a JPEG picture"),
      (try bench.write([0], "byte.wav"), "byte.wav is not audio"),
    ] {
      let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
      #expect(error?.sentence.contains(words) == true, "\(error?.description ?? "nothing")")
    }
  }

  @Test func `samples that are no numbers become silence and a warning`() throws {
    let bench = try Workbench()
    var sound = TestSound.noise(seed: 5, count: 44_100)
    sound.left[5000] = .nan
    sound.right[5001] = -.infinity
    sound.right[5002] = 1e30
    sound.right[5003] = 30
    try write(sound, to: bench.path("a.wav"), .float)
    let (read, summary) = try TestSound.decode(bench.path("a.wav"))
    #expect(read.left[5000] == 0 && read.right[5001...5003] == [0, 0, 30])
    #expect(read.left[4999] == sound.left[4999])
    #expect(summary.warnings.count == 1, "\(summary)")
  }

  @Test(arguments: [4000, 384_000]) func `rates out of range are refused`(rate: Int) throws {
    let bench = try Workbench()
    let path = bench.path("a.wav")
    var writer = try SoundWriter(path: path, sampleRate: rate)
    try writer.write(TestSound.noise(seed: 1, count: rate))
    _ = try writer.finish()
    let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
    #expect(error?.code == .outOfLimits)
  }

  @Test func `more than eight channels are refused, eight are mixed down`() throws {
    let bench = try Workbench()
    for count in [8, 16] {
      try bench.ffmpeg([
        "-f", "lavfi", "-i", "anoisesrc=d=1:r=48000:a=0.1", "-ac", "\(count)", "-c:a", "pcm_s16le",
        bench.path("\(count).wav"),
      ])
    }
    #expect(try TestSound.decode(bench.path("8.wav")).1.samples == 48_000)
    let error = #expect(throws: MediaError.self) { try AudioFile.open(path: bench.path("16.wav")) }
    #expect(error?.code == .outOfLimits)
  }

  @Test func `decoding ends when the taker throws, and nothing is left open`() throws {
    struct Enough: Error {}
    let bench = try Workbench()
    let path = bench.path("a.wav")
    try write(TestSound.noise(seed: 5, count: 200_000), to: path, .float)
    let file = try AudioFile.open(path: path)
    // More often than there are file descriptors.
    for _ in 0..<1500 {
      #expect(throws: Enough.self) { try file.decode { _ in throw Enough() } }
    }
  }

  @Test func `a fade begins at nothing, ends at all, and keeps the middle`() {
    for shape in Fade.Shape.allCases {
      let fade = Fade(in: 100, out: 50, shape: shape)
      var whole = AudioBlock(
        start: 0, left: Array(repeating: 1, count: 1000), right: Array(repeating: -1, count: 1000))
      fade.apply(to: &whole, of: 1000)
      #expect(whole.left[0] == 0 && whole.left[999] == 0)
      #expect(whole.left[100..<950].allSatisfy { $0 == 1 })
      #expect(zip(whole.left, whole.left.dropFirst()).prefix(100).allSatisfy { $0 < $1 })
      #expect(abs(whole.left[50] - (shape == .linear ? 0.5 : 0.70710678)) < 1e-6)
      // Block by block is the same.
      var parts = AudioBlock(start: 0, left: [], right: [])
      for start in stride(from: 0, to: 1000, by: 130) {
        let count = min(130, 1000 - start)
        var part = AudioBlock(
          start: start, left: Array(repeating: 1, count: count),
          right: Array(repeating: -1, count: count))
        fade.apply(to: &part, of: 1000)
        parts.left += part.left
        parts.right += part.right
      }
      #expect(parts == whole)
    }
  }

  @Test(arguments: [11_025, 37_800, 96_000, 176_400, 192_000])
  func `sound of any rate becomes AAC of the same length`(rate: Int) throws {
    let bench = try Workbench()
    let path = bench.path("sound")
    let sound = TestSound.noise(seed: 8, count: rate + 17)
    var encoder = try SoundtrackEncoder(path: path, sampleRate: rate, samples: sound.count)
    try encoder.encode(sound)
    let info = try encoder.finish()
    let wanted = Double(sound.count) * Double(info.sampleRate) / Double(rate)
    #expect(abs(Double(info.samples) - wanted) <= 0.5)
    #expect(info.priming == 1024)
  }
}
