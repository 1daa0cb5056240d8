import CPixels

/// Linear light, three channels; 1 is far below what the film's curve can hold.
typealias LinearColor = SIMD3<Float>

extension SIMD3 where Scalar == Float {
  /// The light that the painter's film curve shows as this display color, `0xRRGGBB`.
  init(hex: UInt32) {
    func light(_ byte: UInt32) -> Float {
      let shown = Float(byte & 255) / 255
      let y = Swift.min(shown * shown, 0.93)
      return y / (1 - y * y).squareRoot()
    }
    self.init(light(hex >> 16), light(hex >> 8), light(hex))
  }

  /// How bright it looks, before the curve.
  var luminance: Float { x * 0.2126 + y * 0.7152 + z * 0.0722 }

  /// The color a part of the way to another.
  func mixed(_ other: Self, _ share: Float) -> Self { self + (other - self) * share }

  /// As the kernels take it.
  var c: px_rgb { px_rgb(r: x, g: y, b: z) }
}
