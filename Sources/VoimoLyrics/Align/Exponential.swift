#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// e to a power.
func exponential(_ power: Double) -> Double { exp(power) }

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }

/// The negative logarithm of the sum of two probabilities that are given so.
func summed(_ a: Double, _ b: Double) -> Double {
  let (small, large) = a < b ? (a, b) : (b, a)
  let difference = large - small
  // Beyond this, or with an impossible one, the sum is the likelier of the two.
  guard difference < 30 else { return small }
  return small - log1p(exp(-difference))
}

/// e to a power.
func exponential(_ power: Float) -> Float { exp(power) }

/// The natural logarithm.
func logarithm(_ value: Float) -> Float { log(value) }
