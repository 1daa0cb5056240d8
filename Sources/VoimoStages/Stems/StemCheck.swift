import VoimoMedia

/// Holds stems against their song, whoever made them.
struct StemCheck {
  /// The song's sound file.
  var song: String
  /// Who made the stems, for messages.
  var separator: String

  /// Refuses a stem that has not the song's rate and length.
  ///
  /// - Throws: `BackendError`, `MediaError`.
  func sameLength(_ stem: String) throws {
    let song = try SoundReader(path: song)
    let stem = try SoundReader(path: stem)
    guard stem.sampleRate == song.sampleRate, stem.samples == song.samples else {
      throw BackendError.wrongResult(
        "\(separator) has made a stem of \(stem.samples) samples at \(stem.sampleRate) Hz; the "
          + "song has \(song.samples) at \(song.sampleRate) Hz")
    }
  }

  /// What is worth knowing: how loud the voice is beside the song, and whether the song is mono.
  ///
  /// NaN and infinite samples count as silence.
  ///
  /// - Throws: `MediaError`, `CancellationError`.
  func note(vocals: String, _ work: Work) throws -> StemsNote {
    var song = try SoundReader(path: song)
    var voice = try SoundReader(path: vocals)
    let (rate, samples) = (song.sampleRate, song.samples)
    var songPower = 0.0
    var voicePower = 0.0
    var isMono = true
    try song.forEachBlock { block in
      try work.checkCancellation()
      let sung = try voice.read(block.start..<block.start + block.count)
      for index in 0..<block.count {
        let (left, right) = (block.left[index], block.right[index])
        if left != right { isMono = false }
        guard left.isFinite, right.isFinite else { continue }
        songPower += Self.power(left) + Self.power(right)
        voicePower += Self.power(sung.left[index]) + Self.power(sung.right[index])
      }
    }
    return StemsNote(
      sampleRate: rate, samples: samples, separator: separator, isMono: isMono,
      vocalShare: songPower > 0 ? voicePower / songPower : 0)
  }

  private static func power(_ sample: Float) -> Double {
    sample.isFinite ? Double(sample) * Double(sample) : 0
  }

  /// Mixes stems into one file.
  ///
  /// - Throws: `MediaError`, `CancellationError`.
  static func sum(of stems: [String], to path: String, _ work: Work) throws {
    guard let first = stems.first else {
      throw BackendError.wrongResult("the separator has made nothing but the vocals")
    }
    let others = stems.dropFirst()
    var reader = try SoundReader(path: first)
    var writer = try SoundWriter(path: path, sampleRate: reader.sampleRate)
    try reader.forEachBlock { block in
      try work.checkCancellation()
      var block = block
      for stem in others {
        // Opened anew for each block: a reader cannot be kept in a collection.
        var reader = try SoundReader(path: stem)
        let other = try reader.read(block.start..<block.start + block.count)
        for index in 0..<block.count {
          block.left[index] += other.left[index]
          block.right[index] += other.right[index]
        }
      }
      try writer.write(block)
    }
    _ = try writer.finish()
  }
}
