/// How English words are said, by letter-to-sound rules alone: for machines without espeak-ng.
///
/// A small set in the manner of Elovitz, Johnson, McHugh and Shore (1976): the longest spelling
/// that fits gives its phones, a silent `e` makes the vowel before it long, and frequent words that
/// no rule gets right stand in a list. Other languages are read as if they were English.
///
/// On four English songs lines and words landed as well as with espeak-ng: a recogniser hears so
/// little of sung vowels that a wrong one costs nothing.
package enum LetterSounds {
  /// The lines of stanzas as phones.
  package static func spoken(_ stanzas: [Stanza]) -> [SpokenLine] {
    stanzas.flatMap(\.lines).map { line in
      SpokenLine(line.text) { _, word in
        SpokenLine.sayable(word).split { $0 == "-" || $0 == "," }.flatMap { phones(String($0)) }
      }
    }
  }

  /// The phones of one word; numbers are read digit by digit.
  static func phones(_ word: String) -> [String] {
    let word = HeadingWords.folded(word)
    if let known = exceptions[word] { return known }
    let plain = word.filter { $0 != "'" }
    if let known = exceptions[plain] { return known }
    let letters = Array(plain)
    var phones: [String] = []
    var at = 0
    while at < letters.count {
      let (count, sounds) = rule(letters, at)
      phones += sounds
      at += max(1, count)
    }
    // Doubled sounds are said once: "summer", "all lost".
    return phones.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The rule that fits at a letter: how many letters it takes, and their phones.
  private static func rule(_ letters: [Character], _ at: Int) -> (Int, [String]) {
    let rest = letters.count - at
    // An ending is a spelling that the word ends with.
    for length in stride(from: min(5, rest), through: 1, by: -1) {
      let spelling = String(letters[at..<at + length])
      if length == rest, at > 0, let sounds = endings[spelling] { return (length, sounds) }
      if at == 0, let sounds = beginnings[spelling], rest > length { return (length, sounds) }
      if length > 1, let sounds = spellings[spelling] { return (length, sounds) }
    }
    let letter = letters[at]
    func next(_ offset: Int) -> Character? {
      letters.indices.contains(at + offset) ? letters[at + offset] : nil
    }
    if let long = longVowels[letter], let after = next(1), !vowels.contains(after),
      after != "x", after != "w", next(2) == "e", rest == 3 || (rest == 4 && next(3) == "s")
    {
      // "home", "times": the e itself is silent by its ending.
      return (1, long)
    }
    switch letter {
    case "c": return (1, [next(1).map { "eiy".contains($0) } ?? false ? "s" : "k"])
    case "g":
      return (1, [next(1).map { "eiy".contains($0) } ?? false && at > 0 ? "d͡ʒ" : "g"])
    case "s":
      let isVoiced = at > 0 && rest > 1 && vowels.contains(letters[at - 1])
      return (1, [isVoiced && next(1).map { vowels.contains($0) } ?? false ? "z" : "s"])
    case "y" where at == 0: return (1, ["j"])
    case "y": return (1, [rest == 1 && at > 2 ? "i" : rest == 1 ? "aɪ" : "ɪ"])
    case "o" where rest == 1: return (1, ["oʊ"])
    case "i" where rest == 1: return (1, ["aɪ"])
    case "e" where rest == 1: return (1, at > 1 ? [] : ["i"])
    default: return (1, single[letter] ?? [])
    }
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]

  private static let longVowels: [Character: [String]] = [
    "a": ["eɪ"], "e": ["i"], "i": ["aɪ"], "o": ["oʊ"], "u": ["u"], "y": ["aɪ"],
  ]

  /// Rows of spellings with their phones, parted by bars and line ends.
  static func table(_ text: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for entry in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = entry.split(separator: " ").map(String.init)
      if let spelling = words.first { table[spelling] = Array(words.dropFirst()) }
    }
    return table
  }
}
