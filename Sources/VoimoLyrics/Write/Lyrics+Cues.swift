import VoimoBase

extension Lyrics {
  /// The lines as SubRip (`.srt`), to the millisecond; word times are not kept.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package var srt: String {
    var out = ""
    for (index, line) in shownLines.enumerated() {
      out += "\(index + 1)\n\(Self.timing(line, mark: ","))\n\(Self.srtBody(line))\n\n"
    }
    return out
  }

  /// The lines as WebVTT, to the millisecond, with word times where they are known.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package var vtt: String {
    var out = "WEBVTT\n\n"
    for line in shownLines {
      out += "\(Self.timing(line, mark: "."))\n\(Self.vttBody(line))\n\n"
    }
    return out
  }

  private var shownLines: [LyricLine] {
    lines.compactMap { line in
      var line = line
      line.text = tidied(line.text.unicodeScalars)
      return line.text.isEmpty ? nil : line
    }
  }

  private static func timing(_ line: LyricLine, mark: String) -> String {
    let start = Clock.thousandths(line.start)
    let end = max(start, Clock.thousandths(line.end))
    return "\(Clock.cue(start, mark: mark)) --> \(Clock.cue(end, mark: mark))"
  }

  private static func srtBody(_ line: LyricLine) -> String {
    let scalars = Joiner.guarded(Array(line.text.unicodeScalars), where: Joiner.actsInSRT)
    return String(String.UnicodeScalarView(Joiner.guardedEnds(scalars)))
  }

  /// VTT's inner stamps must rise inside the cue; gaps between words end with a stamp of their own.
  private static func vttBody(_ line: LyricLine) -> String {
    let scalars = Array(line.text.unicodeScalars)
    guard let ranges = line.wordRanges(in: scalars) else {
      return escaped(Joiner.guardedEnds(scalars))
    }
    let (lower, upper) = (Clock.thousandths(line.start), Clock.thousandths(line.end))
    var out = ""
    var last = 0
    var shown = lower
    func stamp(_ time: Int) {
      guard time > shown, time < upper else { return }
      out += "<\(Clock.cue(time, mark: "."))>"
      shown = time
    }
    for (word, range) in zip(line.words, ranges) {
      out += escaped(Array(scalars[last..<range.lowerBound]))
      stamp(Clock.thousandths(word.start))
      var shownWord = Array(scalars[range])
      if range.lowerBound == ranges.first?.lowerBound { shownWord = Joiner.guardedStart(shownWord) }
      if range.upperBound == ranges.last?.upperBound { shownWord = Joiner.guardedEnd(shownWord) }
      out += escaped(shownWord)
      stamp(Clock.thousandths(word.end))
      last = range.upperBound
    }
    return out
  }

  private static func escaped(_ scalars: [Unicode.Scalar]) -> String {
    var out = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
