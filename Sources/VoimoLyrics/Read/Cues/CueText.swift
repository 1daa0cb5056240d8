import VoimoBase

/// The text of one cue without its styling, and the word times that VTT may hold.
struct CueText {
  private(set) var text = ""
  /// Its rows that say something.
  private(set) var rows: [Row] = []
  /// Whether each letter of the text is marked by a tag.
  private var letterMarks: [Bool] = []

  /// One row of a cue: pieces of its text that begin at their own times.
  struct Row {
    fileprivate var pieces: [(start: Seconds?, text: String)] = []

    /// Its words, as they are compared with other rows.
    var words: [String] {
      tidied(pieces.map(\.text).joined().unicodeScalars).split(separator: " ").map(String.init)
    }
  }

  /// Reads the rows of a cue.
  init(_ lines: ArraySlice<SourceLine>, format: LyricsFile.Format, notes: inout Notes) {
    var plain: [Unicode.Scalar] = []
    var stamp: Seconds?
    var marks = 0
    var reading = false
    for line in lines {
      let scalars = line.scalars
      var row = Row()
      var piece: [Unicode.Scalar] = []
      var index = 0
      func take(_ taken: [Unicode.Scalar]) {
        guard !reading else { return }
        piece += taken
        for scalar in taken where CueText.isLetter(scalar) { letterMarks.append(marks > 0) }
      }
      func flush() {
        row.pieces.append((stamp, unguarded(piece, format)))
        plain += piece
        piece = []
      }
      if !plain.isEmpty { plain.append(" ") }
      while index < scalars.count {
        switch CueText.markup(scalars, at: index, format: format) {
        case .none:
          take([scalars[index]])
          index += 1
        case .tag(let tag, let length):
          if tag.isBreak { take([" "]) }
          if tag.isReading { reading = tag.opens }
          if tag.marks { marks = max(0, marks + (tag.opens ? 1 : -1)) }
          index += length
        case .entity(let found, let end):
          take(found)
          index = end
        case .stamp(let reading, let inner):
          if let time = notes.time(reading, in: inner, of: line) {
            flush()
            stamp = time
          }
          index = inner.upperBound + 1
        }
      }
      flush()
      if row.words.isEmpty, rows.isEmpty || row.pieces.count == 1 { continue }
      rows.append(row)
    }
    text = CueText.withoutNotes(tidied(unguarded(plain, format).unicodeScalars))
  }

  /// What a cue in brackets is, when it is no words.
  enum Description {
    /// The name of a part of the song.
    case part(SectionMark)
    /// A sound, `[Music]`.
    case sound
  }

  /// What a cue says when it describes a sound, `[Music]`, or names a part of the song.
  static func description(of text: String) -> Description? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, scalars.count > 2,
      let closing = LRCStamp.closing(first), closing == last, first != "<", first != "＜",
      !scalars.dropFirst().contains(first)
    else { return nil }
    let inner = String(String.UnicodeScalarView(scalars[1..<(scalars.count - 1)]))
    return PartHeading.known(inner).map { .part($0) } ?? .sound
  }

  /// The words with their times, where the cue has stamps inside; none otherwise.
  func timedWords(in range: ClosedRange<Seconds>) -> [LyricWord] {
    let timed = timedRows(in: range)
    guard let pieces = timed, rows.contains(where: { $0.pieces.count > 1 }) else { return [] }
    return CueText.trimmed(TimedPiece.words(pieces.flatMap(\.self), joining: false))
  }

  /// The words of each row with their times; none for a row without stamps.
  func rowsOfWords(in range: ClosedRange<Seconds>) -> [[LyricWord]] {
    guard let timed = timedRows(in: range) else { return rows.map { _ in [] } }
    return zip(rows, timed).map { row, pieces in
      row.pieces.count > 1 ? CueText.trimmed(TimedPiece.words(pieces, joining: false)) : []
    }
  }

  /// The pieces of each row with their times; nil where these do not rise inside the cue.
  private func timedRows(in range: ClosedRange<Seconds>) -> [[TimedPiece]]? {
    var timed: [[TimedPiece]] = []
    var last = range.lowerBound
    var open: (row: Int, piece: Int)?
    for (index, row) in rows.enumerated() {
      timed.append([])
      for (place, (start, text)) in row.pieces.enumerated() {
        let start = start ?? range.lowerBound
        guard start >= last, start <= range.upperBound else { return nil }
        if let open, timed[open.row][open.piece].end > start {
          timed[open.row][open.piece].end = start
        }
        last = start
        // Rows are parted as words are.
        let shown = place == 0 && index > 0 ? " " + text : text
        guard !text.isEmpty else { continue }
        timed[index].append(TimedPiece(text: shown, start: start, end: range.upperBound))
        open = (index, timed[index].count - 1)
      }
    }
    return timed
  }

  /// Which of the words are marked: a part of them, or all.
  var marks: (part: Range<Int>?, isWhole: Bool) { CueText.marks(of: text, letterMarks) }

  /// Which words of a text are marked by marks for each of its letters.
  static func marks(of text: String, _ letters: [Bool]) -> (part: Range<Int>?, isWhole: Bool) {
    guard letters.contains(true) else { return (nil, false) }
    let words = LyricLine.words(of: text)
    var marked: [Int] = []
    var next = 0
    for (index, word) in words.enumerated() {
      let count = word.unicodeScalars.count(where: isLetter)
      guard next + count <= letters.count else { return (nil, false) }
      if letters[next..<(next + count)].contains(true) { marked.append(index) }
      next += count
    }
    // A text that lost letters on the way, to joiners or notes, is not counted.
    guard next == letters.count, let first = marked.first, let last = marked.last,
      last - first + 1 == marked.count
    else { return (nil, false) }
    return marked.count == words.count ? (nil, true) : (first..<(last + 1), false)
  }

  /// Whether it counts when letters are marked: not blanks, notes or joiners.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && scalar != Joiner.scalar && !Joiner.notes.contains(scalar)
  }

  /// Takes notes and joiners off the ends of a cue's words, as they were taken off its text.
  static func trimmed(_ words: [LyricWord]) -> [LyricWord] {
    var words = words
    while let first = words.first {
      let text = CueText.withoutNotes(first.text, atEnd: false)
      words[0].text = CueText.withoutJoiners(text, atEnd: false)
      guard words[0].text.isEmpty else { break }
      words.removeFirst()
    }
    while let last = words.last {
      let text = CueText.withoutNotes(last.text, atStart: false)
      words[words.count - 1].text = CueText.withoutJoiners(text, atStart: false)
      guard words[words.count - 1].text.isEmpty else { break }
      words.removeLast()
    }
    return words
  }

  /// Subtitles mark singing with notes around the words.
  static func withoutNotes(_ text: String, atStart: Bool = true, atEnd: Bool = true) -> String {
    let scalars = Array(text.unicodeScalars)
    func isOutside(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || Joiner.notes.contains(scalar)
    }
    let start = atStart ? scalars.firstIndex { !isOutside($0) } ?? scalars.endIndex : 0
    let end = atEnd ? (scalars.lastIndex { !isOutside($0) } ?? start - 1) + 1 : scalars.endIndex
    return start < end ? String(String.UnicodeScalarView(scalars[start..<end])) : ""
  }

  /// Takes one joiner off each end where `Joiner.guardedEnds` would have put one.
  static func withoutJoiners(_ text: String, atStart: Bool = true, atEnd: Bool = true) -> String {
    var scalars = Array(text.unicodeScalars)
    if atStart, scalars.first == Joiner.scalar {
      let rest = Array(scalars.dropFirst())
      if Joiner.guardedStart(rest).count > rest.count { scalars = rest }
    }
    if atEnd, scalars.last == Joiner.scalar {
      let rest = Array(scalars.dropLast())
      if Joiner.guardedEnd(rest).count > rest.count { scalars = rest }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Text without what kept it from acting as SubRip's markup; VTT has entities for that.
  private func unguarded(_ scalars: [Unicode.Scalar], _ format: LyricsFile.Format) -> String {
    let plain = format == .vtt ? scalars : Joiner.unguarded(scalars, where: Joiner.actsInSRT)
    return String(String.UnicodeScalarView(plain))
  }
}
