package import VoimoBase
import VoimoMedia
package import VoimoSignal
package import VoimoStages

/// Hears a song by signal processing alone, in one pass over its samples.
///
/// Everything but the level is heard at one sample rate, whatever the song's own is, so that the
/// same music gives the same curves; level is measured on the song's own samples.
package struct BuiltinListener: SongListener {
  /// The rate that songs are heard at, in Hz.
  package static let rate = 44_100

  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "builtin", behaviour: 2) }

  package func listen(to song: String, _ work: Work) async throws -> SongFeatures {
    try Self.listen(to: song) { heard, total in
      try work.checkCancellation()
      work.progress(heard, of: total, unit: "seconds of sound")
    }
  }

  /// Listens, and tells how many seconds of how many have been heard; ends when `progress` throws.
  static func listen(
    to song: String, progress: (_ heard: Int, _ total: Int) throws -> Void
  ) throws -> SongFeatures {
    var reader = try SoundReader(path: song)
    let rate = reader.sampleRate
    let total = reader.samples / rate
    let meter = LoudnessMeter(sampleRate: rate)
    var analyzer = SongAnalyzer(sampleRate: Self.rate)
    let resampler = rate == Self.rate ? nil : try Resampler(from: rate, to: Self.rate)
    try reader.forEachBlock { block in
      unsafe Self.lend(block) { unsafe meter.push(left: $0, right: $1) }
      let heard = try resampler?.push(block) ?? block
      unsafe Self.lend(heard) { unsafe analyzer.push(left: $0, right: $1) }
      try progress((block.start + block.count) / rate, total)
    }
    if let rest = try resampler?.finish() {
      unsafe Self.lend(rest) { unsafe analyzer.push(left: $0, right: $1) }
    }
    return analyzer.finish(
      loudness: meter.loudness, duration: Seconds(Double(reader.samples) / Double(rate)))
  }

  private static func lend(
    _ block: AudioBlock, _ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) -> Void
  ) {
    unsafe block.left.withUnsafeBufferPointer { left in
      unsafe block.right.withUnsafeBufferPointer { unsafe body(left, $0) }
    }
  }
}

/// Finds sections by what sounds alike and which lines come back.
package struct BuiltinSectionFinder: SectionFinder {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "builtin", behaviour: 2) }

  package func sections(
    of features: SongFeatures, repeats: [RepeatedLines], _ work: Work
  ) async throws -> [TimedSection<String>] {
    detectSections(features, repeats: repeats)
  }
}
