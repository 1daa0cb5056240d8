import Foundation
import Testing
import VoimoBackends
import VoimoMedia
import VoimoSignal
import VoimoStages

@Suite struct StemFileTests {
  private struct Result {
    var facts: StemFacts
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
    let facts = try await BuiltinStems().separate(
      song: path("song"), signals: Signals([.vocal: curve]), vocals: path("vocals"),
      accompaniment: path("accompaniment")
    ) { _, _ in }
    func read(_ name: String) throws -> (AudioBlock, Int) {
      var reader = try SoundReader(path: path(name))
      return (try reader.read(0..<reader.samples), reader.sampleRate)
    }
    let (song, vocals, rest) = (try read("song"), try read("vocals"), try read("accompaniment"))
    return Result(
      facts: facts, song: song.0, vocals: vocals.0, accompaniment: rest.0,
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
    #expect(result.facts.samples == 50_001)
    #expect(result.rates == [22_050, 22_050])
    #expect(result.vocals.count == 50_001 && result.accompaniment.count == 50_001)
    var worst: Float = 0
    for index in 0..<50_001 {
      let (vocals, rest) = (result.vocals, result.accompaniment)
      worst = max(worst, abs(vocals.left[index] + rest.left[index] - left[index]))
      worst = max(worst, abs(vocals.right[index] + rest.right[index] - right[index]))
    }
    #expect(worst < 1e-6)
    #expect(result.facts.vocalShare > 0.05)
    #expect(!result.facts.isMono)
    #expect(StemsNote(result.facts, separator: "builtin 1").warnings.isEmpty)
  }

  @Test func `a mono song is warned about`() async throws {
    let (_, right) = tones(30_000)
    let result = try await separate(right, right, likelihood: 1)
    #expect(result.facts.isMono)
    let warnings = StemsNote(result.facts, separator: "builtin 1").warnings
    #expect(warnings.count == 1 && warnings[0].contains("mono"))
  }

  @Test func `without a voice the vocals are silent and the accompaniment is the song`()
    async throws
  {
    let (left, right) = tones(30_000)
    let result = try await separate(left, right, likelihood: 0)
    #expect(result.vocals.left.allSatisfy { $0 == 0 })
    #expect(result.accompaniment.left == left && result.accompaniment.right == right)
    let note = StemsNote(result.facts, separator: "builtin 1")
    #expect(note.vocalLevel == nil && note.warnings.count == 1)
  }

  @Test func `a song without a sample gives stems without one`() async throws {
    let result = try await separate([], [], likelihood: 1)
    #expect(result.facts.samples == 0 && result.facts.vocalShare == 0)
    #expect(result.vocals.count == 0 && result.accompaniment.count == 0)
  }
}
