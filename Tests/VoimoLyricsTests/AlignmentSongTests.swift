import Foundation
import Testing
import VoimoBase
import VoimoLyrics

/// How far off the starts of lines and words are, in seconds.
struct AlignmentErrors {
  var line: [Double] = []
  var word: [Double] = []
  var confidence: [Double] = []

  func quantile(_ values: [Double], _ part: Double) -> Double {
    values.isEmpty ? .nan : values.sorted()[Int(Double(values.count - 1) * part)]
  }

  var row: String {
    String(
      format:
        "line median %5.2f  90 %% %5.2f  within 1 s %3.0f %%   word median %5.2f   confidence %4.2f",
      quantile(line, 0.5), quantile(line, 0.9),
      100 * Double(line.filter { $0 <= 1 }.count) / Double(max(1, line.count)),
      quantile(word, 0.5), confidence.reduce(0, +) / Double(max(1, confidence.count)))
  }
}

func measure(_ song: SharedSong, _ hearing: SongHearing) -> AlignmentErrors {
  let reading = LyricsFile.parse(SourceText(name: "lyrics.txt", text: song.text))
  guard case .untimed(let stanzas)? = reading.document else { return AlignmentErrors() }
  let clock = ContinuousClock()
  var aligned = AlignedLyrics(lyrics: Lyrics(), warnings: [])
  let took = clock.measure {
    aligned = Alignment.align(stanzas, name: "lyrics.txt", to: hearing)
  }
  var errors = AlignmentErrors()
  for (found, line) in zip(aligned.lyrics.lines, song.truth.lyrics) {
    errors.line.append(abs(found.start.value - line.start))
    errors.confidence.append(found.confidence)
    for (word, known) in zip(found.words, line.words ?? []) {
      errors.word.append(abs(word.start.value - known.start))
    }
    if ProcessInfo.processInfo.environment["VOIMO_SHOW_LINES"] != nil {
      print(
        String(
          format: "    %7.2f %7.2f | %7.2f %7.2f  %4.2f  %@", line.start, line.end,
          found.start.value, found.end.value, found.confidence, line.text))
    }
  }
  for warning in aligned.warnings { print("    \(warning.message.text)  \(took)") }
  return errors
}

@Test(.enabled(if: SharedSong.sung() != nil, "shared audio is missing"))
func `line starts on the made songs are within a second of the truth, in the median`() throws {
  let songs = try #require(SharedSong.sung())
  var all: [(confidence: Double, error: Double)] = []
  for song in songs {
    if let stem = try song.stemActivity() {
      let full = measure(song, song.hearing(stem, sections: true, bars: true))
      print("ALIGN \(song.name) stem, sections, bars: \(full.row)")
      let bare = measure(song, song.hearing(stem, sections: false, bars: false))
      print("ALIGN \(song.name) stem alone:           \(bare.row)")
      #expect(full.quantile(full.line, 0.5) <= 1)
      #expect(bare.quantile(bare.line, 0.5) <= 1)
    }
    for wrong in [0.0, 0.1, 0.2] {
      let heard = song.mistakenActivity(wrong: wrong, seed: 7)
      let errors = measure(song, song.hearing(heard, sections: false, bars: true))
      all += zip(errors.confidence, errors.line).map { ($0, $1) }
      print("ALIGN \(song.name) \(Int(wrong * 100)) % wrong, bars:     \(errors.row)")
    }
  }
  for bin in 0..<10 {
    let inside = all.filter { Int($0.confidence * 10) == bin }
    let right = inside.filter { $0.error <= 0.5 }.count
    print("ALIGN confidence 0.\(bin): \(inside.count) lines, \(right) within 0.5 s")
  }
}
