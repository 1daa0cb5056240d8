package import VoimoSignal

/// Parts a song into its voice and the rest.
package protocol StemSeparator: Sendable {
  /// Enters the key of the stems.
  var identity: BackendIdentity { get }

  /// Writes two sound files that add up to the song, sample by sample.
  ///
  /// - Parameters:
  ///   - song: A sound file that voimo wrote; sample 0 is song time 0.
  ///   - signals: The song's curves; `vocal` says where somebody may be heard.
  ///   - vocals: Where the voice goes: stereo, float, at the song's rate and as long as the song.
  ///   - accompaniment: Where the rest goes, in the same form.
  ///   - progress: Is told how many seconds of how many are done; when it throws, the work ends.
  /// - Returns: what was made.
  /// - Throws: what reading and writing throw, and what `progress` throws.
  func separate(
    song: String, signals: Signals, vocals: String, accompaniment: String,
    progress: (_ done: Int, _ total: Int) throws -> Void
  ) async throws -> StemFacts
}

/// What a separator says of the stems it made.
package struct StemFacts: Sendable, Hashable {
  /// In Hz.
  package var sampleRate: Int
  /// Samples in each channel.
  package var samples: Int
  /// Whether both channels of the song are the same throughout.
  package var isMono: Bool
  /// Power of the vocals over that of the song; 0 when the song is silent.
  package var vocalShare: Double

  package init(sampleRate: Int, samples: Int, isMono: Bool, vocalShare: Double) {
    self.sampleRate = sampleRate
    self.samples = samples
    self.isMono = isMono
    self.vocalShare = vocalShare
  }
}
