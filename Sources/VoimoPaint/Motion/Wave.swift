/// Sines from exact operations alone, so that no C library's rounding enters a picture.
enum Wave {
  /// Sine of an angle in turns; error under 1e-7.
  static func sine(_ turns: Float) -> Float { Float(sine(Double(turns))) }

  /// Sine of an angle in turns; error under 1e-9.
  static func sine(_ turns: Double) -> Double {
    // Folded into a quarter turn either side of 0, then Taylor's series.
    var t = turns - turns.rounded()
    if t > 0.25 { t = 0.5 - t } else if t < -0.25 { t = -0.5 - t }
    let x = t * 6.283185307179586
    let s = x * x
    var sum = 1.0 - s / 156
    for divisor in [110.0, 72, 42, 20, 6] { sum = 1 - s / divisor * sum }
    return x * sum
  }
}
