import VoimoBase

extension Lyrics {
  /// The same lines, every one with words: estimated by syllables where their times are not known.
  package var withWords: Lyrics {
    Lyrics(
      lines: lines.map { line in
        var line = line
        line.words = line.estimatedWords
        return line
      })
  }
}

extension LyricLine {
  /// The line's words with times; where they are not known, shared out by syllables.
  ///
  /// Words are what blanks separate; in a line without blanks in a script that needs none, every
  /// character is one.
  package var estimatedWords: [LyricWord] {
    guard words.isEmpty else { return words }
    let pieces = LyricLine.words(of: text)
    let weights = pieces.map { Double(max(1, Syllables.count(inWord: $0))) }
    let total = max(1, weights.reduce(0, +))
    var sung = 0.0
    return zip(pieces, weights).map { piece, weight in
      let from = start + (end - start) * (sung / total)
      sung += weight
      let to = start + (end - start) * min(1, sung / total)
      return LyricWord(text: piece, start: from, end: to)
    }
  }

  /// A line's words as they are sung and highlighted.
  static func words(of text: String) -> [String] {
    text.split(separator: " ").flatMap { word -> [String] in
      guard word.unicodeScalars.contains(where: isIdeographOrKana) else { return [String(word)] }
      var pieces: [String] = []
      for character in word {
        let begins = character.unicodeScalars.contains(where: isIdeographOrKana)
        let follows = pieces.last?.unicodeScalars.contains(where: isIdeographOrKana) ?? true
        // Punctuation and small kana stay with what they follow.
        if let last = pieces.indices.last,
          (!begins && !character.isLetter) || "ゃゅょャュョっッー".contains(character)
        {
          pieces[last].append(character)
        } else if let last = pieces.indices.last, !begins, !follows {
          pieces[last].append(character)
        } else {
          pieces.append(String(character))
        }
      }
      return pieces
    }
  }

  static func isIdeographOrKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Where each word stands in the text, as ranges of scalars; nil when they are not its words.
  func wordRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var from = 0
    for word in words {
      let wanted = Array(word.text.unicodeScalars)
      guard let start = firstOccurrence(of: wanted, in: scalars, from: from) else { return nil }
      // Only blanks may be outside the words, or a reader would find other words.
      guard scalars[from..<start].allSatisfy({ $0 == " " }) else { return nil }
      ranges.append(start..<(start + wanted.count))
      from = start + wanted.count
    }
    return scalars[from...].allSatisfy { $0 == " " } && !ranges.isEmpty ? ranges : nil
  }

  private func firstOccurrence(
    of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], from: Int
  ) -> Int? {
    var start = from
    while start < scalars.count, scalars[start] == " " { start += 1 }
    guard !wanted.isEmpty, start + wanted.count <= scalars.count,
      scalars[start..<(start + wanted.count)].elementsEqual(wanted)
    else { return nil }
    return start
  }
}
