import VoimoBase

/// How far the times of heard lines can be trusted.
///
/// The sum over all ways through the words (Graves et al. 2006) was tried first and told right
/// lines from wrong ones hardly better than chance: it is sure of the likeliest way, right or
/// wrong. What tells them apart is how well their phones were heard against any others in the same
/// time, as the scores of Kürzinger et al. (2020) do, in the line and in the whole song, and how
/// much of what was sung the text has.
enum HeardConfidence {
  /// The probability of each line that it begins within 0.3 s of where it was put.
  ///
  /// A logistic function of three figures. Its weights were fitted on 952 lines: right texts,
  /// texts of other songs, texts with lines missing, added, changed and swapped, songs in another
  /// pitch and tempo and with noise. On songs left out of the fit, a right line had more than a
  /// wrong one in 89 of 100 pairs. A line that the song leaves out has 0.
  static func ofLines(_ heard: HeardWords) -> [Double] {
    let margins = heard.lines.map { Double(max(-4, $0.margin)) }
    let mean = margins.reduce(0, +) / Double(max(1, margins.count))
    return heard.lines.map { line in
      guard line.frames != nil else { return 0 }
      let evidence =
        -0.6 + 1.45 * Double(line.margin) + 1.75 * mean + 8.75 * Double(heard.explained)
      let probability = Double(line.share) / (1 + exponential(-evidence))
      return (probability * 1000).rounded() / 1000
    }
  }

  /// Below this mean confidence of all words, the text is taken to be another song's.
  static let otherText = 0.4

  /// A warning where the words as a whole do not seem to be sung; nil where they do.
  static func warning(lines: [LyricLine], name: String) -> Diagnostic? {
    let words = lines.reduce(0) { $0 + max(1, $1.words.count) }
    let sure = lines.reduce(0) { $0 + $1.confidence * Double(max(1, $1.words.count)) }
    guard sure < otherText * Double(max(1, words)) else { return nil }
    let unheard = lines.count { $0.confidence < AlignmentDoubts.lowConfidence }
    return Diagnostic(.warning, .wordsNotHeard(unheard, of: lines.count), file: name)
  }
}

extension Diagnostic.Message {
  static func wordsNotHeard(_ lines: Int, of all: Int) -> Self {
    Self(
      id: "words-not-heard",
      text: "the words do not seem to be what is sung: \(lines) of \(all) lines were not heard",
      hint: "is it another song's text, in another language, or are lines missing?")
  }
}
