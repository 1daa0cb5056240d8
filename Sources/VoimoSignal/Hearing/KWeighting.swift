import Glibc

/// The filter before loudness is measured: a shelf for the head, then a high-pass, for one channel.
///
/// ITU-R BS.1770-4, annex 1. The standard prints coefficients for 48 kHz alone; here the analogue
/// prototypes behind them are transformed for any rate (De Man 2014, "Evaluation of implementations
/// of the EBU R128 loudness measurement"); at 48 kHz the printed ones come out.
struct KWeighting {
  private let shelf: Coefficients
  private let highPass: Coefficients
  private var shelfState = State()
  private var highPassState = State()

  /// Of a second-order section whose a₀ is 1.
  struct Coefficients: Equatable {
    var b0: Double
    var b1: Double
    var b2: Double
    var a1: Double
    var a2: Double
  }

  private struct State {
    var first = 0.0
    var second = 0.0

    /// One sample through a transposed second direct form.
    mutating func next(_ input: Double, _ filter: Coefficients) -> Double {
      let output = filter.b0 * input + first
      first = filter.b1 * input - filter.a1 * output + second
      second = filter.b2 * input - filter.a2 * output
      return output
    }

    /// Numbers below this are nothing, and the smallest are slow to reckon with.
    mutating func settle() {
      if abs(first) < 1e-30 { first = 0 }
      if abs(second) < 1e-30 { second = 0 }
    }
  }

  init(sampleRate: Int) {
    shelf = Self.shelf(sampleRate: Double(sampleRate))
    highPass = Self.highPass(sampleRate: Double(sampleRate))
  }

  /// The next sample, weighted.
  mutating func next(_ sample: Double) -> Double {
    highPassState.next(shelfState.next(sample, shelf), highPass)
  }

  /// Lets what rings on end; to be called now and then.
  mutating func settle() {
    shelfState.settle()
    highPassState.settle()
  }

  /// +4 dB above 1.7 kHz.
  static func shelf(sampleRate: Double) -> Coefficients {
    let k = tan(.pi * 1_681.974450955533 / sampleRate)
    let q = 0.7071752369554196
    let high = pow(10, 3.999843853973347 / 20)
    let band = pow(high, 0.4996667741545416)
    let a0 = 1 + k / q + k * k
    return Coefficients(
      b0: (high + band * k / q + k * k) / a0, b1: 2 * (k * k - high) / a0,
      b2: (high - band * k / q + k * k) / a0, a1: 2 * (k * k - 1) / a0,
      a2: (1 - k / q + k * k) / a0)
  }

  /// From 38 Hz on.
  static func highPass(sampleRate: Double) -> Coefficients {
    let k = tan(.pi * 38.13547087602444 / sampleRate)
    let q = 0.5003270373238773
    let a0 = 1 + k / q + k * k
    return Coefficients(
      b0: 1, b1: -2, b2: 1, a1: 2 * (k * k - 1) / a0, a2: (1 - k / q + k * k) / a0)
  }
}
