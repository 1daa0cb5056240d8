import VoimoMedia
import VoimoSignal
package import VoimoStages

/// Parts voice and accompaniment by masks on the spectrum: no model, no learned weights.
///
/// The song is first listened to, for where somebody sings, and then read twice at once, ten
/// seconds apart, so that it is never in memory. The accompaniment is the song minus the vocals,
/// so the two add up to the song but for the rounding of one float.
package struct BuiltinStems: StemSeparator {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "builtin", behaviour: 1) }

  package var stems: [StemName] { [.vocals, .accompaniment] }

  package func separate(_ song: String, _ work: Work) async throws -> [StemName: String] {
    // Listening takes about a third of the time that parting does.
    func tell(_ quarters: Int, of total: Int) throws {
      try work.checkCancellation()
      work.progress(min(total, quarters / 4), of: total, unit: "seconds of sound")
    }
    let heard = try BuiltinListener.listen(to: song) { try tell($0, of: $1) }
    return try Self.part(song, voice: heard.signals[.vocal], work) { try tell($1 + 3 * $0, of: $1) }
  }

  /// Parts a song of which it is known where somebody sings.
  ///
  /// - Parameters:
  ///   - song: A sound file that voimo wrote.
  ///   - voice: How likely somebody sings, from 0 to 1, a hundred times a second.
  ///   - work: Where to.
  ///   - progress: Is told how many seconds of how many are parted; when it throws, the work ends.
  /// - Returns: The paths of the stems.
  /// - Throws: what reading and writing throw, and what `progress` throws.
  package static func part(
    _ song: String, voice: [Float], _ work: Work,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> [StemName: String] {
    var reader = try SoundReader(path: song)
    let (rate, samples) = (reader.sampleRate, reader.samples)
    let (vocals, accompaniment) = (work.path("vocals"), work.path("accompaniment"))
    var parts = try StemFiles(song: song, vocals: vocals, accompaniment: accompaniment)
    var splitter = StemSplitter(sampleRate: rate, vocal: voice)
    try reader.forEachBlock { block in
      let voice = unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { right in
          unsafe splitter.push(left: left, right: right)
        }
      }
      try parts.write(left: voice, right: voice)
      try progress((block.start + block.count) / rate, samples / rate)
    }
    let rest = splitter.finish()
    try parts.write(left: rest, right: rest)
    try parts.finish()
    return [.vocals: vocals, .accompaniment: accompaniment]
  }
}
