import VoimoBase

/// Says which lines of an alignment a person should check.
enum AlignmentDoubts {
  /// Below this, a line's time is more a guess than not.
  static let lowConfidence = 0.3

  /// One warning about all doubtful lines; nil when there are none.
  static func warning(
    lines: [LyricLine], sources: [StanzaLine], name: String
  ) -> Diagnostic? {
    let doubtful = lines.indices.filter { lines[$0].confidence < lowConfidence }
    guard let first = doubtful.first else { return nil }
    let words = lines.map(\.words.count)
    let low = doubtful.reduce(0) { $0 + words[$1] }
    let all = words.reduce(0, +)
    var times: [String] = []
    for run in runs(doubtful) {
      let start = lines[run.lowerBound].start
      let end = lines[run.upperBound].end
      times.append("\(whole(start))–\(whole(end))")
    }
    let numbers = Set(doubtful.map { sources[$0].sourceLine }.filter { $0 > 0 }).sorted()
    let ranges = runs(numbers).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let check =
      ranges.isEmpty
      ? "Check \(name)" : "Check \(name) line\(numbers.count == 1 ? "" : "s") \(listed(ranges))"
    let span =
      sources[first].sourceLine > 0
      ? SourceSpan(
        line: sources[first].sourceLine, column: 1,
        length: sources[first].text.unicodeScalars.count) : nil
    return Diagnostic(
      .warning, .poorAlignment(low: low, all: all, times: listed(times), check: check),
      file: name, span: span)
  }

  /// Runs of whole numbers that follow each other.
  private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  /// Up to four of them, and how many more there are.
  private static func listed(_ parts: [String]) -> String {
    guard parts.count > 5 else { return parts.joined(separator: ", ") }
    return parts.prefix(4).joined(separator: ", ") + " and \(parts.count - 4) more"
  }

  private static func whole(_ time: Seconds) -> String { Seconds(time.value.rounded()).clock }
}

extension Diagnostic.Message {
  static func poorAlignment(low: Int, all: Int, times: String, check: String) -> Self {
    Self(
      id: "poor-alignment",
      text: "\(low) of \(all) words aligned with low confidence (\(times)). \(check)",
      hint: "give the times yourself: voimo freeze lyrics writes an LRC file to correct")
  }

  static var noVoice: Self {
    Self(
      id: "no-voice",
      text: "nobody is heard singing: the words are spread evenly over the song",
      hint: "give the lyrics as LRC or SRT, or leave `lyrics:` out for an instrumental")
  }
}
