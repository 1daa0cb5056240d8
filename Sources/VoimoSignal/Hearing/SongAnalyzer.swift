import VoimoBase

/// Hears a song block by block: tempo, beats, bars, curves, pitch classes, timbre, level.
package struct SongAnalyzer {
  package init(sampleRate: Int) { precondition(sampleRate > 0) }

  package mutating func push(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
  ) {
  }

  package mutating func finish() -> SongFeatures {
    SongFeatures(
      duration: .zero, signals: Signals([:]), chroma: FeatureRows(width: 12, rate: 10),
      timbre: FeatureRows(width: 13, rate: 10), tempo: Tempo(bpm: 0, confidence: 0), tempoMap: [],
      beats: [], bars: [],
      loudness: Loudness(peak: 0, rms: 0, isSilent: true, clippedShare: 0, offset: 0))
  }
}

/// Finds the parts of a song.
package func detectSections(_ features: SongFeatures) -> [DetectedSection] {
  [DetectedSection(label: "inst", start: .zero, end: features.duration, confidence: 0.1)]
}
