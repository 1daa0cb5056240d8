/// One word of a prompt.
struct PromptToken: Sendable, Equatable {
  /// In lower case, without accents.
  var key: String
  /// As it was written.
  var written: String
  /// Whether punctuation stands between it and the word before.
  var beginsClause: Bool
  /// Whether a hyphen joins it to the word before.
  var isHyphenated: Bool
  var isJapanese: Bool
  /// The word without its `'s`, as keys are: whose something is.
  var owner: String?
  /// Whether `#` stands before it: words run together.
  var isTag = false

  /// Whether it is a picture of a thing: known by the English tables whatever the language.
  var isEmoji: Bool { key.unicodeScalars.first.map(PromptTokens.isEmoji) ?? false }
}

/// Takes prompts apart into words.
enum PromptTokens {
  /// The words of a text, in order.
  static func read(_ text: String) -> [PromptToken] {
    var reader = TokenReader()
    for scalar in text.unicodeScalars { reader.take(scalar) }
    return reader.finish()
  }

  /// A phrase as the tables hold it: its words' keys, apart by one space.
  static func key(_ phrase: String) -> String { read(phrase).map(\.key).joined(separator: " ") }

  /// Whether a letter is Japanese (or Chinese): written without spaces.
  static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x3005...0x3007:
      true
    default: false
    }
  }

  /// Whether a sign is a picture, a word by itself.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Skin tones belong to the picture before them.
    case 0x1F3FB...0x1F3FF: false
    case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0x2B50, 0x2B55, 0x231A...0x231B, 0x23F0...0x23F3: true
    default: false
    }
  }

  /// Whether a picture is of a mood, as faces, hearts and hands are.
  static func isMood(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2708, 0x2744: false
    case 0x2605...0x2606, 0x2701...0x27BF, 0x1F600...0x1F64F, 0x1F910...0x1F92F, 0x1F970...0x1F97A,
      0x1F440, 0x1F446...0x1F450,
      0x1F48B...0x1F49F, 0x1F4AF, 0x1F3B5...0x1F3B6, 0x1F195...0x1F19A,
      0x1F4A2...0x1F4AB, 0x1F90C...0x1F90F, 0x1F918...0x1F91F, 0x1FAF0...0x1FAF8:
      true
    default: false
    }
  }

  /// Words that a tag runs together, told apart by capitals: `RoadTrip`.
  static func parts(ofTag word: String) -> [String] {
    var parts: [String] = []
    var wasLower = false
    for character in word {
      if parts.isEmpty || wasLower && character.isUppercase {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
      wasLower = character.isLowercase || character.isNumber
    }
    return parts
  }

  /// A letter in lower case without its accent.
  static func fold(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "á", "à", "â", "ä", "ã", "å", "ā": result += "a"
      case "é", "è", "ê", "ë", "ē": result += "e"
      case "í", "ì", "î", "ï": result += "i"
      case "ó", "ò", "ô", "ö", "õ", "ø", "ō": result += "o"
      case "ú", "ù", "û", "ü", "ū": result += "u"
      case "ñ": result += "n"
      case "ç": result += "c"
      case "œ": result += "oe"
      case "æ": result += "ae"
      case "ß": result += "ss"
      case "\u{0300}"..."\u{036F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Gathers letters to words.
private struct TokenReader {
  private var tokens: [PromptToken] = []
  private var word = ""
  private var japanese = ""
  private var isClause = false
  private var isHyphen = false
  private var isTag = false
  /// How many letters stood before an apostrophe in the word.
  private var apostrophe: Int?
  /// Whether the apostrophe opens a quotation.
  private var isQuoted = false

  /// Beginnings that an apostrophe parts from their word: `l'eau`, `dell'acqua`.
  private static let elisions: Set<String> = [
    "l", "d", "n", "s", "c", "j", "m", "t", "qu", "dell", "nell", "sull", "all", "dall", "un",
  ]

  mutating func take(_ scalar: Unicode.Scalar) {
    if PromptTokens.isJapanese(scalar) {
      endWord()
      japanese.unicodeScalars.append(scalar)
    } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || ("\u{0300}"..."\u{036F}").contains(scalar)
    {
      endJapanese()
      word.unicodeScalars.append(scalar)
    } else if scalar == "'" || scalar == "\u{2019}" {
      if Self.elisions.contains(PromptTokens.fold(word)) {
        endWord()
      } else if word.isEmpty {
        isQuoted = true
      } else {
        apostrophe = word.count
      }
    } else if PromptTokens.isEmoji(scalar) {
      endWord()
      endJapanese()
      // Each picture says something by itself.
      isClause = true
      if !PromptTokens.isMood(scalar) { append(String(scalar)) }
      isClause = true
    } else if scalar == "\u{FE0F}" || scalar == "\u{200D}" {
      return
    } else {
      endWord()
      endJapanese()
      switch scalar {
      case "-", "\u{2010}", "\u{2011}": isHyphen = true
      case "#": isTag = true
      case ",", ".", ";", ":", "!", "?", "/", "\n", "(", ")", "[", "]", "|", "\u{2013}", "\u{2014}",
        "、", "。",
        "\u{2026}", "\"", "«", "»", "，", "・":
        isClause = true
      default: break
      }
    }
  }

  mutating func finish() -> [PromptToken] {
    endWord()
    endJapanese()
    return tokens
  }

  private mutating func endWord() {
    guard !word.isEmpty else {
      apostrophe = nil
      return
    }
    let parts = isTag ? PromptTokens.parts(ofTag: word) : [word]
    for part in parts { append(part) }
    if let apostrophe, parts.count == 1, let last = tokens.indices.last {
      let stem = word.prefix(apostrophe), ending = word.dropFirst(apostrophe).lowercased()
      let isPlural = ending.isEmpty && !isQuoted && stem.lowercased().hasSuffix("s")
      if ending == "s" || isPlural {
        tokens[last].owner = PromptTokens.fold(String(stem))
      }
    }
    apostrophe = nil
    isQuoted = false
    word = ""
  }

  /// Takes a stretch of Japanese apart: the longest known word first, all else as one unknown word.
  private mutating func endJapanese() {
    guard !japanese.isEmpty else { return }
    let letters = Array(japanese)
    japanese = ""
    var unknown = ""
    var place = 0
    while place < letters.count {
      let longest = min(Vocabulary.longestJapanese, letters.count - place)
      let known = stride(from: longest, through: 1, by: -1).first {
        JapaneseWords.all.contains(String(letters[place..<place + $0]))
      }
      guard let known else {
        unknown.append(letters[place])
        place += 1
        continue
      }
      if !unknown.isEmpty { append(unknown, isJapanese: true) }
      unknown = ""
      append(String(letters[place..<place + known]), isJapanese: true)
      place += known
    }
    if !unknown.isEmpty { append(unknown, isJapanese: true) }
  }

  private mutating func append(_ text: String, isJapanese: Bool = false) {
    tokens.append(
      PromptToken(
        key: isJapanese ? text : PromptTokens.fold(text), written: text,
        beginsClause: isClause && !tokens.isEmpty, isHyphenated: isHyphen, isJapanese: isJapanese,
        isTag: isTag && !isJapanese))
    isClause = false
    isHyphen = false
    isTag = false
  }
}

/// The Japanese words of the tables, by which text without spaces is taken apart.
///
/// Read from the tables' text itself: the compiled vocabulary is made with the token reader.
private enum JapaneseWords {
  static let all: Set<String> = {
    var words: Set<String> = []
    let tables = [
      Vocabulary.places, Vocabulary.hours, Vocabulary.weathers, Vocabulary.things,
      Vocabulary.scenery, Vocabulary.people, Vocabulary.nouns, Vocabulary.grammar, Vocabulary.ideas,
      Vocabulary.colors, Vocabulary.styles,
    ]
    for table in tables {
      var word = ""
      for scalar in table.unicodeScalars {
        if PromptTokens.isJapanese(scalar) {
          word.unicodeScalars.append(scalar)
        } else {
          if !word.isEmpty { words.insert(word) }
          word = ""
        }
      }
      if !word.isEmpty { words.insert(word) }
    }
    return words
  }()
}
