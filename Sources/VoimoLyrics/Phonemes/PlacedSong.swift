import VoimoBase

/// The lines of a text with the times that were heard.
struct PlacedSong {
  var lines: [LyricLine]
  let heard: HeardWords
  /// Whether each line was heard; the others have no times yet.
  private let isHeard: [Bool]
  private let end: Seconds

  /// Gives lines their times and confidences.
  init(
    _ texts: [String], _ spoken: [SpokenLine], _ heard: HeardWords, _ graph: PhoneGraph,
    _ times: HeardTimes
  ) {
    var lines = zip(texts, spoken).map { text, line in
      LyricLine(
        text: text, start: .zero, end: .zero, confidence: 0,
        words: line.words.map { LyricWord(text: $0.text, start: .zero, end: .zero) })
    }
    var isHeard = [Bool](repeating: false, count: lines.count)
    let confidences = HeardConfidence.ofLines(heard)
    for (number, line) in graph.lines.enumerated() where heard.lines[number].frames != nil {
      var spans = [Range<Seconds>?](repeating: nil, count: lines[line.line].words.count)
      for word in line.words { spans[graph.words[word].index] = times.words[word] }
      lines[line.line].place(spans)
      lines[line.line].confidence = confidences[number]
      isHeard[line.line] = true
    }
    self.lines = lines
    self.heard = heard
    self.isHeard = isHeard
    end = times.end
  }

  /// The longest time that is given to a line that was not heard, in seconds.
  private static let longestUnheard = 4.0

  /// Puts lines that were not heard between those that were.
  mutating func fill() {
    var from = Seconds.zero
    var index = 0
    while index < lines.count {
      if isHeard[index] {
        from = max(from, lines[index].end)
        index += 1
        continue
      }
      let last = isHeard[index...].firstIndex(of: true) ?? lines.count
      let until = max(from, last < lines.count ? lines[last].start : end)
      let share = min(Self.longestUnheard, (until - from).value / Double(last - index))
      for (offset, line) in (index..<last).enumerated() {
        let start = from + Seconds(share * Double(offset))
        lines[line].start = start
        lines[line].end = start + Seconds(share)
        lines[line].words = []
        lines[line].words = lines[line].estimatedWords
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
