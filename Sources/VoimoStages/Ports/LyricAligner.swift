package import VoimoLyrics

/// Lays words that have no times onto the singing.
package protocol LyricAligner: Backend {
  /// Times lines and words.
  ///
  /// - Parameters:
  ///   - stanzas: The words, in the order in which they are sung.
  ///   - name: What their file is called, for warnings.
  ///   - hearing: What was heard of the song.
  ///   - work: Whom to tell.
  /// - Returns: The words with times, and what is doubtful about them.
  /// - Throws: `BackendError`, `CancellationError`.
  func align(
    _ stanzas: [Stanza], name: String, to hearing: SongHearing, _ work: Work
  ) async throws -> AlignedLyrics
}
