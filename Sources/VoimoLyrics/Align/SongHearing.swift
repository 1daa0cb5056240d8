package import VoimoBase

/// What was heard in a song, as far as words are laid over it.
///
/// Everything is optional but the duration: with less to go by, times get vaguer and confidences
/// lower.
package struct SongHearing: Sendable {
  /// How likely somebody sings, from 0 to 1, at `activityRate`; empty when nobody listened.
  package var activity: [Float]
  /// Values of `activity` a second.
  package var activityRate: Double
  /// Found or declared; names are labels.
  package var sections: [TimedSection<String>]
  /// Rising times of beats.
  package var beats: [Seconds]
  /// Rising times of first beats of bars.
  package var bars: [Seconds]
  package var duration: Seconds

  /// Gathers what was heard.
  package init(
    activity: [Float], activityRate: Double = 100, sections: [TimedSection<String>] = [],
    beats: [Seconds] = [], bars: [Seconds] = [], duration: Seconds
  ) {
    self.activity = activity
    self.activityRate = activityRate
    self.sections = sections
    self.beats = beats
    self.bars = bars
    self.duration = duration
  }
}

/// Words laid over a song.
package struct AlignedLyrics: Sendable {
  package var lyrics: Lyrics
  /// Where it is a guess: which lines to check.
  package var warnings: [Diagnostic]

  /// Joins lyrics with the doubts about their times.
  package init(lyrics: Lyrics = Lyrics(), warnings: [Diagnostic] = []) {
    self.lyrics = lyrics
    self.warnings = warnings
  }
}
