import VoimoBase

/// The likeliest of several placements of a song's lines, made at several paces.
///
/// A wrong pace shifts whole verses, and no single line shows it: only the whole song's cost does,
/// and how far the placements agree.
struct Settlement {
  let path: [LinePlacer.Stretch]
  /// The placer that found the path, with what it expected.
  let placer: LinePlacer
  /// For each line, the share of all placements, by their likelihood, that start it within half a
  /// second of `path`'s place.
  let agreement: [Double]

  /// What is tried: all the voice there is for all the words, and less, because some of it is held
  /// or has no words.
  private static let paces = [1, 0.8, 0.64, 0.5]
  /// Costs of whole songs are far too sure of themselves: what is not modelled adds up over lines.
  private static let temperature = 8.0

  /// Places lines at each pace, learns from the best how repeated lines go, and places them again;
  /// nil when there are too few places.
  init?(_ placer: LinePlacer, sungSeconds: Double) {
    var found: [(path: [LinePlacer.Stretch], cost: Double)] = []
    var best: (index: Int, placer: LinePlacer)?
    func attempt(_ model: LineModel) {
      let candidate = LinePlacer(placer, model: model)
      guard let (path, cost) = candidate.place() else { return }
      found.append((path, cost))
      if let best, found[best.index].cost <= cost { return }
      best = (found.count - 1, candidate)
    }
    let slowest = sungSeconds / max(1, placer.model.lines.reduce(0) { $0 + $1.weight })
    for share in Self.paces {
      var model = placer.model
      model.secondsPerWeight = min(max(slowest * share, 0.08), 1)
      attempt(model)
    }
    for _ in 0..<2 {
      guard let best else { return nil }
      var model = best.placer.model
      model.learn(found[best.index].path, starts: placer.starts)
      attempt(model)
    }
    guard let best else { return nil }
    let (path, cost) = found[best.index]
    self.path = path
    self.placer = best.placer
    let weights = found.map { exponential((cost - $0.cost) / Self.temperature) }
    let total = weights.reduce(0, +)
    agreement = path.indices.map { line in
      let place = placer.starts[path[line].start].frame
      let near = zip(found, weights).filter { other, _ in
        let frame = placer.starts[other.path[line].start].frame
        return abs(Double(frame - place)) <= placer.rate / 2
      }
      return near.reduce(0) { $0 + $1.1 } / total
    }
  }
}

extension LineModel {
  /// Takes over what a placement showed: the singer's pace, and how long repeated lines last.
  mutating func learn(_ path: [LinePlacer.Stretch], starts: [LineStart]) {
    let sung = path.map { max(0.05, starts[$0.end].sungBefore - starts[$0.start].sungBefore) }
    secondsPerWeight = min(max(median(zip(sung, lines).map { $0 / $1.weight }), 0.08), 1.2)
    var lengths: [Int: [Double]] = [:]
    for (index, line) in lines.enumerated() { lengths[line.group, default: []].append(sung[index]) }
    groupLengths = lengths.filter { $0.value.count > 1 }.mapValues { max(0.3, median($0)) }
  }
}

/// The middle value, of an even number the mean of both; 1 of none.
private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.last else { return 1 }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1
    ? sorted[middle] : (sorted[middle - 1] + min(sorted[middle], last)) / 2
}
