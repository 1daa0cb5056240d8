import Glibc

/// Triangular bands that sum a power spectrum.
struct FilterBank {
  /// Middle of each band in Hz.
  let centers: [Double]
  private let starts: [Int]
  private let weights: [[Float]]

  /// Bands of a part of an octave each, from one frequency to another; where that is finer than the
  /// spectrum, one band a bin.
  static func logarithmic(
    bandsPerOctave: Int, from low: Double, to high: Double, size: Int, sampleRate: Int
  ) -> FilterBank {
    let width = Double(sampleRate) / Double(size)
    let top = min(high, Double(sampleRate) / 2 - width)
    var bins: [Int] = []
    var step = 0
    while true {
      let frequency = low * exp2(Double(step) / Double(bandsPerOctave))
      guard frequency <= top else { break }
      let bin = max(1, Int((frequency / width).rounded()))
      if bin != bins.last { bins.append(bin) }
      step += 1
    }
    return FilterBank(corners: bins.map { Double($0) * width }, size: size, sampleRate: sampleRate)
  }

  /// Bands equally wide in mel (O'Shaughnessy's formula) between two frequencies.
  static func mel(
    count: Int, from low: Double, to high: Double, size: Int, sampleRate: Int
  ) -> FilterBank {
    func mel(_ frequency: Double) -> Double { 1127 * log(1 + frequency / 700) }
    let top = min(high, Double(sampleRate) / 2)
    let (first, last) = (mel(min(low, top / 2)), mel(top))
    let corners = (0..<count + 2).map { index in
      700 * (exp((first + (last - first) * Double(index) / Double(count + 1)) / 1127) - 1)
    }
    return FilterBank(corners: corners, size: size, sampleRate: sampleRate)
  }

  /// One band a corner but the first and last, each from the corner before to the one after.
  private init(corners: [Double], size: Int, sampleRate: Int) {
    var centers: [Double] = []
    var starts: [Int] = []
    var weights: [[Float]] = []
    let width = Double(sampleRate) / Double(size)
    for index in corners.indices.dropFirst().dropLast() {
      let (left, center, right) = (corners[index - 1], corners[index], corners[index + 1])
      let first = max(0, Int((left / width).rounded(.up)))
      let last = min(size / 2, Int((right / width).rounded(.down)))
      var band: [Float] = []
      if first <= last {
        band = (first...last).map { bin in
          let frequency = Double(bin) * width
          let slope =
            frequency <= center
            ? (frequency - left) / max(center - left, 1e-9)
            : (right - frequency) / max(right - center, 1e-9)
          return Float(max(0, slope))
        }
      }
      if band.allSatisfy({ $0 == 0 }) {
        // Narrower than a bin: the nearest one stands for it.
        starts.append(max(0, min(size / 2, Int((center / width).rounded()))))
        weights.append([1])
      } else {
        starts.append(first)
        weights.append(band)
      }
      centers.append(center)
    }
    self.centers = centers
    self.starts = starts
    self.weights = weights
  }

  /// Adds each band's power into `bands`.
  func sum(_ power: [Float], into bands: inout [Float]) {
    precondition(bands.count == starts.count)
    for band in starts.indices {
      let start = starts[band]
      let weights = weights[band]
      var sum: Float = 0
      for offset in weights.indices { sum += power[start &+ offset] * weights[offset] }
      bands[band] = sum
    }
  }
}
