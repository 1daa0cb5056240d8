extension PlanarTarget {
  /// What `fade(to:)` takes to leave a picture as it is.
  package static let fullGain = 256

  /// Darkens the picture towards black: `fullGain` leaves it as it is, 0 is black.
  ///
  /// In the video range: black is luma 16, and no color is 128.
  ///
  /// - Complexity: O(*n*) in the picture's bytes; nothing at full gain.
  package func fade(to gain: Int) {
    precondition((0...Self.fullGain).contains(gain), "a gain of \(gain)")
    guard gain < Self.fullGain else { return }
    let luma = Self.table(around: 16, gain)
    let chroma = Self.table(around: 128, gain)
    unsafe Self.map(y, width: width, height: height, stride: lumaStride, luma)
    unsafe Self.map(cb, width: width / 2, height: height / 2, stride: chromaStride, chroma)
    unsafe Self.map(cr, width: width / 2, height: height / 2, stride: chromaStride, chroma)
  }

  /// What each value of a plane becomes.
  private static func table(around center: Int, _ gain: Int) -> [UInt8] {
    (0..<256).map { UInt8(clamping: center + (($0 - center) * gain + 128) >> 8) }
  }

  private static func map(
    _ plane: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int, _ table: [UInt8]
  ) {
    for row in 0..<height {
      let line = unsafe plane + row * stride
      for column in 0..<width { unsafe line[column] = table[Int(line[column])] }
    }
  }
}
