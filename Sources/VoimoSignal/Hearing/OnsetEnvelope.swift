import Glibc

/// Turns spectra into onset strengths: how much each frame has that the ones before had not.
///
/// Spectral flux of logarithmically compressed bands (Bello et al. 2005, "A tutorial on onset
/// detection in music signals"), each compared with the largest of its neighbours two frames
/// before, so that vibrato does not count (Böck and Widmer 2013, "Maximum filter vibrato
/// suppression for onset detection"). Compression follows the song's own level, so that a quiet
/// master gives the same onsets as a loud one.
struct OnsetEnvelope {
  /// Onset strengths of one frame, in nepers per band.
  struct Frame {
    var onset: Float
    var kick: Float
    var snare: Float
  }

  private let bank: FilterBank
  private let kickBands: Range<Int>
  private let bodyBands: Range<Int>
  private let noiseBands: Range<Int>
  private var amplitudes: [[Float]]
  private var logarithms: [Float]
  private var earlier: [Float]
  private var peak = floor

  /// −50 dBFS: nothing below it sets the level that compression follows.
  private static let floor: Float = 0.003
  /// The largest band is compressed as log(1 + 400).
  private static let compression: Float = 400
  /// Frames between the compared ones.
  private static let lag = 2

  init(size: Int, sampleRate: Int) {
    let bank = FilterBank.logarithmic(
      bandsPerOctave: 12, from: 27.5, to: 16_000, size: size, sampleRate: sampleRate)
    self.bank = bank
    func bands(_ low: Double, _ high: Double) -> Range<Int> {
      let first = bank.centers.firstIndex { $0 >= low } ?? bank.centers.count
      let last = bank.centers.firstIndex { $0 > high } ?? bank.centers.count
      return first..<max(first, last)
    }
    kickBands = bands(0, 110)
    bodyBands = bands(150, 400)
    noiseBands = bands(1_500, 9_000)
    let none = [Float](repeating: 0, count: bank.centers.count)
    amplitudes = Array(repeating: none, count: Self.lag + 1)
    logarithms = none
    earlier = none
  }

  /// Takes the next frame's power spectrum.
  mutating func next(_ power: [Float]) -> Frame {
    amplitudes.swapAt(0, 1)
    amplitudes.swapAt(1, 2)
    bank.sum(power, into: &amplitudes[Self.lag])
    var largest: Float = 0
    for band in amplitudes[Self.lag].indices {
      let amplitude = amplitudes[Self.lag][band].squareRoot()
      amplitudes[Self.lag][band] = amplitude
      largest = max(largest, amplitude)
    }
    // Halves in 14 s.
    peak = max(largest, Self.floor, peak * 0.9995)
    let gain = Self.compression / peak
    for band in logarithms.indices {
      logarithms[band] = log1p(amplitudes[Self.lag][band] * gain)
      earlier[band] = log1p(amplitudes[0][band] * gain)
    }
    let body = flux(bodyBands)
    let noise = flux(noiseBands)
    return Frame(
      onset: flux(logarithms.indices), kick: flux(kickBands),
      snare: (body * noise).squareRoot())
  }

  private func flux(_ bands: Range<Int>) -> Float {
    guard !bands.isEmpty else { return 0 }
    var sum: Float = 0
    let last = earlier.count - 1
    for band in bands {
      let before = max(earlier[max(0, band - 1)], earlier[band], earlier[min(last, band + 1)])
      sum += max(0, logarithms[band] - before)
    }
    return sum / Float(bands.count)
  }
}
