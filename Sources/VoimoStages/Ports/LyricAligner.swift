package import VoimoEngine
package import VoimoLyrics

/// Who lays words that have no times onto the singing.
package enum WordAligner: Sendable {
  /// By what was heard of the song: where somebody sings, sections, bars.
  case hearing(any LyricAligner)
  /// By the song itself, in which it hears the words.
  case sound(any SongAligner)

  package var identity: BackendIdentity {
    switch self {
    case .hearing(let aligner): aligner.identity
    case .sound(let aligner): aligner.identity
    }
  }

  package var needs: StepNeeds {
    switch self {
    case .hearing(let aligner): aligner.needs
    case .sound(let aligner): aligner.needs
    }
  }
}

/// Lays words onto the singing by the song's sound.
package protocol SongAligner: Backend {
  /// Times lines and words.
  ///
  /// - Parameters:
  ///   - stanzas: The words, in the order in which they are sung.
  ///   - name: What their file is called, for warnings.
  ///   - language: What is sung, as the project says: `en`, `pt-BR`; nil where it does not.
  ///   - song: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - work: Whom to tell.
  /// - Returns: The words with times, and what is doubtful about them.
  /// - Throws: `BackendError`, `CancellationError`.
  func align(
    _ stanzas: [Stanza], name: String, language: String?, to song: String, _ work: Work
  ) async throws -> AlignedLyrics
}

/// Lays words onto the singing by what was heard of the song.
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
