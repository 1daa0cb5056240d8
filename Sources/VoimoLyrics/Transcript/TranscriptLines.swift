package import VoimoBase

/// The words of a transcript as lines and stanzas, as people write lyrics down.
package struct TranscriptLines: Sendable {
  /// The lines with the transcript's own times; the confidence of a line is the mean of its words'
  /// probabilities.
  package let lyrics: Lyrics
  /// The same lines without times, to be aligned; `sourceLine` counts them from 1.
  package let stanzas: [Stanza]

  /// Parts words into lines.
  ///
  /// Lines end at pauses, else where punctuation, capital letters, segments and bars suggest it.
  /// Stanzas end at long pauses and where sections begin. `bars` are rising times of first beats;
  /// both may be empty. The transcript must have passed its check; it is not filtered here.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  package init(
    _ transcript: Transcript, bars: [Seconds] = [], sections: [TimedSection<String>] = []
  ) {
    let words = TranscribedWord.all(in: transcript)
    let lines = LineBreaks(words, language: transcript.language, bars: bars).lines
    lyrics = Lyrics(
      lines: lines.compactMap { range in
        let words = Array(words[range])
        guard let first = words.first, let last = words.last else { return nil }
        let sure = words.reduce(0) { $0 + $1.probability } / Double(words.count)
        return LyricLine(
          text: words.text, start: first.start, end: last.end, confidence: min(max(sure, 0), 1),
          words: words.map { LyricWord(text: $0.text, start: $0.start, end: $0.end) })
      })
    stanzas = Self.stanzas(of: lyrics, sections: sections)
  }

  /// The shortest pause between stanzas, in seconds.
  static let stanzaPause = 2.5

  private static func stanzas(
    of lyrics: Lyrics, sections: [TimedSection<String>]
  ) -> [Stanza] {
    let starts = sections.map(\.start).filter(\.value.isFinite).sorted()
    var stanzas: [Stanza] = []
    var last: (end: Seconds, section: Int)?
    for (index, line) in lyrics.lines.enumerated() {
      // A line belongs to the section in which its middle is: words may begin before the bar.
      let middle = line.start + (line.end - line.start) * 0.5
      let section = starts.count { $0 <= middle }
      let goesOn = last.map {
        (line.start - $0.end).value <= stanzaPause && $0.section == section
      }
      if goesOn != true { stanzas.append(Stanza(lines: [])) }
      stanzas[stanzas.count - 1].lines.append(StanzaLine(text: line.text, sourceLine: index + 1))
      last = (line.end, section)
    }
    return stanzas
  }
}
