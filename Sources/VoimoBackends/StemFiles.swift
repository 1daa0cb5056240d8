import VoimoMedia
import VoimoSignal

/// Writes vocals, and the song without them, while it reads the song again.
///
/// The two add up to the song but for the rounding of one float.
struct StemFiles: ~Copyable {
  private var song: SoundReader
  private var vocals: SoundWriter
  private var accompaniment: SoundWriter

  /// Makes both files at the song's rate, over older ones.
  ///
  /// - Throws: `MediaError`.
  init(song: String, vocals: String, accompaniment: String) throws {
    let reader = try SoundReader(path: song)
    let rate = reader.sampleRate
    let voice = try SoundWriter(path: vocals, sampleRate: rate)
    let rest = try SoundWriter(path: accompaniment, sampleRate: rate)
    self.song = reader
    self.vocals = voice
    self.accompaniment = rest
  }

  /// Takes the next samples of the vocals; what is longer than the song is left out, and NaN and
  /// infinite samples are silence.
  ///
  /// - Throws: `MediaError`.
  mutating func write(left: [Float], right: [Float]) throws {
    let start = vocals.samples
    let count = min(left.count, song.samples - start)
    guard count > 0 else { return }
    var rest = try song.read(start..<start + count)
    var (left, right) = (Array(left[..<count]), Array(right[..<count]))
    for index in 0..<count {
      if !left[index].isFinite { left[index] = 0 }
      if !right[index].isFinite { right[index] = 0 }
      rest.left[index] -= left[index]
      rest.right[index] -= right[index]
    }
    try vocals.write(left: left, right: right)
    try accompaniment.write(rest)
  }

  /// Ends both files.
  ///
  /// - Throws: `MediaError`.
  consuming func finish() throws {
    _ = try vocals.finish()
    _ = try accompaniment.finish()
  }
}
