import Glibc

/// Tells sung and spoken stretches from the rest of a song.
///
/// What moves in pitch, does not hold still, is loud for this song and sits in the centre is summed
/// as deviations from the song's own means; the sums fall into two classes (Otsu 1979, "A threshold
/// selection method from gray-level histograms"). Whether the upper class is a voice at all is
/// judged by how much of its motion is common to many partials: in drums and distortion little is.
enum VocalActivity {
  /// Frames on either side that a frame is smoothed over: 0.6 s.
  private static let reach = 30

  /// Likelihoods at 100 Hz, `count` of them.
  static func curve(_ frames: [VoiceReader.Frame], count: Int) -> [Float] {
    guard frames.count >= 2 * reach else { return Array(repeating: 0, count: count) }
    func smooth(_ value: (VoiceReader.Frame) -> Float) -> [Float] {
      OnsetPulse.movingMean(frames.map(value), reach: reach)
    }
    // Logarithms are negative; the moving mean wants values from 0 on.
    let level = smooth { $0.level + 20 }
    let typical = percentile(level, 0.5)
    let moving = smooth(\.moving)
    var score = standardised(moving)
    add(standardised(smooth(\.steady)), to: &score, weight: -1)
    add(standardised(level.map { max(-1.5, min(2, $0 - typical)) }), to: &score, weight: 1)
    add(standardised(smooth { $0.centre + 20 }), to: &score, weight: 1)
    let isHeard = level.map { $0 > max(typical - 3, 7) }
    guard let threshold = threshold(zip(score, isHeard).filter(\.1).map(\.0)) else {
      return Array(repeating: 0, count: count)
    }
    let together = smooth(\.together)
    var (upper, lower, upperCount, lowerCount) = (Float(0), Float(0), Float(0), Float(0))
    var (common, motion): (Float, Float) = (0, 0)
    for index in score.indices where isHeard[index] {
      if score[index] > threshold {
        upper += score[index]
        upperCount += 1
        common += together[index]
        motion += moving[index]
      } else {
        lower += score[index]
        lowerCount += 1
      }
    }
    guard upperCount > 0, lowerCount > 0, motion > 0 else {
      return Array(repeating: 0, count: count)
    }
    let distance = max(0.5, upper / upperCount - lower / lowerCount)
    // And some motion there must be: steady tones have a rest of it that says nothing.
    let isVoice =
      sigmoid((common / motion - 0.45) / 0.04) * sigmoid((motion / upperCount - 0.1) / 0.015)
    let likelihoods = score.indices.map { index in
      isHeard[index] ? isVoice * sigmoid(8 * (score[index] - threshold) / distance) : 0
    }
    return (0..<count).map { index in
      let before = min(likelihoods.count - 1, index / VoiceReader.stride)
      let after = min(likelihoods.count - 1, before + 1)
      let share = Float(index % VoiceReader.stride) / Float(VoiceReader.stride)
      return likelihoods[before] + (likelihoods[after] - likelihoods[before]) * share
    }
  }

  private static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

  private static func add(_ other: [Float], to sum: inout [Float], weight: Float) {
    for index in sum.indices { sum[index] += weight * other[index] }
  }

  private static func standardised(_ values: [Float]) -> [Float] {
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + Double($1) } / count
    let power = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
    let deviation = power.squareRoot()
    guard deviation > 1e-4 else { return values.map { _ in 0 } }
    return values.map { Float((Double($0) - mean) / deviation) }
  }

  /// The value that parts the others into the two classes that differ most; nil when they are all
  /// alike.
  private static func threshold(_ values: [Float]) -> Float? {
    guard let low = values.min(), let high = values.max(), high - low > 1e-3 else { return nil }
    var histogram = [Double](repeating: 0, count: 100)
    for value in values { histogram[min(99, Int((value - low) / (high - low) * 100))] += 1 }
    let total = Double(values.count)
    let sum = histogram.indices.reduce(0) { $0 + Double($1) * histogram[$1] }
    var (below, belowSum) = (0.0, 0.0)
    var (best, place) = (-1.0, 0)
    for bin in 0..<99 {
      below += histogram[bin]
      belowSum += Double(bin) * histogram[bin]
      guard below > 0, below < total else { continue }
      let apart = belowSum / below - (sum - belowSum) / (total - below)
      let variance = below * (total - below) * apart * apart
      if variance > best { (best, place) = (variance, bin) }
    }
    return low + (high - low) * (Float(place) + 1) / 100
  }
}
