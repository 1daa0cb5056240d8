import VoimoBase

/// Finds lines that are sung once more than the text has them.
///
/// Between lines that were heard, singing may be left over that no word explains. Each such stretch
/// is tried with each stanza, and what is heard there as surely as a right text is taken, in the
/// parts of the stretch before and after it too.
struct SungAgain {
  /// A line that was found again.
  struct Line {
    /// The line, as an index into the text's lines.
    let line: Int
    /// With its times and its confidence.
    let placed: LyricLine
  }

  /// The least sum of scores for which a stretch is tried: that of a few words heard well.
  private static let leastSinging: Float = 12
  /// The shortest stretch that is tried, in seconds.
  private static let shortest = 1.0
  /// The most stretches that are tried in a song.
  private static let mostStretches = 64
  /// The least confidence with which lines are added: a line too many is worse than one too few.
  private static let sureEnough = 0.9
  /// The words that must be heard; a short cry is found anywhere.
  private static let fewestWords = 3

  /// Finds lines; `place` lays a range of the text's lines over a part of the song.
  ///
  /// `candidates` are lines that may be sung again together. Costs as much as laying all of them
  /// over all stretches, a few times.
  static func lines(
    _ candidates: [Range<Int>], heard: HeardWords, frames: Int, emissions: Emissions,
    place: (Range<Int>, Emissions) -> PlacedSong
  ) -> [Line] {
    var waiting = stretches(heard, 0..<frames, hop: emissions.hop)
    var found: [Line] = []
    var tried = 0
    while let stretch = waiting.popLast(), tried < mostStretches {
      tried += 1
      var best: (lines: [Line], song: PlacedSong, words: Double)?
      for candidate in candidates {
        let song = place(candidate, emissions.part(stretch))
        let sure = zip(candidate, song.lines).filter { $1.confidence >= sureEnough }
        let words = sure.reduce(0) { $0 + $1.1.words.count }
        let weight = sure.reduce(0) { $0 + Double($1.1.words.count) * $1.1.confidence }
        guard words >= fewestWords, weight > best?.words ?? 0 else { continue }
        best = (sure.map { Line(line: $0, placed: $1) }, song, weight)
      }
      guard let best else { continue }
      found += best.lines
      waiting += stretches(best.song.heard, stretch, hop: emissions.hop)
    }
    return found.sorted { $0.placed.start < $1.placed.start }
  }

  /// The stretches of frames before, between and after lines that may hold singing without words.
  private static func stretches(
    _ heard: HeardWords, _ frames: Range<Int>, hop: Double
  ) -> [Range<Int>] {
    var from = frames.lowerBound
    var singing = heard.unexplainedBefore
    var stretches: [Range<Int>] = []
    func take(to end: Int) {
      if singing >= leastSinging, Double(end - from) * hop >= shortest {
        stretches.append(from..<end)
      }
    }
    for line in heard.lines {
      guard let sung = line.frames else { continue }
      take(to: frames.lowerBound + sung.lowerBound)
      from = frames.lowerBound + sung.upperBound
      singing = line.unexplainedAfter
    }
    take(to: frames.upperBound)
    return stretches
  }
}

extension Diagnostic.Message {
  static func sungAgain(_ lines: Int, times: String) -> Self {
    Self(
      id: "sung-again",
      text: "\(lines) line\(lines == 1 ? " is" : "s are") sung more often than written "
        + "(\(times)) and \(lines == 1 ? "was" : "were") added",
      hint: "write them down as often as they are sung to decide it yourself")
  }
}
