import VoimoBase

/// Reads ASS and SSA scripts: `Dialogue:` lines, their times, text and karaoke.
///
/// Columns are where the `Format:` line says. Styles, positions and other overrides are dropped, as
/// are `Comment:` lines, drawings, and events that repeat another to the letter (layers of one
/// line). `\k`, `\K`, `\kf`, `\ko` and `\kt` give word times; a karaoke line lasts from its first
/// syllable to its last.
enum ASSReader {
  /// Whether a line can only be one of a script.
  static func beginsScript(_ line: SourceLine) -> Bool {
    guard let first = line.scalars.first(where: { !$0.isBlank }) else { return false }
    guard first == "[" || first == "D" || first == "d" else { return false }
    let text = tidied(line.scalars.prefix(40)).lowercased()
    return ["[script info]", "[events]", "[v4 styles]", "[v4+ styles]"].contains(text)
      || text.hasPrefix("dialogue:")
  }

  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var columns = Columns()
    var found: [LyricLine] = []
    var seen: Set<LyricLine> = []
    var section: String?
    var descriptions = SoundDescriptions()
    for line in lines where !line.isBlank {
      guard let (name, start) = field(line) else { continue }
      switch name {
      case "title", "original script":
        let value = tidied(line.scalars[start...])
        if !value.isEmpty { notes.metadata[name == "title" ? "title" : "author"] = value }
      case "format":
        columns = Columns(line, from: start) ?? columns
      case "dialogue":
        guard let event = columns.event(line, from: start, notes: &notes) else { continue }
        let text = ASSText.read(event.text, start: event.start, end: event.end)
        guard !text.text.isEmpty else { continue }
        if let heading = CueText.description(of: text.text) {
          if let mark = heading.mark {
            section = mark.label
          } else {
            descriptions.add(text.text, at: line.span)
          }
          continue
        }
        let sung = LyricLine(
          text: CueText.withoutJoiners(text.text), start: text.start, end: text.end,
          words: text.words, section: section)
        if seen.insert(sung).inserted { found.append(sung) }
      default:
        break
      }
    }
    descriptions.note(&notes)
    if found.isEmpty, !notes.hasErrors { notes.error(.noDialogue, at: nil) }
    return notes.reading(.timed(Lyrics(lines: found)))
  }

  /// The name before a line's colon, in lower case, and where its value begins.
  private static func field(_ line: SourceLine) -> (name: String, value: Int)? {
    guard let colon = line.scalars.prefix(40).firstIndex(of: ":") else { return nil }
    return (tidied(line.scalars[..<colon]).lowercased(), colon + 1)
  }
}

/// Where an event's times and text are.
private struct Columns {
  var count = 10
  var start = 1
  var end = 2
  var text = 9

  /// The columns of every script whose `Format:` line is missing.
  init() {}

  /// Reads `Format: Layer, Start, End, …`; nil for the format of styles.
  init?(_ line: SourceLine, from first: Int) {
    let names = line.scalars[first...].split(separator: ",", omittingEmptySubsequences: false)
      .map { tidied($0).lowercased() }
    guard let start = names.firstIndex(of: "start"), let end = names.firstIndex(of: "end"),
      let text = names.firstIndex(of: "text")
    else { return nil }
    (count, self.start, self.end, self.text) = (names.count, start, end, text)
  }

  struct Event {
    var start: Seconds
    var end: Seconds
    var text: ArraySlice<Unicode.Scalar>
  }

  /// Takes an event apart; nil, with a note, where it is none.
  func event(_ line: SourceLine, from first: Int, notes: inout Notes) -> Event? {
    // The last column has the rest of the line, commas and all.
    let fields = line.scalars[first...].split(
      separator: ",", maxSplits: count - 1, omittingEmptySubsequences: false)
    guard fields.count == count else {
      notes.warning(.shortDialogue(fields.count, of: count), at: line.span)
      return nil
    }
    var times: [Seconds] = []
    for field in [fields[start], fields[end]] {
      let lower = field.firstIndex { !$0.isBlank } ?? field.endIndex
      let upper = (field.lastIndex { !$0.isBlank } ?? (lower - 1)) + 1
      let written = line.scalars[lower..<max(lower, upper)]
      switch TimeText.read(written) {
      case .time(let time): times.append(time)
      case .notATime where written.isEmpty && times.count == 1:
        notes.warning(.noEnd, at: line.span)
        times.append(times[0] + LRCReader.longest(tidied(fields[text])))
      case .bad(let why):
        notes.error(
          .badTime(String(String.UnicodeScalarView(written)), why: why),
          at: line.span(lower..<max(lower, upper)))
      case .notATime:
        notes.error(.badEventTime, at: line.span(lower..<max(lower, upper)))
      }
    }
    guard times.count == 2 else { return nil }
    if times[1] < times[0] {
      notes.warning(.endsBeforeStart(times[0], times[1]), at: line.span)
      times[1] = times[0] + LRCReader.longest(tidied(fields[text]))
    }
    return Event(start: times[0], end: times[1], text: fields[text])
  }
}
