import Foundation
import Testing
import VoimoBase
import VoimoLyrics

private func stanzas(_ text: String) -> [Stanza] {
  guard
    case .untimed(let stanzas)? = LyricsFile.parse(SourceText(name: "a.txt", text: text)).document
  else { return [] }
  return stanzas
}

private func mean(_ lines: [LyricLine]) -> Double {
  lines.reduce(0) { $0 + $1.confidence } / Double(max(1, lines.count))
}

private let isHeard = ProcessInfo.processInfo.environment["VOIMO_HEARD"] != nil

@Test(.enabled(if: isHeard))
func `line starts over the mix of the made songs are within a second of the truth, in the median`()
  throws
{
  for song in SharedSong.sung() ?? [] {
    let heard = try #require(HeardSong(song.name))
    let errors = measure(song, heard.hearing)
    print("MIX \(song.name): \(errors.row)")
    if song.truth.sections?.isEmpty == false {
      #expect(errors.quantile(errors.line, 0.5) <= 1)
    }
  }
}

@Test(.enabled(if: isHeard))
func `words of another song, and words over no voice, are doubted`() throws {
  let songs = SharedSong.sung() ?? []
  for name in songs.map(\.name) + ["glass_desert", "metal_madness"] {
    let heard = try #require(HeardSong(name))
    for song in songs {
      let aligned = Alignment.align(stanzas(song.text), name: "\(song.name)", to: heard.hearing)
      let lines = aligned.lyrics.lines
      let low = lines.filter { $0.confidence < 0.3 }.count
      print(
        String(
          format: "WORDS of %@ over %@: confidence %4.2f, %d of %d low; %@", song.name, name,
          mean(lines), low, lines.count, aligned.warnings.map(\.message.id).joined(separator: " ")))
      if song.name != name { #expect(!aligned.warnings.isEmpty) }
    }
  }
}

@Test(.enabled(if: isHeard))
func `words of a part of the song are laid over that part or doubted`() throws {
  for song in SharedSong.sung() ?? [] {
    let heard = try #require(HeardSong(song.name))
    let lines = song.truth.lyrics
    let half = lines.count / 2
    for range in [0..<half, half..<lines.count, half..<(half + 1), (half / 2)..<(half + half / 2)] {
      let text = lines[range].map(\.text).joined(separator: "\n")
      let aligned = Alignment.align(stanzas(text), name: "\(song.name)", to: heard.hearing)
      let errors = zip(aligned.lyrics.lines, lines[range]).map { abs($0.start.value - $1.start) }
      print(
        String(
          format: "PART %@ %d..<%d: median %5.2f, confidence %4.2f; %@", song.name,
          range.lowerBound, range.upperBound, errors.sorted()[errors.count / 2],
          mean(aligned.lyrics.lines),
          aligned.warnings.map(\.message.id).joined(separator: " ")))
    }
  }
}
