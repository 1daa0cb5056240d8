import VoimoBase

/// Measures the level of the whole song while its samples go by.
struct LevelMeter {
  private var samples = 0
  private var peak: Float = 0
  private var power = 0.0
  private var sum = 0.0
  private var clipped = 0

  /// Samples this near to full scale, at least, count as clipped: 16-bit files end at 32 767.
  private static let fullScale: Float = 32_766 / 32_768

  /// Takes samples of both channels.
  mutating func push(_ left: UnsafeBufferPointer<Float>, _ right: UnsafeBufferPointer<Float>) {
    unsafe measure(left)
    unsafe measure(right)
    samples += 2 * left.count
  }

  private mutating func measure(_ channel: UnsafeBufferPointer<Float>) {
    var (blockPower, blockSum) = (0.0, 0.0)
    for index in 0..<channel.count {
      let sample = unsafe finite(channel[index])
      let size = abs(sample)
      peak = max(peak, size)
      blockPower += Double(sample) * Double(sample)
      blockSum += Double(sample)
      if size >= Self.fullScale { clipped += 1 }
    }
    power += blockPower
    sum += blockSum
  }

  /// What was measured so far.
  var loudness: Loudness {
    let count = Double(max(1, samples))
    return Loudness(
      peak: Double(peak), rms: (power / count).squareRoot(), isSilent: peak < 0.001,
      clippedShare: Double(clipped) / count, offset: sum / count)
  }
}
