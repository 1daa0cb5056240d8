import VoimoBase

extension Lyrics {
  /// The words as an LRC file to keep and to edit: what `voimo freeze lyrics` writes.
  ///
  /// Reading it gives the same lines in the same sections, with times to a hundredth of a second
  /// (minutes to `mm`, hundredths to `xx`), the same words, and a confidence of 1: what stands in a
  /// file is what a person wants. Unlike in `lrc`, every line carries its own end, as a last
  /// `<stamp>`, so that overlapping lines survive. Lines without text are left out, runs of blanks
  /// become one.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package func frozenLRC(title: String? = nil, artist: String? = nil) -> String {
    var out = """
      [re:voimo]
      [#:Frozen words. Change times or words as you like: voimo obeys this file from now on.]
      [#:A line is its start in brackets, then <start>word <start>word<end>, in minutes:seconds.]

      """
    for (tag, value) in [("ti", title), ("ar", artist)] {
      let value = tidied((value ?? "").unicodeScalars).replacing("]", with: ")")
      if !value.isEmpty { out += "[\(tag):\(value)]\n" }
    }
    var section: String?
    for line in lines {
      let text = tidied(line.text.unicodeScalars)
      guard !text.isEmpty else { continue }
      if line.section != section {
        out += "\n[section:\(line.section ?? "")]\n"
        section = line.section
      }
      out += "[\(Clock.lrc(Clock.hundredths(line.start)))]\(Self.frozenBody(line, text: text))\n"
    }
    return out
  }

  /// A line's words between stamps; a gap and the line's end have stamps of their own.
  private static func frozenBody(_ line: LyricLine, text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = Clock.hundredths(line.start)
    let end = max(start, Clock.hundredths(line.end))
    func stamp(_ time: Int) -> String { "<\(Clock.lrc(time))>" }
    guard let ranges = line.wordRanges(in: scalars) else {
      return LRCText.guardedLine(scalars) + stamp(end)
    }
    var out = ""
    var last = 0
    var shown = 0
    for (index, (word, range)) in zip(line.words, ranges).enumerated() {
      let from = max(Clock.hundredths(word.start), shown)
      let to = max(Clock.hundredths(word.end), from)
      let next = index + 1 < line.words.count ? Clock.hundredths(line.words[index + 1].start) : nil
      out += LRCText.string(scalars[last..<range.lowerBound])
      out += stamp(from) + LRCText.guarded(scalars[range])
      if next.map({ $0 > to }) ?? (to < end) { out += stamp(to) }
      last = range.upperBound
      shown = to
    }
    return out + stamp(max(end, shown))
  }
}
