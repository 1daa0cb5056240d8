package import VoimoBase

/// Hears a song block by block: tempo, beats, bars, curves, pitch classes, timbre.
///
/// Samples are not kept: memory grows by the curves alone, some 5 kB for each second of song.
/// Frames are 30 to 60 ms long at any sample rate and centred on every hundredth of a second of the
/// song's clock, so that times do not lag. Same samples in other blocks give the same features.
package struct SongAnalyzer: ~Copyable, Sendable {
  private let sampleRate: Int
  private let longSize: Int
  private var history: SampleHistory
  private var short: Spectrum
  private var shortSide: Spectrum
  private var long: Spectrum
  private var longSide: Spectrum
  private var onsets: OnsetEnvelope
  private var levels: BandLevels
  private var harmony: HarmonyReader
  private var voice: VoiceReader

  private var curves = RawCurves()
  private var next = 0

  /// Begins a song at a sample rate in Hz.
  package init(sampleRate: Int) {
    precondition(sampleRate > 0, "a song at \(sampleRate) Hz")
    self.sampleRate = sampleRate
    // 2 048 samples at 44.1 kHz, and 30 to 60 ms elsewhere.
    var size = 64
    while Double(size) < 0.03 * Double(sampleRate) { size *= 2 }
    longSize = 4 * size
    history = SampleHistory(silence: longSize / 2)
    short = Spectrum(size: size)
    shortSide = Spectrum(size: size)
    long = Spectrum(size: longSize)
    longSide = Spectrum(size: longSize)
    onsets = OnsetEnvelope(size: size, sampleRate: sampleRate)
    levels = BandLevels(size: size, sampleRate: sampleRate)
    harmony = HarmonyReader(size: longSize, sampleRate: sampleRate)
    voice = VoiceReader(size: 2 * size, sampleRate: sampleRate)

  }

  /// Takes the next samples of both channels, equally many; a mono song passes the same twice.
  ///
  /// NaN and infinite samples count as silence.
  package mutating func push(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
  ) {
    precondition(left.count == right.count, "\(left.count) samples left, \(right.count) right")
    var start = 0
    while start < left.count {
      let end = min(left.count, start + 16_384)
      unsafe history.append(left: left, right: right, range: start..<end)
      start = end
      hear(before: Int.max)
    }
  }

  /// Hears the rest and draws the conclusions; the analyser takes no more samples then.
  ///
  /// - Parameters:
  ///   - loudness: what a `LoudnessMeter` measured on the song's own samples.
  ///   - duration: the song's own length where other samples than its own were pushed; nil for
  ///     theirs.
  /// - Returns: all that was heard.
  package mutating func finish(loudness: Loudness, duration: Seconds? = nil) -> SongFeatures {
    let samples = history.pushed
    history.appendSilence(longSize)
    hear(before: (samples * Signals.rate + sampleRate - 1) / sampleRate)
    return curves.conclude(
      duration: duration ?? Seconds(Double(samples) / Double(sampleRate)), loudness: loudness)
  }

  /// Hears all frames before a number for which there are samples enough.
  private mutating func hear(before limit: Int) {
    while next < limit {
      let center = (next * sampleRate + Signals.rate / 2) / Signals.rate
      guard center + longSize / 2 <= history.end else { break }
      hearFrame(at: center)
      next += 1
    }
    let center = (next * sampleRate + Signals.rate / 2) / Signals.rate
    history.forget(before: center - longSize / 2)
  }

  private mutating func hearFrame(at center: Int) {
    let start = center - short.size / 2 - history.origin
    short.read(history.mid, at: start)
    var power = short.power
    if history.isStereo {
      shortSide.read(history.side, at: start)
      Self.add(shortSide.power, to: &power)
    }
    let reach = max(1, sampleRate / 50)
    curves.append(
      rms: history.power(around: center, reach: reach).squareRoot(), onset: onsets.next(power),
      level: levels.read(power))
    if next % VoiceReader.stride == 0 {
      curves.append(voice: voice.next(history, center: center))
    }
    guard next % HarmonyReader.stride == 0 else { return }
    let longStart = center - longSize / 2 - history.origin
    long.read(history.mid, at: longStart)
    power = long.power
    if history.isStereo {
      longSide.read(history.side, at: longStart)
      Self.add(longSide.power, to: &power)
    }
    let row = harmony.read(power)
    curves.append(chroma: row.chroma, timbre: row.timbre)
  }

  private static func add(_ other: [Float], to power: inout [Float]) {
    for bin in power.indices { power[bin] += other[bin] }
  }
}
