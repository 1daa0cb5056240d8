/// A fade in and a fade out over a run of samples, exact to the sample.
package struct Fade: Hashable, Sendable, Codable {
  /// How loudness goes from nothing to all.
  package enum Shape: String, Sendable, Codable, CaseIterable {
    /// Amplitude in proportion to time.
    case linear
    /// A quarter of a sine: power in proportion to time, about even to the ear.
    case equalPower = "equal-power"

    func gain(_ part: Double) -> Double {
      switch self {
      case .linear: part
      case .equalPower: sine(part)
      }
    }

    /// sin(π/2 · x) for 0 ≤ x ≤ 1, by its Taylor series: the same bits whatever libm is there.
    private func sine(_ part: Double) -> Double {
      let angle = part * .pi / 2
      var term = angle
      var sum = angle
      for step in 1...11 {
        let n = Double(2 * step)
        term *= -angle * angle / (n * (n + 1))
        sum += term
      }
      return min(1, max(0, sum))
    }
  }

  /// Samples of the fade in; 0 for none.
  package var fadeIn: Int
  /// Samples of the fade out; 0 for none.
  package var fadeOut: Int
  package var shape: Shape

  /// Takes lengths in samples.
  package init(in fadeIn: Int, out fadeOut: Int, shape: Shape = .equalPower) {
    precondition(fadeIn >= 0 && fadeOut >= 0)
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
    self.shape = shape
  }

  /// The gain of one sample of a run of `total`: 0 at the very first, 1 when a fade has ended.
  ///
  /// Fades that overlap are multiplied.
  package func gain(ofSample sample: Int, of total: Int) -> Double {
    var gain = 1.0
    if sample < fadeIn { gain *= shape.gain(Double(sample) / Double(fadeIn)) }
    let left = total - 1 - sample
    if left < fadeOut { gain *= shape.gain(Double(left) / Double(fadeOut)) }
    return gain
  }

  /// Fades the part of a run that a block is; `block.start` counts from the run's first sample.
  package func apply(to block: inout AudioBlock, of total: Int) {
    let range = block.start..<block.start + block.count
    for part in [
      range.clamped(to: 0..<fadeIn),
      range.clamped(to: max(fadeIn, total - fadeOut)..<max(fadeIn, total)),
    ] {
      for sample in part {
        let gain = Float(gain(ofSample: sample, of: total))
        block.left[sample - block.start] *= gain
        block.right[sample - block.start] *= gain
      }
    }
  }
}
