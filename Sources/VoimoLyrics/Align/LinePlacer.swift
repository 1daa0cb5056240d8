import VoimoBase

/// Finds the likeliest place of every line, and how sure it is.
///
/// A semi-Markov model: a line covers the voice from one candidate to another; between lines, voice
/// may be left over (wordless singing, false alarms) at a price. Costs are negative logarithms of
/// likelihoods: the fit of sung time to syllables, pauses at starts and inside lines, whole bars,
/// labelled sections. Viterbi gives the places, forward and backward sums how sure they are.
///
/// The idea of laying lines over vocal segments by their expected length, with sections as anchors,
/// is that of LyricAlly (Kan, Wang, Iskandar, Nwe and Shenoy 2008).
struct LinePlacer {
  /// Where a line was put: indexes of candidates.
  struct Stretch: Equatable {
    var start: Int
    var end: Int
  }

  private(set) var model: LineModel
  let starts: [LineStart]
  let pairs: LinePairs
  let sections: [TimedSection<String>]
  let rate: Double

  /// Sung seconds before each candidate, as far as leaving them without words costs something.
  private let missedBefore: [Double]
  /// The cost of each line's beginning at each candidate.
  private let startCosts: [[Double]]
  private var count: Int { starts.count - 1 }

  /// What voice without words costs: having such a stretch at all, and each of its seconds.
  ///
  /// The cheaper of the two holds, so that a stretch costs the more a second the shorter it is: an
  /// "ooh" is rarely left out of the words, a solo that was taken for a voice lasts.
  private static let wordless: [(stretch: Double, second: Double)] = [(1, 1.5), (5, 0.5)]
  init(
    model: LineModel, starts: [LineStart], pairs: LinePairs, sections: [TimedSection<String>],
    rate: Double
  ) {
    self.model = model
    self.starts = starts
    self.pairs = pairs
    self.sections = sections
    self.rate = rate
    missedBefore = Self.missed(starts, model: model, sections: sections, rate: rate)
    startCosts = model.lines.map { line in
      Self.startCosts(of: line, starts, sections: sections, rate: rate)
    }
  }

  /// The same problem with other expectations of the lines' lengths.
  init(_ other: LinePlacer, model: LineModel) {
    self = other
    self.model = model
  }

  /// The cheapest places of all lines and what they cost; nil when there are too few candidates.
  ///
  /// - Complexity: O(*l* · *c* · *w*) for *l* lines, *c* candidates, *w* of them within a line's
  ///   reach.
  func place() -> (path: [Stretch], cost: Double)? {
    guard !model.lines.isEmpty, count >= model.lines.count else { return nil }
    return likeliestPath()
  }

  // MARK: Costs

  /// The cost of a line's beginning at each candidate.
  private static func startCosts(
    of line: LineModel.Line, _ starts: [LineStart], sections: [TimedSection<String>], rate: Double
  ) -> [Double] {
    let wanted = line.label.flatMap { label in
      sections.contains { $0.name == label } ? label : nil
    }
    return starts.dropLast().map { start in
      var cost = start.cost
      if line.isFirstOfStanza {
        cost += 1.5 * exponential(-start.pause / max(0.2, line.pauseBefore))
      } else {
        // Long rests are between stanzas, not inside them.
        cost += min(4, max(0, start.pause - 1.5) / 2)
      }
      let time = Double(start.frame) / rate
      if let wanted { cost += labelCost(wanted, at: time, sections) }
      if line.isFirstOfStanza, !sections.isEmpty { cost += sectionStartCost(at: time, sections) }
      return cost
    }
  }

  /// Lines under `[Chorus]` are sung in a chorus; a pickup may come up to a second before it.
  private static func labelCost(
    _ label: String, at time: Double, _ sections: [TimedSection<String>]
  ) -> Double {
    let here = sections.last { $0.start.value <= time + 1 } ?? sections.first
    guard let here else { return 0 }
    let isInside = here.name == label && time < here.end.value + 1
    return isInside ? 0 : 3 * here.confidence
  }

  /// Stanzas tend to begin where sections do.
  private static func sectionStartCost(
    at time: Double, _ sections: [TimedSection<String>]
  ) -> Double {
    var nearest = (distance: Double.infinity, confidence: 1.0)
    for section in sections {
      let distance = abs(section.start.value - time)
      if distance < nearest.distance { nearest = (distance, section.confidence) }
    }
    return nearest.confidence * min(1, max(0, nearest.distance - 0.5) / 2)
  }

  /// The cost of the voice's breaking off at a candidate, where no line follows at once.
  private func breakCost(at candidate: Int) -> Double { starts[candidate].cost / 2 }

  /// The cost of voice without words between two candidates.
  private func wordless(from: Int, to: Int) -> Double {
    let missed = missedBefore[to] - missedBefore[from]
    guard missed > 0 else { return 0 }
    return Self.wordless.map { $0.stretch + $0.second * missed }.min() ?? 0
  }

  /// Sums the sung seconds before each candidate; those in an intro, a solo and the like count a
  /// fifth, unless the words have a heading of that name.
  private static func missed(
    _ starts: [LineStart], model: LineModel, sections: [TimedSection<String>], rate: Double
  ) -> [Double] {
    let silent = wordless(sections, model: model)
    var sum = 0.0
    var sums: [Double] = [0]
    for (start, next) in zip(starts, starts.dropFirst()) {
      let middle = Double(start.frame + next.frame) / 2 / rate
      let inside = silent.last { $0.start.value <= middle && middle < $0.end.value }
      sum += (next.sungBefore - start.sungBefore) * (1 - wordlessShare * (inside?.confidence ?? 0))
      sums.append(sum)
    }
    return sums
  }

  /// The sections that songs have no words in, where these words do not name them.
  static func wordless(
    _ sections: [TimedSection<String>], model: LineModel
  ) -> [TimedSection<String>] {
    let labels = Set(model.lines.compactMap(\.label))
    return sections.filter { wordlessLabels.contains($0.name) && !labels.contains($0.name) }
  }

  /// How much of the voice in such a section is not expected to have words.
  static let wordlessShare = 0.8

  private static let wordlessLabels: Set<String> = ["intro", "inst", "solo", "break", "outro"]

  // MARK: The likeliest path

  /// Where each line starts and ends on the cheapest path.
  private func likeliestPath() -> (path: [Stretch], cost: Double)? {
    let count = count
    var begun = (0..<count).map { startCosts[0][$0] + wordless(from: 0, to: $0) }
    // For each line and end: the start that led there; for each line and next start: the end.
    var total = Double.infinity
    var startOf: [[Int32]] = []
    var endOf: [[Int32]] = []
    for line in model.lines.indices {
      var ended = [Double](repeating: .infinity, count: count + 1)
      var from = [Int32](repeating: -1, count: count + 1)
      let expected = model.expected(line)
      for start in 0..<count where begun[start] < .infinity {
        pairs.forEachEnd(of: start, expected) { end, cost in
          let cost = begun[start] + cost
          if cost < ended[end] { (ended[end], from[end]) = (cost, Int32(start)) }
        }
      }
      var arrived = ended
      var via = (0...count).map { Int32($0) }
      for price in Self.wordless {
        var waiting = (cost: Double.infinity, since: Int32(-1))
        for candidate in 1...count {
          let previous = candidate - 1
          let opened = ended[previous] + breakCost(at: previous) + price.stretch
          if opened < waiting.cost { waiting = (opened, Int32(previous)) }
          waiting.cost += price.second * missed(before: candidate)
          if waiting.cost < arrived[candidate] {
            (arrived[candidate], via[candidate]) = (waiting.cost, waiting.since)
          }
        }
      }
      startOf.append(from)
      endOf.append(via)
      if line + 1 < model.lines.count {
        begun = (0..<count).map { arrived[$0] + startCosts[line + 1][$0] }
      }
      total = arrived[count]
    }
    guard total < .infinity else { return nil }
    var path: [Stretch] = []
    var next = count
    for line in model.lines.indices.reversed() {
      let end = Int(endOf[line][next])
      let start = Int(startOf[line][end])
      guard start >= 0 else { return nil }
      path.append(Stretch(start: start, end: end))
      next = start
    }
    return (path.reversed(), total)
  }

  // MARK: How sure

  /// The probability that each line starts within half a second of its place, over all paths.
  ///
  /// - Complexity: as `place`, a few times slower.
  func certainties(of path: [Stretch]) -> [Double] {
    let forward = forwardSums()
    var certainties = [Double](repeating: 0, count: model.lines.count)
    backwardSums { line, backward in
      var (near, all) = (Double.infinity, Double.infinity)
      let place = starts[path[line].start].frame
      for candidate in 0..<count {
        let cost = forward[line][candidate] + backward[candidate]
        all = summed(all, cost)
        if abs(Double(starts[candidate].frame - place)) <= rate / 2 { near = summed(near, cost) }
      }
      certainties[line] = near < .infinity ? exponential(all - near) : 0
    }
    return certainties
  }

  /// For each line and start, the summed likelihood of everything up to there.
  private func forwardSums() -> [[Double]] {
    let count = count
    var begun = (0..<count).map { startCosts[0][$0] + wordless(from: 0, to: $0) }
    var sums = [begun]
    for line in model.lines.indices.dropLast() {
      var ended = [Double](repeating: .infinity, count: count + 1)
      let expected = model.expected(line)
      for start in 0..<count where begun[start] < .infinity {
        pairs.forEachEnd(of: start, expected) { end, cost in
          ended[end] = summed(ended[end], begun[start] + cost)
        }
      }
      var arrived = ended
      for price in Self.wordless {
        var waiting = Double.infinity
        for candidate in 1..<max(1, count) {
          let previous = candidate - 1
          let opened = ended[previous] + breakCost(at: previous) + price.stretch
          waiting = summed(waiting, opened) + price.second * missed(before: candidate)
          arrived[candidate] = summed(arrived[candidate], waiting)
        }
      }
      begun = (0..<count).map { arrived[$0] + startCosts[line + 1][$0] }
      sums.append(begun)
    }
    return sums
  }

  /// Calls `body` for each line, last first, with the summed likelihood of everything from each of
  /// its starts on, the start's own cost left out.
  private func backwardSums(_ body: (Int, [Double]) -> Void) {
    let count = count
    var toGo = (0...count).map { end in
      wordless(from: end, to: count) + (end < count ? breakCost(at: end) : 0)
    }
    for line in model.lines.indices.reversed() {
      var sums = [Double](repeating: .infinity, count: count)
      let expected = model.expected(line)
      for start in 0..<count {
        pairs.forEachEnd(of: start, expected) { end, cost in
          sums[start] = summed(sums[start], cost + toGo[end])
        }
      }
      body(line, sums)
      guard line > 0 else { return }
      let begin = (0..<count).map { sums[$0] + startCosts[line][$0] }
      toGo = begin + [.infinity]
      for price in Self.wordless {
        var waiting = Double.infinity
        for candidate in (0..<(count - 1)).reversed() {
          waiting =
            summed(waiting, begin[candidate + 1]) + price.second * missed(before: candidate + 1)
          toGo[candidate] = summed(
            toGo[candidate], waiting + breakCost(at: candidate) + price.stretch)
        }
      }
    }
  }

  /// What is missed between a candidate and the one before it when no words are there.
  private func missed(before candidate: Int) -> Double {
    missedBefore[candidate] - missedBefore[candidate - 1]
  }
}
