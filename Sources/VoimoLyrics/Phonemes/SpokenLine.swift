/// A line of a song as phones.
package struct SpokenLine: Hashable, Sendable {
  /// Its words, in the order and number of `LyricLine.words(of:)`.
  package var words: [SpokenWord]

  /// Joins words.
  package init(words: [SpokenWord]) { self.words = words }
}

/// A word as phones.
package struct SpokenWord: Hashable, Sendable {
  /// The word as it stands in the line.
  package var text: String
  /// Its phones; empty for what nobody says: `♪`, `–`.
  package var phones: [String]
  /// Whether it stands in brackets: what others sing meanwhile, or do not.
  package var isAside: Bool

  /// Makes a word.
  package init(text: String, phones: [String], isAside: Bool = false) {
    self.text = text
    self.phones = phones
    self.isAside = isAside
  }
}

extension SpokenLine {
  /// The words of a line, with phones that a function gives.
  init(_ text: String, phones: (Int, String) -> [String]) {
    var depth = 0
    words = LyricLine.words(of: text).enumerated().map { index, word in
      let opened = depth
      for character in word {
        if "(（[".contains(character) { depth += 1 }
        if ")）]".contains(character) { depth = max(0, depth - 1) }
      }
      let isAside = opened > 0 || word.first.map { "(（[".contains($0) } ?? false
      return SpokenWord(text: word, phones: phones(index, word), isAside: isAside)
    }
  }

  /// A word as it is said: letters, digits and what is inside of words; empty where nothing is.
  static func sayable(_ word: String) -> String {
    func isSaid(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
    var kept = String.UnicodeScalarView()
    let scalars = Array(word.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isSaid(scalar) || scalar == "ー" {
        kept.append(scalar)
      } else if "'’".unicodeScalars.contains(scalar) {
        // "rockin'" and "'cause" keep theirs: they change how the word is said.
        kept.append("'")
      } else if index > 0, index + 1 < scalars.count, isSaid(scalars[index - 1]),
        isSaid(scalars[index + 1]), !"()[]".unicodeScalars.contains(scalar)
      {
        kept.append(
          scalar.isASCII && scalar.properties.numericType == nil && scalar == "," ? "," : "-")
      }
    }
    let text = String(kept)
    return text.unicodeScalars.contains(where: isSaid) ? text : ""
  }
}
