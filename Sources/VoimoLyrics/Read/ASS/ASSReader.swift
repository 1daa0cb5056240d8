import VoimoBase

/// Reads ASS and SSA scripts: `Dialogue:` lines, their times, text and karaoke.
///
/// Columns are where the `Format:` line says. Styles, positions and other overrides are dropped, as
/// are drawings, signs and the layers and syllables of effects; the line that an effect was made of
/// is read from its comment. `\k`, `\K`, `\kf`, `\ko` and `\kt` give word times; a karaoke line
/// lasts from its first syllable to its last.
enum ASSReader {
  /// Whether a line can only be one of a script.
  static func beginsScript(_ line: SourceLine) -> Bool {
    guard let first = line.scalars.first(where: { !$0.isBlank }) else { return false }
    guard first == "[" || first == "D" || first == "d" else { return false }
    let text = tidied(line.scalars.prefix(40)).lowercased()
    return ["[script info]", "[events]", "[v4 styles]", "[v4+ styles]"].contains(text)
      || text.hasPrefix("dialogue:")
  }

  /// Reads the lines of a script.
  static func read(_ lines: [SourceLine], notes: inout Notes) -> LyricsReading {
    var columns = ASSColumns()
    var events: [ASSEvent] = []
    var section: String?
    var descriptions = SoundDescriptions()
    for line in lines where !line.isBlank {
      guard let (name, start) = field(line) else { continue }
      switch name {
      case "title", "original script":
        let value = tidied(line.scalars[start...])
        if !value.isEmpty { notes.metadata[name == "title" ? "title" : "author"] = value }
      case "format":
        columns = ASSColumns(line, from: start) ?? columns
      case "dialogue", "comment":
        let isComment = name == "comment"
        guard
          let event = columns.event(line, from: start, isComment: isComment, notes: &notes)
        else { continue }
        let text = ASSText.read(event.text, start: event.start, end: event.end)
        guard !text.text.isEmpty else { continue }
        if !isComment, let heading = CueText.description(of: text.text) {
          switch heading {
          case .part(let mark): section = mark.label
          case .sound: descriptions.add(text.text, at: line.span)
          }
          continue
        }
        let sung = SungLine(
          line: LyricLine(
            text: CueText.withoutJoiners(text.text), start: text.start, end: text.end,
            words: text.words, section: section), span: line.span)
        let found = ASSEvent(
          sung, marks: text.marks, of: event, isComment: isComment,
          hasKaraoke: !text.words.isEmpty)
        if var found {
          found.cue.place = text.place
          events.append(found)
        }
      default:
        break
      }
    }
    descriptions.note(&notes)
    let sung = ASSEvents.sung(events, notes: &notes)
    if sung.isEmpty, !notes.hasErrors { notes.error(.noDialogue, at: nil) }
    let sorted = sung.stablySorted { Seconds(Double($0.place ?? 0)) }
      .stablySorted(by: \.sung.line.start)
    let cues = HighlightedCues.joined(sorted)
    let lyrics = notes.settled(cues.map(\.sung))
    return notes.reading(.timed(lyrics))
  }

  /// The name before a line's colon, in lower case, and where its value begins.
  private static func field(_ line: SourceLine) -> (name: String, value: Int)? {
    guard let colon = line.scalars.prefix(40).firstIndex(of: ":") else { return nil }
    return (tidied(line.scalars[..<colon]).lowercased(), colon + 1)
  }
}
