/// A run of stereo samples, full scale at ±1; louder ones are kept.
package struct AudioBlock: Sendable, Equatable {
  /// Index of the first sample in the song; sample 0 is song time 0.
  package var start: Int
  package var left: [Float]
  /// As many samples as `left`.
  package var right: [Float]

  /// Joins two channels of equal length.
  package init(start: Int, left: [Float], right: [Float]) {
    precondition(left.count == right.count)
    self.start = start
    self.left = left
    self.right = right
  }

  /// Samples in each channel.
  package var count: Int { left.count }

  /// The part of the block that lies in a range of the song's samples; nil when none does.
  package func clipped(to range: Range<Int>) -> AudioBlock? {
    let kept = range.clamped(to: start..<start + count)
    if kept.isEmpty { return nil }
    if kept.count == count { return self }
    let inside = kept.lowerBound - start..<kept.upperBound - start
    return AudioBlock(
      start: kept.lowerBound, left: Array(left[inside]), right: Array(right[inside]))
  }
}
