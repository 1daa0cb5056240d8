import VoimoBase

/// The brackets at the start of an LRC line: its times, or tags.
struct LRCHead {
  /// A time of the line and where its bracket begins.
  struct Stamp {
    var time: Seconds
    var place: Int
  }

  let line: SourceLine
  private(set) var stamps: [Stamp] = []
  /// What the line says about the words below it: their part of the song, or that they have none.
  private(set) var heading: Heading?
  private(set) var offset: String?
  /// Whether the line is no words, whatever else it may be.
  private(set) var hadTag = false
  /// A bracket that belongs to one of LRC's extensions.
  private(set) var bracket: VoiceTag.Bracket?
  /// A bracket in which something else than a tag stands, `[ooh yeah]`.
  private(set) var unknown = false
  /// Where the words stand.
  private(set) var words: Range<Int>

  /// What a heading in LRC says.
  enum Heading {
    case part(SectionMark)
    /// The lines below belong to no part that has a name.
    case ends
  }

  /// Reads the brackets that a line begins with.
  init(_ line: SourceLine, notes: inout Notes) {
    self.line = line
    let scalars = line.scalars
    words = 0..<scalars.count
    while true {
      var open = words.lowerBound
      while open < scalars.count, scalars[open].isBlank { open += 1 }
      guard open < scalars.count else { return }
      if let stamp = LRCStamp(scalars, at: open) {
        guard !stamp.isAngular else { return }
        if let time = notes.time(stamp.reading, in: stamp.inner, of: line) {
          stamps.append(Stamp(time: time, place: open))
        }
        hadTag = true
        words = stamp.end..<scalars.count
      } else if let (kind, end) = VoiceTag.bracket(scalars, at: open), bracket == nil {
        bracket = kind
        if case .voice(let inside) = kind { words = inside } else { words = end..<scalars.count }
        return
      } else if let closing = LRCStamp.closing(scalars[open]), closing != ">", closing != "＞",
        let close = scalars[open...].firstIndex(of: closing)
      {
        // After a stamp, a bracket is part of the words.
        guard stamps.isEmpty else { return }
        readTag(scalars[(open + 1)..<close], notes: &notes)
        words = (close + 1)..<scalars.count
      } else {
        return
      }
    }
  }

  /// The line's times, each once, in the order in which they stand.
  var starts: [Seconds] {
    var seen: Set<Seconds> = []
    return stamps.map(\.time).filter { seen.insert($0).inserted }
  }

  /// Gives the last stamp back to the words where it is the first word's: `[0:01][0:01.2]a
  /// [0:02]b`.
  ///
  /// A line that is sung again begins more than a second later.
  mutating func leaveFirstWordsStamp() {
    guard stamps.count == 2, let last = stamps.last, last.time >= stamps[0].time,
      last.time - stamps[0].time <= 1
    else { return }
    let follows = words.contains { place in
      guard let stamp = LRCStamp(line.scalars, at: place), !stamp.isAngular,
        let time = stamp.reading.seconds
      else { return false }
      return time >= last.time
    }
    guard follows else { return }
    stamps.removeLast()
    words = last.place..<words.upperBound
  }

  private mutating func readTag(_ inner: ArraySlice<Unicode.Scalar>, notes: inout Notes) {
    guard let colon = inner.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      switch PartHeading.bracketed(tidied(inner)) {
      case .part(let mark): heading = .part(mark)
      case .unnamed: heading = .ends
      case nil: unknown = true
      }
      return
    }
    hadTag = true
    let id = tidied(inner[..<colon]).lowercased()
    let value = tidied(HTMLEntities.decoded(Array(inner[(colon + 1)...])))
    if id == "#" {
      return
    } else if id == "section" {
      heading = SectionMark(written: value).map { .part($0) } ?? .ends
    } else if id == "offset" {
      offset = value
    } else if let name = LRCHead.names[id] {
      if !value.isEmpty { notes.metadata[name] = value }
    } else if case .part(let mark) = PartHeading.bracketed(tidied(inner)) {
      heading = .part(mark)
    }
  }

  private static let names = [
    "ti": "title", "ar": "artist", "al": "album", "au": "author", "la": "language", "by": "by",
    "re": "tool", "tool": "tool", "ve": "version", "length": "length", "lr": "lyricist",
  ]
}
