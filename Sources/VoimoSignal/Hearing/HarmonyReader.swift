import Glibc

/// Pitch classes and timbre of long frames.
///
/// Chroma of spectral peaks, each with its frequency refined by a parabola (after Gómez 2006,
/// "Tonal description of polyphonic audio"), with square-root compression; timbre as mel-frequency
/// cepstral coefficients (Davis and Mermelstein 1980).
struct HarmonyReader {
  /// Hundredths of a second between rows.
  static let stride = 10
  static let timbreWidth = 13

  private let binWidth: Double
  private let range: Range<Int>
  private let mel: FilterBank
  private var bands: [Float]
  private let cosines: [Float]

  init(size: Int, sampleRate: Int) {
    binWidth = Double(sampleRate) / Double(size)
    let first = max(2, Int((80 / binWidth).rounded(.up)))
    range = first..<max(first, min(size / 2 - 1, Int(2_500 / binWidth)))
    mel = FilterBank.mel(count: 40, from: 60, to: 11_000, size: size, sampleRate: sampleRate)
    bands = Array(repeating: 0, count: 40)
    var cosines: [Float] = []
    for coefficient in 0..<Self.timbreWidth {
      for band in 0..<40 {
        let angle = Double.pi / 40 * (Double(band) + 0.5) * Double(coefficient)
        cosines.append(Float(cos(angle) * (coefficient == 0 ? 1.0 / 40 : 2.0 / 40)))
      }
    }
    self.cosines = cosines
  }

  /// Reads a frame's power spectrum.
  mutating func read(_ power: [Float]) -> (chroma: [Float], timbre: [Float]) {
    (chroma(power), timbre(power))
  }

  private func chroma(_ power: [Float]) -> [Float] {
    var chroma = [Float](repeating: 0, count: 12)
    var largest: Float = 0
    for bin in range { largest = max(largest, power[bin]) }
    // −80 dBFS is nobody's tone.
    guard largest > 1e-8 else { return chroma }
    let threshold = largest * 1e-5
    for bin in range where power[bin] > threshold {
      let (before, here, after) = (power[bin - 1], power[bin], power[bin + 1])
      guard here > before, here >= after else { continue }
      let (a, b, c) = (
        log(Double(max(before, 1e-20))), log(Double(here)), log(Double(max(after, 1e-20)))
      )
      let bend = a - 2 * b + c
      let shift = bend < 0 ? max(-0.5, min(0.5, 0.5 * (a - c) / bend)) : 0
      let pitch = 69 + 12 * log2((Double(bin) + shift) * binWidth / 440)
      // Each peak is shared by the two nearest classes.
      let below = pitch.rounded(.down)
      let share = Float(pitch - below)
      let place = Int(below) % 12
      let weight = here.squareRoot().squareRoot()
      chroma[place] += weight * (1 - share)
      chroma[(place + 1) % 12] += weight * share
    }
    let top = chroma.max() ?? 0
    guard top > 0 else { return chroma }
    return chroma.map { $0 / top }
  }

  private mutating func timbre(_ power: [Float]) -> [Float] {
    mel.sum(power, into: &bands)
    for band in bands.indices { bands[band] = log(bands[band] + 1e-9) }
    return (0..<Self.timbreWidth).map { coefficient in
      var sum: Float = 0
      for band in bands.indices { sum += bands[band] * cosines[coefficient * 40 + band] }
      return sum
    }
  }
}
