import VoimoBase

/// What an LRC line says after its stamps.
struct LRCBody {
  private(set) var text = ""
  /// Words with their own stamps; an end where a stamp closes the word.
  private(set) var words: [(text: String, start: Seconds, end: Seconds?)] = []
  /// The last stamp's time when nothing follows it: the end of the line.
  private(set) var end: Seconds?
  /// The first word's stamp, where nothing is sung before it: the start of a line without another.
  private(set) var start: Seconds?

  /// Reads the words in a range of the line, whose own times are `starts`.
  init(_ line: SourceLine, in range: Range<Int>, starts: [Seconds], notes: inout Notes) {
    let scalars = line.scalars
    var plain: [Unicode.Scalar] = []
    var piece: [Unicode.Scalar] = []
    var stamp: Seconds?
    var index = LRCBody.afterVoice(scalars, range.lowerBound)
    var pieces: [(time: Seconds, text: String)] = []
    var leading = ""
    func flush() {
      let text = LRCText.read(piece)
      plain += text
      if let stamp {
        pieces.append((stamp, LRCText.string(text)))
      } else {
        leading = LRCText.string(text)
      }
      piece = []
    }
    while index < range.upperBound {
      if let found = LRCStamp(scalars, at: index), found.end <= range.upperBound {
        if let time = notes.time(found.reading, in: found.inner, of: line) {
          flush()
          stamp = time
        }
        index = found.end
        // The voice may be named between the line's stamp and the first word's, or after both.
        if pieces.isEmpty, tidied(leading.unicodeScalars).isEmpty {
          index = LRCBody.afterVoice(scalars, index)
        }
        continue
      }
      piece.append(scalars[index])
      index += 1
    }
    flush()
    text = tidied(plain)
    // Words before the first word stamp are sung from the line's own time on.
    let isWordLevel = pieces.contains { !tidied($0.text.unicodeScalars).isEmpty }
    let hasLead = !tidied(leading.unicodeScalars).isEmpty
    if !hasLead { start = pieces.first?.time }
    if isWordLevel, hasLead, let first = pieces.first {
      guard let start = starts.filter({ $0 <= first.time }).max() else { return }
      pieces.insert((start, leading), at: 0)
    }
    readWords(pieces, line: line, notes: &notes)
  }

  /// Whether words have times of their own.
  var hasWordTimes: Bool { !words.isEmpty }

  /// Takes the words away; an end stays.
  mutating func clear() {
    text = ""
    words = []
  }

  /// Puts other words in place of words without times.
  mutating func replace(_ text: String) { self.text = text }

  /// Turns stamped pieces into words; an empty piece closes the word before it.
  private mutating func readWords(
    _ pieces: [(time: Seconds, text: String)], line: SourceLine, notes: inout Notes
  ) {
    guard !pieces.isEmpty, !text.isEmpty else { return }
    guard zip(pieces, pieces.dropFirst()).allSatisfy({ $0.time <= $1.time }) else {
      notes.warning(.wordsOutOfOrder, at: line.span)
      return
    }
    for (time, word) in pieces {
      if let last = words.indices.last, words[last].end == nil { words[last].end = time }
      if !tidied(word.unicodeScalars).isEmpty { words.append((word, time, nil)) }
    }
    if let last = pieces.last, tidied(last.text.unicodeScalars).isEmpty { end = last.time }
  }

  /// Takes the times that LRCX writes under a line, `<500,5>`: milliseconds from the line's start,
  /// and the letter that is sung then; a last one without a letter is the line's end.
  mutating func takeWordTimes(_ scalars: ArraySlice<Unicode.Scalar>, start: Seconds) {
    let letters = Array(text)
    var pieces: [(time: Seconds, letter: Int)] = []
    var last: Seconds?
    for tag in String(String.UnicodeScalarView(scalars)).split(separator: "<") {
      let numbers = tag.prefix { $0 != ">" }.split(separator: ",").map { Int($0) }
      guard let first = numbers.first, let time = first, (0...3_600_000).contains(time) else {
        return
      }
      let moment = start + Seconds(Double(time) / 1000)
      if numbers.count == 2, let letter = numbers[1] {
        guard letter >= (pieces.last?.letter ?? 0), letter <= letters.count else { return }
        pieces.append((moment, letter))
      } else {
        last = moment
      }
    }
    let times = pieces.map(\.time) + (last.map { [$0] } ?? [])
    guard words.isEmpty, pieces.first?.letter == 0,
      zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return }
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      let word = String(letters[piece.letter..<(next?.letter ?? letters.count)])
      words.append((word, piece.time, next?.time ?? last))
    }
    words.removeAll { tidied($0.text.unicodeScalars).isEmpty }
    end = last
    joins = true
  }

  /// Whether pieces that touch are syllables of one word.
  private var joins = false

  /// The words of one of the line's times; the last one, left open, ends with the line.
  func timedWords(moved: Seconds, lineEnd: Seconds) -> [LyricWord] {
    let pieces = words.map { word in
      let start = word.start + moved
      let end = word.end.map { $0 + moved } ?? max(start, lineEnd)
      return TimedPiece(text: word.text, start: start, end: end)
    }
    return TimedPiece.words(pieces, joining: joins)
  }

  private static func afterVoice(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    let tag = VoiceTag.length(scalars, at: index)
    return tag > 0 ? index + tag : start
  }
}
