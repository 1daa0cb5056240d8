/// Guesses the language of words from the words themselves.
package enum LyricLanguage {
  /// A language's code: `en` where nothing tells.
  ///
  /// By script where that tells; among languages in Latin letters by their commonest short words,
  /// each of which counts for those that have it. A guess for a reader of the words, not of speech.
  ///
  /// - Complexity: O(*n*) in the number of words.
  package static func guess(_ stanzas: [Stanza]) -> String {
    let text = stanzas.flatMap { $0.lines.map(\.text) }.joined(separator: " ")
    if let script = script(of: text) { return script }
    let words = text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }
    var counts: [String: Int] = [:]
    // A word counts once: "la la la" is no language's.
    for word in Set(words) {
      for language in commonWords[String(word)] ?? [] { counts[language, default: 0] += 1 }
    }
    // English first where two are equal: most songs are.
    let ranked = order.max { counts[$0] ?? 0 < counts[$1] ?? 0 }
    // One word alone tells nothing.
    guard let ranked, counts[ranked] ?? 0 > max(1, counts["en"] ?? 0) else { return "en" }
    return ranked
  }

  private static func script(of text: String) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      let code: String? =
        switch scalar.value {
        case 0x3040...0x30FF: "ja"
        case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
        case 0x4E00...0x9FFF: "zh"
        case 0x0400...0x04FF: "ru"
        case 0x0370...0x03FF: "el"
        case 0x0590...0x05FF: "he"
        case 0x0600...0x06FF: "ar"
        case 0x0900...0x097F: "hi"
        case 0x0E00...0x0E7F: "th"
        default: nil
        }
      if let code { counts[code, default: 0] += 1 }
    }
    // Japanese is written with Chinese characters, too, but never with them alone.
    if let kana = counts["ja"], kana * 10 > letters { return "ja" }
    return counts.filter { $0.value * 2 > letters }.max { ($0.value, $1.key) < ($1.value, $0.key) }?
      .key
  }

  private static let order = ["pt", "it", "fr", "es", "de", "en"]

  private static let commonWords: [String: [String]] = {
    let words = [
      "en":
        "the and you of to is that it my me your in on for be with we are was not don't i'm all",
      "de": "und ich der die das ist nicht du ein eine mit auf mir mich dich wir es sie von zu den",
      "es": "que de el la y no en los las un una por con mi tu te me se es como para yo más del",
      "fr": "et je le la les de tu que un une dans est pas mon ma nous vous qui sur avec pour des",
      "it": "e che di il la non un una per mi ti si con sono come le gli della nel io tu ma lo",
      "pt": "que de o a e não um uma do da em eu você meu minha no na com se mas os as por pra é",
    ]
    var table: [String: [String]] = [:]
    for (language, list) in words.sorted(by: { $0.key < $1.key }) {
      for word in list.split(separator: " ") { table[String(word), default: []].append(language) }
    }
    return table
  }()
}
