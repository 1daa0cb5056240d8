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
  /// Every line of `stanzas` comes out once, with its words unchanged, and in order.
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
    let graph = PhoneGraph(spoken, costs: costs)
    let scores = PhoneScores(emissions, phones: graph.phones, floor: costs.floor)
    let steps = PhoneSteps(graph, costs: costs, hop: emissions.hop)
    let heard = HeardWords(PhonePath(steps, scores), graph, scores)
    let times = HeardTimes(emissions, heard, graph, scores)
    let confidences = HeardConfidence.ofLines(heard)
    var lines = zip(sources, spoken).map { source, spoken in
      LyricLine(
        text: source.text, start: .zero, end: .zero, confidence: 0,
        words: spoken.words.map { LyricWord(text: $0.text, start: .zero, end: .zero) })
    }
    let labels = stanzas.flatMap { stanza in stanza.lines.map { _ in stanza.mark?.label } }
    for index in lines.indices { lines[index].section = labels[index] }
    var isPlaced = [Bool](repeating: false, count: lines.count)
    for (number, line) in graph.lines.enumerated() where heard.lines[number].frames != nil {
      var spans = [Range<Seconds>?](repeating: nil, count: lines[line.line].words.count)
      for word in line.words { spans[graph.words[word].index] = times.words[word] }
      lines[line.line].place(spans)
      lines[line.line].confidence = confidences[number]
      isPlaced[line.line] = true
    }
    Self.fill(&lines, isPlaced, end: times.end)
    let doubt = HeardConfidence.warning(lines: lines, name: name)
    let check = AlignmentDoubts.warning(lines: lines, sources: sources, name: name)
    return AlignedLyrics(
      lyrics: Lyrics(lines: lines), warnings: [doubt, check].compactMap(\.self))
  }

  /// The longest time that is given to a line that was not heard, in seconds.
  private static let longestUnheard = 4.0

  /// Puts lines that were not heard between those that were.
  private static func fill(_ lines: inout [LyricLine], _ isPlaced: [Bool], end: Seconds) {
    var from = Seconds.zero
    var index = 0
    while index < lines.count {
      if isPlaced[index] {
        from = max(from, lines[index].end)
        index += 1
        continue
      }
      let last = isPlaced[index...].firstIndex(of: true) ?? lines.count
      let until = max(from, last < lines.count ? lines[last].start : end)
      let share = min(longestUnheard, (until - from).value / Double(last - index))
      for (offset, line) in (index..<last).enumerated() {
        let start = from + Seconds(share * Double(offset))
        let words = LyricLine(
          text: lines[line].text, start: start, end: start + Seconds(share)
        ).estimatedWords
        lines[line].start = start
        lines[line].end = start + Seconds(share)
        lines[line].words = words
      }
      index = last
    }
  }
}

extension LyricLine {
  /// Takes the times of the words that were heard; the others share the time between them.
  fileprivate mutating func place(_ spans: [Range<Seconds>?]) {
    let known = spans.compactMap(\.self)
    guard let first = known.first, let last = known.last else { return }
    start = first.lowerBound
    end = last.upperBound
    var from = start
    var index = 0
    while index < words.count {
      if let span = spans[index] {
        words[index].start = span.lowerBound
        words[index].end = span.upperBound
        from = span.upperBound
        index += 1
        continue
      }
      let next = spans[index...].firstIndex { $0 != nil } ?? words.count
      let until = next < words.count ? spans[next]?.lowerBound ?? from : end
      // Before the first word that was heard there is no time to share.
      let start = index == 0 ? until : from
      for word in index..<next {
        let (part, all) = (Double(word - index), Double(next - index))
        words[word].start = start + (until - start) * (part / all)
        words[word].end = start + (until - start) * ((part + 1) / all)
      }
      index = next
    }
  }
}
