/// Parts a song into stems.
package protocol StemSeparator: Backend {
  /// What it makes; `vocals` is among it.
  var stems: [StemName] { get }

  /// Writes a sound file for each stem into the work's folder: stereo, at the song's rate, as long
  /// as the song to the sample.
  ///
  /// Whether the stems add up to the song is the separator's own affair.
  ///
  /// - Parameters:
  ///   - song: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - work: Is told how many seconds of how many are done.
  /// - Returns: The path of each stem.
  /// - Throws: what reading and writing throw, `BackendError`, `CancellationError`.
  func separate(_ song: String, _ work: Work) async throws -> [StemName: String]
}

/// What a stem holds.
package enum StemName: String, Sendable, Hashable, Codable, CaseIterable {
  case vocals
  /// All but the vocals.
  case accompaniment
  case drums
  case bass
  /// What no other stem holds.
  case other
}
