import VoimoBase

/// A part of a line that a file gives a time of its own.
struct TimedPiece: Equatable {
  var text: String
  var start: Seconds
  var end: Seconds

  /// The words in pieces: what is between blanks, whatever the pieces were.
  ///
  /// A piece of several words is shared out by syllables; pieces that follow each other without a
  /// blank are syllables of one word where `joining` is set, and words of their own otherwise.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func words(_ pieces: [TimedPiece], joining: Bool) -> [LyricWord] {
    var words: [LyricWord] = []
    var isOpen = false
    for piece in pieces {
      let text = tidied(piece.text.unicodeScalars)
      let beginsAnew = piece.text.unicodeScalars.first?.isBlank ?? false
      defer {
        if let last = piece.text.unicodeScalars.last { isOpen = !last.isBlank }
      }
      guard !text.isEmpty else { continue }
      var inside =
        text.contains(" ")
        ? LyricLine(text: text, start: piece.start, end: piece.end).estimatedWords
        : [LyricWord(text: text, start: piece.start, end: piece.end)]
      if joining, isOpen, !beginsAnew, let last = words.indices.last, let first = inside.first,
        !standsAlone(words[last].text.unicodeScalars.last),
        !standsAlone(first.text.unicodeScalars.first)
      {
        words[last].text += first.text
        words[last].end = first.end
        inside.removeFirst()
      }
      words += inside
    }
    return words
  }

  private static func standsAlone(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(LyricLine.isIdeographOrKana) ?? false
  }
}
