import VoimoMedia
package import VoimoSignal
package import VoimoStages

/// Hears a song by signal processing alone, in one pass over its samples.
package struct BuiltinListener: SongListener {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(name: "builtin", version: 1) }

  package func listen(
    to song: String, progress: (_ heard: Int, _ total: Int) throws -> Void
  ) async throws -> SongFeatures {
    var reader = try SoundReader(path: song)
    let rate = reader.sampleRate
    let total = reader.samples / rate
    var analyzer = SongAnalyzer(sampleRate: rate)
    try reader.forEachBlock { block in
      unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { right in
          unsafe analyzer.push(left: left, right: right)
        }
      }
      try progress((block.start + block.count) / rate, total)
    }
    return analyzer.finish()
  }
}

/// Finds sections by what sounds alike and which lines come back.
package struct BuiltinSectionFinder: SectionFinder {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(name: "builtin", version: 2) }

  package func sections(
    of features: SongFeatures, repeats: [RepeatedLines]
  ) async throws -> [DetectedSection] {
    detectSections(features, repeats: repeats)
  }
}
