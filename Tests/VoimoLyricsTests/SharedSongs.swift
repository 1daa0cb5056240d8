import Foundation
import VoimoBase
import VoimoLyrics

/// A song with known words, from the folder of test audio beside the checkout.
struct SharedSong {
  let name: String
  let folder: URL
  let truth: Truth

  struct Truth: Decodable {
    struct Section: Decodable {
      let label: String
      let start: Double
      let end: Double
    }
    struct Line: Decodable {
      let section: String?
      let text: String
      let start: Double
      let end: Double
      let words: [Word]?
    }
    struct Word: Decodable {
      let word: String
      let start: Double
      let end: Double
    }
    let duration: Double
    let beats: [Double]?
    let downbeats: [Double]?
    let sections: [Section]?
    let lyrics: [Line]

    private enum CodingKeys: String, CodingKey {
      case duration = "duration_s"
      case beats, downbeats, sections, lyrics
    }
  }

  /// All songs with words; nil, with a loud line, when the folder is missing.
  static func sung() -> [SharedSong]? {
    let root = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .deletingLastPathComponent().appendingPathComponent("shared/audio")
    let names = ["lantern_harbor", "midnight_diner", "clockwork_garden", "on_the_run"]
    let songs = names.compactMap { name -> SharedSong? in
      let folder = root.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: folder.appendingPathComponent("truth.json")),
        let truth = try? JSONDecoder().decode(Truth.self, from: data)
      else { return nil }
      return SharedSong(name: name, folder: folder, truth: truth)
    }
    guard songs.count == names.count else {
      print("NOT RUN: shared audio is missing")
      return nil
    }
    return songs
  }

  /// The words as a musician would write them down: headings, or blank lines at long rests.
  var text: String {
    var out = ""
    var section: String?
    var end = 0.0
    for line in truth.lyrics {
      if let label = line.section {
        if label != section { out += "\n[\(label.capitalized)]\n" }
        section = label
      } else if line.start - end > 3 {
        out += "\n"
      }
      end = line.end
      out += line.text + "\n"
    }
    return out
  }

  /// How loud the voice's own track is, from 0 (50 dB under its peak) to 1 (20 dB under it), at 100
  /// Hz.
  func stemActivity() throws -> [Float]? {
    let stem = folder.appendingPathComponent("vocals.flac")
    guard FileManager.default.fileExists(atPath: stem.path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments = [
      "-v", "error", "-i", stem.path, "-ac", "1", "-ar", "16000", "-f", "s16le", "-",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let bytes = [UInt8](data)
    let frames = bytes.count / 320
    let energy = (0..<frames).map { frame -> Double in
      var sum = 0.0
      for index in 0..<160 {
        let at = frame * 320 + index * 2
        let value = Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
        sum += Double(value) * Double(value)
      }
      return sum / 160
    }
    let peak = energy.max() ?? 1
    return energy.map { Float(min(1, max(0, (10 * log10(($0 + 1) / peak) + 50) / 30))) }
  }

  /// Activity as a mediocre detector would hear it: true words, with bursts of mistakes.
  func mistakenActivity(wrong: Double, seed: UInt64) -> [Float] {
    var random = SeededRandom(seed: seed)
    let count = Int(truth.duration * 100)
    var activity = [Float](repeating: 0, count: count)
    for line in truth.lyrics {
      // Times set by hand leave chinks between words that nobody hears.
      var spans: [(start: Double, end: Double)] = []
      for word in line.words ?? [] {
        if let last = spans.last, word.start - last.end < 0.35 {
          spans[spans.count - 1].end = word.end
        } else {
          spans.append((word.start, word.end))
        }
      }
      if spans.isEmpty { spans = [(line.start, line.end)] }
      for (start, end) in spans {
        for frame in max(0, Int(start * 100))..<min(count, max(Int(start * 100), Int(end * 100))) {
          activity[frame] = 1
        }
      }
    }
    var frame = 0
    while frame < count {
      // Bursts of 0.1 to 0.8 s, so often that `wrong` of all frames are in one.
      let length = Int(random.number(in: 10...80))
      let isWrong = random.unit() < wrong
      for index in frame..<min(count, frame + length) {
        let heard = isWrong ? 1 - activity[index] : activity[index]
        activity[index] = heard * 0.6 + 0.2 + Float(random.number(in: -0.15...0.15))
      }
      frame += length
    }
    return activity
  }

  func hearing(_ activity: [Float], sections: Bool, bars: Bool) -> SongHearing {
    SongHearing(
      activity: activity,
      sections: sections
        ? (truth.sections ?? []).map {
          TimedSection(name: $0.label, start: Seconds($0.start), end: Seconds($0.end))
        } : [],
      beats: bars ? (truth.beats ?? []).map { Seconds($0) } : [],
      bars: bars ? (truth.downbeats ?? []).map { Seconds($0) } : [],
      duration: Seconds(truth.duration))
  }
}
