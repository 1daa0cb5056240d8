/// Light that spills from bright places: the quarter-size picture's bright part, halved and
/// blurred.
enum Glow {
  /// Fills the canvas's glow planes from its probe.
  ///
  /// Three box blurs a direction come close to a Gaussian. - Complexity: linear in the glow's
  /// pixels.
  static func gather(_ canvas: Canvas, radius: Int) {
    let (width, height, stride) = (canvas.glowWidth, canvas.glowHeight, canvas.glowStride)
    let planes = unsafe (canvas.probe(0), canvas.probe(1), canvas.probe(2))
    let out = unsafe (canvas.glow(0), canvas.glow(1), canvas.glow(2))
    for y in 0..<height {
      let top = 2 * y * canvas.probeStride
      let below = min(2 * y + 1, canvas.probeHeight - 1) * canvas.probeStride
      for x in 0..<width {
        let left = 2 * x
        let right = min(2 * x + 1, canvas.probeWidth - 1)
        var (r, g, b): (Float, Float, Float) = (0, 0, 0)
        for place in [top + left, top + right, below + left, below + right] {
          r += unsafe planes.0[place]
          g += unsafe planes.1[place]
          b += unsafe planes.2[place]
        }
        let light = (r * 0.2126 + g * 0.7152 + b * 0.0722) * 0.25
        let bright = max(light - 0.35, 0) / (light + 0.25) * 0.25
        unsafe out.0[y * stride + x] = r * bright
        unsafe out.1[y * stride + x] = g * bright
        unsafe out.2[y * stride + x] = b * bright
      }
    }
    let work = unsafe canvas.glow(3)
    for plane in 0..<3 {
      let values = unsafe canvas.glow(plane)
      for _ in 0..<3 {
        for y in 0..<height {
          unsafe blur(values + y * stride, work + y * stride, count: width, step: 1, radius: radius)
        }
        unsafe blurColumns(
          work, values, width: width, height: height, stride: stride, radius: radius)
      }
    }
  }

  /// A running mean along a row; ends are held.
  private static func blur(
    _ source: UnsafeMutablePointer<Float>, _ target: UnsafeMutablePointer<Float>, count: Int,
    step: Int,
    radius: Int
  ) {
    let share = 1 / Float(2 * radius + 1)
    var sum: Float = 0
    for k in -radius...radius { sum += unsafe source[min(max(k, 0), count - 1)] }
    for x in 0..<count {
      unsafe target[x] = max(sum, 0) * share
      sum += unsafe source[min(x + radius + 1, count - 1)] - source[max(x - radius, 0)]
    }
  }

  /// The same down every column at once, row by row, as memory likes it.
  private static func blurColumns(
    _ source: UnsafeMutablePointer<Float>, _ target: UnsafeMutablePointer<Float>, width: Int,
    height: Int,
    stride: Int, radius: Int
  ) {
    let share = 1 / Float(2 * radius + 1)
    for y in 0..<height {
      let out = unsafe target + y * stride
      for x in 0..<width { unsafe out[x] = 0 }
      for k in -radius...radius {
        let row = unsafe source + min(max(y + k, 0), height - 1) * stride
        for x in 0..<width { unsafe out[x] += row[x] }
      }
      for x in 0..<width { unsafe out[x] *= share }
    }
  }
}
