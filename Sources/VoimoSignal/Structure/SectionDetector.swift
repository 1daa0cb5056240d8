import VoimoBase

/// Finds the parts of a song and names them.
///
/// The parts tile the song from 0 to its end; none is shorter than two bars or four seconds, unless the song is. A song under
/// eight seconds, or a silent one, is one part, `inst`. Where the sound changes (`Novelty`) and which parts sound alike
/// (`SectionLabels`) is all that is known here: no words.
package func detectSections(_ features: SongFeatures) -> [DetectedSection] {
  let duration = features.duration
  guard duration.value > 0 else { return [] }
  let whole = DetectedSection(label: "inst", start: .zero, end: duration, confidence: 0.1)
  guard duration.value >= 8, !features.loudness.isSilent else { return [whole] }
  let grid = SongGrid(features)
  guard grid.count >= 8 else { return [whole] }
  let borders = SectionBorders(grid: grid)
  let parts = zip(borders.places, borders.places.dropFirst()).map { $0..<$1 }
  let labels = SectionLabels(grid: grid, features: features, parts: parts)
  let scale = max(borders.strengths.max() ?? 0, 0.3)
  return parts.indices.map { index in
    let edge = index == 0 ? 1 : min(1, borders.strengths[index] / scale)
    let confidence = 0.5 * edge + 0.5 * labels.confidences[index]
    return DetectedSection(
      label: labels.names[index],
      start: index == 0 ? .zero : Seconds(grid.borders[parts[index].lowerBound]),
      end: index == parts.count - 1 ? duration : Seconds(grid.borders[parts[index].upperBound]),
      confidence: (confidence * 1_000).rounded() / 1_000)
  }
}

/// Where parts begin, in pieces of the grid.
struct SectionBorders {
  /// From 0 to the grid's count.
  private(set) var places: [Int]
  /// Novelty at each place but the last.
  private(set) var strengths: [Double]

  init(grid: SongGrid) {
    // Ten seconds on either side: long enough not to see chords, short enough to see a part of eight bars.
    let reach = Int((10 / grid.pieceLength).rounded())
    let novelty = Novelty(sounds: grid.sounds, reach: reach)
    let bar = Self.usualBar(grid)
    let shortest = max(4.0, 2 * Double(bar) * grid.pieceLength)
    places = [0]
    strengths = [0]
    for peak in novelty.peaks(distance: max(bar, reach / 2)) {
      let place = Self.snapped(peak, to: grid.barStarts, within: bar / 2 + 1)
      let begun = grid.borders[place] - grid.borders[places[places.count - 1]]
      let left = grid.borders[grid.count] - grid.borders[place]
      guard begun >= shortest, left >= shortest else { continue }
      places.append(place)
      strengths.append(novelty.values[peak])
    }
    places.append(grid.count)
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
