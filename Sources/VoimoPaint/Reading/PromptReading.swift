/// Something that a text names: a word or phrase with what belongs to it.
struct Mention: Sendable, Equatable {
  var entry: Entry
  /// As it was written.
  var words: String
  var language = Language.english
  /// Whether `without`, `no` or their like stands before it.
  var isTakenAway = false
  /// Whether a preposition stands before it: `in the city`.
  var isAfterPreposition = false
  /// Whether that preposition stands something beside it: `behind the church`.
  var isBeside = false
  /// Whether it only qualifies the word after it: `mountain` in `mountain lake`.
  var qualifies = false
  /// Whether it is a picture in words: `a sea of people`, `lights like stars`, `burning love`.
  var isFigurative = false
  /// Whether it is somebody whose something is there: `grandfather's car`.
  var isOwner = false
  /// Of an action, who does it.
  var doer = Doer.nobody(1)
  var color: NamedColor?
  /// How many there are said to be.
  var count: Int?
}

/// Who does what an action names.
enum Doer: Sendable, Equatable {
  case person
  /// An animal, a thing, a word that nobody knows.
  case other
  /// Nobody is named: `dancing in the dark`; how many the pronoun says, or one.
  case nobody(Int)
}

/// What a text says, word by word.
struct PromptReading: Sendable, Equatable {
  var language = Language.english
  var mentions: [Mention] = []
  /// Colors that stand beside no noun.
  var colors: [(color: NamedColor, words: String)] = []
  /// Words that nobody taught the painter, as written.
  var unknown: [String] = []
  /// The same, where the text takes them away.
  var unknownTakenAway: [String] = []
  var styles: [(style: Style, words: String)] = []

  static func == (a: PromptReading, b: PromptReading) -> Bool {
    a.language == b.language && a.mentions == b.mentions && a.unknown == b.unknown
      && a.colors.map(\.words) == b.colors.map(\.words)
      && a.styles.map(\.words) == b.styles.map(\.words)
  }

  /// Whether the text asks for anything at all, be it understood or not.
  var isEmpty: Bool {
    wanted.isEmpty && unknown.isEmpty && colors.isEmpty && styles.isEmpty
  }

  /// What is asked for.
  var wanted: [Mention] {
    mentions.filter { !$0.isTakenAway && !$0.isFigurative && !$0.isOwner }
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: A prompt, a theme, or lyric words.
  ///   - takesAway: Whether all it names is unwanted, as in a negative prompt.
  /// - Complexity: linear in the text.
  init(_ text: String, takesAway: Bool = false) {
    let syntax = PromptSyntax(text)
    let tokens = PromptTags.split(Array(PromptTokens.read(syntax.wanted).prefix(4_000)))
    let guess = LanguageGuess(tokens)
    language = guess.language
    var reader = PhraseReader(
      tokens: tokens, language: guess.language, mixed: guess.second, takesAway: takesAway)
    self = reader.read(into: self)
    for text in syntax.unwanted {
      var reader = PhraseReader(
        tokens: Array(PromptTokens.read(text).prefix(4_000)), language: guess.language,
        mixed: guess.second, takesAway: true)
      self = reader.read(into: self)
    }
  }
}

/// Which language a text is in.
struct LanguageGuess {
  private(set) var language = Language.english
  /// Another language of which two words or more stand in the text.
  private(set) var second: Language?

  init(_ tokens: [PromptToken]) {
    let words = tokens.filter { !$0.isJapanese && !$0.isEmoji }
    guard !words.isEmpty else {
      language = tokens.isEmpty ? .english : .japanese
      return
    }
    let tongues = Language.allCases.filter { $0 != .japanese }
    var best = -1.0
    for tongue in tongues {
      let known = Vocabulary.entries[tongue] ?? [:]
      var score = tongue == .english ? 0.5 : 0
      for word in words where Self.isKnown(word.key, in: known, tongue) {
        // One letter may mean anything.
        score += word.key.count < 2 ? 0.2 : 1
      }
      if score > best { (best, language) = (score, tongue) }
    }
    let own = Vocabulary.entries[language] ?? [:]
    let strange = words.filter { !Self.isKnown($0.key, in: own, language) && $0.key.count > 2 }
    let other = tongues.filter { $0 != language }.map { tongue in
      (
        tongue,
        strange.count { Self.isKnown($0.key, in: Vocabulary.entries[tongue] ?? [:], tongue) }
      )
    }.max { $0.1 < $1.1 }
    if let other, other.1 >= 2 || other.1 == 1 && strange.count == 1 && strange[0].written.hasAccent
    {
      second = other.0
    }
  }

  private static func isKnown(_ key: String, in known: [String: Entry], _ language: Language)
    -> Bool
  {
    if known[key] != nil { return true }
    if WordForms.candidates(key, in: language).contains(where: { known[$0] != nil }) { return true }
    guard language == .german, let compound = GermanCompound.find(key, known) else { return false }
    return !compound.isPartly
  }
}

extension String {
  /// Whether a letter is none of English's.
  fileprivate var hasAccent: Bool { unicodeScalars.contains { $0.value > 127 } }
}

/// The plain forms that an inflected word may have: plurals and cases, no more.
///
/// Verb forms stand in the tables: cutting `-ing` and `-ed` off is how `and` became the Andes.
enum WordForms {
  /// Nearest first; none for short words.
  static func candidates(_ word: String, in language: Language) -> [String] {
    guard word.count > 3 else { return [] }
    func cut(_ ending: String, _ instead: String = "") -> String? {
      word.hasSuffix(ending) && word.count - ending.count >= 3
        ? word.dropLast(ending.count) + instead : nil
    }
    let forms: [String?]
    switch language {
    case .english:
      forms = word.hasSuffix("ss") ? [] : [cut("s"), cut("es"), cut("ies", "y"), cut("ves", "f")]
    case .german: forms = [cut("s"), cut("n"), cut("en"), cut("e"), cut("er"), cut("es")]
    case .french: forms = [cut("s"), cut("x"), cut("es"), cut("aux", "al")]
    case .spanish, .portuguese: forms = [cut("s"), cut("es"), cut("ns", "m"), cut("ces", "z")]
    case .italian, .japanese: forms = []
    }
    return forms.compactMap { $0 }
  }

  /// What the nearest plain form means that names anything.
  static func find(_ word: String, in language: Language, _ known: [String: Entry]) -> Entry? {
    candidates(word, in: language).lazy.compactMap { known[$0] }.first {
      $0.isContent || $0.color != nil
    }
  }
}
