/// What is kept of the frames around the one whose stems are made: magnitudes and a small
/// fingerprint.
struct SpectralHistory: Sendable {
  /// Bins of a frame.
  let bins: Int
  /// Numbers of a fingerprint.
  let features: Int
  /// Frames that are kept.
  let capacity: Int
  /// Frames appended so far.
  private(set) var count = 0
  private var magnitudes: [Float]
  private var fingerprints: [Float]

  init(bins: Int, features: Int, capacity: Int) {
    self.bins = bins
    self.features = features
    self.capacity = capacity
    magnitudes = Array(repeating: 0, count: bins * capacity)
    fingerprints = Array(repeating: 0, count: features * capacity)
  }

  /// Adds a frame; the fingerprint is brought to length 1.
  mutating func append(magnitude: [Float], fingerprint: [Float]) {
    precondition(magnitude.count == bins && fingerprint.count == features)
    let slot = count % capacity
    for bin in 0..<bins { magnitudes[slot &* bins &+ bin] = magnitude[bin] }
    var power: Float = 1e-20
    for value in fingerprint { power += value * value }
    let scale = 1 / power.squareRoot()
    for index in 0..<features {
      fingerprints[slot &* features &+ index] = fingerprint[index] * scale
    }
    count += 1
  }

  /// Where a kept frame's magnitudes begin in `magnitudes`; a frame outside the song has none.
  private func place(of frame: Int) -> Int? {
    guard frame >= 0, frame < count, frame >= count - capacity else { return nil }
    return (frame % capacity) * bins
  }

  /// The magnitude of a bin; 0 outside the song.
  func magnitude(_ frame: Int, _ bin: Int) -> Float {
    guard let place = place(of: frame) else { return 0 }
    return magnitudes[place &+ bin]
  }

  /// The kept frames most like one, best first: at most so many, none nearer to the frame than
  /// `distance` frames and none nearer than `apart` to another of them.
  func frames(
    like frame: Int, atMost wanted: Int, distance: Int, apart: Int, reach: Int
  ) -> [Int] {
    let first = max(0, count - capacity, frame - reach)
    let end = min(count, frame + reach + 1)
    var likeness = [Float](repeating: -1, count: max(0, end - first))
    let own = (frame % capacity) &* features
    for other in first..<max(first, end) where abs(other - frame) >= distance {
      let place = (other % capacity) &* features
      var sum: Float = 0
      for index in 0..<features { sum += fingerprints[own &+ index] * fingerprints[place &+ index] }
      likeness[other - first] = sum
    }
    var found: [Int] = []
    while found.count < wanted {
      var (best, value) = (-1, Float(0))
      for index in likeness.indices where likeness[index] > value {
        (best, value) = (index, likeness[index])
      }
      guard best >= 0 else { break }
      found.append(first + best)
      for index in max(0, best - apart + 1)..<min(likeness.count, best + apart) {
        likeness[index] = -1
      }
    }
    return found
  }

  /// Each bin's median over some kept frames, into `result`.
  func median(of frames: [Int], into result: inout [Float]) {
    let places = frames.compactMap { place(of: $0) }
    guard !places.isEmpty else {
      for bin in 0..<bins { result[bin] = 0 }
      return
    }
    let middle = places.count / 2
    var sorted = [Float](repeating: 0, count: places.count)
    for bin in 0..<bins {
      for index in places.indices {
        let value = magnitudes[places[index] &+ bin]
        var place = index
        while place > 0, sorted[place &- 1] > value {
          sorted[place] = sorted[place &- 1]
          place &-= 1
        }
        sorted[place] = value
      }
      result[bin] = sorted[middle]
    }
  }
}
