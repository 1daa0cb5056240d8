package import VoimoBase
package import VoimoSignal

/// Hears tempo, beats, bars, voice and level in a song.
package protocol SongListener: Sendable {
  /// Enters the key of everything that was heard.
  var identity: BackendIdentity { get }

  /// Listens to a song from its first sample to its last.
  ///
  /// - Parameters:
  ///   - song: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - progress: Is told how many seconds of how many have been heard; when it throws, listening
  ///     ends.
  /// - Returns: what was heard; times are the song's.
  /// - Throws: what reading throws, and what `progress` throws.
  func listen(
    to song: String, progress: (_ heard: Int, _ total: Int) throws -> Void
  ) async throws -> SongFeatures
}

/// Finds the parts of a song and names them.
package protocol SectionFinder: Sendable {
  /// Enters the key of the structure.
  var identity: BackendIdentity { get }

  /// Finds sections that tile the song from 0 to its end.
  ///
  /// - Parameters:
  ///   - features: What was heard.
  ///   - repeats: The lines that are sung, where words are known: which are the same.
  /// - Returns: sections in the song's order, at least one; names are labels.
  /// - Throws: when a back end fails; the built-in one never does.
  func sections(
    of features: SongFeatures, repeats: [RepeatedLines]
  ) async throws -> [TimedSection<String>]
}
