import Foundation
import Testing
import VoimoBase
import VoimoLyrics

/// What the worker answered for songs: `VOIMO_TRANSCRIPTS` names a folder with `‹song›.json`.
private func replies() -> [(name: String, transcript: Transcript)] {
  guard let root = ProcessInfo.processInfo.environment["VOIMO_TRANSCRIPTS"] else {
    print("NOT RUN: VOIMO_TRANSCRIPTS names no folder of transcripts")
    return []
  }
  let folder = URL(fileURLWithPath: root)
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return files.sorted().filter { $0.hasSuffix(".json") }.compactMap { file in
    (try? Data(contentsOf: folder.appendingPathComponent(file)))
      .flatMap { try? JSONDecoder().decode(Transcript.self, from: $0) }
      .map { (String(file.dropLast(5)), $0) }
  }
}

/// The share of words that must be changed, left out or added to get from one text to another.
private func wordError(_ heard: [String], against truth: [String]) -> Double {
  var costs = Array(0...truth.count)
  for (row, word) in heard.enumerated() {
    var diagonal = costs[0]
    costs[0] = row + 1
    for (column, expected) in truth.enumerated() {
      let change = diagonal + (word == expected ? 0 : 1)
      diagonal = costs[column + 1]
      costs[column + 1] = min(change, costs[column] + 1, costs[column + 1] + 1)
    }
  }
  return Double(costs[truth.count]) / Double(max(1, truth.count))
}

private func words(_ texts: [String]) -> [String] {
  texts.flatMap { $0.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" } }
    .map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
}

private func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

@Test func `real transcripts become lines in order, with figures`() throws {
  let songs = SharedSong.sung() ?? []
  for (name, transcript) in replies() {
    // `on_the_run_vocals` is a track of `on_the_run`, of which no level is at hand.
    let song = songs.first { name.hasPrefix($0.name) }
    try transcript.check(duration: Seconds(song?.truth.duration ?? 1e4))
    let level = name == song?.name ? try song?.stemActivity() ?? [] : []
    let result = TranscriptFilter.filter(transcript, level: level)
    let lines = TranscriptLines(result.kept).lyrics.lines
    for (line, next) in zip(lines, lines.dropFirst()) { #expect(line.end <= next.start) }
    var figures = "TRANSCRIPT \(name): \(transcript.segments.count) segments, "
    figures += "\(result.kept.segments.count) kept, \(lines.count) lines"
    if let truth = song?.truth.lyrics.map(\.text) {
      let raw = wordError(words(transcript.segments.map(\.text)), against: words(truth))
      let kept = wordError(words(lines.map(\.text)), against: words(truth))
      figures += ", word error \(percent(raw)) unfiltered, \(percent(kept)) filtered"
    }
    if !level.isEmpty {
      let pieces = SungPieces.pieces(level: level)
        .map { "[\($0.lowerBound.value), \($0.upperBound.value)]" }
      figures += "\n  pieces [\(pieces.joined(separator: ", "))]"
    }
    print(figures)
    for dropped in result.dropped {
      print("  \(dropped.start) left out, \(dropped.reason.text): \(dropped.text)")
    }
    for line in lines { print("  \(line.start) \(percent(line.confidence)) \(line.text)") }
  }
}
