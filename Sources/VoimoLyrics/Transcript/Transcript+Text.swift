extension Transcript.Segment {
  /// For each word, whether it follows the one before without a blank, as its text has it: the
  /// `-roll` of `rock-roll`, or any word of a script that does not part its words.
  ///
  /// A word that does not stand in the text where it should counts as parted by a blank.
  var isGlued: [Bool] {
    let text = Array(text)
    var from = 0
    return words.map { word in
      let wanted = Array(word.text)
      guard !wanted.isEmpty else { return false }
      var at = from
      while at + wanted.count <= text.count, !text[at..<(at + wanted.count)].elementsEqual(wanted) {
        at += 1
      }
      guard at + wanted.count <= text.count else { return false }
      let glued = from > 0 && at == from
      from = at + wanted.count
      return glued
    }
  }

  /// The segment with some of its words only, its text without the others.
  func keeping(_ isKept: [Bool]) -> Transcript.Segment {
    var segment = self
    segment.words = []
    segment.text = ""
    // A word glued to one that is gone is parted from what comes before that.
    var follows = false
    for ((word, glued), kept) in zip(zip(words, isGlued), isKept) {
      if kept {
        if !segment.text.isEmpty, !(glued && follows) { segment.text += " " }
        segment.text += word.text
        segment.words.append(word)
      }
      follows = kept
    }
    return segment
  }
}
