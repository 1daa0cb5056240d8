/// The last stretch of the song as centre and side, as long as the longest frame needs.
struct SampleHistory {
  /// Half the sum of both channels.
  private(set) var mid: [Float] = []
  /// Half their difference.
  private(set) var side: [Float] = []
  /// Song sample of the first one kept; negative before the song's own.
  private(set) var origin: Int
  /// Samples of the song pushed so far.
  private(set) var pushed = 0
  /// Whether the channels ever differed.
  private(set) var isStereo = false

  /// Begins with silence before the song, so that frames can be centred on its first sample.
  init(silence: Int) {
    origin = -silence
    mid = Array(repeating: 0, count: silence)
    side = mid
  }

  /// Song sample after the last one kept.
  var end: Int { origin + mid.count }

  /// Adds samples of the song; NaN becomes silence and levels are held within ±8.
  mutating func append(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>, range: Range<Int>
  ) {
    var differ: Float = 0
    for index in range {
      let (a, b) = unsafe (held(left[index]), held(right[index]))
      mid.append((a + b) * 0.5)
      let half = (a - b) * 0.5
      side.append(half)
      differ = max(differ, abs(half))
    }
    if differ > 0 { isStereo = true }
    pushed += range.count
  }

  /// Adds silence after the song.
  mutating func appendSilence(_ count: Int) {
    mid.append(contentsOf: repeatElement(0, count: count))
    side.append(contentsOf: repeatElement(0, count: count))
  }

  /// Forgets what lies before a song sample.
  mutating func forget(before sample: Int) {
    let count = min(mid.count, sample - origin)
    guard count > 0 else { return }
    mid.removeFirst(count)
    side.removeFirst(count)
    origin += count
  }

  /// Mean power of both channels around a song sample.
  func power(around center: Int, reach: Int) -> Float {
    let first = max(0, center - reach - origin)
    let last = min(mid.count, center + reach - origin)
    guard first < last else { return 0 }
    var sum: Float = 0
    for index in first..<last { sum += mid[index] * mid[index] + side[index] * side[index] }
    return sum / Float(2 * reach)
  }

  private func held(_ sample: Float) -> Float { max(-8, min(8, finite(sample))) }
}
