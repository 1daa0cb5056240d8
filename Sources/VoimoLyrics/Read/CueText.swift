import VoimoBase

/// The text of one cue without its styling, and the word times that VTT may hold.
struct CueText {
  private(set) var text = ""
  /// Pieces of the text that begin at their own times.
  private var pieces: [(start: Seconds?, text: String)] = []

  init(_ lines: ArraySlice<SourceLine>, format: LyricsFile.Format, notes: inout Notes) {
    var plain: [Unicode.Scalar] = []
    var piece: [Unicode.Scalar] = []
    var stamp: Seconds?
    for line in lines {
      let scalars = line.scalars
      if !plain.isEmpty {
        plain.append(" ")
        piece.append(" ")
      }
      var index = 0
      while index < scalars.count {
        let skipped = CueText.markup(scalars, at: index, format: format)
        switch skipped {
        case .none:
          plain.append(scalars[index])
          piece.append(scalars[index])
          index += 1
        case .tag(let length):
          index += length
        case .entity(let scalar, let length):
          plain.append(scalar)
          piece.append(scalar)
          index += length
        case .stamp(let reading, let length):
          switch reading {
          case .time(let time):
            pieces.append((stamp, unguarded(piece, format)))
            piece = []
            stamp = time
          case .bad(let why):
            let range = (index + 1)..<(index + length - 1)
            let written = String(String.UnicodeScalarView(scalars[range]))
            notes.error(.badTime(written, why: why), at: line.span(range))
          case .notATime:
            break
          }
          index += length
        }
      }
    }
    if !pieces.isEmpty { pieces.append((stamp, unguarded(piece, format))) }
    text = CueText.withoutNotes(tidied(unguarded(plain, format).unicodeScalars))
  }

  /// What a cue says when it describes a sound, `[Music]`, and the section when it names one.
  static func description(of text: String) -> (text: String, mark: SectionMark?)? {
    guard text.first == "[", text.last == "]", !text.dropFirst().dropLast().contains("[") else {
      return nil
    }
    let mark = SectionMark(heading: String(text.dropFirst().dropLast()))
    return (text, mark.flatMap { SectionID.knownLabels.contains($0.label) ? $0 : nil })
  }

  /// The words with their times, where the cue has stamps inside; none otherwise.
  func timedWords(in range: ClosedRange<Seconds>) -> [LyricWord] {
    var timed: [TimedPiece] = []
    var last = range.lowerBound
    for (start, text) in pieces {
      let start = start ?? range.lowerBound
      guard start >= last, start <= range.upperBound else { return [] }
      if let open = timed.indices.last, timed[open].end > start { timed[open].end = start }
      last = start
      if !text.isEmpty {
        timed.append(TimedPiece(text: text, start: start, end: range.upperBound))
      }
    }
    return CueText.trimmed(TimedPiece.words(timed, joining: false))
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

  private enum Markup {
    case none
    case tag(length: Int)
    case entity(Unicode.Scalar, length: Int)
    case stamp(TimeText.Reading, length: Int)
  }

  private static func markup(
    _ scalars: [Unicode.Scalar], at index: Int, format: LyricsFile.Format
  ) -> Markup {
    switch scalars[index] {
    case "<":
      guard let close = scalars[index...].prefix(200).firstIndex(of: ">") else { return .none }
      let inner = scalars[(index + 1)..<close]
      let length = close + 1 - index
      if format == .vtt {
        let reading = TimeText.read(inner)
        if reading != .notATime { return .stamp(reading, length: length) }
      }
      return isTag(inner) ? .tag(length: length) : .none
    case "{":
      // SubRip files carry ASS overrides: {\an8}.
      guard index + 1 < scalars.count, scalars[index + 1] == "\\", format == .srt,
        let close = scalars[index...].prefix(200).firstIndex(of: "}")
      else { return .none }
      return .tag(length: close + 1 - index)
    case "&":
      guard format == .vtt, let end = scalars[index...].prefix(8).firstIndex(of: ";"),
        let scalar = entities[String(String.UnicodeScalarView(scalars[(index + 1)..<end]))]
      else { return .none }
      return .entity(scalar, length: end + 1 - index)
    default:
      return .none
    }
  }

  private static func isTag(_ inner: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = (inner.first == "/" ? inner.dropFirst() : inner).prefix {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
    return tags.contains(String(String.UnicodeScalarView(name)).lowercased())
  }

  private static let tags: Set<String> = [
    "b", "i", "u", "s", "c", "v", "font", "lang", "ruby", "rt",
  ]

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "nbsp": " ", "quot": "\"", "apos": "'", "#39": "'",
    "lrm": "\u{200E}", "rlm": "\u{200F}",
  ]

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
    let plain = format == .srt ? Joiner.unguarded(scalars, where: Joiner.actsInSRT) : scalars
    return String(String.UnicodeScalarView(plain))
  }
}
