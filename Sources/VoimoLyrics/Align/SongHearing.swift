package import VoimoBase

/// What was heard in a song, as far as words are laid over it.
///
/// Everything is optional but the duration: with less to go by, times get vaguer and confidences
/// lower.
package struct SongHearing: Sendable {
  /// A section of the song, found or declared.
  package struct Section: Hashable, Sendable {
    package var label: String
    package var start: Seconds
    package var end: Seconds
    /// How sure it is, from 0 to 1; 1 for sections that a person declared.
    package var confidence: Double

    /// Makes a section.
    package init(label: String, start: Seconds, end: Seconds, confidence: Double = 1) {
      self.label = label
      self.start = start
      self.end = end
      self.confidence = confidence
    }
  }

  /// How likely somebody sings, from 0 to 1, at `activityRate`; empty when nobody listened.
  package var activity: [Float]
  /// Values of `activity` a second.
  package var activityRate: Double
  package var sections: [Section]
  /// Rising times of beats.
  package var beats: [Seconds]
  /// Rising times of first beats of bars.
  package var bars: [Seconds]
  package var duration: Seconds

  /// Gathers what was heard.
  package init(
    activity: [Float], activityRate: Double = 100, sections: [Section] = [], beats: [Seconds] = [],
    bars: [Seconds] = [], duration: Seconds
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
