import VoimoBase

/// Lays words without times over a song.
///
/// No word is recognised: lines are placed by where somebody sings, for how long, with which pauses,
/// and by bars and sections. Good where the voice is heard clearly; every line says how sure it is.
package enum Alignment {
  /// Finds when each line is sung; `name` is the lyrics file's, for warnings.
  ///
  /// Every line of `stanzas` comes out once, in order, with its words unchanged. Where nobody is
  /// heard singing, lines are spread evenly with a confidence of 0.
  ///
  /// - Complexity: O(*l* · *c* · *w*) for *l* lines and *c* places at which lines may begin, *w* of
  ///   them within a line's reach; both are bounded.
  package static func align(
    _ stanzas: [Stanza], name: String, to hearing: SongHearing
  ) -> AlignedLyrics {
    let lines = stanzas.flatMap(\.lines)
    guard !lines.isEmpty else { return AlignedLyrics(lyrics: Lyrics(), warnings: []) }
    let placed: [PlacedLine]
    var warnings: [Diagnostic] = []
    if let voice = VoiceMap(hearing) {
      placed =
        placedLines(stanzas, voice: voice, hearing: hearing)
        ?? spread(stanzas, voice: voice, duration: hearing.duration)
    } else {
      placed = spread(stanzas, voice: nil, duration: hearing.duration)
      warnings.append(Diagnostic(.warning, .noVoice, file: name))
    }
    let labels = stanzas.flatMap { stanza in stanza.lines.map { _ in stanza.mark?.label } }
    let timed = zip(zip(lines, labels), placed).map { line, place in
      LyricLine(
        text: line.0.text, start: place.start, end: place.end, confidence: place.confidence,
        words: place.words, section: line.1)
    }
    if warnings.isEmpty,
      let doubt = AlignmentDoubts.warning(lines: timed, sources: lines, name: name)
    {
      warnings.append(doubt)
    }
    return AlignedLyrics(lyrics: Lyrics(lines: timed), warnings: warnings)
  }

  /// About the most pairs of places that are weighed for all lines together; more would not fit
  /// into seconds and some tens of megabytes.
  private static let maximumPairs = 8e6
  private static let passes = 3

  /// What a line without a recogniser's word can be trusted at most.
  private static let mostConfidence = 0.9

  private static func placedLines(
    _ stanzas: [Stanza], voice: VoiceMap, hearing: SongHearing
  ) -> [PlacedLine]? {
    var model = LineModel(stanzas, sungSeconds: voice.sungSeconds)
    // A line reaches a share of all places: pairs = lines · places · places · reach / duration.
    let seconds = max(LinePlacer.longestLine, Double(voice.count) / voice.rate)
    let perLine = maximumPairs / Double(max(1, model.lines.count))
    let limit = Int((perLine * seconds / LinePlacer.longestLine).squareRoot())
    guard limit >= 2 * model.lines.count else { return nil }
    let starts = LineStart.candidates(in: voice, hearing: hearing, atMost: limit)
    let sections = usable(hearing.sections)
    var placements: [LinePlacer.Placement]?
    for pass in 0..<passes {
      let placer = LinePlacer(
        model: model, starts: starts, sections: sections, rate: voice.rate)
      guard let found = placer.place() else { break }
      placements = found
      if pass + 1 < passes { model.learn(found, starts: starts) }
    }
    let texts = stanzas.flatMap { $0.lines.map(\.text) }
    return placements.map { placements in
      placements.indices.map { index in
        let (from, to) = (starts[placements[index].start], starts[placements[index].end])
        let sung = to.sungBefore - from.sungBefore
        let isSung = min(1, sung / (0.5 * model.expected(index).seconds))
        // Steady noise has a contrast of 0.75, a clean voice one near 1.
        let clarity = 0.4 + 0.6 * min(1, max(0, (voice.contrast - 0.75) / 0.15))
        return PlacedLine(
          texts[index], from: from.frame, to: voice.lastSung(before: to.frame, from: from.frame),
          voice: voice,
          confidence: mostConfidence * placements[index].certainty * isSung * clarity)
      }
    }
  }

  /// Sections with labels in the words of headings, in order.
  private static func usable(_ sections: [SongHearing.Section]) -> [SongHearing.Section] {
    sections.filter { $0.start.value.isFinite && $0.end.value.isFinite }
      .map { section in
        var section = section
        section.label = SectionMark(heading: section.label)?.label ?? section.label
        section.confidence = min(max(section.confidence, 0), 1)
        return section
      }
      .stablySorted(by: \.start)
  }

  /// Lines shared out evenly: over the sung time where there is some, else over the song.
  private static func spread(
    _ stanzas: [Stanza], voice: VoiceMap?, duration: Seconds
  ) -> [PlacedLine] {
    let weights = LineModel(stanzas, sungSeconds: 1).lines.map(\.weight)
    let texts = stanzas.flatMap { $0.lines.map(\.text) }
    let total = max(1, weights.reduce(0, +))
    let length = duration.value.isFinite ? max(0, duration.value) : 0
    var done = 0.0
    return zip(texts, weights).map { text, weight in
      let (from, to) = (done / total, min(1, (done + weight) / total))
      done += weight
      guard let voice else {
        return PlacedLine(text, start: Seconds(from * length), end: Seconds(to * length))
      }
      let first = voice.frame(afterSung: from * voice.sungSeconds, from: 0, to: voice.count)
      let last = voice.frame(afterSung: to * voice.sungSeconds, from: 0, to: voice.count)
      return PlacedLine(text, from: first, to: last, voice: voice, confidence: 0)
    }
  }
}

extension LineModel {
  /// Takes over what a first placement showed: the singer's pace, and how long repeated lines last.
  mutating func learn(_ placements: [LinePlacer.Placement], starts: [LineStart]) {
    let sung = placements.map { starts[$0.end].sungBefore - starts[$0.start].sungBefore }
    let paces = zip(sung, lines).map { $0 / $1.weight }.sorted()
    if !paces.isEmpty {
      secondsPerWeight = min(max(paces[paces.count / 2], 0.08), 1.2)
    }
    var sums: [Int: (weight: Double, sung: Double, count: Int)] = [:]
    for (index, placement) in placements.enumerated() {
      let weight = placement.certainty + 0.01
      let old = sums[lines[index].group] ?? (0, 0, 0)
      sums[lines[index].group] = (
        old.weight + weight, old.sung + weight * sung[index], old.count + 1
      )
    }
    groupLengths = [:]
    for (group, sum) in sums where sum.count > 1 {
      groupLengths[group] = max(0.3, sum.sung / sum.weight)
    }
  }
}

/// A line with its time.
struct PlacedLine {
  var start: Seconds
  var end: Seconds
  var confidence: Double
  var words: [LyricWord]

  /// A line with nothing to hear: its words share its time.
  init(_ text: String, start: Seconds, end: Seconds) {
    self.start = start
    self.end = end
    confidence = 0
    words = LyricLine(text: text, start: start, end: end).estimatedWords
  }

  /// A line over a stretch of voice: words share the sung time by syllables and keep out of pauses.
  init(_ text: String, from: Int, to: Int, voice: VoiceMap, confidence: Double) {
    let to = max(to, from)
    start = Seconds(Double(from) / voice.rate)
    end = Seconds(Double(to) / voice.rate)
    self.confidence = (confidence * 1000).rounded() / 1000
    let pieces = LyricLine.words(of: text)
    var weights = pieces.map { Double(max(1, Syllables.count(inWord: $0))) }
    // The last syllable of a line is held.
    if let last = weights.indices.last { weights[last] += 0.7 }
    let total = max(1, weights.reduce(0, +))
    let sung = voice.sung(from: from, to: to)
    guard sung > 0 else {
      words = LyricLine(text: text, start: start, end: end).estimatedWords
      return
    }
    words = []
    var done = 0.0
    var first = from
    for (piece, weight) in zip(pieces, weights) {
      done += weight
      let isLast = words.count + 1 == pieces.count
      let last =
        isLast ? to : voice.frame(afterSung: done / total * sung, from: from, to: to)
      while first < last, first < voice.count, !voice.isSung[first] { first += 1 }
      let word = LyricWord(
        text: piece, start: Seconds(Double(first) / voice.rate),
        end: Seconds(Double(max(first, last)) / voice.rate))
      words.append(word)
      first = max(first, last)
    }
  }
}
