import Glibc

/// Reads what speaks for a voice from frames of centre and side.
///
/// A voice never holds a pitch as a string or a pipe does: its partials glide and waver, all by the
/// same interval (Regnier and Peeters 2009, "Singing voice detection in music tracks using direct
/// voice vibrato detection"; Lehner, Widmer and Sonnleitner 2014, on the fluctogram). Each spectral
/// peak is compared with the nearest one 40 ms before.
struct VoiceReader: ~Copyable {
  /// Hundredths of a second between frames.
  static let stride = 2

  /// What one frame says; shares are of all peaks, weighted by the root of their amplitude.
  struct Frame {
    /// Share of peaks that moved by 8 to 90 cents.
    var moving: Float = 0
    /// Share of peaks that moved by less than 4 cents.
    var steady: Float = 0
    /// Share of peaks that moved by about the same interval.
    var together: Float = 0
    /// Level of the centre from 300 to 3 400 Hz, in nepers.
    var level: Float = 0
    /// How much of that is in the centre and not at the side, in nepers, at most 0.
    var centre: Float = 0
  }

  private struct Peak {
    /// In cents above 1 Hz.
    var pitch: Float
    var weight: Float
  }

  private var mid: Spectrum
  private var side: Spectrum
  private let binWidth: Float
  private let peakBins: Range<Int>
  private let voiceBins: Range<Int>
  private var logarithms: [Float]
  private var earlier: [[Peak]] = [[], []]

  /// A peak stands this far, in nepers, above the mean of its surroundings of ±20 bins.
  private static let prominence: Float = 1.2
  private static let surroundings = 20
  private static let quiet: Float = 1e-6

  init(size: Int, sampleRate: Int) {
    mid = Spectrum(size: size)
    side = Spectrum(size: size)
    let width = Double(sampleRate) / Double(size)
    binWidth = Float(width)
    func bins(_ low: Double, _ high: Double) -> Range<Int> {
      let first = max(2, Int(low / width))
      return first..<max(first, min(size / 2 - 2, Int(high / width)))
    }
    peakBins = bins(180, 5_000)
    voiceBins = bins(300, 3_400)
    logarithms = Array(repeating: 0, count: size / 2 + 1)
  }

  /// Reads the frame around a song sample.
  mutating func next(_ history: SampleHistory, center: Int) -> Frame {
    let start = center - mid.size / 2 - history.origin
    mid.read(history.mid, at: start)
    let peaks = peaks()
    var frame = motion(of: peaks, since: earlier[0])
    earlier[0] = earlier[1]
    earlier[1] = peaks
    let level = Self.amplitude(mid.power, voiceBins)
    frame.level = log(level + 2e-7)
    if history.isStereo {
      side.read(history.side, at: start)
      let away = Self.amplitude(side.power, voiceBins)
      frame.centre = log((level + 2e-9) / (level + away + 2e-9))
    }
    return frame
  }

  private static func amplitude(_ power: [Float], _ bins: Range<Int>) -> Float {
    var sum: Float = 0
    for bin in bins { sum += power[bin] }
    return sum.squareRoot()
  }

  /// The frame's peaks from low to high.
  private mutating func peaks() -> [Peak] {
    guard !peakBins.isEmpty else { return [] }
    let reach = Self.surroundings
    let first = max(0, peakBins.lowerBound - reach)
    let last = min(logarithms.count - 1, peakBins.upperBound + reach)
    for bin in first...last {
      logarithms[bin] = 0.5 * log(mid.power[bin] + Self.quiet * Self.quiet)
    }
    var peaks: [Peak] = []
    var sum: Float = 0
    var (from, to) = (first, first)
    for bin in peakBins {
      while to <= min(last, bin + reach) {
        sum += logarithms[to]
        to += 1
      }
      while from < bin - reach {
        sum -= logarithms[from]
        from += 1
      }
      let (a, b, c) = (logarithms[bin - 1], logarithms[bin], logarithms[bin + 1])
      guard b > a, b >= c, b - sum / Float(to - from) > Self.prominence else { continue }
      let bend = a - 2 * b + c
      let shift = bend < 0 ? max(-0.5, min(0.5, 0.5 * (a - c) / bend)) : 0
      peaks.append(
        Peak(
          pitch: 1_200 * log2((Float(bin) + shift) * binWidth),
          weight: exp(0.5 * (b - 0.25 * (a - c) * shift))))
    }
    return peaks
  }

  private func motion(of peaks: [Peak], since earlier: [Peak]) -> Frame {
    var frame = Frame()
    guard !peaks.isEmpty, !earlier.isEmpty else { return frame }
    // Intervals of ±90 cents in twelve parts.
    var histogram = [Float](repeating: 0, count: 12)
    var (total, moving, steady): (Float, Float, Float) = (0, 0, 0)
    var movers = 0
    var place = 0
    for peak in peaks {
      total += peak.weight
      while place + 1 < earlier.count,
        abs(earlier[place + 1].pitch - peak.pitch) <= abs(earlier[place].pitch - peak.pitch)
      { place += 1 }
      let interval = peak.pitch - earlier[place].pitch
      let size = abs(interval)
      if size < 4 { steady += peak.weight }
      guard size >= 8, size < 90 else { continue }
      moving += peak.weight
      movers += 1
      histogram[max(0, min(11, Int((interval + 90) / 15)))] += peak.weight
    }
    frame.moving = moving / total
    frame.steady = steady / total
    if movers >= 3 {
      let pairs = zip(histogram, histogram.dropFirst()).map { $0 + $1 }
      frame.together = (pairs.max() ?? 0) / total
    }
    return frame
  }
}
