package import VoimoBase

extension Lyrics {
  /// The same words later by a length of time (earlier when it is negative).
  ///
  /// What would be sung before 0 is cut there; lines wholly before 0 are left out.
  package func shifted(by offset: Seconds) -> Lyrics {
    let moved = lines.map { $0.mapTimes { $0 + offset } }
    return Lyrics(lines: moved.compactMap { $0.cut(from: .zero, to: Seconds(.infinity)) })
  }

  /// What is sung from one time up to another, with times counted from the first.
  ///
  /// Lines that cross an edge are cut there: they keep their text, and the words that are left keep
  /// their times. Words and lines wholly outside are left out.
  package func cropped(from start: Seconds, to end: Seconds) -> Lyrics {
    let kept = lines.compactMap { $0.cut(from: start, to: end) }
    return Lyrics(lines: kept.map { $0.mapTimes { $0 - start } })
  }

  /// The lines that sound at some moment of a range.
  package func lines(in range: Range<Seconds>) -> [LyricLine] {
    lines.filter { $0.start < range.upperBound && $0.end > range.lowerBound }
  }

  /// The lines *begun* in a range: every line is in exactly one of the ranges that tile a song.
  package func lines(startingIn range: Range<Seconds>) -> [LyricLine] {
    lines.filter { range.contains($0.start) }
  }
}

extension LyricLine {
  /// The line with every time put through a function that keeps their order.
  func mapTimes(_ change: (Seconds) -> Seconds) -> LyricLine {
    var line = self
    line.start = change(start)
    line.end = change(end)
    line.words = words.map {
      LyricWord(text: $0.text, start: change($0.start), end: change($0.end))
    }
    return line
  }

  /// The part of the line inside a range; nil when none of it is.
  func cut(from lower: Seconds, to upper: Seconds) -> LyricLine? {
    let inside = start == end ? start >= lower && start < upper : start < upper && end > lower
    guard inside else { return nil }
    var line = self
    line.start = max(start, lower)
    line.end = min(end, upper)
    line.words = words.compactMap { word in
      let inside =
        word.start == word.end
        ? word.start >= lower && word.start < upper : word.start < upper && word.end > lower
      guard inside else { return nil }
      return LyricWord(text: word.text, start: max(word.start, lower), end: min(word.end, upper))
    }
    return line
  }
}
