package import VoimoBase
package import VoimoSignal

/// Hears tempo, beats, bars, voice and level in a song.
package protocol SongListener: Backend {
  /// Listens to a song from its first sample to its last.
  ///
  /// - Parameters:
  ///   - song: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - work: Is told how many seconds of how many have been heard.
  /// - Returns: what was heard; times are the song's.
  /// - Throws: what reading throws, `BackendError`, `CancellationError`.
  func listen(to song: String, _ work: Work) async throws -> SongFeatures
}

/// Finds the parts of a song and names them.
package protocol SectionFinder: Backend {
  /// Finds sections that tile the song from 0 to its end.
  ///
  /// - Parameters:
  ///   - features: What was heard.
  ///   - repeats: The lines that are sung, where words are known: which are the same.
  ///   - work: Whom to tell.
  /// - Returns: sections in the song's order, at least one; names are labels.
  /// - Throws: when a back end fails; the built-in one never does.
  func sections(
    of features: SongFeatures, repeats: [RepeatedLines], _ work: Work
  ) async throws -> [TimedSection<String>]
}
