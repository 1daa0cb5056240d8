package import VoimoBase
package import VoimoLyrics

/// Writes down the words that are sung.
package protocol Transcriber: Backend {
  /// What it listens to.
  var hears: HeardSound { get }

  /// Writes down what is sung in pieces of a sound.
  ///
  /// Nothing is filtered: what it says where nobody sings is for others to drop.
  ///
  /// - Parameters:
  ///   - sound: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - language: What is sung, as the project says: `en`; nil where it does not.
  ///   - pieces: Where somebody sings, in order; at least one.
  ///   - work: Whom to tell.
  /// - Returns: Words with their times in the song.
  /// - Throws: `BackendError`, `CancellationError`.
  func transcribe(
    _ sound: String, language: String?, in pieces: [Range<Seconds>], _ work: Work
  ) async throws -> Transcript
}

/// What of a song a back end listens to.
package enum HeardSound: String, Sendable, Hashable, CaseIterable {
  /// The voice alone, as a stem separator gives it.
  case vocals
  /// The song as it is.
  case mix
}
