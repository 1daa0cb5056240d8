import VoimoBase

/// Measures the level of the whole song while its samples go by.
struct LevelMeter {
  private var samples = 0
  private var peak: Float = 0
  // Each channel has its own sums, so that the size of blocks does not change the order of additions.
  private var left = Sums()
  private var right = Sums()
  private var clipped = 0

  /// Samples this near to full scale, at least, count as clipped: 16-bit files end at 32 767.
  private static let fullScale: Float = 32_766 / 32_768

  private struct Sums {
    var power = 0.0
    var sum = 0.0
  }

  /// Takes samples of both channels.
  mutating func push(_ left: UnsafeBufferPointer<Float>, _ right: UnsafeBufferPointer<Float>) {
    unsafe measure(left, into: \.left)
    unsafe measure(right, into: \.right)
    samples += 2 * left.count
  }

  private mutating func measure(
    _ channel: UnsafeBufferPointer<Float>, into path: WritableKeyPath<LevelMeter, Sums>
  ) {
    var sums = self[keyPath: path]
    for index in 0..<channel.count {
      let sample = unsafe finite(channel[index])
      let size = abs(sample)
      peak = max(peak, size)
      sums.power += Double(sample) * Double(sample)
      sums.sum += Double(sample)
      if size >= Self.fullScale { clipped += 1 }
    }
    self[keyPath: path] = sums
  }

  /// What was measured so far.
  var loudness: Loudness {
    let count = Double(max(1, samples))
    return Loudness(
      peak: Double(peak), rms: ((left.power + right.power) / count).squareRoot(),
      isSilent: peak < 0.001,
      clippedShare: Double(clipped) / count, offset: (left.sum + right.sum) / count)
  }
}
