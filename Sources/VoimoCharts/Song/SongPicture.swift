package import VoimoBase
package import VoimoSignal

/// A song as pictures: its outline, and above and below it what was heard.
///
/// Holds what is to be seen; each page is a `Drawing`. What is empty takes no room.
package struct SongPicture: Sendable {
  /// A line of words, and when each word begins.
  package struct Line: Sendable, Equatable {
    package var text: String
    package var start: Seconds
    package var end: Seconds
    /// From 0 to 1.
    package var confidence: Double
    package var words: [Seconds]

    /// Describes a line.
    package init(
      text: String, start: Seconds, end: Seconds, confidence: Double, words: [Seconds] = []
    ) {
      self.text = text
      self.start = start
      self.end = end
      self.confidence = confidence
      self.words = words
    }
  }

  /// A curve of values from 0 to 1.
  package struct Curve: Sendable, Equatable {
    package var name: String
    /// At `Signals.rate` values a second.
    package var values: [Float]

    /// Names a curve.
    package init(name: String, values: [Float]) {
      self.name = name
      self.values = values
    }
  }

  /// In bold at the top.
  package var title = ""
  /// Beside the title: `128 bpm`, `A minor`.
  package var facts: [String] = []
  /// The song's outline; its length is the song's.
  package var peaks: WaveformPeaks
  package var beats: [Beat] = []
  /// First beats of bars.
  package var downbeats: [Seconds] = []
  package var sections: [TimedSection<String>] = []
  package var chords: [TimedSection<String>] = []
  package var lines: [Line] = []
  /// Vocal activity at 100 values a second.
  package var vocal: [Float] = []
  package var curves: [Curve] = []
  /// Twelve pitch classes from C.
  package var chroma: FeatureRows?
  /// The stretch that is shown; nil for the whole song.
  package var shown: Range<Seconds>?
  /// Measures what is written.
  package var ruler = TextRuler()

  /// Begins with an outline alone.
  package init(peaks: WaveformPeaks) { self.peaks = peaks }

  /// Everything that a page may write, but for times and numbers.
  package var texts: [String] {
    [title] + facts + sections.map(\.name) + chords.map(\.name) + lines.map(\.text)
      + curves.map(\.name) + Self.pitches
  }

  /// The names of the pitch classes, from C.
  static let pitches = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"]

  /// The stretch that pages show: never empty.
  var window: Range<Seconds> {
    let end = max(peaks.duration, 0.01)
    guard let shown else { return .zero..<end }
    let start = max(.zero, min(shown.lowerBound, end - 0.01))
    return start..<max(start + 0.01, min(shown.upperBound, end))
  }
}
