import VoimoBase

/// The curves as they are measured, before anything is known of the whole song.
struct RawCurves {
  private var rms: [Float] = []
  private var onset: [Float] = []
  private var low: [Float] = []
  private var mid: [Float] = []
  private var high: [Float] = []
  private var kick: [Float] = []
  private var snare: [Float] = []
  private var centroid: [Float] = []
  private var voice: [VoiceReader.Frame] = []
  private var chroma: [Float] = []
  private var timbre: [Float] = []

  mutating func append(rms: Float, onset: OnsetEnvelope.Frame, level: BandLevels.Frame) {
    self.rms.append(rms)
    self.onset.append(onset.onset)
    kick.append(onset.kick)
    snare.append(onset.snare)
    low.append(level.low)
    mid.append(level.mid)
    high.append(level.high)
    centroid.append(level.centroid)
  }

  mutating func append(voice frame: VoiceReader.Frame) { voice.append(frame) }

  mutating func append(chroma: [Float], timbre: [Float]) {
    self.chroma += chroma
    self.timbre += timbre
  }

  /// Finds tempo, beats and bars, normalises the curves.
  mutating func conclude(duration: Seconds, loudness: Loudness) -> SongFeatures {
    let chroma = FeatureRows(
      width: 12, rate: Double(Signals.rate / HarmonyReader.stride), values: self.chroma)
    let timbre = FeatureRows(
      width: HarmonyReader.timbreWidth, rate: chroma.rate, values: self.timbre)
    self.chroma = []
    self.timbre = []
    let reader = EvidenceReader(
      onset: onset, kick: kick, snare: snare, low: low, level: rms, chroma: chroma)
    var rhythm = Rhythm()
    if !loudness.isSilent {
      let pulse = OnsetPulse.normalised(onset)
      let tempogram = Tempogram(pulse: pulse)
      rhythm = Rhythm(tempogram: tempogram, pulse: pulse, reader: reader)
    }
    let (bars, metre) = BarTracker(reader: reader).bars(of: rhythm.beats)
    // Raw curves are let go one by one: two hours of them twice would not fit.
    var curves: [Signal: [Float]] = [:]
    curves[.vocal] = VocalActivity.curve(voice, count: rms.count)
    voice = []
    curves[.rms] = Self.take(&rms)
    curves[.onset] = Self.take(&onset)
    curves[.low] = Self.take(&low)
    curves[.mid] = Self.take(&mid)
    curves[.high] = Self.take(&high)
    curves[.kick] = Self.take(&kick)
    curves[.snare] = Self.take(&snare)
    curves[.centroid] = centroid
    centroid = []
    return SongFeatures(
      duration: duration, signals: Signals(curves), chroma: chroma, timbre: timbre,
      tempo: rhythm.tempo, tempoMap: rhythm.tempoMap, beats: rhythm.beats, bars: bars,
      metre: metre, key: songKey(of: chroma),
      chords: chordSpans(
        of: chroma, between: Self.pieces(of: rhythm.beats, duration: duration.value)),
      loudness: loudness)
  }

  /// Beats and the song's ends; half seconds where there are no beats.
  private static func pieces(of beats: [Beat], duration: Double) -> [Double] {
    var borders = [0.0]
    if beats.isEmpty {
      while Double(borders.count) * 0.5 < duration { borders.append(Double(borders.count) * 0.5) }
    } else {
      // A piece shorter than a row of pitch classes says nothing of its own.
      for beat in beats
      where beat.time.value > borders[borders.count - 1] + 0.1 && beat.time.value < duration - 0.1 {
        borders.append(beat.time.value)
      }
    }
    if duration > 0 { borders.append(duration) }
    return borders
  }

  /// Divides by the level that one value in two hundred exceeds, and empties the source.
  private static func take(_ curve: inout [Float]) -> [Float] {
    let scale = percentile(curve, 0.995)
    var taken: [Float] = []
    swap(&taken, &curve)
    // Under −90 dBFS there is nothing but dither to make large.
    guard scale > 3e-5 else { return Array(repeating: 0, count: taken.count) }
    for index in taken.indices { taken[index] = min(1, taken[index] / scale) }
    return taken
  }
}

/// The value that a share of all values does not exceed; 0 for none.
///
/// - Complexity: O(n log n).
func percentile(_ values: [Float], _ share: Double) -> Float {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  return sorted[max(0, min(sorted.count - 1, Int(Double(sorted.count - 1) * share)))]
}
