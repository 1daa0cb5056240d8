/// Estimates how many syllables words have, from their spelling alone.
///
/// English by vowel groups with its silent letters; other alphabets by vowels; kana by morae;
/// ideographs and Hangul by characters, ideographs among kana twice. Good to about one syllable in
/// ten in English; no dictionary.
package enum Syllables {
  /// How the Latin letters of a text are read.
  package enum Spelling: Sendable {
    /// With English's silent letters.
    case english
    /// Every group of vowels is sung, as in Spanish, Italian, German or Finnish.
    case phonetic
  }

  /// How many syllables a line has; at least 1 when it has a letter or a digit.
  ///
  /// - Complexity: O(*n*) in the line's length.
  package static func count(inLine line: String, spelling: Spelling = .english) -> Int {
    line.split(separator: " ").reduce(0) { $0 + count(inWord: String($1), spelling: spelling) }
  }

  /// How many syllables one word has; zero for a word of punctuation.
  package static func count(inWord word: String, spelling: Spelling = .english) -> Int {
    var letters: [Unicode.Scalar] = []
    var total = 0
    var digits = 0
    var consonantLetters = 0
    var (ideographs, hasKana) = (0, false)
    func flushLatin() {
      if !letters.isEmpty { total += latin(letters, spelling: spelling) }
      letters = []
    }
    for scalar in word.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0xDF...0x24F, 0x1E00...0x1EFF:
        letters.append(scalar)
      case 0x27, 0x2019, 0x300...0x36F:
        continue
      case 0x30...0x39:
        digits += 1
      case 0x370...0x3FF, 0x400...0x52F:
        flushLatin()
        if otherVowels.contains(scalar) { total += 1 }
      case 0x3041...0x30FF:
        // Small ya, yu, yo join the kana before them; the others are morae of their own.
        if !smallKana.contains(scalar) { total += 1 }
        hasKana = true
      case 0x3400...0x9FFF, 0x20000...0x3FFFF:
        ideographs += 1
      case 0xAC00...0xD7A3:
        total += 1
      default:
        flushLatin()
        if scalar.properties.isAlphabetic { consonantLetters += 1 }
      }
    }
    flushLatin()
    // "1999" is nineteen ninety-nine: a little more than a syllable a digit.
    total += digits == 1 ? 1 : digits * 5 / 4
    // Most readings of an ideograph have two morae in Japanese, all have one syllable in Chinese.
    total += hasKana ? ideographs * 2 : ideographs
    // Scripts that write few vowels: about two letters a syllable.
    total += (consonantLetters + 1) / 2
    if total == 0, word.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return 1 }
    return total
  }

  /// Which spelling a text has: English where English's commonest words are common, or the text
  /// is too short to tell.
  package static func spelling(of lines: some Sequence<String>) -> Spelling {
    var (known, words) = (0, 0)
    for line in lines {
      for word in line.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
        words += 1
        if englishWords.contains(String(word)) { known += 1 }
      }
    }
    return words >= 20 && known * 100 < words * 8 ? .phonetic : .english
  }

  private static func latin(_ letters: [Unicode.Scalar], spelling: Spelling) -> Int {
    let word = String(String.UnicodeScalarView(letters))
    if spelling == .english, let known = exceptions[word] { return known }
    var groups = 0
    var previousIsVowel = false
    for (index, letter) in letters.enumerated() {
      var isVowel = vowels.contains(letter)
      if letter == "y", index == 0, letters.count > 1 { isVowel = false }
      if letter == "u", index > 0, letters[index - 1] == "q" { isVowel = false }
      if isVowel, !previousIsVowel { groups += 1 }
      previousIsVowel = isVowel
    }
    if spelling == .english {
      groups += hiatuses(letters) - silentVowels(letters)
    }
    return max(1, groups)
  }

  /// Vowels written together and spoken apart: radio, lion, going, quiet.
  private static func hiatuses(_ letters: [Unicode.Scalar]) -> Int {
    var found = 0
    for index in letters.indices.dropFirst() where index + 1 < letters.count {
      let (before, here, after) = (letters[index - 1], letters[index], letters[index + 1])
      switch (here, after) {
      case ("i", "o"), ("i", "a"):
        if !["t", "s", "c", "g", "x"].contains(before), !vowels.contains(before) { found += 1 }
      case ("i", "u"), ("u", "o"):
        if before != "q", !vowels.contains(before) { found += 1 }
      case ("e", "i"), ("o", "i"), ("u", "i"):
        // being, going, doing: the ending keeps its own syllable.
        if letters[(index + 1)...].elementsEqual(["i", "n", "g"]) { found += 1 }
      case ("i", "e") where letters[index...].elementsEqual(["i", "e", "t"]):
        found += 1
      case ("s", "m") where before == "i" && index + 2 == letters.count:
        found += 1
      default:
        break
      }
    }
    return found
  }

  /// Vowels that are written and not spoken: home, turned, homes, lovely.
  private static func silentVowels(_ letters: [Unicode.Scalar]) -> Int {
    func isConsonant(_ offset: Int) -> Bool {
      let index = letters.count - offset
      return index >= 0 && !vowels.contains(letters[index])
    }
    func letter(_ offset: Int) -> Unicode.Scalar? {
      letters.count >= offset ? letters[letters.count - offset] : nil
    }
    var silent = 0
    if letters.last == "e", isConsonant(2), !(letter(2) == "l" && isConsonant(3)) {
      silent += 1
    } else if letters.last == "d", letter(2) == "e", isConsonant(3), letters.count > 3,
      letter(3) != "t", letter(3) != "d"
    {
      silent += 1
    } else if letters.last == "s", letter(2) == "e", isConsonant(3), letters.count > 3,
      !["s", "x", "z", "h", "c", "g"].contains(letter(3)),
      !(letter(3) == "l" && isConsonant(4))
    {
      silent += 1
    }
    for ending in silentBefore where letters.count > ending.count + 2 {
      let index = letters.count - ending.count - 1
      if letters[index] == "e", letters[(index + 1)...].elementsEqual(ending),
        !vowels.contains(letters[index - 1])
      {
        silent += 1
      }
    }
    return silent
  }

  private static let silentBefore: [[Unicode.Scalar]] = ["ly", "ful", "less", "ment", "ness"]
    .map { Array($0.unicodeScalars) }

  private static let vowels = Set(
    "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēĕėęěĩīĭįıōŏőũūŭůűųơưạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
      .unicodeScalars)

  private static let otherVowels = Set("аеёиоуыэюяіїєαεηιουωάέήίόύώ".unicodeScalars)

  private static let smallKana = Set("ゃゅょャュョぁぃぅぇぉァィゥェォゎヮー".unicodeScalars)

  /// Frequent words of songs that the rules get wrong.
  private static let exceptions: [String: Int] = [
    "idea": 3, "area": 3, "every": 2, "everything": 3, "everyone": 3, "everybody": 4,
    "everywhere": 3, "somebody": 3, "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2,
    "somehow": 2, "people": 2, "being": 2, "seeing": 2, "create": 2, "created": 3, "poem": 2,
    "poet": 2, "cruel": 2, "fuel": 2, "ruin": 2, "ruined": 2, "heaven": 2, "evening": 2,
    "different": 2, "memory": 3, "business": 2, "beautiful": 3, "lonesome": 2, "homeward": 2,
    "lifetime": 2, "sunrise": 2, "homesick": 2, "baseball": 2, "therefore": 2, "whatever": 3,
    "forever": 3, "hallelujah": 4, "real": 1, "world": 1, "video": 3, "neon": 2, "piano": 3,
    "violin": 3, "theatre": 3, "oasis": 3, "chaos": 2, "museum": 3, "science": 2, "giant": 2,
    "diary": 3, "trial": 2, "dial": 2, "via": 2, "maybe": 2, "careless": 2, "lovers": 2,
    "rhythm": 2, "doesnt": 2, "didnt": 2, "couldnt": 2, "wouldnt": 2, "shouldnt": 2, "isnt": 2,
    "wasnt": 2, "hadnt": 2, "hasnt": 2, "havent": 2, "ive": 1, "youve": 1, "weve": 1, "theyve": 1,
    "youre": 1, "were": 1, "theyre": 1, "ourselves": 2, "themselves": 2, "movement": 2,
  ]

  private static let englishWords: Set<String> = [
    "the", "and", "you", "i", "to", "a", "of", "in", "it", "is", "my", "me", "on", "that", "for",
    "we", "be", "your", "with", "so", "all", "but", "i'm", "just", "when", "this", "what", "do",
    "don't", "not", "can", "now", "are", "was", "like", "know", "oh", "up", "it's", "out", "if",
    "at", "they", "from", "she", "he",
  ]
}
