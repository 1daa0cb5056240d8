import VoimoBase

extension Lyrics {
  /// The words as LRC, word-level where word times are known.
  ///
  /// Times are rounded to hundredths. A bare stamp ends a line wherever a reader would not find the
  /// end by itself. LRC cannot say that lines overlap: a line's end is cut at the next one's start.
  /// Of `metadata`, `title`, `artist`, `album`, `author`, `language`, `length` and `by` are
  /// written.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package func lrc(metadata: [String: String] = [:]) -> String {
    var out = ""
    for (tag, name) in Self.lrcTags {
      guard let value = metadata[name].map({ tidied($0.unicodeScalars) }), !value.isEmpty else {
        continue
      }
      out += "[\(tag):\(value.replacing("]", with: ")"))]\n"
    }
    for (index, line) in lines.enumerated() {
      let text = tidied(line.text.unicodeScalars)
      guard !text.isEmpty else { continue }
      let start = Clock.hundredths(line.start)
      let next = lines.dropFirst(index + 1).first.map { Clock.hundredths($0.start) }
      let end = min(Clock.hundredths(line.end), next ?? .max)
      out += "[\(Clock.lrc(start))]\(Self.body(line, text: text, end: end))\n"
      let longest = Clock.hundredths(LRCReader.longest(text))
      let said = line.words.last.map { Clock.hundredths($0.end) } ?? end
      if end != next || end - start > longest || said < end, end > start || next == nil {
        out += "[\(Clock.lrc(end))]\n"
      }
    }
    return out
  }

  private static let lrcTags = [
    ("ti", "title"), ("ar", "artist"), ("al", "album"), ("au", "author"), ("la", "language"),
    ("length", "length"), ("by", "by"),
  ]

  /// A line's text with a stamp before each word and one after a word that the next does not
  /// follow.
  private static func body(_ line: LyricLine, text: String, end: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let ranges = line.wordRanges(in: scalars) else {
      return LRCText.guardedLine(scalars)
    }
    var out = ""
    var last = 0
    var shown = 0
    for (index, (word, range)) in zip(line.words, ranges).enumerated() {
      let start = min(max(Clock.hundredths(word.start), shown), end)
      let stop = min(max(Clock.hundredths(word.end), start), end)
      let next = index + 1 < line.words.count ? line.words[index + 1].start : nil
      let isClosed = next.map { Clock.hundredths($0) > stop } ?? true
      out += String(String.UnicodeScalarView(scalars[last..<range.lowerBound]))
      out += "<\(Clock.lrc(start))>"
      out += LRCText.guarded(scalars[range])
      if isClosed { out += "<\(Clock.lrc(stop))>" }
      last = range.upperBound
      shown = stop
    }
    // A line that is held after its last word has an end of its own.
    return shown < end ? out + "<\(Clock.lrc(end))>" : out
  }
}

/// Text inside a line of LRC.
enum LRCText {
  /// Text in which nothing can act as a time, an entity or a voice's name.
  static func guarded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    string(Joiner.guarded(Array(scalars), where: Joiner.actsInLRC))
  }

  /// The text that `guarded` was made from, and what the entities of other programs stand for.
  static func read(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Joiner.unguarded(HTMLEntities.decoded(scalars), where: Joiner.actsInLRC)
  }

  /// What a line without word times is.
  enum Meaning: Hashable {
    case words(String)
    /// The name of a part of the song; nil in a script that gives no label.
    case part(SectionMark?)
    /// Nothing but notes.
    case rest
  }

  /// A line without word times in which nothing acts, and which is taken for words.
  static func guardedLine(_ scalars: [Unicode.Scalar]) -> String {
    let text = string(scalars)
    let isWords = meaning(of: text) == .words(text)
    return (isWords ? "" : String(Character(Joiner.scalar))) + guarded(scalars[...])
  }

  /// What a line says: `[Chorus]`, `(Guitar solo)` and `Verse 2:` name parts, `♪` is a rest.
  static func meaning(of text: String) -> Meaning {
    guard let first = text.unicodeScalars.first else { return .words(text) }
    if first == Joiner.scalar {
      let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
      return .words(meaning(of: rest) == .words(rest) ? text : rest)
    }
    if text.unicodeScalars.allSatisfy({ Joiner.notes.contains($0) || $0.isBlank }) { return .rest }
    guard let heading = Heading(text, isAlone: false) else { return .words(text) }
    return .part(heading.mark)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Times as the lyrics formats write them; whole hundredths or thousandths, never negative.
enum Clock {
  static func hundredths(_ time: Seconds) -> Int { rounded(time.value * 100) }
  static func thousandths(_ time: Seconds) -> Int { rounded(time.value * 1000) }

  /// `mm:ss.xx`; minutes grow past 99.
  static func lrc(_ hundredths: Int) -> String {
    let (seconds, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(Seconds.padded(seconds / 60, 2)):\(Seconds.padded(seconds % 60, 2))"
      + ".\(Seconds.padded(rest, 2))"
  }

  /// `hh:mm:ss` + mark + `mmm`.
  static func cue(_ thousandths: Int, mark: String) -> String {
    let (seconds, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    return "\(Seconds.padded(minutes / 60, 2)):\(Seconds.padded(minutes % 60, 2))"
      + ":\(Seconds.padded(second, 2))\(mark)\(Seconds.padded(rest, 3))"
  }

  /// `h:mm:ss.cc`, as ASS wants it.
  static func ass(_ hundredths: Int) -> String {
    let (seconds, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    return "\(minutes / 60):\(Seconds.padded(minutes % 60, 2)):\(Seconds.padded(second, 2))"
      + ".\(Seconds.padded(rest, 2))"
  }

  private static func rounded(_ value: Double) -> Int {
    guard value > 0 else { return 0 }
    return value < 1e12 ? Int(value.rounded()) : 1_000_000_000_000
  }
}
