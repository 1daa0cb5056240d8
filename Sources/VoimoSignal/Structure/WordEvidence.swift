import VoimoBase

/// What the words say about a song's parts.
///
/// Words are laid onto the singing by guesses, which may be wrong. So they count where somebody
/// gave their times, or where the music comes back with the lines: a chorus is the same words over
/// the same sounds.
struct WordEvidence {
  /// Lines that belong together: a marked part, or lines that come back one after another.
  private struct Block {
    var lines: Range<Int>
    var isRepeated: Bool
    var isTrusted: Bool
  }

  /// Pieces of the grid near which a part begins; each is a time and where to look for it.
  struct Border {
    /// When the first line is sung.
    var time: Double
    /// Where the part may begin: bars before and shortly after, since lines begin before the bar or
    /// well after it.
    var window: ClosedRange<Double>
  }

  /// Where parts begin by the words, rising.
  private(set) var borders: [Border] = []
  /// Stretches that are one part by the words.
  private(set) var wholes: [ClosedRange<Double>] = []
  private let lines: [RepeatedLines]

  /// Reads the lines of a song.
  ///
  /// - Complexity: O(lines² + pieces × blocks²).
  init(_ lines: [RepeatedLines], grid: SongGrid) {
    self.lines = lines
    let bar = grid.usualBarLength
    var blocks = Self.blocks(of: lines)
    for index in blocks.indices {
      blocks[index].isTrusted =
        lines[blocks[index].lines.lowerBound].isGiven
        || blocks.indices.contains { other in
          other != index && Self.comeBack(blocks[index], blocks[other], lines, grid)
        }
    }
    for (index, block) in blocks.enumerated() {
      let start = lines[block.lines.lowerBound].start.value
      if block.isTrusted, block.isRepeated || lines[block.lines.lowerBound].label != nil {
        wholes.append(start...max(start, lines[block.lines.upperBound - 1].end.value))
      }
      // What follows a trusted block begins where that ends, even if it is not trusted itself.
      let followsTrusted = index > 0 && blocks[index - 1].isTrusted
      guard index > 0 || block.isTrusted, block.isTrusted || followsTrusted else { continue }
      borders.append(Border(time: start, window: start - 1.5 * bar...start + 0.5 * bar))
    }
  }

  /// Cuts the lines where marks change, or where lines that come back begin and end.
  private static func blocks(of lines: [RepeatedLines]) -> [Block] {
    let hasMarks = lines.contains { $0.label != nil }
    /// Whether a line and the one before it come one after another elsewhere too.
    func continues(_ line: Int) -> Bool {
      guard line > 0, line < lines.count, lines[line].group >= 0, lines[line - 1].group >= 0 else {
        return false
      }
      return lines.indices.contains { other in
        other > 0 && other != line && lines[other].group == lines[line].group
          && lines[other - 1].group == lines[line - 1].group
      }
    }
    let isInRun = lines.indices.map { continues($0) || continues($0 + 1) }
    var blocks: [Block] = []
    for line in lines.indices {
      let isNew: Bool
      if let before = line > 0 ? line - 1 : nil {
        let markChanges = lines[line].label != lines[before].label
        let runChanges = isInRun[line] ? !continues(line) : isInRun[before]
        isNew = hasMarks ? markChanges : runChanges
      } else {
        isNew = true
      }
      if isNew {
        blocks.append(Block(lines: line..<line + 1, isRepeated: isInRun[line], isTrusted: false))
      } else if let last = blocks.indices.last {
        blocks[last].lines = blocks[last].lines.lowerBound..<line + 1
      }
    }
    return blocks
  }

  /// Whether two blocks have the same words and the same music.
  private static func comeBack(
    _ a: Block, _ b: Block, _ lines: [RepeatedLines], _ grid: SongGrid
  ) -> Bool {
    guard a.isRepeated, b.isRepeated, a.lines.count >= 2,
      lines[a.lines].map(\.group) == lines[b.lines].map(\.group)
    else { return false }
    func pieces(_ block: Block) -> Range<Int> {
      let first = grid.piece(at: lines[block.lines.lowerBound].start.value)
      let last = grid.piece(at: lines[block.lines.upperBound - 1].end.value)
      return first..<max(first + 1, last)
    }
    let (first, second) = (pieces(a), pieces(b))
    let likeness = SectionLabels.likeness(first, second, grid)
    guard likeness >= SectionLabels.alike else { return false }
    // The music that is meant is the likest around: else the words lie beside their own.
    let bar = max(1, Int((grid.usualBarLength / grid.pieceLength).rounded()))
    return (-8...8).allSatisfy { bars in
      let moved = second.lowerBound + bars * bar..<second.upperBound + bars * bar
      guard bars != 0, moved.lowerBound >= 0, moved.upperBound <= grid.count else { return true }
      return SectionLabels.likeness(first, moved, grid) <= likeness + 0.05
    }
  }

  /// Whether a time lies well inside a stretch that is one part by the words.
  func isInside(_ time: Double, margin: Double) -> Bool {
    wholes.contains { $0.lowerBound + margin < time && time < $0.upperBound - margin }
  }

  /// The mark that most of the lines that begin in a stretch bear; nil where they bear none.
  func label(from start: Double, to end: Double) -> String? {
    let inside = lines.filter { $0.start.value >= start - 0.5 && $0.start.value < end - 0.5 }
    var counts: [String: Int] = [:]
    for line in inside { if let label = line.label { counts[label, default: 0] += 1 } }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let most, 2 * most.value > inside.count else { return nil }
    return most.key
  }

  /// The share of the lines that begin in a stretch which come back elsewhere, from 0 to 1; 0 where
  /// there are fewer than two: one line makes no chorus.
  func repeatedShare(from start: Double, to end: Double) -> Double {
    let inside = lines.filter { $0.start.value >= start - 0.5 && $0.start.value < end - 0.5 }
    guard inside.count >= 2 else { return 0 }
    return Double(inside.count { $0.group >= 0 }) / Double(inside.count)
  }
}
