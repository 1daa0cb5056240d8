/// The states that a song's words pass through, and what steps out of their order cost.
///
/// Between phones stands a gap, as in connectionist temporal classification: state 2*k* is the gap
/// before phone *k*, state 2*k* + 1 the phone. Gaps between lines have, besides, a state for
/// singing that the text does not have. Words and lines may be left out, at a price.
struct PhoneGraph {
  /// A word that has phones.
  struct Word {
    /// Its line, and its place in it, in the text.
    let line: Int
    let index: Int
    /// Its phones: indexes into `classes`.
    let phones: Range<Int>
    /// What leaving it out costs.
    let skipCost: Float
  }

  /// A line that has phones: its words, as indexes into `words`.
  struct Line {
    let line: Int
    let words: Range<Int>
    let phones: Range<Int>
    /// What leaving it out costs.
    let skipCost: Float
  }

  /// Different phones, in order of their first appearance.
  private(set) var phones: [String] = []
  /// Which of `phones` each phone of the song is.
  private(set) var classes: [Int32] = []
  private(set) var words: [Word] = []
  private(set) var lines: [Line] = []

  /// States of the chain; the states for other singing come after them, one a line and one more.
  var chain: Int { 2 * classes.count + 1 }
  var states: Int { chain + lines.count + 1 }

  init(_ spoken: [SpokenLine], costs: AlignmentCosts) {
    var known: [String: Int32] = [:]
    for (number, line) in spoken.enumerated() {
      let firstPhone = classes.count
      let firstWord = words.count
      for (index, word) in line.words.enumerated() {
        let start = classes.count
        for phone in word.phones where PhoneTable.entry(phone) != nil {
          if known[phone] == nil {
            known[phone] = Int32(phones.count)
            phones.append(phone)
          }
          if let known = known[phone] { classes.append(known) }
        }
        guard classes.count > start else { continue }
        words.append(
          Word(
            line: number, index: index, phones: start..<classes.count,
            skipCost: word.isAside
              ? costs.skippedAside
              : costs.skippedWord + costs.skippedPhone * Float(classes.count - start)))
      }
      guard words.count > firstWord else { continue }
      let isAside = words[firstWord...].allSatisfy { line.words[$0.index].isAside }
      lines.append(
        Line(
          line: number, words: firstWord..<words.count, phones: firstPhone..<classes.count,
          skipCost: isAside
            ? costs.skippedAside
            : costs.skippedLine + costs.skippedPhone * Float(classes.count - firstPhone)))
    }
  }
}

/// What a path through a song's words costs besides what was heard: negative logarithms of
/// probabilities.
struct AlignmentCosts {
  /// A probability that even a phone that was not heard at all has: singers swallow phones.
  var floor: Float = 1e-4
  /// Leaving out a line, a word, an aside in brackets; and each of its phones.
  var skippedLine: Float = 20
  var skippedWord: Float = 12
  var skippedAside: Float = 4
  var skippedPhone: Float = 4
  /// Beginning to sing what the text does not have.
  ///
  /// Going on with it costs nothing, as with the star of Pratap et al. (2024): a text with gaps
  /// must not pull its lines over what fills them.
  var garbage: Float = 3
  /// A second between the words of a line, or between the phones of a word; so that pauses and held
  /// sounds last a third of a second in the mean, as times with a constant rate do.
  var pauseSecond: Float = 3
}
