import VoimoBase

/// Lays words without times over a song.
package enum Alignment {
  /// Finds when each line is sung; `name` is the lyrics file's, for warnings.
  package static func align(
    _ stanzas: [Stanza], name: String, to hearing: SongHearing
  ) -> AlignedLyrics {
    let lines = stanzas.flatMap { stanza in stanza.lines.map { ($0, stanza.mark?.label) } }
    let weights = lines.map { Double(max(1, Syllables.count(inLine: $0.0.text))) }
    let total = max(1, weights.reduce(0, +))
    var sung = 0.0
    var result: [LyricLine] = []
    for ((line, section), weight) in zip(lines, weights) {
      let start = hearing.duration * (sung / total)
      sung += weight
      let end = hearing.duration * (sung / total)
      result.append(
        LyricLine(text: line.text, start: start, end: end, confidence: 0, section: section))
    }
    return AlignedLyrics(lyrics: Lyrics(lines: result), warnings: [])
  }
}
