/// Constant camera rates, per second, so that any frame rate shows the same movement.
package struct CameraMotion: Sendable, Hashable, Codable {
  /// Growth of the magnification a second: 0.05 is 5 % a second, compounded.
  package var zoom: Double
  /// Camera units a second to the right.
  package var panX: Double
  /// Camera units a second upwards.
  package var panY: Double
  /// Degrees a second.
  package var rotate: Double
  /// Camera units a second into the scene.
  package var push: Double

  /// Rates; what is not given stands still.
  package init(
    zoom: Double = 0, panX: Double = 0, panY: Double = 0, rotate: Double = 0, push: Double = 0
  ) {
    self.zoom = zoom
    self.panX = panX
    self.panY = panY
    self.rotate = rotate
    self.push = push
  }

  /// The camera after `time` seconds of this motion.
  package func state(at time: Double) -> CameraState {
    CameraState(
      zoom: Self.power(1 + max(zoom, -0.9), time), panX: panX * time, panY: panY * time,
      rotate: rotate * time, push: push * time)
  }

  /// `base` to the power of `exponent` by squaring and square roots, which every CPU rounds alike.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var whole = Int(abs(exponent).rounded(.down))
    var fraction = abs(exponent) - Double(whole)
    var result = 1.0
    var square = base
    while whole > 0 {
      if whole & 1 == 1 { result *= square }
      square *= square
      whole >>= 1
    }
    var root = base
    for _ in 0..<40 {
      root = root.squareRoot()
      fraction *= 2
      if fraction >= 1 {
        result *= root
        fraction -= 1
      }
    }
    return exponent < 0 ? 1 / result : result
  }
}
