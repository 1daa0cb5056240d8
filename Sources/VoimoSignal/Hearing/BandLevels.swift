import Glibc

/// Levels of three parts of the spectrum, and its brightness.
struct BandLevels {
  /// Levels of one frame, as amplitudes.
  struct Frame {
    var low: Float
    var mid: Float
    var high: Float
    /// From 0 (100 Hz) to 1 (10 kHz).
    var centroid: Float
  }

  private let binWidth: Float
  private let edges: [Int]

  init(size: Int, sampleRate: Int) {
    binWidth = Float(sampleRate) / Float(size)
    edges = [20.0, 200, 2_000].map { frequency in
      min(size / 2, max(1, Int((frequency * Double(size) / Double(sampleRate)).rounded(.up))))
    }
  }

  /// Reads a frame's power spectrum.
  func read(_ power: [Float]) -> Frame {
    var sums: [Float] = [0, 0, 0]
    var weighted: Float = 0
    var total: Float = 0
    for part in 0..<3 {
      let end = part < 2 ? edges[part + 1] : power.count
      var sum: Float = 0
      for bin in edges[part]..<max(edges[part], end) {
        let value = power[bin]
        sum += value
        let amplitude = value.squareRoot()
        weighted += amplitude * Float(bin)
        total += amplitude
      }
      sums[part] = sum
    }
    var centroid: Float = 0
    if total > 1e-6 {
      centroid = max(0, min(1, log10(weighted / total * binWidth / 100) / 2))
    }
    return Frame(
      low: sums[0].squareRoot(), mid: sums[1].squareRoot(), high: sums[2].squareRoot(),
      centroid: centroid)
  }
}
