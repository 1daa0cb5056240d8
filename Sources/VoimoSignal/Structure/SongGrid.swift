import VoimoBase

/// The song cut into beats, each with what it sounds like.
///
/// Where there are no beats to go by, pieces of half a second stand for them.
struct SongGrid {
  /// Borders of the pieces in seconds, from 0 to the song's end: one more than pieces.
  let borders: [Double]
  /// Pieces that begin a bar.
  let barStarts: [Int]
  /// What each piece sounds like: pitch classes, timbre, voice, each kind scaled to a weight of its
  /// own.
  let sounds: [[Float]]
  /// Pitch classes alone, of length 1, for comparing what is played.
  let chords: [[Float]]

  /// Pieces.
  var count: Int { sounds.count }
  /// Usual length of a piece in seconds.
  var pieceLength: Double { (borders[count] - borders[0]) / Double(max(1, count)) }

  /// Usual length of a bar in seconds.
  var usualBarLength: Double {
    let lengths = zip(barStarts, barStarts.dropFirst()).map { borders[$1] - borders[$0] }.sorted()
    return lengths.isEmpty ? 4 * pieceLength : lengths[lengths.count / 2]
  }

  /// The piece that a time lies in; the first or last one outside the song.
  func piece(at time: Double) -> Int {
    let next = borders.partitionPoint { $0 > time }
    return max(0, min(count - 1, next - 1))
  }

  init(_ features: SongFeatures) {
    let duration = features.duration.value
    var borders = [0.0]
    var bars: [Int] = []
    let beats = features.beats.map(\.time.value).filter { $0 < duration - 0.1 }
    let heard = (beats.last ?? 0) - (beats.first ?? 0)
    if beats.count >= 8, heard > duration / 2 {
      let length = heard / Double(beats.count - 1)
      // Whole beats before the first and after the last.
      let before = Int(beats[0] / length)
      for index in stride(from: before, to: 0, by: -1) {
        Self.append(beats[0] - Double(index) * length, to: &borders)
      }
      let downbeats = Set(features.downbeats.map(\.value))
      for beat in beats {
        Self.append(beat, to: &borders)
        if downbeats.contains(beat) { bars.append(borders.count - 1) }
      }
      var next = beats[beats.count - 1] + length
      while next < duration - length / 2 {
        Self.append(next, to: &borders)
        next += length
      }
    } else {
      while Double(borders.count) * 0.5 < duration - 0.25 {
        borders.append(Double(borders.count) * 0.5)
      }
    }
    borders.append(max(duration, borders[borders.count - 1] + 1e-3))
    self.borders = borders
    barStarts = bars.isEmpty ? Array(stride(from: 0, to: borders.count - 1, by: 4)) : bars
    var chords: [[Float]] = []
    var timbres: [[Float]] = []
    for (start, end) in zip(borders, borders.dropFirst()) {
      chords.append(Self.unit(features.chroma.mean(from: start, to: end)))
      timbres.append(features.timbre.mean(from: start, to: end))
    }
    self.chords = chords
    let scaledChords = Self.scaled(chords, weight: 1)
    let scaledTimbres = Self.scaled(timbres, weight: 1)
    let voices = zip(borders, borders.dropFirst()).map { start, end in
      let slice = features.signals.slice(from: Seconds(start), to: Seconds(end))[.vocal]
      return [slice.reduce(0, +) / Float(max(1, slice.count))]
    }
    let scaledVoices = Self.scaled(voices, weight: 0.5)
    sounds = chords.indices.map { scaledChords[$0] + scaledTimbres[$0] + scaledVoices[$0] }
  }

  private static func append(_ border: Double, to borders: inout [Double]) {
    if border > borders[borders.count - 1] + 0.05 {
      borders.append(border)
    } else if borders.count > 1 {
      borders[borders.count - 1] = border
    }
  }

  private static func unit(_ row: [Float]) -> [Float] {
    let power = row.reduce(0) { $0 + $1 * $1 }
    guard power > 0 else { return row }
    let scale = 1 / power.squareRoot()
    return row.map { $0 * scale }
  }

  /// Rows with their mean taken off and their mean power set to `weight`: neither kind drowns the
  /// other.
  private static func scaled(_ rows: [[Float]], weight: Float) -> [[Float]] {
    guard let width = rows.first?.count else { return [] }
    var mean = [Float](repeating: 0, count: width)
    for row in rows {
      for column in 0..<width { mean[column] += row[column] / Float(rows.count) }
    }
    let centered = rows.map { row in zip(row, mean).map { $0 - $1 } }
    let power =
      centered.reduce(Float(0)) { sum, row in sum + row.reduce(0) { $0 + $1 * $1 } }
      / Float(rows.count)
    guard power > 1e-9 else { return centered }
    let scale = (weight / power).squareRoot()
    return centered.map { row in row.map { $0 * scale } }
  }
}

extension Array {
  /// The first index from which on a condition holds, where it holds for an end of the array alone.
  fileprivate func partitionPoint(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
