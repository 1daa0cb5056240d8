package import VoimoBase

/// Finds the parts of a song and names them.
///
/// The parts tile the song from 0 to its end; none is shorter than two bars or four seconds, unless
/// the song is. A song under eight seconds, or a silent one, is one part, `inst`. Where the sound
/// changes (`Novelty`) and which parts sound alike (`SectionLabels`) decides; where words are
/// known, which lines come back decides too (`WordEvidence`).
package func detectSections(
  _ features: SongFeatures, repeats: [RepeatedLines] = []
) -> [TimedSection<String>] {
  let duration = features.duration
  guard duration.value > 0 else { return [] }
  let whole = TimedSection(name: "inst", start: .zero, end: duration, confidence: 0.1)
  guard duration.value >= 8, !features.loudness.isSilent else { return [whole] }
  let grid = SongGrid(features)
  guard grid.count >= 8 else { return [whole] }
  let words = WordEvidence(repeats, grid: grid)
  let borders = SectionBorders(grid: grid, words: words)
  let labels = SectionLabels(
    grid: grid, features: features, words: words, fixed: borders.fixed,
    parts: zip(borders.places, borders.places.dropFirst()).map { $0..<$1 })
  let parts = labels.parts
  let scale = max(borders.strengths.values.max() ?? 0, 0.3)
  return parts.indices.map { index in
    let strength = borders.strengths[parts[index].lowerBound] ?? 0
    let edge = index == 0 ? 1 : min(1, strength / scale)
    let confidence = 0.5 * edge + 0.5 * labels.confidences[index]
    return TimedSection(
      name: labels.names[index],
      start: index == 0 ? .zero : Seconds(grid.borders[parts[index].lowerBound]),
      end: index == parts.count - 1 ? duration : Seconds(grid.borders[parts[index].upperBound]),
      confidence: (confidence * 1_000).rounded() / 1_000)
  }
}

/// Where parts begin, in pieces of the grid.
struct SectionBorders {
  /// From 0 to the grid's count.
  private(set) var places: [Int]
  /// Novelty at the places.
  private(set) var strengths: [Int: Double]
  /// Places that the words gave.
  private(set) var fixed: Set<Int> = []

  init(grid: SongGrid, words: WordEvidence) {
    // Ten seconds on either side: long enough not to see chords, short enough to see a part of
    // eight bars.
    let reach = Int((10 / grid.pieceLength).rounded())
    let novelty = Novelty(sounds: grid.sounds, reach: reach)
    let bar = Self.usualBar(grid)
    let shortest = max(4.0, 2 * Double(bar) * grid.pieceLength)
    var found: [Int: Double] = [0: 0]
    func add(_ peak: Int, apart: Double) -> Bool {
      let place = Self.snapped(peak, to: grid.barStarts, within: bar / 2 + 1)
      let all = Array(found.keys) + [grid.count]
      guard all.allSatisfy({ abs(grid.borders[$0] - grid.borders[place]) >= apart }) else {
        return false
      }
      found[place] = novelty.values[peak]
      return true
    }
    // First where the words say so, at the bar nearby where most changes.
    for border in words.borders {
      let bars = grid.barStarts.filter { border.window.contains(grid.borders[$0]) }
      let best = bars.max { a, b in
        Self.worth(a, border, novelty, grid) < Self.worth(b, border, novelty, grid)
      }
      guard let best, add(best, apart: shortest) else { continue }
      fixed.insert(best)
      found[best] = max(novelty.values[best], 0.5 * (novelty.values.max() ?? 0))
    }
    let loudest = novelty.values.max() ?? 0
    func isInsideWords(_ peak: Int) -> Bool {
      novelty.values[peak] < 0.8 * loudest
        && words.isInside(grid.borders[peak], margin: grid.usualBarLength)
    }
    let strong = novelty.peaks(distance: max(bar, reach / 2), sensitivity: 0.4)
    for peak in strong.sorted(by: { novelty.values[$0] > novelty.values[$1] })
    where !isInsideWords(peak) {
      _ = add(peak, apart: shortest)
    }
    // A part longer than half a minute is seldom one part: there a weaker change will do.
    let weak = novelty.peaks(distance: max(bar, reach / 2), sensitivity: -0.5)
    for peak in weak.sorted(by: { novelty.values[$0] > novelty.values[$1] })
    where !isInsideWords(peak) {
      let before = found.keys.filter { $0 <= peak }.max() ?? 0
      let after = found.keys.filter { $0 > peak }.min() ?? grid.count
      guard grid.borders[after] - grid.borders[before] > 30 else { continue }
      _ = add(peak, apart: max(8, shortest))
    }
    places = found.keys.sorted()
    strengths = found
    places.append(grid.count)
  }

  /// How good a bar is as the beginning of a part whose words begin at a time: what changes there,
  /// and how near it is.
  private static func worth(
    _ bar: Int, _ border: WordEvidence.Border, _ novelty: Novelty, _ grid: SongGrid
  ) -> Double {
    let largest = max(novelty.values.max() ?? 0, 0.3)
    let away = abs(grid.borders[bar] - border.time) / grid.usualBarLength
    return novelty.values[bar] / largest - 0.2 * away
  }

  /// The length of most bars, in pieces.
  private static func usualBar(_ grid: SongGrid) -> Int {
    let gaps = zip(grid.barStarts, grid.barStarts.dropFirst()).map { $1 - $0 }.sorted()
    return gaps.isEmpty ? 4 : max(2, min(8, gaps[gaps.count / 2]))
  }

  private static func snapped(_ place: Int, to starts: [Int], within reach: Int) -> Int {
    let nearest = starts.min { abs($0 - place) < abs($1 - place) } ?? place
    return abs(nearest - place) <= reach ? nearest : place
  }
}
