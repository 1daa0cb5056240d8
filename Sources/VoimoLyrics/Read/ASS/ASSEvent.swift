import VoimoBase

/// A line of a script that shows or notes words.
struct ASSEvent {
  var cue: TimedCue
  /// Whether it is a `Comment:`, which no player shows.
  var isComment: Bool
  /// Whether it is one syllable or layer of an effect that a program made of a line.
  var isEffect: Bool
  /// Whether effects are made of it.
  var isSource: Bool
  /// Whether it is a sign in the picture, by its style.
  var isSign: Bool

  var line: LyricLine { cue.sung.line }

  /// Sorts an event by its columns; nil for a comment that is no source of anything.
  init?(
    _ sung: SungLine, marks: [Bool], of event: ASSColumns.Event, isComment: Bool, hasKaraoke: Bool
  ) {
    cue = TimedCue(sung, marks: marks)
    self.isComment = isComment
    isEffect = !isComment && event.effect.hasPrefix("fx")
    isSource = event.effect == "karaoke" || (isComment && event.effect.isEmpty && hasKaraoke)
    if isComment, !isSource { return nil }
    let words = event.style.split { !$0.isLetter }
    isSign = words.contains { ["sign", "signs", "typeset", "typesetting", "credits"].contains($0) }
  }
}

/// Which events of a script are sung.
enum ASSEvents {
  /// The lines that are sung, in the script's order.
  ///
  /// Effect lines give way to the line that they were made of, which the program keeps as a
  /// comment; a comment counts only then. Of layers that show the same words at about the same
  /// time the one with word times stays, else the first. Signs are left out where something else is
  /// there.
  static func sung(_ events: [ASSEvent], notes: inout Notes) -> [TimedCue] {
    let effects = events.filter(\.isEffect)
    let shown = events.filter { !$0.isComment && !$0.isEffect }
    let needsSources = !effects.isEmpty || shown.isEmpty
    let sources = needsSources ? events.filter { $0.isComment && $0.isSource } : []
    var kept = shown + sources
    if let first = effects.first {
      if kept.isEmpty {
        notes.error(.onlyEffects(effects.count), at: first.cue.sung.span)
        return []
      }
      // Effects whose line is there as well are what was to be expected.
      let orphans = effects.filter { effect in
        !kept.contains {
          $0.line.start < effect.line.end + 1 && $0.line.end + 1 > effect.line.start
        }
      }
      if let orphan = orphans.first {
        let lines = LineNumbers(orphans.map(\.cue.sung.span.line))
        notes.warning(.effectsLeftOut(lines), at: orphan.cue.sung.span)
      }
    }
    let signs = kept.filter(\.isSign)
    if let first = signs.first, signs.count < kept.count {
      let lines = LineNumbers(signs.map(\.cue.sung.span.line))
      notes.warning(.signsLeftOut(lines), at: first.cue.sung.span)
      kept.removeAll(where: \.isSign)
    }
    let inOrder = kept.map(\.cue).sorted { $0.sung.span.line < $1.sung.span.line }
    return withoutLayers(inOrder)
  }

  /// Leaves out what repeats the same words at about the same time.
  private static func withoutLayers(_ cues: [TimedCue]) -> [TimedCue] {
    var places: [String: [Int]] = [:]
    var kept: [TimedCue?] = []
    for cue in cues {
      // What voimo wrote is as it should be.
      guard cue.place == nil else {
        kept.append(cue)
        continue
      }
      let text = cue.sung.line.text
      // Only the latest few can sound at the same time.
      let twin = places[text, default: []].suffix(8).last { place in
        kept[place].map { isSame($0.sung.line, cue.sung.line) && $0.marked == cue.marked } ?? false
      }
      guard let twin, let other = kept[twin] else {
        places[text, default: []].append(kept.count)
        kept.append(cue)
        continue
      }
      if other.sung.line.words.isEmpty, !cue.sung.line.words.isEmpty { kept[twin] = cue }
    }
    return kept.compactMap(\.self)
  }

  /// Whether two lines of the same words sound together for most of the shorter one.
  private static func isSame(_ one: LyricLine, _ other: LyricLine) -> Bool {
    let common = min(one.end, other.end) - max(one.start, other.start)
    let shorter = min(one.end - one.start, other.end - other.start)
    return common.value >= 0 && common.value * 2 > shorter.value
      || one.start == other.start && one.end == other.end
  }
}
