import VoimoBase

/// Reads UltraStar songs: `: beat length pitch syllable`, `- beat` between lines, `#BPM` and
/// `#GAP`.
enum UltraStarReader {
  /// Whether the lines are such a song: it has a tempo and notes.
  static func begins(_ lines: [SourceLine]) -> Bool {
    let head = lines.prefix(80).map { tidied($0.scalars.prefix(40)) }
    return head.contains { $0.uppercased().hasPrefix("#BPM:") }
      && lines.prefix(400).contains { Note($0.scalars) != nil }
  }

  /// Reads the lines of a file.
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var clock = Clock()
    var found: [SungLine] = []
    var pieces: [TimedPiece] = []
    var span = SourceSpan(line: 1, column: 1, length: 0)
    var base = 0
    func finish() {
      let words = TimedPiece.words(pieces, joining: true)
      if let first = words.first, let last = words.last {
        let text = tidied(pieces.map(\.text).joined().unicodeScalars)
        found.append(
          SungLine(
            line: LyricLine(text: text, start: first.start, end: last.end, words: words),
            span: span))
      }
      pieces = []
    }
    for line in lines {
      let text = tidied(line.scalars)
      if text.hasPrefix("#") {
        clock.read(text, notes: &notes)
      } else if text.hasPrefix("-") {
        finish()
        // A relative song counts from the line break.
        let numbers = text.dropFirst().split(separator: " ").compactMap { Int($0) }
        if clock.isRelative, let shift = numbers.count > 1 ? numbers[1] : numbers.first {
          base += min(max(shift, 0), 1_000_000)
        }
      } else if text.hasPrefix("P"), text.count <= 3 {
        finish()
        base = 0
      } else if text == "E" {
        finish()
      } else if let note = Note(line.scalars) {
        if pieces.isEmpty { span = line.span }
        let (start, end) = (
          clock.time(base + note.start), clock.time(base + note.start + note.length)
        )
        let isHeld = tidied(note.text.unicodeScalars) == "~"
        if isHeld, let last = pieces.indices.last {
          pieces[last].end = end
          if note.text.unicodeScalars.last?.isBlank == true { pieces[last].text += " " }
        } else {
          let words = note.text.replacing("~", with: "")
          pieces.append(TimedPiece(text: words, start: start, end: max(start, end)))
        }
      }
    }
    finish()
    if found.isEmpty { notes.error(.noWords, at: nil) }
    let lyrics = notes.settled(found)
    return notes.reading(.timed(lyrics))
  }

  /// A syllable and when it is sung, in beats.
  private struct Note {
    var start: Int
    var length: Int
    var text: String

    init?(_ scalars: [Unicode.Scalar]) {
      guard let kind = scalars.first, [":", "*", "F", "R", "G"].contains(kind) else { return nil }
      var index = 1
      var numbers: [Int] = []
      while numbers.count < 3 {
        guard index < scalars.count, scalars[index].isBlank else { return nil }
        while index < scalars.count, scalars[index].isBlank { index += 1 }
        let digits = scalars[index...].prefix { !$0.isBlank }
        guard let number = Int(String(String.UnicodeScalarView(digits))),
          abs(number) < 10_000_000
        else { return nil }
        numbers.append(number)
        index += digits.count
      }
      // One blank ends the pitch; a second one begins a word.
      if index < scalars.count { index += 1 }
      (start, length) = (numbers[0], max(0, numbers[1]))
      text = String(String.UnicodeScalarView(scalars[min(index, scalars.count)...]))
    }
  }

  /// What the head of the song says about time.
  private struct Clock {
    private var tempo = 120.0
    private var gap = 0.0
    private(set) var isRelative = false

    mutating func read(_ text: String, notes: inout Notes) {
      guard let colon = text.firstIndex(of: ":") else { return }
      let name = text[text.index(after: text.startIndex)..<colon].uppercased()
      let value = text[text.index(after: colon)...].trimmingBlanks
      let number = Double(value.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
      switch name {
      case "BPM": if let number, number > 0 { tempo = number }
      case "GAP": gap = min(max(number ?? 0, -3.6e6), 3.6e6)
      case "RELATIVE": isRelative = value.uppercased() == "YES"
      case "TITLE": notes.metadata["title"] = value
      case "ARTIST": notes.metadata["artist"] = value
      case "LANGUAGE": notes.metadata["language"] = value
      default: break
      }
    }

    /// The time of a beat, to the millisecond: four beats of the file are one of the tempo.
    func time(_ beat: Int) -> Seconds {
      let seconds = gap / 1000 + Double(beat) * 60 / (tempo * 4)
      return Seconds((min(max(seconds, -360_000), 360_000) * 1000).rounded() / 1000)
    }
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String { tidied(unicodeScalars) }
}
