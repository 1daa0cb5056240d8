import VoimoBase

/// Finds the parts of a song.
package func detectSections(_ features: SongFeatures) -> [DetectedSection] {
  [DetectedSection(label: "inst", start: .zero, end: features.duration, confidence: 0.1)]
}
