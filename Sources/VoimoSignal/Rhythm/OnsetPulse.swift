/// Prepares onset strengths for the search of a pulse.
enum OnsetPulse {
  /// Strengths above their surroundings, in units of the deviation around them.
  ///
  /// A mean of ±0.4 s is taken off, negative values become 0, and the rest is divided by its root
  /// mean square of ±4 s, held above a quarter of the song's own: a quiet bridge has beats like a
  /// loud chorus, silence has none.
  static func normalised(_ onset: [Float]) -> [Float] {
    let mean = movingMean(onset, reach: 40)
    var pulse = zip(onset, mean).map { max(0, $0 - $1) }
    let power = movingMean(pulse.map { $0 * $0 }, reach: 400)
    let overall = power.reduce(0, +) / Float(max(1, power.count))
    guard overall > 0 else { return pulse }
    for index in pulse.indices {
      pulse[index] /= max(power[index], overall / 16).squareRoot()
    }
    return pulse
  }

  /// The mean of the values up to `reach` away on either side.
  static func movingMean(_ values: [Float], reach: Int) -> [Float] {
    guard !values.isEmpty else { return [] }
    var result: [Float] = []
    result.reserveCapacity(values.count)
    var sum = 0.0
    var (first, last) = (0, 0)
    for index in values.indices {
      while last < min(values.count, index + reach + 1) {
        sum += Double(values[last])
        last += 1
      }
      while first < index - reach {
        sum -= Double(values[first])
        first += 1
      }
      result.append(Float(max(0, sum) / Double(last - first)))
    }
    return result
  }

  /// Values smoothed by a bell curve with a deviation in values.
  static func smoothed(_ values: [Float], deviation: Double) -> [Float] {
    let reach = max(1, Int((deviation * 3).rounded(.up)))
    var kernel = (-reach...reach).map { offset in
      Float(bell(Double(offset) / deviation))
    }
    let total = kernel.reduce(0, +)
    for index in kernel.indices { kernel[index] /= total }
    return values.indices.map { index in
      var sum: Float = 0
      for offset in -reach...reach where values.indices.contains(index + offset) {
        sum += values[index + offset] * kernel[offset + reach]
      }
      return sum
    }
  }
}
