/// Reads a prompt's words from left to right: phrases before words, and what belongs to a noun
/// stays on it.
struct PhraseReader {
  private let tokens: [PromptToken]
  private let language: Language
  private let mixed: Language?
  private let takesAway: Bool

  private var result = PromptReading.none
  /// Whether what follows is taken away, and whether anything has been.
  private var isNegating = false
  private var hasTaken = false
  /// Whether a comma is inside a list that is taken away: `no people, cars or text`.
  private var isAfterPreposition = false
  private var waiting: [(color: NamedColor, words: String)] = []
  private var count: Int?
  /// Where the last mention ended, to see whether two stand side by side.
  private var lastEnd = -1

  init(tokens: [PromptToken], language: Language, mixed: Language?, takesAway: Bool) {
    self.tokens = tokens
    self.language = language
    self.mixed = mixed
    self.takesAway = takesAway
  }

  /// Reads all of it.
  mutating func read(into start: PromptReading) -> PromptReading {
    result = start
    var place = 0
    while place < tokens.count {
      if tokens[place].beginsClause { endClause(before: place) }
      if let (entry, length) = known(at: place) {
        take(entry, from: place, length: length)
        place += length
      } else {
        takeUnknown(tokens[place])
        place += 1
      }
    }
    endClause(before: tokens.count)
    return result
  }

  // MARK: Looking words up

  /// The longest phrase that is known here, within its clause.
  private func known(at place: Int) -> (Entry, length: Int)? {
    if tokens[place].isJapanese {
      return Vocabulary.entries[.japanese]?[tokens[place].key].map { ($0, 1) }
    }
    for tongue in [language == .japanese ? .english : language, mixed].compactMap({ $0 }) {
      let known = Vocabulary.entries[tongue] ?? [:]
      var keys: [String] = []
      var key = ""
      for offset in 0..<Vocabulary.longest where place + offset < tokens.count {
        let token = tokens[place + offset]
        if offset > 0 && (token.beginsClause || token.isJapanese) { break }
        key += (offset > 0 ? " " : "") + token.key
        keys.append(key)
      }
      for (index, key) in keys.enumerated().reversed() {
        if let entry = known[key], tongue == language || entry.isContent || entry.color != nil {
          return (entry, index + 1)
        }
      }
      let word = tokens[place].key
      for form in WordForms.candidates(word, in: tongue) {
        if let entry = known[form], entry.isContent || entry.color != nil { return (entry, 1) }
      }
      if let entry = taken(word, tongue, known) { return (entry, 1) }
    }
    return nil
  }

  /// Words made of others: `treeless`, `Sommernacht`; adverbs, which show nothing.
  private func taken(_ word: String, _ tongue: Language, _ known: [String: Entry]) -> Entry? {
    if tongue == .english {
      if word.hasSuffix("ly"), word.count > 4 {
        var adverb = Entry()
        adverb.roles = [.small]
        return adverb
      }
      if word.hasSuffix("less"), let noun = known[String(word.dropLast(4))], noun.isContent {
        var entry = Entry()
        entry.lacks = noun.isPerson ? [.figure] : noun.things + noun.removable
        return entry.lacks.isEmpty ? nil : entry
      }
    }
    if tongue == .german, word.count >= 7 {
      // The last part of a German compound is its noun.
      for start in 2...(word.count - 4) {
        let head = String(word.dropFirst(start))
        for form in [head] + WordForms.candidates(head, in: .german) where form.count >= 3 {
          if let entry = known[form], entry.isContent || entry.color != nil { return entry }
        }
      }
    }
    return nil
  }

  // MARK: Taking words in

  private mutating func take(_ entry: Entry, from place: Int, length: Int) {
    let words = tokens[place..<place + length].map(\.written).joined(separator: " ")
    if let style = entry.style, counts(asStyle: place, length) {
      if !isNegating && !takesAway { result.styles.append((style, words)) }
      if !entry.isContent || entry.noun != nil { return }
    }
    if entry.isContent {
      mention(entry, words, from: place, length: length)
      return
    }
    if let color = entry.color {
      take(color, words, from: place)
      return
    }
    for role in entry.roles { take(role, entry, words, isHyphenated: tokens[place].isHyphenated) }
    if entry.roles.isEmpty && entry.style == nil { takeUnknown(tokens[place]) }
  }

  /// Whether a style word is meant as one: names always, plain words where nothing else stands in
  /// their clause.
  private func counts(asStyle place: Int, _ length: Int) -> Bool {
    guard length == 1, Vocabulary.ambiguousStyles.contains(tokens[place].key) else { return true }
    var first = place, last = place
    while first > 0, !tokens[first].beginsClause { first -= 1 }
    while last + 1 < tokens.count, !tokens[last + 1].beginsClause { last += 1 }
    let known = Vocabulary.entries[language] ?? [:]
    return (first...last).allSatisfy { index in
      guard index != place else { return true }
      guard let entry = known[tokens[index].key] else { return false }
      return entry.style != nil || !entry.isContent
    } && !(first == last && takesAway)
  }

  private mutating func take(
    _ role: Entry.Role, _ entry: Entry, _ words: String, isHyphenated: Bool
  ) {
    switch role {
    case .not:
      if language == .japanese || tokensAreJapanese(words) {
        // Japanese takes away what stands before.
        if let last = result.mentions.indices.last { takeAway(last) }
      } else {
        isNegating = true
        hasTaken = false
      }
    case .but: isNegating = false
    case .at:
      if isNegating && hasTaken { isNegating = false }
      settleColors()
      isAfterPreposition = true
      count = nil
    case .count(let number): count = number
    case .tone where isHyphenated && words.lowercased() == "free":
      // `cloud-free`.
      if let last = result.mentions.indices.last { takeAway(last) }
    case .tone, .small:
      if isNegating && !entry.removable.isEmpty {
        result.mentions.append(Mention(entry: entry, words: words, isTakenAway: true))
        hasTaken = true
      }
    case .join: break
    }
  }

  private func tokensAreJapanese(_ words: String) -> Bool {
    words.unicodeScalars.allSatisfy(PromptTokens.isJapanese)
  }

  private mutating func takeAway(_ index: Int) { result.mentions[index].isTakenAway = true }

  private mutating func take(_ color: NamedColor, _ words: String, from place: Int) {
    if isNegating || takesAway { return }
    if language.colorsFollow, lastEnd == place, let last = result.mentions.indices.last,
      result.mentions[last].color == nil
    {
      result.mentions[last].color = color
      return
    }
    waiting.append((color, words))
  }

  private mutating func mention(_ entry: Entry, _ words: String, from place: Int, length: Int) {
    var mention = Mention(entry: entry, words: words, language: language)
    mention.isTakenAway = isNegating || takesAway
    mention.isAfterPreposition = isAfterPreposition
    if isNegating { hasTaken = true }
    if language == .english, lastEnd == place, let last = result.mentions.indices.last {
      result.mentions[last].qualifies = true
    }
    if !mention.isTakenAway, !entry.isAction {
      mention.color = entry.color ?? waiting.last?.color
      mention.count = count
      waiting = []
      count = nil
    }
    result.mentions.append(mention)
    lastEnd = place + length
    if !entry.isAction { isAfterPreposition = false }
  }

  private mutating func takeUnknown(_ token: PromptToken) {
    if let number = Int(token.key) {
      count = number
      return
    }
    // What an unknown noun is like stays on it.
    waiting = []
    count = nil
    if isNegating || takesAway {
      hasTaken = true
      result.unknownTakenAway.append(token.written)
    } else if token.key.count > 1 || token.isJapanese {
      result.unknown.append(token.written)
    }
  }

  /// Colors that met no noun are the film's.
  private mutating func settleColors() {
    result.colors += waiting
    waiting = []
  }

  private mutating func endClause(before place: Int) {
    settleColors()
    count = nil
    isAfterPreposition = false
    lastEnd = -1
    if isNegating && !listGoesOn(from: place) { isNegating = false }
  }

  /// Whether the words up to the next comma or two still belong to a list that ends in `or`.
  private func listGoesOn(from place: Int) -> Bool {
    let known = Vocabulary.entries[language] ?? [:]
    var words = 0
    for index in place..<min(place + 8, tokens.count) {
      let token = tokens[index]
      if index > place && token.beginsClause { words = 0 }
      words += 1
      guard let entry = known[token.key] else { continue }
      if entry.roles.contains(.not) || entry.roles.contains(.at) { return token.key == "nor" }
      if entry.roles.contains(.join) {
        return words <= 3 && token.key != "and" && token.key != "und"
      }
      if words > 3 { return false }
    }
    return false
  }
}

extension PromptReading {
  /// Nothing read yet.
  static let none = PromptReading()

  private init() {}
}
