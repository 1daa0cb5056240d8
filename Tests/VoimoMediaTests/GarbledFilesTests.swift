import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Files with bytes knocked over: read as far as may be, or refused; never a crash, never a hang.
@Suite struct GarbledFilesTests {
  @Test(arguments: ["wav", "flac", "mp3", "m4a", "ogg", "opus", "ts", "mka", "aiff", "w64"])
  func `garbled sound is read or refused in a sentence`(ending: String) throws {
    let bench = try Workbench()
    let rate = 48_000
    var writer = try SoundWriter(path: bench.path("truth.wav"), sampleRate: rate)
    try writer.write(TestSound.noise(seed: 21, count: rate))
    _ = try writer.finish()
    try bench.ffmpeg(["-i", bench.path("truth.wav"), bench.path("song.\(ending)")])
    let good = try bench.read(bench.path("song.\(ending)"))
    for seed in 0..<24 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = good
      // Every third run cuts the file, every other hits the header hard.
      if seed % 3 == 0 { bytes.removeLast(Int(random.unit() * Double(bytes.count))) }
      let hits = max(1, bytes.count / (seed % 2 == 0 ? 200 : 5000))
      for _ in 0..<hits where !bytes.isEmpty {
        let reach = seed % 4 == 1 ? min(bytes.count, 200) : bytes.count
        bytes[Int(random.unit() * Double(reach))] = UInt8(truncatingIfNeeded: random.next())
      }
      let path = try bench.write(bytes, "garbled.\(ending)")
      do {
        let file = try AudioFile.open(path: path)
        let summary = try file.decode { block in
          // Nonsense may be loud, but it must be numbers that the next stage can take or check.
          #expect(block.left.count == block.right.count)
        }
        #expect(summary.samples <= 100 * rate, "\(ending), seed \(seed)")
      } catch let error as MediaError {
        #expect(error.sentence.contains("garbled."), "\(ending), seed \(seed): \(error)")
      }
    }
  }

  @Test func `garbled pictures are read or refused`() throws {
    let good = try PNGFile.encode(.init(width: 40, height: 30, red: 200, green: 10, blue: 90))
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = good
      for _ in 0..<3 {
        bytes[Int(random.unit() * Double(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      do {
        _ = try PNGFile.decode(bytes)
      } catch is MediaError {
        continue
      }
    }
  }
}
