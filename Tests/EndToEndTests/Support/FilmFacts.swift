import Foundation
import Testing

/// What ffprobe and ffmpeg, who know nothing of voimo, say about a film.
struct FilmFacts {
  /// Presentation times of the video's packets, in the stream's time base, sorted.
  var times: [Int]
  var frameCount: Int
  var videoSeconds: Double
  var audioSeconds: Double
  var width: Int
  var height: Int
  var chapters: [String]
  var tags: [String: String]
  var streams: [String]

  /// Decodes every frame of a film and reads its tables.
  init(_ path: String) throws {
    let probe = try Command.run(
      "/usr/bin/ffprobe",
      [
        "-v", "error", "-count_frames", "-show_streams", "-show_format", "-show_chapters",
        "-show_packets", "-select_streams", "v:0", "-of", "json", path,
      ], in: "/tmp")
    #expect(probe.errors == "", "ffprobe complains about the film")
    let all = try Self.decoder.decode(Probe.self, from: Data(probe.output.utf8))
    let rest = try Command.run(
      "/usr/bin/ffprobe", ["-v", "error", "-show_streams", "-of", "json", path], in: "/tmp")
    let streams = try Self.decoder.decode(Probe.self, from: Data(rest.output.utf8)).streams
    let video = try #require(all.streams.first)
    times = (all.packets ?? []).compactMap(\.pts).sorted()
    frameCount = Int(video.nbReadFrames ?? "") ?? 0
    videoSeconds = Double(video.duration ?? "") ?? 0
    audioSeconds = Double(streams.first { $0.codecType == "audio" }?.duration ?? "") ?? 0
    width = video.width ?? 0
    height = video.height ?? 0
    chapters = (all.chapters ?? []).compactMap { $0.tags?["title"] }
    tags = all.format?.tags ?? [:]
    self.streams = streams.map { "\($0.codecType) \($0.codecName ?? "")" }
  }

  /// Whether every frame lasts as long as the first.
  var isUniform: Bool {
    let steps = Set(zip(times, times.dropFirst()).map { $1 - $0 })
    return steps.count <= 1
  }

  /// The mean luma of every frame of a film, in the video range: 16 is black.
  static func levels(_ path: String) throws -> [Double] {
    let raw = FileManager.default.temporaryDirectory.path + "/voimo-\(UUID().uuidString).gray"
    defer { try? FileManager.default.removeItem(atPath: raw) }
    let outcome = try Command.run(
      "/usr/bin/ffmpeg",
      [
        "-v", "error", "-nostdin", "-i", path, "-vf", "extractplanes=y,scale=1:1:flags=area",
        "-pix_fmt", "gray", "-f", "rawvideo", raw,
      ], in: "/tmp")
    try #require(outcome.status == 0, "ffmpeg: \(outcome.errors)")
    return try Data(contentsOf: URL(fileURLWithPath: raw)).map(Double.init)
  }

  /// A stretch of a file's sound as mono float samples.
  static func sound(_ path: String, from start: Double, length: Double, rate: Int) throws -> [Float]
  {
    let raw = FileManager.default.temporaryDirectory.path + "/voimo-\(UUID().uuidString).f32"
    defer { try? FileManager.default.removeItem(atPath: raw) }
    let outcome = try Command.run(
      "/usr/bin/ffmpeg",
      [
        "-v", "error", "-nostdin", "-i", path, "-af",
        "atrim=start=\(start):duration=\(length),asetpts=PTS-STARTPTS", "-ac", "1", "-ar",
        "\(rate)", "-f", "f32le", raw,
      ], in: "/tmp")
    try #require(outcome.status == 0, "ffmpeg: \(outcome.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: raw))
    return stride(from: 0, to: data.count - 3, by: 4).map { at in
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[at + $1]) << UInt32(8 * $1) }
      return Float(bitPattern: bits)
    }
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  private struct Probe: Decodable {
    var streams: [Stream]
    var format: Format?
    var chapters: [Chapter]?
    var packets: [Packet]?
  }
  private struct Stream: Decodable {
    var codecType: String
    var codecName: String?
    var nbReadFrames: String?
    var duration: String?
    var width: Int?
    var height: Int?
  }
  private struct Format: Decodable { var tags: [String: String]? }
  private struct Chapter: Decodable { var tags: [String: String]? }
  private struct Packet: Decodable { var pts: Int? }
}
