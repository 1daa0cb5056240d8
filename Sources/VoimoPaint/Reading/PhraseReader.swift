/// Reads a prompt's words from left to right: phrases before words, and what belongs to a noun
/// stays on it.
struct PhraseReader {
  let tokens: [PromptToken]
  let language: Language
  let mixed: Language?
  private let takesAway: Bool

  private var result = PromptReading.none
  /// Whether what follows is taken away, and whether anything has been.
  private var isNegating = false
  private var hasTaken = false
  /// Whether `and` or `or` stands before the next word.
  private var isJoined = false
  /// Whether what follows is a picture in words: `like stars`.
  private var isSimile = false
  private var isAfterPreposition = false
  private var isBeside = false
  private var waiting: [(color: NamedColor, words: String)] = []
  private var count: Int?
  /// Where the last mention ended, to see whether two stand side by side.
  private var lastEnd = -1
  /// Where the clause's mentions begin.
  private var clause = 0
  /// Whether a word of the clause may be what does something, though it is no mention.
  private var hasOtherDoer = false
  /// How many somebodies the clause's pronoun is.
  private var pronoun: Int?

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
      if let found = known(at: place) {
        let end = place + found.length
        if found.entry.isMeasure, let next = afterMeasure(found, from: place) {
          note(found, from: place)
          count = count ?? 7
          place = next
          continue
        }
        take(found, from: place)
        place = end
      } else {
        takeUnknown(tokens[place], at: place)
        place += 1
      }
    }
    endClause(before: tokens.count)
    return result
  }

  // MARK: Pictures in words

  /// Where the words behind a measure and its `of` begin, where it is no sea and no rain: `a sea of
  /// people`.
  private func afterMeasure(_ found: Found, from place: Int) -> Int? {
    let of = place + found.length
    guard of + 1 < tokens.count, !tokens[of].beginsClause, hasRole(.of, at: of) else { return nil }
    var next = of + 1
    while next < tokens.count, !tokens[next].beginsClause, let word = known(at: next)?.entry,
      !word.isContent, !word.roles.contains(.idea), !word.roles.contains(.title)
    {
      // `the sea of the north`, `mar del norte`: a name, not a measure.
      if word.roles.contains(.article) { return nil }
      next += 1
    }
    guard next < tokens.count, !tokens[next].beginsClause else { return nil }
    guard let entry = known(at: next)?.entry else {
      // `the Sea of Japan`.
      let isName =
        language != .german && tokens[next].written.first?.isUppercase ?? false
        && tokens[place].written.last?.isLowercase ?? false
      return found.entry.isSolid || isName ? nil : of + 1
    }
    return entry.isReal(in: found.entry) ? nil : of + 1
  }

  private func hasRole(_ role: Entry.Role, at place: Int) -> Bool {
    known(at: place)?.entry.roles.contains(role) ?? false
  }

  /// Keeps a word that is a picture in words, out of what is wanted.
  private mutating func note(_ found: Found, from place: Int) {
    var mention = Mention(
      entry: found.entry, words: words(from: place, length: found.length), language: language)
    mention.isFigurative = true
    result.mentions.append(mention)
  }

  private func words(from place: Int, length: Int) -> String {
    tokens[place..<place + length].map(\.written).joined(separator: " ")
  }

  /// Whether a state belongs to the noun behind it: `burning house`, `burning love`.
  private func state(at place: Int, length: Int) -> (isOfNoun: Bool, isFigurative: Bool) {
    var next = place + length
    while next < tokens.count, !tokens[next].beginsClause, let word = known(at: next)?.entry {
      if word.roles.contains(.idea) { return (true, true) }
      // The burning sun and the burning desert are hot, no more.
      let isHeat = word.isOfSky || word.weather != nil || word.place == .desert
      if word.isContent { return (!word.isAction && word.hour == nil, isHeat) }
      if word.color == nil && !word.roles.contains(.tone) { return (false, false) }
      next += 1
    }
    return (next < tokens.count && !tokens[next].beginsClause, false)
  }

  // MARK: Taking words in

  private mutating func take(_ found: Found, from place: Int) {
    let (entry, length) = (found.entry, found.length)
    let words = words(from: place, length: length)
    if let number = found.count { count = number }
    if let style = entry.style, counts(asStyle: place, length) {
      if !isNegating && !takesAway { result.styles.append((style, words)) }
      if !entry.isContent || entry.noun != nil { return }
    }
    if let qualifier = found.qualifier, !isNegating, !takesAway {
      var mention = Mention(entry: qualifier, words: words, language: language)
      mention.qualifies = true
      mention.isFigurative = isSimile
      result.mentions.append(mention)
    }
    if entry.isContent {
      mention(entry, words, from: place, length: length, isOwner: found.isOwner)
      if found.isPartly { tellUnknown(words) }
      return
    }
    if let color = entry.color {
      take(color, words, from: place)
      return
    }
    for role in entry.roles { take(role, entry, words, from: place) }
    if entry.roles.isEmpty && entry.style == nil { takeUnknown(tokens[place], at: place) }
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
    _ role: Entry.Role, _ entry: Entry, _ words: String, from place: Int
  ) {
    if case .join = role { isJoined = true } else { isJoined = false }
    switch role {
    case .not:
      if language == .japanese || tokensAreJapanese(words) {
        // Japanese takes away what stands before.
        if let last = result.mentions.indices.last { takeAway(last) }
      } else {
        isNegating = true
        hasTaken = false
      }
    case .but:
      isNegating = false
      isSimile = false
    case .beside: isBeside = true
    case .at where entry.roles.contains(.article) && (place == 0 || tokens[place].beginsClause):
      // `a cidade`, `a casa`: an article, where the same letter is a preposition too.
      break
    case .at, .of:
      if isNegating && hasTaken { isNegating = false }
      isSimile = false
      settleColors()
      isAfterPreposition = true
      count = nil
    case .count(let number): count = number
    case .like: isSimile = isLikeness(at: place)
    case .pronoun(let number): pronoun = pronoun ?? number
    case .title:
      // `moonlight sonata`: a name, and nothing that is seen.
      if lastEnd == place, let last = result.mentions.indices.last {
        result.mentions[last].isFigurative = true
      }
      waiting = []
    case .idea:
      // `golden silence` colors no film.
      waiting = []
      hasOtherDoer = true
    case .faint: hasOtherDoer = true
    case .tone where tokens[place].isHyphenated && words.lowercased() == "free":
      // `cloud-free`.
      if let last = result.mentions.indices.last { takeAway(last) }
    case .tone, .small, .article, .material:
      if isNegating && !entry.removable.isEmpty {
        result.mentions.append(Mention(entry: entry, words: words, isTakenAway: true))
        hasTaken = true
      }
    case .join: break
    }
  }

  /// Whether `like` compares: not behind somebody, who may like something, nor behind a word for a
  /// whole kind, `animals like wolves`; `as` only behind what something is like, `cold as ice`.
  private func isLikeness(at place: Int) -> Bool {
    guard place > 0, !tokens[place].beginsClause else { return language != .english }
    if lastEnd == place, result.mentions.last?.entry.group != nil { return false }
    guard let before = known(at: place - 1)?.entry else { return tokens[place].key != "as" }
    let isAdjective = before.roles.contains(.tone) || before.color != nil
    if tokens[place].key == "as" { return isAdjective }
    return !before.roles.contains { if case .pronoun = $0 { true } else { false } }
  }

  private func tokensAreJapanese(_ words: String) -> Bool {
    words.unicodeScalars.allSatisfy(PromptTokens.isJapanese)
  }

  private mutating func takeAway(_ index: Int) { result.mentions[index].isTakenAway = true }

  private mutating func take(_ color: NamedColor, _ words: String, from place: Int) {
    if isNegating || takesAway || isSimile { return }
    if language.colorsFollow, lastEnd == place, let last = result.mentions.indices.last,
      result.mentions[last].color == nil
    {
      result.mentions[last].color = color
      return
    }
    waiting.append((color, words))
  }

  private mutating func mention(
    _ entry: Entry, _ words: String, from place: Int, length: Int, isOwner: Bool = false
  ) {
    // `no moon tonight` leaves the night.
    if isNegating && hasTaken && entry.hour != nil && !isJoined { isNegating = false }
    isJoined = false
    var mention = Mention(entry: entry, words: words, language: language)
    // `senza nessuno` is nobody all the same.
    mention.isTakenAway = (isNegating && entry.lacks.isEmpty) || takesAway
    mention.isAfterPreposition = isAfterPreposition
    mention.isBeside = isBeside
    mention.isFigurative = isSimile
    mention.isOwner = isOwner
    if entry.isState {
      let state = state(at: place, length: length)
      mention.isFigurative = isSimile || state.isFigurative
      mention.qualifies = state.isOfNoun
    }
    if isNegating { hasTaken = true }
    if lastEnd == place, let last = result.mentions.indices.last {
      if language == .english { result.mentions[last].qualifies = true }
      // `dancing girls`, `running horses`.
      if case .nobody = result.mentions[last].doer, result.mentions[last].entry.isAction,
        !entry.isAction, entry.namesSubject
      {
        result.mentions[last].doer = entry.isPerson ? .person : .other
      }
    }
    if entry.isAction { mention.doer = doer(at: place) }
    if !mention.isTakenAway, !mention.isFigurative, !entry.isAction, !isOwner {
      mention.color = entry.color ?? waiting.last?.color
      mention.count = count
      waiting = []
      count = nil
    }
    result.mentions.append(mention)
    lastEnd = place + length
    if !entry.isAction && !isOwner { (isAfterPreposition, isBeside) = (false, false) }
  }

  /// Who of the clause so far may be doing something; not even nobody where it is a noun: `the
  /// dance`.
  private func doer(at place: Int) -> Doer {
    let before = result.mentions[min(clause, result.mentions.count)...].last {
      !$0.isTakenAway && !$0.isFigurative && !$0.isOwner && !$0.entry.isAction
        && $0.entry.namesSubject
    }
    if let before { return before.entry.isPerson ? .person : .other }
    if place > 0, !tokens[place].beginsClause, hasRole(.article, at: place - 1) {
      return .nobody(0)
    }
    return hasOtherDoer ? .other : .nobody(pronoun ?? 1)
  }

  private mutating func takeUnknown(_ token: PromptToken, at place: Int) {
    if let number = Int(token.key) {
      // Larger numbers are years and roads.
      if number < 1_000 { count = number }
      return
    }
    isJoined = false
    // What an unknown noun is like stays on it.
    waiting = []
    count = nil
    hasOtherDoer = true
    if lastEnd == place, let last = result.mentions.indices.last,
      result.mentions[last].entry.isAction,
      case .nobody = result.mentions[last].doer
    {
      result.mentions[last].doer = .other
    }
    if isNegating || takesAway {
      hasTaken = true
      result.unknownTakenAway.append(token.written)
    } else if !isSimile, token.key.count > 1 || token.isJapanese || token.isEmoji {
      tellUnknown(token.written)
    }
  }

  private mutating func tellUnknown(_ words: String) {
    if !isNegating && !takesAway { result.unknown.append(words) }
  }

  /// Colors that met no noun are the film's.
  private mutating func settleColors() {
    result.colors += waiting
    waiting = []
  }

  private mutating func endClause(before place: Int) {
    settleColors()
    count = nil
    (isAfterPreposition, isBeside) = (false, false)
    isSimile = false
    lastEnd = -1
    clause = result.mentions.count
    hasOtherDoer = false
    pronoun = nil
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

extension Entry {
  /// Whether it names somebody or something that could do something.
  fileprivate var namesSubject: Bool {
    isPerson || noun != nil || group != nil || !seen.isEmpty || things.contains { !$0.isOfSky }
  }

  /// Whether a measure of it is there to be seen: seas of glass, forests of pines, rain in summer.
  fileprivate func isReal(in measure: Entry) -> Bool {
    if roles.contains(.material) || things.isEmpty && (hour != nil || hourHint != nil) {
      return true
    }
    if place != nil && place != .fire && things.isEmpty && !isLike { return true }
    guard measure.isSolid else { return false }
    return noun == .plant || things == [.tree] || noun == nil && !isPerson && isContent
  }
}

extension PromptReading {
  /// Nothing read yet.
  static let none = PromptReading()

  private init() {}
}
