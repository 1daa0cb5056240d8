/// Tells, bin by bin, how much of a frame's centre is a voice.
///
/// Three models of what is not: a bin that stays for most of a second is a held chord or a bass
/// (harmonic–percussive separation by medians along time, Fitzgerald 2010, with frames so long that
/// a voice does not count as harmonic, as in Tachibana, Ono and Sagayama 2014); a frame level over
/// 500 Hz is a drum (medians along frequency, the widths as in Driedger, Müller and Disch 2014);
/// what is also in the frames most like it is the band, which repeats itself while the voice goes
/// on (REPET-SIM, Rafii and Pardo 2012, "Music/voice separation using the similarity matrix"). The
/// strongest of the three is the accompaniment; what is left over is the voice, and a Wiener mask
/// divides the bin.
struct VocalMask: Sendable {
  /// Frames on either side that the frame to be divided needs.
  let reach: Int
  private let bins: Int
  private let holding: Int
  private let apart: Int
  private let width: Int
  private var along: SortedWindows
  private var across: SortedWindows
  private var next = 0
  private var repeated: [Float]
  /// The mask of the last frame, from 0 to 1.
  private(set) var mask: [Float]

  /// Frames that are compared with one.
  private static let similar = 15
  /// Fewer say nothing of what repeats.
  private static let fewest = 5

  /// Takes how many frames there are a second, bins in a frame and their distance in Hz.
  init(framesPerSecond: Double, bins: Int, binWidth: Double) {
    self.bins = bins
    reach = Int((10 * framesPerSecond).rounded())
    holding = max(1, Int((0.5 * framesPerSecond).rounded()))
    apart = max(1, Int((0.1 * framesPerSecond).rounded()))
    width = max(1, Int((250 / binWidth).rounded()))
    along = SortedWindows(count: bins, length: 2 * holding + 1)
    across = SortedWindows(count: 1, length: 2 * width + 1)
    repeated = Array(repeating: 0, count: bins)
    mask = repeated
  }

  /// Divides the next frame, the first one after the one before; `history` reaches to `reach`
  /// frames after it.
  mutating func divideNext(_ history: SpectralHistory) {
    let frame = next
    if frame == 0 {
      for ahead in 0..<holding { slide(to: ahead, history) }
    }
    slide(to: frame + holding, history)
    let similar = history.frames(
      like: frame, atMost: Self.similar, distance: 2 * holding, apart: apart, reach: reach)
    if similar.count >= Self.fewest {
      history.median(of: similar, into: &repeated)
    } else {
      for bin in 0..<bins { repeated[bin] = 0 }
    }
    func magnitude(_ bin: Int) -> Float {
      history.magnitude(frame, max(0, min(bins - 1, bin)))
    }
    across.fill(0, with: magnitude(0))
    for bin in 0..<width { across.exchange(magnitude(0), for: magnitude(bin), in: 0) }
    for bin in 0..<bins {
      across.exchange(magnitude(bin - width - 1), for: magnitude(bin + width), in: 0)
      let whole = magnitude(bin)
      let band = min(whole, max(across.median(0), along.median(bin), repeated[bin]))
      let voice = whole - band
      mask[bin] = voice * voice / (voice * voice + band * band + 1e-20)
    }
    next += 1
  }

  private mutating func slide(to frame: Int, _ history: SpectralHistory) {
    let old = frame - 2 * holding - 1
    for bin in 0..<bins {
      along.exchange(
        history.magnitude(old, bin), for: history.magnitude(frame, bin), in: bin)
    }
  }
}
