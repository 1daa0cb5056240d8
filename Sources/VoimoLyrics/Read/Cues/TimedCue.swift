import VoimoBase

/// A cue while its neighbors are still to be looked at.
struct TimedCue {
  var sung: SungLine
  /// Whether the file says when it ends.
  var hasEnd: Bool
  /// The words of each of its rows, as they are compared with other cues.
  var rows: [[String]]
  /// The words of each row with their times; empty where the row has none.
  var timedRows: [[LyricWord]]
  /// Which of its words are marked, where those are not all; words as `LyricLine.words(of:)` has
  /// them.
  var marked: Range<Int>?
  /// Its place among cues that begin at once, where the file says so.
  var place: Int?
  /// Whether all of its words are marked.
  var isMarkedWhole = false

  /// Makes a cue of what its rows say.
  init(
    text: CueText, in range: ClosedRange<Seconds>, hasEnd: Bool, section: String?, span: SourceSpan
  ) {
    sung = SungLine(
      line: LyricLine(
        text: CueText.withoutJoiners(text.text), start: range.lowerBound, end: range.upperBound,
        words: text.timedWords(in: range), section: section), span: span)
    self.hasEnd = hasEnd
    rows = text.rows.map(\.words)
    timedRows = text.rowsOfWords(in: range)
    (marked, isMarkedWhole) = text.marks
  }

  /// Makes a cue of one line, some of whose letters are marked.
  init(_ sung: SungLine, marks: [Bool]) {
    self.sung = sung
    hasEnd = true
    rows = [sung.line.text.split(separator: " ").map(String.init)]
    timedRows = [sung.line.words]
    (marked, isMarkedWhole) = CueText.marks(of: sung.line.text, marks)
  }

  /// How long it is shown.
  var length: Double { (sung.line.end - sung.line.start).value }

  /// Whether it follows another at once, or overlaps it.
  func follows(_ other: TimedCue, within gap: Double) -> Bool {
    (sung.line.start - other.sung.line.end).value <= gap
  }
}
