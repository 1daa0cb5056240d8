import VoimoBase

/// Where lines end in a run of heard words.
struct LineBreaks {
  /// Runs of words, in order; together all of them.
  private(set) var lines: [Range<Int>] = []

  /// A longer pause always ends a line, in seconds.
  static let pause = 0.6
  /// A longer pause ends a line after punctuation or before a bar, in seconds.
  static let shortPause = 0.3
  /// The longest line, in seconds, and in words, or characters of a script without blanks.
  static let longest = (seconds: 6.0, words: 10, characters: 16)
  /// A line may be a word short of this only between pauses.
  static let fewestWords = 2

  /// Languages that write every noun with a capital letter.
  private static let capitalNouns = ["de", "lb"]

  private let words: [TranscribedWord]
  private let bars: [Seconds]
  /// Up to where each bar's first beat draws a line's start: an eighth of a bar.
  private let reach: Double
  /// Whether capital letters tell anything.
  private let hasCase: Bool

  /// Parts words whose starts rise; in some languages capital letters begin nouns, not lines.
  ///
  /// Between pauses, the parting with the least cost is taken: of lines that are long or of one
  /// word, against breaks that nothing suggests.
  init(_ words: [TranscribedWord], language: String, bars: [Seconds]) {
    self.words = words
    self.bars = bars
    let lengths = zip(bars, bars.dropFirst()).map { ($1 - $0).value }.sorted()
    reach = lengths.isEmpty ? 0 : lengths[lengths.count / 2] / 8
    hasCase =
      !Self.capitalNouns.contains(language)
      && words.contains { $0.text.contains(where: \.isLowercase) }
    var first = 0
    for index in words.indices where index + 1 == words.count || mustBreak(before: index + 1) {
      lines += best(first..<(index + 1))
      first = index + 1
    }
  }

  private func gap(before index: Int) -> Double {
    (words[index].start - words[index - 1].end).value
  }

  private func mustBreak(before index: Int) -> Bool {
    let gap = gap(before: index)
    if gap > Self.pause { return true }
    return gap > Self.shortPause && (punctuation(before: index) > 0 || isNearBar(index))
  }

  private func isNearBar(_ index: Int) -> Bool {
    guard reach > 0 else { return false }
    let start = words[index].start
    var (low, high) = (0, bars.count)
    while low < high {
      let middle = (low + high) / 2
      if bars[middle] < start { low = middle + 1 } else { high = middle }
    }
    return [low - 1, low].contains {
      bars.indices.contains($0) && abs((bars[$0] - start).value) <= reach
    }
  }

  /// How much the punctuation before a word ends a line.
  private func punctuation(before index: Int) -> Double {
    for character in words[index - 1].text.reversed() {
      if ".!?…。！？".contains(character) { return 2 }
      if ",;:、，；：—–".contains(character) { return 1 }
      // What closes may stand behind it.
      guard !character.isLetter, !character.isNumber else { return 0 }
    }
    return 0
  }

  /// Words between two pauses, parted where it costs least.
  private func best(_ range: Range<Int>) -> [Range<Int>] {
    var costs = [0.0]
    var from: [Int] = [range.lowerBound]
    for end in (range.lowerBound + 1)...range.upperBound {
      var best = (cost: Double.infinity, start: end - 1)
      for start in (range.lowerBound..<end).reversed() {
        // A word alone may be longer than a line.
        guard start + 1 == end || fits(start..<end) else { break }
        let isBreak = start > range.lowerBound
        let cost =
          costs[start - range.lowerBound] + lineCost(start..<end)
          + (isBreak ? breakCost(before: start) : 0)
        if cost < best.cost { best = (cost, start) }
      }
      costs.append(best.cost)
      from.append(best.start)
    }
    var lines: [Range<Int>] = []
    var end = range.upperBound
    while end > range.lowerBound {
      lines.append(from[end - range.lowerBound]..<end)
      end = from[end - range.lowerBound]
    }
    return lines.reversed()
  }

  private func fits(_ line: Range<Int>) -> Bool {
    (words[line.upperBound - 1].end - words[line.lowerBound].start).value <= Self.longest.seconds
      && length(line) <= 1
  }

  /// A line's length; the longest has 1.
  private func length(_ line: Range<Int>) -> Double {
    // Whole numbers, so that ten words are not longer than ten.
    let parts = line.reduce(0) { sum, index in
      let text = words[index].text
      let hasBlanks = !words[index].isGlued && !isGlued(after: index) && !isUnparted(text)
      return sum + (hasBlanks ? Self.longest.characters : text.count * Self.longest.words)
    }
    return Double(parts) / Double(Self.longest.words * Self.longest.characters)
  }

  private func isGlued(after index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].isGlued
  }

  private func isUnparted(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: LyricLine.isIdeographOrKana)
  }

  private func lineCost(_ line: Range<Int>) -> Double {
    let isShort = line.count < Self.fewestWords || length(line) < 0.2
    return (isShort ? 4 : 0) + 5 * max(0, length(line) - 0.8)
  }

  /// What a break costs that nothing suggests, less what suggests it.
  private func breakCost(before index: Int) -> Double {
    let word = words[index]
    var cost = 2.0 - punctuation(before: index)
    if word.beginsSegment { cost -= 1 }
    if hasCase, word.text.first(where: \.isLetter)?.isUppercase == true, !isPronoun(word.text) {
      cost -= 1
    }
    cost -= min(1, max(0, gap(before: index)) / Self.shortPause)
    if isNearBar(index) { cost -= 0.3 }
    // Within a word of a script without blanks, a line ends only if it must.
    return word.isGlued && punctuation(before: index) == 0 ? cost + 1 : cost
  }

  /// Whether it is the English `I`, `I'm`, which has its capital anywhere.
  private func isPronoun(_ text: String) -> Bool {
    text.first == "I" && text.dropFirst().first?.isLetter != true
  }
}
