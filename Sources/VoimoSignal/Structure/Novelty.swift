import Glibc

/// How much the song changes at each piece's start.
///
/// A checkerboard along the diagonal of the song's self-similarity, tapered by a bell (Foote 2000,
/// "Automatic audio segmentation using a measure of audio novelty"). Only the band around the
/// diagonal is ever computed.
struct Novelty {
  /// One value a piece, 0 and more.
  let values: [Double]

  /// Compares `reach` pieces before with as many after.
  ///
  /// - Complexity: O(pieces × reach × (reach + features)).
  init(sounds: [[Float]], reach: Int) {
    let count = sounds.count
    let reach = max(2, reach)
    var values = [Double](repeating: 0, count: count)
    let taper = (0..<reach).map { bell((Double($0) + 0.5) / (Double(reach) * 0.5)) }
    var band: [[Double]] = []
    band.reserveCapacity(count)
    let lengths = sounds.map { row in Double(row.reduce(0) { $0 + $1 * $1 }).squareRoot() }
    for first in 0..<count {
      band.append(
        (0..<min(2 * reach, count - first)).map { offset in
          Self.similarity(
            sounds[first], sounds[first + offset], lengths[first],
            lengths[first + offset])
        })
    }
    func similarity(_ a: Int, _ b: Int) -> Double { band[min(a, b)][abs(a - b)] }
    for place in 1..<max(1, count) {
      let side = min(reach, place, count - place)
      guard side >= 2 else { continue }
      var (sum, weightSum) = (0.0, 0.0)
      for a in 0..<side {
        for b in 0..<side {
          let weight = taper[a] * taper[b]
          let within =
            similarity(place + a, place + b) + similarity(place - 1 - a, place - 1 - b)
          sum += weight * (within - 2 * similarity(place + a, place - 1 - b))
          weightSum += weight
        }
      }
      // Near the ends there is less to compare, and less to be sure of.
      let trust = (Double(side) / Double(reach)).squareRoot()
      values[place] = max(0, sum / weightSum / 2) * trust
    }
    self.values = values
  }

  private static func similarity(
    _ a: [Float], _ b: [Float], _ aLength: Double, _ bLength: Double
  ) -> Double {
    var cross: Float = 0
    for index in a.indices { cross += a[index] * b[index] }
    let product = aLength * bLength
    return product > 1e-9 ? Double(cross) / product : 1
  }

  /// Places where the song changes more than at any other closer than `distance`, and more than
  /// usual.
  ///
  /// `sensitivity` is how many deviations above the mean change begins to count.
  func peaks(distance: Int, sensitivity: Double) -> [Int] {
    guard values.count > 2 else { return [] }
    let mean = values.reduce(0, +) / Double(values.count)
    let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
      .squareRoot()
    let threshold = max(0.05, mean + sensitivity * spread)
    return values.indices.filter { place in
      let value = values[place]
      guard value > threshold else { return false }
      let near = max(0, place - distance)...min(values.count - 1, place + distance)
      return near.allSatisfy { values[$0] < value || ($0 >= place && values[$0] == value) }
    }
  }
}
