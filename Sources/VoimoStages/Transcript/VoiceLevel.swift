import Glibc
import VoimoMedia

/// Where somebody sings, by the level of separated vocals beside their song's.
package enum VoiceLevel {
  /// Values a second.
  package static let rate = 100

  /// How far below the song the vocals are where they count as silent, and where as sung, in dB.
  ///
  /// Separated vocals of instrumentals lie 42 to 75 dB below their song, sung ones 2 to 7.
  private static let silent = -30.0, sung = -12.0

  /// From 0, nobody, to 1, a hundred times a second.
  ///
  /// - Complexity: reads both files once.
  /// - Throws: `MediaError`, `CancellationError`.
  package static func values(vocals: String, song: String, _ work: Work) throws -> [Float] {
    var voice = try SoundReader(path: vocals)
    var song = try SoundReader(path: song)
    let hop = max(1, voice.sampleRate / rate)
    var powers: [Double] = []
    powers.reserveCapacity(voice.samples / hop + 1)
    var sum = 0.0
    var count = 0
    try voice.forEachBlock { block in
      try work.checkCancellation()
      for index in 0..<block.count {
        sum += power(block.left[index]) + power(block.right[index])
        count += 1
        guard count == hop else { continue }
        powers.append(sum / Double(2 * hop))
        (sum, count) = (0, 0)
      }
    }
    var songPower = 0.0
    try song.forEachBlock { block in
      for index in 0..<block.count {
        songPower += power(block.left[index]) + power(block.right[index])
      }
    }
    songPower /= Double(max(1, 2 * song.samples))
    guard songPower > 0 else { return Array(repeating: 0, count: powers.count) }
    return powers.map { power in
      let level = power > 0 ? 10 * log10(power / songPower) : -200
      return Float(min(max((level - silent) / (sung - silent), 0), 1))
    }
  }

  private static func power(_ sample: Float) -> Double {
    sample.isFinite ? Double(sample) * Double(sample) : 0
  }
}
