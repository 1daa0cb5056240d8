import VoimoBase

/// A line with its times while a file is read, and its place in the file.
struct SungLine {
  var line: LyricLine
  var span: SourceSpan
}

extension Notes {
  /// The lines of a song, moved in time and cut at its start.
  ///
  /// What begins before 0 begins at 0, and what ends before it is left out. Both are said, and so
  /// is what nobody sings: credits, and lines that tools add.
  mutating func settled(_ lines: [SungLine], movedBy offset: Seconds = .zero) -> Lyrics {
    var kept: [LyricLine] = []
    var cut: [SungLine] = []
    var lost: [SungLine] = []
    for sung in PageResidue.removed(from: lines, &self) {
      let line = offset == .zero ? sung.line : sung.line.mapTimes { $0 + offset }
      guard line.start < .zero else {
        kept.append(line)
        continue
      }
      if line.end > .zero, let inside = line.cut(from: .zero, to: Seconds(.infinity)) {
        kept.append(inside)
        cut.append(sung)
      } else {
        lost.append(sung)
      }
    }
    if let first = cut.first {
      warning(.beginsBeforeSong(LineNumbers(cut.map(\.span.line))), at: first.span)
    }
    if let first = lost.first {
      warning(.endsBeforeSong(LineNumbers(lost.map(\.span.line))), at: first.span)
    }
    return Lyrics(lines: kept)
  }
}

/// Lines of a file, named in a sentence: `line 3`, `lines 3, 4 and 9`, `lines 3, 4, 9 and 12 more`.
struct LineNumbers: Hashable {
  var numbers: [Int]

  /// Names lines, each once, in their order.
  init(_ numbers: [Int]) { self.numbers = Array(Set(numbers)).sorted() }

  /// Whether it is one line.
  var isOne: Bool { numbers.count == 1 }

  /// As in the middle of a sentence.
  var text: String {
    guard let last = numbers.last, numbers.count > 1 else { return "line \(numbers.first ?? 0)" }
    let shown = 5
    let isLong = numbers.count > shown + 1
    let named = isLong ? numbers.prefix(shown) : numbers.dropLast()
    let rest = isLong ? "\(numbers.count - shown) more" : "\(last)"
    return "lines \(named.map(String.init).joined(separator: ", ")) and \(rest)"
  }
}
