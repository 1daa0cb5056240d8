import VoimoBase

/// Captions that roll: every cue shows the line before once more, above the new one.
///
/// Cues of a few milliseconds hold it in between. YouTube's own captions are like that, and what
/// converters make of them.
enum RollingCaptions {
  /// The cues with every line sung once, where the file rolls; else as they are, without cues that
  /// only hold what already stands there.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func unrolled(_ cues: [TimedCue]) -> [TimedCue] {
    guard cues.count > 1 else { return cues }
    let carried = cues.indices.map { index in
      index == 0 ? Carried() : Carried(by: cues[index], after: cues[index - 1])
    }
    let style = Style(cues, carried)
    var out: [TimedCue] = []
    for (cue, carried) in zip(cues, carried) {
      if carried.isHold {
        continue
      } else if style == .rows, carried.rows > 0, carried.rows < cue.rows.count {
        out.append(cue.without(rows: carried.rows))
      } else if style == .growing, carried.grows, let last = out.indices.last {
        out[last].grow(by: cue, from: carried.words)
      } else {
        out.append(cue)
      }
    }
    return out
  }

  /// What a cue repeats of the one before it.
  private struct Carried {
    /// The rows at the cue's head that were the last ones before.
    var rows = 0
    /// The words at its head that were all of the cue before.
    var words = 0
    /// Whether it goes on with the one row of the cue before.
    var grows: Bool { words > 0 }
    /// Whether it shows nothing new, for an instant.
    var isHold = false

    init() {}

    init(by cue: TimedCue, after before: TimedCue) {
      guard cue.follows(before, within: 0.1) else { return }
      let most = min(cue.rows.count, before.rows.count)
      if most > 0 {
        for count in stride(from: most, through: 1, by: -1)
        where Array(cue.rows.prefix(count)) == Array(before.rows.suffix(count)) {
          if count == cue.rows.count {
            isHold = cue.length <= RollingCaptions.longestHold
            // A cue that stays brings something new: "la" above "la" is sung again.
            if isHold || count == 1 { return }
            continue
          }
          rows = count
          break
        }
      }
      guard rows == 0, cue.rows.count == 1, before.rows.count == 1, let now = cue.rows.first,
        let then = before.rows.first, now.count > then.count, !then.isEmpty,
        Array(now.prefix(then.count)) == then
      else { return }
      words = then.count
    }
  }

  /// The longest cue that only holds what is there, in seconds: a frame or two.
  static let longestHold = 0.0505

  /// How a file's captions move.
  private enum Style {
    case still, rows, growing

    /// A song may repeat a line by itself, so that one cue alone is no evidence.
    init(_ cues: [TimedCue], _ carried: [Carried]) {
      let rolling = carried.count { $0.rows > 0 }
      let holds = carried.count { $0.isHold }
      let growing = carried.count { $0.grows }
      let severalRows = zip(cues, carried).count { $0.rows.count > 1 && !$1.isHold }
      if rolling * 3 >= severalRows * 2, rolling > 1 || (rolling == 1 && holds > 0) {
        self = .rows
      } else if growing > 1, growing * 2 >= cues.count - holds {
        self = .growing
      } else {
        self = .still
      }
    }
  }
}

extension TimedCue {
  /// The cue with what its first rows say left out.
  fileprivate func without(rows count: Int) -> TimedCue {
    var cue = self
    cue.rows = Array(rows.dropFirst(count))
    cue.timedRows = Array(timedRows.dropFirst(count))
    cue.sung.line.text = cue.rows.map { $0.joined(separator: " ") }.joined(separator: " ")
    cue.sung.line.words = cue.timedRows.flatMap(\.self)
    return cue
  }

  /// Takes over the words that a cue adds to this one, which are sung from that cue's start on.
  fileprivate mutating func grow(by cue: TimedCue, from count: Int) {
    var line = sung.line
    if line.words.isEmpty { line.words = line.estimatedWords }
    let new = (cue.rows.first ?? []).dropFirst(count).joined(separator: " ")
    if let last = line.words.indices.last { line.words[last].end = cue.sung.line.start }
    line.words += TimedPiece.words(
      [TimedPiece(text: new, start: cue.sung.line.start, end: cue.sung.line.end)], joining: false)
    line.text = cue.sung.line.text
    line.end = max(line.end, cue.sung.line.end)
    sung.line = line
    rows = cue.rows
  }
}
