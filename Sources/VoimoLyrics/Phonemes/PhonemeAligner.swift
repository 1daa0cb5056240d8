import VoimoBase

/// Lays words over a song by what is sung: phones that a recogniser heard, in the text's order.
///
/// Lines, words and asides may be missing from the song, and singing from the text. It does not
/// recognise words: a text of another song is laid somewhere too, and told from the right one by
/// how badly its phones were heard.
package struct PhonemeAligner: Sendable {
  /// How much later than a sound begins recognisers of this kind say it, in seconds.
  static let latency = 0.06
  /// How long the last sound of a word goes on after its last frame, in seconds, if no word
  /// follows.
  static let lastSound = 0.1

  private let costs = AlignmentCosts()

  /// Makes an aligner.
  package init() {}

  /// Times lines and words.
  ///
  /// Every line of `stanzas` comes out, with its words unchanged, and in order. Lines that are
  /// heard more often than the text has them come out again, with a warning.
  ///
  /// - Parameters:
  /// - Returns: The words with times, and what is doubtful about them.
  /// - Complexity: O(*f* · *p*) time for *f* frames and *p* phones, O(√*f* · *p*) bytes.
  package func align(
    _ stanzas: [Stanza], spoken: [SpokenLine], name: String, to emissions: Emissions
  ) -> AlignedLyrics {
    let sources = stanzas.flatMap(\.lines)
    precondition(sources.count == spoken.count, "phones of another text")
    guard !sources.isEmpty else { return AlignedLyrics() }
    var song = place(sources[...], spoken[...], emissions)
    song.fill()
    let doubt = HeardConfidence.warning(lines: song.lines, name: name)
    let check = AlignmentDoubts.warning(lines: song.lines, sources: sources, name: name)
    let labels = stanzas.flatMap { stanza in stanza.lines.map { _ in stanza.mark?.label } }
    for index in song.lines.indices { song.lines[index].section = labels[index] }
    var again: [SungAgain.Line] = []
    if doubt == nil {
      again = SungAgain.lines(
        Self.candidates(stanzas), heard: song.heard, frames: emissions.frames,
        emissions: emissions
      ) { lines, part in place(sources[lines], spoken[lines], part) }
    }
    let added = again.map { found in
      var line = found.placed
      line.section = labels[found.line]
      return line
    }
    return AlignedLyrics(
      lyrics: Lyrics(lines: song.lines + added),
      warnings: [doubt, check, Self.warning(added, name: name)].compactMap(\.self))
  }

  /// The most lines that are looked for together, should a text not have stanzas.
  private static let longestStanza = 8

  /// The stanzas as ranges of lines, each text once.
  private static func candidates(_ stanzas: [Stanza]) -> [Range<Int>] {
    var known: Set<[String]> = []
    var candidates: [Range<Int>] = []
    var first = 0
    for stanza in stanzas {
      for part in stride(from: 0, to: stanza.lines.count, by: longestStanza) {
        let lines = part..<min(part + longestStanza, stanza.lines.count)
        if known.insert(stanza.lines[lines].map { Repeats.normalised($0.text) }).inserted {
          candidates.append(first + lines.lowerBound..<first + lines.upperBound)
        }
      }
      first += stanza.lines.count
    }
    return candidates
  }

  private static func warning(_ added: [LyricLine], name: String) -> Diagnostic? {
    guard !added.isEmpty else { return nil }
    let times = added.prefix(4).map { Seconds($0.start.value.rounded()).clock }
    let more = added.count > 4 ? " and \(added.count - 4) more" : ""
    return Diagnostic(
      .warning, .sungAgain(added.count, times: times.joined(separator: ", ") + more), file: name)
  }

  /// Lays lines over a song or a part of it.
  private func place(
    _ sources: ArraySlice<StanzaLine>, _ spoken: ArraySlice<SpokenLine>, _ emissions: Emissions
  ) -> PlacedSong {
    let spoken = Array(spoken)
    let graph = PhoneGraph(spoken, costs: costs)
    let scores = PhoneScores(emissions, phones: graph.phones, floor: costs.floor)
    let steps = PhoneSteps(graph, costs: costs, hop: emissions.hop)
    let heard = HeardWords(PhonePath(steps, scores), graph, scores)
    return PlacedSong(
      sources.map(\.text), spoken, heard, graph, HeardTimes(emissions, heard, graph, scores))
  }
}
