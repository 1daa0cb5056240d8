import Foundation
import VoimoBase
import VoimoSignal

/// A song with truth, and what was heard in it.
struct HeardSong {
  struct Truth: Decodable {
    struct Section: Decodable {
      var label: String
      var start: Double
      var end: Double
    }
    struct Line: Decodable {
      struct Word: Decodable {
        var start: Double?
        var end: Double?
      }
      var start: Double?
      var end: Double?
      var words: [Word]?
    }
    var bpm: Double?
    var key: String?
    var isSteady: Bool?

    enum CodingKeys: String, CodingKey {
      case bpm, key, beats, downbeats, sections, lyrics
      case isSteady = "tempo_constant"
    }

    var beats: [Double]?
    var downbeats: [Double]?
    var sections: [Section]?
    var lyrics: [Line]?
  }

  let name: String
  let truth: Truth
  let features: SongFeatures
  let sections: [TimedSection<String>]
  let peaks: WaveformPeaks
  /// Processor seconds that hearing took, decoding left out.
  let cpuSeconds: Double

  /// The folder with songs, from the package root; nil and a loud line when it is missing.
  static var folder: URL? {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    for candidate in ["../shared/audio", "../../shared/audio"] {
      let folder = url.appendingPathComponent(candidate).standardizedFileURL
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    print("NOT RUN: shared audio is missing")
    return nil
  }

  /// All songs with truth, heard.
  static func all() throws -> [HeardSong] {
    guard let folder else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var songs: [HeardSong] = []
    for name in names where name != "speech" && name != "awkward" {
      let song = folder.appendingPathComponent(name)
      let truthFile = song.appendingPathComponent("truth.json")
      guard let data = try? Data(contentsOf: truthFile) else { continue }
      let audio = ["song.flac", "song.ogg"].map { song.appendingPathComponent($0) }
        .first { FileManager.default.fileExists(atPath: $0.path) }
      guard let audio else { continue }
      songs.append(try HeardSong(name: name, audio: audio, truth: data))
    }
    return songs
  }

  init(name: String, audio: URL, truth data: Data) throws {
    self.name = name
    truth = try JSONDecoder().decode(Truth.self, from: data)
    let (rate, samples) = try Self.decode(audio)
    let before = clock()
    var analyzer = SongAnalyzer(sampleRate: rate)
    let meter = LoudnessMeter(sampleRate: rate)
    var builder = WaveformPeaks.Builder(sampleRate: rate)
    var (left, right) = ([Float](), [Float]())
    var place = 0
    while place < samples.count {
      let end = min(samples.count, place + 2 * 4_096)
      left.removeAll(keepingCapacity: true)
      right.removeAll(keepingCapacity: true)
      for index in stride(from: place, to: end - 1, by: 2) {
        left.append(samples[index])
        right.append(samples[index + 1])
      }
      unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
          unsafe analyzer.push(left: left, right: right)
          unsafe meter.push(left: left, right: right)
          unsafe builder.push(left: left, right: right)
        }
      }
      place = end
    }
    features = analyzer.finish(loudness: meter.loudness)
    sections = detectSections(features)
    cpuSeconds = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    peaks = builder.finish()
  }

  /// Interleaved stereo at the file's own rate, by ffmpeg.
  private static func decode(_ audio: URL) throws -> (rate: Int, samples: [Float]) {
    let probe = try run([
      "ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=sample_rate",
      "-of", "csv=p=0", audio.path,
    ])
    let text = String(decoding: probe, as: UTF8.self).filter(\.isNumber)
    let rate = Int(text) ?? 44_100
    let raw = try run(["ffmpeg", "-v", "error", "-i", audio.path, "-ac", "2", "-f", "f32le", "-"])
    let samples = unsafe raw.withUnsafeBytes { unsafe Array($0.bindMemory(to: Float.self)) }
    return (rate, samples)
  }

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}

/// The F-measure of found times against true ones, each found once, within a tolerance.
func fMeasure(_ found: [Double], _ truth: [Double], within tolerance: Double) -> Double {
  guard !found.isEmpty, !truth.isEmpty else { return 0 }
  var (index, hits) = (0, 0)
  for time in found {
    while index < truth.count, truth[index] < time - tolerance { index += 1 }
    if index < truth.count, truth[index] <= time + tolerance {
      hits += 1
      index += 1
    }
  }
  return 2 * Double(hits) / Double(found.count + truth.count)
}

extension HeardSong {
  /// The share of hundredths of a second in which voice or no voice was heard rightly; words less
  /// than half a second apart are one stretch.
  var vocalAccuracy: Double {
    var sung: [(start: Double, end: Double)] = []
    let words = (truth.lyrics ?? []).flatMap { line in
      (line.words ?? []).compactMap { word in
        word.start.flatMap { start in word.end.map { (start: start, end: $0) } }
      }
    }
    for word in words.sorted(by: { $0.start < $1.start }) {
      if let last = sung.last, word.start - last.end < 0.5 {
        sung[sung.count - 1].end = max(last.end, word.end)
      } else {
        sung.append(word)
      }
    }
    let vocal = features.signals[.vocal]
    var isSung = [Bool](repeating: false, count: vocal.count)
    for stretch in sung {
      for index in Int(stretch.start * 100)..<min(vocal.count, Int(stretch.end * 100)) {
        isSung[index] = true
      }
    }
    return Double(zip(vocal, isSung).count { ($0 >= 0.5) == $1 }) / Double(max(1, vocal.count))
  }
}

extension HeardSong {
  /// A section's kind: a true label may count its parts, `verse 2`, `chorus_1`.
  private static func kind(_ label: String) -> String {
    String(label.lowercased().prefix { $0.isLetter })
  }

  /// The share of the song's time whose section has the true label; nil where truth has no
  /// sections.
  var labelShare: Double? {
    guard let truths = truth.sections, let first = truths.first, let last = truths.last else {
      return nil
    }
    var right = 0.0
    for truth in truths {
      for section in sections where Self.kind(section.name) == Self.kind(truth.label) {
        right += max(0, min(truth.end, section.end.value) - max(truth.start, section.start.value))
      }
    }
    return right / (last.end - first.start)
  }

  /// Time that is chorus in truth and as heard, over the time that is in either; nil where there is
  /// none in truth.
  var chorusOverlap: Double? {
    let truths = (truth.sections ?? []).filter { Self.kind($0.label) == "chorus" }
    guard !truths.isEmpty else { return nil }
    let found = sections.filter { $0.name == "chorus" }
    var both = 0.0
    for truth in truths {
      for section in found {
        both += max(0, min(truth.end, section.end.value) - max(truth.start, section.start.value))
      }
    }
    let all =
      truths.reduce(0) { $0 + $1.end - $1.start }
      + found.reduce(0) { $0 + ($1.end - $1.start).value } - both
    return both / all
  }
}
