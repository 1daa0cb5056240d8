import Foundation
import Synchronization
import Testing
import VoimoBackends
import VoimoMedia
import VoimoSignal
import VoimoStages

@Suite struct StemFileTests {
  private struct Result {
    var song: AudioBlock
    var vocals: AudioBlock
    var accompaniment: AudioBlock
    var rates: [Int]
  }

  /// Writes a song, parts it, and reads all three files.
  private func separate(_ left: [Float], _ right: [Float], likelihood: Float) async throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("voimo-stems-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    var writer = try SoundWriter(path: path("song"), sampleRate: 22_050)
    try writer.write(left: left, right: right)
    _ = try writer.finish()
    let curve = [Float](repeating: likelihood, count: left.count / 220 + 1)
    let stems = try BuiltinStems.part(
      path("song"), voice: curve, Work(folder: folder.path))
    #expect(stems == [.vocals: path("vocals"), .accompaniment: path("accompaniment")])
    func read(_ name: String) throws -> (AudioBlock, Int) {
      var reader = try SoundReader(path: path(name))
      return (try reader.read(0..<reader.samples), reader.sampleRate)
    }
    let (song, vocals, rest) = (try read("song"), try read("vocals"), try read("accompaniment"))
    return Result(
      song: song.0, vocals: vocals.0, accompaniment: rest.0,
      rates: [vocals.1, rest.1])
  }

  /// A gliding tone in the centre, noise-like beating at the left.
  private func tones(_ count: Int) -> (left: [Float], right: [Float]) {
    var (left, right): ([Float], [Float]) = ([], [])
    for index in 0..<count {
      let time = Double(index) / 22_050
      let voice = 0.3 * sin(2 * .pi * (300 * time + 8 * sin(2 * .pi * 2 * time)))
      left.append(Float(voice + 0.3 * sin(2 * .pi * 523 * time)))
      right.append(Float(voice))
    }
    return (left, right)
  }

  @Test func `both files are as long as the song and add up to it`() async throws {
    let (left, right) = tones(50_001)
    let result = try await separate(left, right, likelihood: 1)
    #expect(result.rates == [22_050, 22_050])
    #expect(result.vocals.count == 50_001 && result.accompaniment.count == 50_001)
    var worst: Float = 0
    for index in 0..<50_001 {
      let (vocals, rest) = (result.vocals, result.accompaniment)
      worst = max(worst, abs(vocals.left[index] + rest.left[index] - left[index]))
      worst = max(worst, abs(vocals.right[index] + rest.right[index] - right[index]))
    }
    #expect(worst < 1e-6)
    let power = { (samples: [Float]) in samples.reduce(0) { $0 + Double($1) * Double($1) } }
    #expect(power(result.vocals.left) > 0.05 * power(left))
  }

  @Test func `a song is listened to before it is parted, and both are told as one work`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("voimo-stems-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let song = folder.appendingPathComponent("song").path
    var writer = try SoundWriter(path: song, sampleRate: 22_050)
    let (left, right) = tones(8 * 22_050)
    try writer.write(left: left, right: right)
    _ = try writer.finish()
    let told = Mutex<[Int]>([])
    let stems = try await BuiltinStems().separate(
      song,
      Work(
        folder: folder.path,
        progress: { done, total, unit in
          #expect(total == 8 && unit == "seconds of sound")
          told.withLock { $0.append(done) }
        }))
    #expect(Set(stems.keys) == Set(BuiltinStems().stems))
    let seconds = told.withLock(\.self)
    #expect(seconds == seconds.sorted() && seconds.last == 8 && seconds.contains(1))
  }

  @Test func `without a voice the vocals are silent and the accompaniment is the song`()
    async throws
  {
    let (left, right) = tones(30_000)
    let result = try await separate(left, right, likelihood: 0)
    #expect(result.vocals.left.allSatisfy { $0 == 0 })
    #expect(result.accompaniment.left == left && result.accompaniment.right == right)
  }

  @Test func `a song without a sample gives stems without one`() async throws {
    let result = try await separate([], [], likelihood: 1)
    #expect(result.vocals.count == 0 && result.accompaniment.count == 0)
  }
}
