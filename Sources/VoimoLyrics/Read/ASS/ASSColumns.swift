import VoimoBase

/// Where an event's times and text are.
struct ASSColumns {
  private var count = 10
  private var start = 1
  private var end = 2
  private var style: Int? = 3
  private var effect: Int? = 8
  private var text = 9

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
    (style, effect) = (names.firstIndex(of: "style"), names.firstIndex(of: "effect"))
  }

  /// An event as it stands in its line.
  struct Event {
    var start: Seconds
    var end: Seconds
    /// In small letters.
    var style: String
    /// In small letters.
    var effect: String
    var text: ArraySlice<Unicode.Scalar>
  }

  /// Takes an event apart; nil where it is none, with a note if it should be one.
  func event(
    _ line: SourceLine, from first: Int, isComment: Bool, notes: inout Notes
  ) -> Event? {
    // The last column has the rest of the line, commas and all.
    let fields = line.scalars[first...].split(
      separator: ",", maxSplits: count - 1, omittingEmptySubsequences: false)
    guard fields.count == count else {
      if !isComment { notes.warning(.shortDialogue(fields.count, of: count), at: line.span) }
      return nil
    }
    func text(_ column: Int?) -> String {
      column.flatMap { $0 < fields.count ? tidied(fields[$0]).lowercased() : nil } ?? ""
    }
    var times: [Seconds] = []
    for field in [fields[start], fields[end]] {
      let lower = field.firstIndex { !$0.isBlank } ?? field.endIndex
      let upper = (field.lastIndex { !$0.isBlank } ?? (lower - 1)) + 1
      let place = lower..<max(lower, upper)
      let reading = LyricTime.read(line.scalars[place])
      if isComment {
        // What is said in a comment is nobody's mistake.
        if let time = reading.seconds { times.append(time) }
      } else if reading == .notATime, place.isEmpty, times.count == 1 {
        notes.warning(.noEnd, at: line.span)
        times.append(times[0] + LRCReader.longest(tidied(fields[self.text])))
      } else if reading == .notATime {
        notes.error(.badEventTime, at: line.span(place))
      } else if let time = notes.time(reading, in: place, of: line) {
        times.append(time)
      }
    }
    guard times.count == 2 else { return nil }
    if times[1] < times[0] {
      if isComment { return nil }
      notes.warning(.endsBeforeStart(times[0], times[1]), at: line.span)
      times[1] = times[0] + LRCReader.longest(tidied(fields[self.text]))
    }
    return Event(
      start: times[0], end: times[1], style: text(style), effect: text(effect),
      text: fields[self.text])
  }
}
