import Foundation
import Testing

/// Whether the film that comes out cuts where the song's beats are, seen from outside: by its
/// pictures.
@Suite struct CuttingTests {
  private struct Truth: Decodable {
    var beats: [Double]
    var tempoConstant: Bool

    enum CodingKeys: String, CodingKey {
      case beats
      case tempoConstant = "tempo_constant"
    }
  }

  @Test func `a film of a song whose tempo changes cuts on the true beats`() throws {
    guard let folder = SharedSongTests.folder else { return }
    let song = "\(folder)/clockwork_garden"
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(fileURLWithPath: song + "/truth.json")))
    try #require(!truth.tempoConstant)
    let project = try TestProject(
      [
        "voimo.yaml": """
        audio: \(song)/song.ogg
        song: { title: Cuts }
        theme: brass garden
        render: { width: 160, height: 90, fps: 24 }
        motion: { preset: hold, beat: 0 }
        """
      ], song: nil)
    _ = try project.build("film")
    let film = try project.voimo("show", "film").output.trimmingCharacters(
      in: .whitespacesAndNewlines)
    let jumps = try Self.strongestJumps(in: film, count: 10)
    for frame in jumps {
      let time = Double(frame) / 24
      let nearest = truth.beats.min { abs($0 - time) < abs($1 - time) } ?? .infinity
      // Half a frame, which the grid costs, and 20 ms.
      #expect(abs(nearest - time) < 0.5 / 24 + 0.02, "a cut at \(time) s, a beat at \(nearest) s")
    }
  }

  /// Numbers of the frames that differ most from the one before, no two of them within a second.
  private static func strongestJumps(in film: String, count: Int) throws -> [Int] {
    let raw = FileManager.default.temporaryDirectory.path + "/voimo-\(UUID().uuidString).gray"
    defer { try? FileManager.default.removeItem(atPath: raw) }
    let outcome = try Command.run(
      "/usr/bin/ffmpeg",
      [
        "-v", "error", "-nostdin", "-i", film, "-vf", "scale=32:18", "-pix_fmt", "gray", "-f",
        "rawvideo", raw,
      ], in: "/tmp")
    try #require(outcome.status == 0, "ffmpeg: \(outcome.errors)")
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: raw)))
    let size = 32 * 18
    let jumps = (1..<max(1, bytes.count / size)).map { frame in
      let sum = (0..<size).reduce(0) { sum, pixel in
        sum + abs(Int(bytes[frame * size + pixel]) - Int(bytes[(frame - 1) * size + pixel]))
      }
      return (frame: frame, size: sum)
    }
    var chosen: [Int] = []
    for jump in jumps.sorted(by: { $0.size > $1.size }) where chosen.count < count {
      if chosen.allSatisfy({ abs($0 - jump.frame) >= 24 }) { chosen.append(jump.frame) }
    }
    try #require(chosen.count == count)
    return chosen
  }
}
