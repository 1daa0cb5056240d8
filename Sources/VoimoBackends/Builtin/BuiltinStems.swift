import VoimoMedia
package import VoimoSignal
package import VoimoStages

/// Parts voice and accompaniment by masks on the spectrum: no model, no learned weights.
///
/// The song is read twice at once, ten seconds apart, so that it is never in memory. The
/// accompaniment is the song minus the vocals, so the two add up to the song but for the rounding
/// of one float.
package struct BuiltinStems: StemSeparator {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(name: "builtin", version: 1) }

  package func separate(
    song: String, signals: Signals, vocals: String, accompaniment: String,
    progress: (_ done: Int, _ total: Int) throws -> Void
  ) async throws -> StemFacts {
    var reader = try SoundReader(path: song)
    let (rate, samples) = (reader.sampleRate, reader.samples)
    var parts = StemFiles(
      song: try SoundReader(path: song), vocals: try SoundWriter(path: vocals, sampleRate: rate),
      accompaniment: try SoundWriter(path: accompaniment, sampleRate: rate))
    var splitter = StemSplitter(sampleRate: rate, vocal: signals[.vocal])
    try reader.forEachBlock { block in
      let voice = unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { right in
          unsafe splitter.push(left: left, right: right)
        }
      }
      try parts.write(voice)
      try progress((block.start + block.count) / rate, samples / rate)
    }
    try parts.write(splitter.finish())
    return try parts.finish()
  }
}

/// Writes both stems while it reads the song again.
private struct StemFiles: ~Copyable {
  private var song: SoundReader
  private var vocals: SoundWriter
  private var accompaniment: SoundWriter
  private var songPower = 0.0
  private var vocalPower = 0.0
  private var isMono = true

  init(
    song: consuming SoundReader, vocals: consuming SoundWriter,
    accompaniment: consuming SoundWriter
  ) {
    self.song = song
    self.vocals = vocals
    self.accompaniment = accompaniment
  }

  mutating func write(_ voice: [Float]) throws {
    guard !voice.isEmpty else { return }
    var rest = try song.read(vocals.samples..<vocals.samples + voice.count)
    for index in voice.indices {
      let (left, right) = (rest.left[index], rest.right[index])
      if left != right { isMono = false }
      if left.isFinite, right.isFinite {
        songPower += Double(left) * Double(left) + Double(right) * Double(right)
        vocalPower += 2 * Double(voice[index]) * Double(voice[index])
      }
      rest.left[index] = left - voice[index]
      rest.right[index] = right - voice[index]
    }
    try vocals.write(left: voice, right: voice)
    try accompaniment.write(rest)
  }

  consuming func finish() throws -> StemFacts {
    let facts = StemFacts(
      sampleRate: song.sampleRate, samples: vocals.samples, isMono: isMono,
      vocalShare: songPower > 0 ? vocalPower / songPower : 0)
    _ = try vocals.finish()
    _ = try accompaniment.finish()
    return facts
  }
}
