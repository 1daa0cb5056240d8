/// What is known of every stretch that a line could cover, whatever the line: computed once, used
/// for all lines and passes.
///
/// A stretch goes from one candidate to a later one within the reach of a line.
struct LinePairs {
  /// The longest line, in seconds of song.
  static let longestLine = 24.0

  /// For each candidate, the first one too far away for a line that starts there.
  let unreachable: [Int]
  /// For each candidate, where its stretches begin below; the first of them ends at the next one.
  private let first: [Int]
  /// Sung time, as the logarithm of seconds.
  private let logSung: [Float]
  /// What pauses inside and broken bars cost.
  private let fixed: [Float]

  /// - Complexity: O(*c* · *w*) for *c* candidates, *w* of them within a line's reach.
  init(_ starts: [LineStart], rate: Double) {
    var unreachable: [Int] = []
    var first: [Int] = []
    var logSung: [Float] = []
    var fixed: [Float] = []
    var end = 0
    for (index, start) in starts.enumerated() {
      while end < starts.count,
        Double(starts[end].frame - start.frame) <= Self.longestLine * rate
      {
        end += 1
      }
      unreachable.append(max(end, index + 1))
      first.append(logSung.count)
      for next in starts[(index + 1)..<max(end, index + 1)] {
        logSung.append(Float(logarithm(max(0.05, next.sungBefore - start.sungBefore))))
        fixed.append(Float(next.pausesBefore - start.pausesThrough + Self.barCost(start, next)))
      }
    }
    self.unreachable = unreachable
    self.first = first
    self.logSung = logSung
    self.fixed = fixed
  }

  /// Lines tend to last whole bars.
  private static func barCost(_ from: LineStart, _ to: LineStart) -> Double {
    guard let first = from.bar, let last = to.bar else { return 0 }
    let bars = last - first
    let distance = abs(bars - max(1, bars.rounded())) / 0.25
    return 0.8 * min(1, distance * distance)
  }

  /// The cost of a line's covering each stretch that begins at a candidate, in order of their ends.
  func forEachEnd(
    of start: Int, _ expected: LineModel.Expected, _ body: (_ end: Int, _ cost: Double) -> Void
  ) {
    let base = first[start]
    for end in (start + 1)..<unreachable[start] {
      let pair = base + end - start - 1
      let deviation = (logSung[pair] - expected.logSeconds) * expected.precision
      body(end, Double(Self.misfit(deviation) + fixed[pair]))
    }
  }

  /// The cost of a length so many deviations off.
  ///
  /// Not the same both ways: words can be sung only so fast, but a last syllable may be held for
  /// bars. Student's t with four degrees of freedom for short lines, with two and wider for long
  /// ones.
  private static func misfit(_ deviation: Float) -> Float {
    let step = Int(min(31.9, abs(deviation)) * 32)
    return deviation < 0 ? tooShort[step] : tooLong[step]
  }

  private static let tooShort: [Float] = misfits(width: 0.75, freedom: 4)
  private static let tooLong: [Float] = misfits(width: 1.2, freedom: 2)

  private static func misfits(width: Double, freedom: Double) -> [Float] {
    (0..<1024).map { step in
      let deviation = (Double(step) + 0.5) / 32 / width
      return Float((freedom + 1) / 2 * logarithm(1 + deviation * deviation / freedom))
    }
  }
}
