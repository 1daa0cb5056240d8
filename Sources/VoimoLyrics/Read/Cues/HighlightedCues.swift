import VoimoBase

/// Karaoke made of cues that all show the same line and mark another word each, as speech
/// recognizers write it: `<u>Cold</u> river`, `Cold <u>river</u>`.
enum HighlightedCues {
  /// The cues with every such group made one line, whose words have times.
  ///
  /// A group is cues that follow each other with the same text, some words of which are marked in
  /// at least one. The marks go forward; where they go back, the line is sung again. Marks that
  /// grow (`<u>Cold</u>`, `<u>Cold river</u>`) count by what each one adds. Words that are never
  /// marked share the time between their neighbors.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func joined(_ cues: [TimedCue]) -> [TimedCue] {
    guard cues.contains(where: { $0.marked != nil }) else { return cues }
    var out: [TimedCue] = []
    var index = 0
    while index < cues.count {
      var end = index + 1
      while end < cues.count, cues[end].sung.line.text == cues[index].sung.line.text,
        cues[end].follows(cues[end - 1], within: 0.3)
      {
        end += 1
      }
      let group = cues[index..<end]
      let isKaraoke =
        group.count > 1
        && group.contains { $0.marked != nil || $0.isMarkedWhole }
        && (group.contains { $0.marked != nil } || group.contains { !$0.isMarkedWhole })
      out += isKaraoke ? lines(group) : Array(group)
      index = end
    }
    return out
  }

  /// One word or more that a cue marks, and when.
  private struct Part {
    var words: Range<Int>
    var start: Seconds
    var end: Seconds
  }

  /// The lines that a group sings, one for each time that its marks go through the words.
  private static func lines(_ group: ArraySlice<TimedCue>) -> [TimedCue] {
    guard let first = group.first else { return [] }
    let words = LyricLine.words(of: first.sung.line.text)
    var passes: [[Part]] = []
    var last: Range<Int>?
    for cue in group {
      guard let mark = cue.marked ?? (cue.isMarkedWhole ? words.indices : nil) else { continue }
      var part = Part(words: mark, start: cue.sung.line.start, end: cue.sung.line.end)
      if mark == last, let pass = passes.indices.last, let open = passes[pass].indices.last {
        passes[pass][open].end = max(passes[pass][open].end, part.end)
        continue
      }
      if let last, mark.lowerBound == last.lowerBound, mark.upperBound > last.upperBound {
        part.words = last.upperBound..<mark.upperBound
      } else if let last, mark.lowerBound < last.upperBound {
        passes.append([])
      }
      if passes.isEmpty { passes.append([]) }
      passes[passes.count - 1].append(part)
      last = mark
    }
    return passes.map { parts in
      var cue = first
      cue.sung.line.words = timed(words, parts)
      cue.sung.line.start = parts.first?.start ?? first.sung.line.start
      cue.sung.line.end = max(parts.last?.end ?? first.sung.line.end, cue.sung.line.start)
      if let earliest = cue.sung.line.words.first?.start {
        cue.sung.line.start = min(cue.sung.line.start, earliest)
      }
      cue.rows = [words]
      cue.timedRows = [cue.sung.line.words]
      (cue.marked, cue.isMarkedWhole) = (nil, false)
      return cue
    }
  }

  private static func timed(_ words: [String], _ parts: [Part]) -> [LyricWord] {
    var pieces: [TimedPiece] = []
    func add(_ range: Range<Int>, _ start: Seconds, _ end: Seconds) {
      guard !range.isEmpty else { return }
      let text = words[range].joined(separator: " ")
      pieces.append(TimedPiece(text: text, start: start, end: max(start, end)))
    }
    var next = 0
    var time = parts.first?.start ?? .zero
    for part in parts {
      add(next..<max(next, part.words.lowerBound), time, part.start)
      add(max(next, part.words.lowerBound)..<part.words.upperBound, part.start, part.end)
      next = part.words.upperBound
      time = max(time, part.end)
    }
    add(next..<words.count, time, time)
    return TimedPiece.words(pieces, joining: false)
  }
}
