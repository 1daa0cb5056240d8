/// What a word or phrase is found to be.
struct Found {
  var entry: Entry
  /// How many tokens it takes.
  var length = 1
  /// What the front of a compound says of the place: the mountains of `Bergsee`.
  var qualifier: Entry?
  /// Whether the front of a compound is not known.
  var isPartly = false
  /// Whether it is somebody whose something is there: `grandfather's car`.
  var isOwner = false
  /// How many the word itself counts: `2girls`.
  var count: Int?
}

extension PhraseReader {
  /// The longest phrase that is known here, within its clause.
  func known(at place: Int) -> Found? {
    let token = tokens[place]
    if token.isJapanese {
      return Vocabulary.entries[.japanese]?[token.key].map { Found(entry: $0) }
    }
    if token.isEmoji { return Vocabulary.entries[.english]?[token.key].map { Found(entry: $0) } }
    if let hour = clock(at: place) { return hour }
    for tongue in [language == .japanese ? .english : language, mixed].compactMap({ $0 }) {
      let known = Vocabulary.entries[tongue] ?? [:]
      let isOwn = tongue == language
      if let found = phrase(at: place, known, isOwn: isOwn) { return found }
      if let owner = owner(token, tongue, known) { return owner }
      if let entry = known[token.key], isOwn || entry.isContent || entry.color != nil {
        return Found(entry: entry)
      }
      if let found = inflected(token.key, tongue, known) { return found }
      if let found = made(token.key, tongue, known) { return found }
    }
    return nil
  }

  /// Phrases of two words and more.
  private func phrase(at place: Int, _ known: [String: Entry], isOwn: Bool) -> Found? {
    var keys: [String] = []
    var key = ""
    for offset in 0..<Vocabulary.longest where place + offset < tokens.count {
      let token = tokens[place + offset]
      if offset > 0 && (token.beginsClause || token.isJapanese) { break }
      key += (offset > 0 ? " " : "") + token.key
      keys.append(key)
    }
    for index in keys.indices.dropFirst().reversed() {
      if let entry = known[keys[index]], isOwn || entry.isContent || entry.color != nil {
        return Found(entry: entry, length: index + 1)
      }
    }
    return nil
  }

  /// Whose something is: people and animals are not there themselves, places and things are.
  private func owner(_ token: PromptToken, _ tongue: Language, _ known: [String: Entry]) -> Found? {
    guard tongue == .english, let stem = token.owner,
      let entry = known[stem] ?? inflected(stem, tongue, known)?.entry
    else { return nil }
    // `she's dancing`, `it's raining`.
    guard entry.isContent else { return Found(entry: entry) }
    return Found(entry: entry, isOwner: entry.isPerson || entry.noun == .animal)
  }

  private func inflected(_ word: String, _ tongue: Language, _ known: [String: Entry]) -> Found? {
    WordForms.find(word, in: tongue, known).map { Found(entry: $0) }
  }

  /// Words made of others: `treeless`, `Sommernacht`, `2girls`; adverbs, which show nothing.
  private func made(_ word: String, _ tongue: Language, _ known: [String: Entry]) -> Found? {
    if let digits = word.firstIndex(where: { !$0.isNumber }), digits > word.startIndex,
      let number = Int(word[..<digits]), number < 1_000
    {
      let rest = String(word[digits...])
      if rest.count > 2, let entry = known[rest] ?? inflected(rest, tongue, known)?.entry {
        return Found(entry: entry, count: number)
      }
    }
    if tongue == .english { return english(word, known) }
    return tongue == .german ? GermanCompound.find(word, known) : nil
  }

  private func english(_ word: String, _ known: [String: Entry]) -> Found? {
    if word.hasSuffix("ly"), word.count > 4 {
      var adverb = Entry()
      adverb.roles = [.small]
      return Found(entry: adverb)
    }
    if word.hasSuffix("less"), let noun = known[String(word.dropLast(4))], noun.isContent {
      var entry = Entry()
      entry.lacks = noun.isPerson ? [.figure] : noun.things + noun.removable
      return entry.lacks.isEmpty ? nil : Found(entry: entry)
    }
    return nil
  }

  /// `3am`, `11 pm`, `21h`, `18 Uhr`.
  private func clock(at place: Int) -> Found? {
    let token = tokens[place]
    guard let digits = token.key.first, digits.isNumber else { return nil }
    let number = token.key.prefix { $0.isNumber }
    var unit = String(token.key.dropFirst(number.count))
    var length = 1
    if unit.isEmpty, place + 1 < tokens.count, !tokens[place + 1].beginsClause {
      unit = tokens[place + 1].key
      length = 2
    }
    guard let hour = Int(number), hour <= 24 else { return nil }
    let isAfternoon: Bool
    switch unit {
    case "am" where language == .english: isAfternoon = false
    case "pm" where language == .english: isAfternoon = true
    case "uhr" where language == .german, "h" where language != .english: isAfternoon = false
    default: return nil
    }
    var entry = Entry()
    entry.hour =
      switch hour % 12 + (isAfternoon || hour > 12 && hour < 24 ? 12 : 0) {
      case 5..<8: .dawn
      case 8..<17: .day
      case 17..<21: .dusk
      default: .night
      }
    if hour == 12 { entry.hour = isAfternoon || unit == "uhr" || unit == "h" ? .day : .night }
    return Found(entry: entry, length: length)
  }
}
