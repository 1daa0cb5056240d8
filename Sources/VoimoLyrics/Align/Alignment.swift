import VoimoBase

/// Lays words without times over a song.
///
/// No word is recognised: lines are placed by where somebody sings, for how long, with which
/// pauses, and by bars and sections. Good where the voice is heard clearly; every line says how
/// sure it is.
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
    var doubt: Diagnostic?
    if let voice = VoiceMap(hearing) {
      let fit = Plausibility(
        LineModel(stanzas), voice: voice, sections: usable(hearing.sections))
      placed =
        placedLines(stanzas, voice: voice, hearing: hearing, fit: fit)
        ?? spread(stanzas, voice: voice, duration: hearing.duration)
      doubt = fit.warning(name: name)
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
    if warnings.isEmpty {
      warnings = [doubt, AlignmentDoubts.warning(lines: timed, sources: lines, name: name)]
        .compactMap(\.self)
    }
    return AlignedLyrics(lyrics: Lyrics(lines: timed), warnings: warnings)
  }

  /// About the most pairs of places that are weighed for all lines together; more would not fit
  /// into seconds and some tens of megabytes.
  private static let maximumPairs = 8e6

  /// What a line without a recogniser's word can be trusted at most.
  private static let mostConfidence = 0.9

  /// Places lines by the voice; nil when there are more lines than places for them.
  private static func placedLines(
    _ stanzas: [Stanza], voice: VoiceMap, hearing: SongHearing, fit: Plausibility
  ) -> [PlacedLine]? {
    let model = LineModel(stanzas)
    // A line reaches a share of all places: pairs = lines · places · places · reach / duration.
    let seconds = max(LinePairs.longestLine, Double(voice.count) / voice.rate)
    let perLine = maximumPairs / Double(max(1, model.lines.count))
    let limit = min(8000, Int((perLine * seconds / LinePairs.longestLine).squareRoot()))
    guard limit >= 2 * model.lines.count else { return nil }
    let starts = LineStart.candidates(in: voice, hearing: hearing, atMost: limit)
    let placer = LinePlacer(
      model: model, starts: starts, pairs: LinePairs(starts, rate: voice.rate),
      sections: usable(hearing.sections), rate: voice.rate)
    guard let settled = Settlement(placer, sungSeconds: voice.sungSeconds) else { return nil }
    let path = settled.path
    let certainties = zip(settled.placer.certainties(of: path), settled.agreement).map { $0 * $1 }
    let texts = stanzas.flatMap { $0.lines.map(\.text) }
    return path.indices.map { index in
      let (from, to) = (starts[path[index].start], starts[path[index].end])
      let sung = to.sungBefore - from.sungBefore
      let isSung = min(1, sung / (0.5 * settled.placer.model.expected(index).seconds))
      // Steady noise has a contrast of 0.75, a clean voice one near 1.
      let clarity = 0.4 + 0.6 * min(1, max(0, (voice.contrast - 0.75) / 0.15))
      return PlacedLine(
        texts[index], from: from.frame, to: voice.lastSung(before: to.frame, from: from.frame),
        voice: voice, confidence: mostConfidence * certainties[index] * isSung * clarity * fit.share
      )
    }
  }

  /// Sections with labels in the words of headings, in order.
  private static func usable(_ sections: [TimedSection<String>]) -> [TimedSection<String>] {
    sections.filter { $0.start.value.isFinite && $0.end.value.isFinite }
      .map { section in
        var section = section
        section.name = SectionMark(heading: section.name)?.label ?? section.name
        section.confidence = min(max(section.confidence, 0), 1)
        return section
      }
      .stablySorted(by: \.start)
  }

  /// Lines shared out evenly: over the sung time where there is some, else over the song.
  private static func spread(
    _ stanzas: [Stanza], voice: VoiceMap?, duration: Seconds
  ) -> [PlacedLine] {
    let weights = LineModel(stanzas).lines.map(\.weight)
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
