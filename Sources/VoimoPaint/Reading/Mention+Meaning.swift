extension Mention {
  /// Whether it is what fills the frame: sky, water, land, weather.
  var isScenery: Bool {
    guard entry.things.isEmpty, !entry.isPerson, entry.noun == nil, !entry.isAction else {
      return false
    }
    return entry.place != nil || entry.weather != nil || entry.hour != nil
      || entry.suggests.contains(.sky)
  }

  /// Hills and woods are green without the film being so.
  var isGreenAnyway: Bool {
    color == .green && (entry.place == .sky || entry.place == .forest)
  }

  /// How many of a thing there are; nil where nobody said, or where the scene knows best.
  func number(of thing: Detail) -> Int? {
    if let count { return count }
    switch thing {
    case .moon, .sun: return isPlural(of: thing) ? 2 : nil
    case .boat, .figure, .house, .car, .tree, .balloon, .whale, .planet:
      return entry.many ?? (isPlural(of: thing) ? 3 : nil)
    default: return nil
    }
  }

  /// Whether the word is the plural of one that names the same thing.
  private func isPlural(of thing: Detail) -> Bool {
    guard language.pluralsEndInS, let last = words.split(separator: " ").last else { return false }
    let word = PromptTokens.fold(String(last))
    guard word.hasSuffix("s") else { return false }
    for ending in ["s", "es"] where word.hasSuffix(ending) {
      let singular = Vocabulary.entries[language]?[String(word.dropLast(ending.count))]
      if let singular, singular.things.contains(thing) || thing == .figure && singular.isPerson {
        return true
      }
    }
    return false
  }

  /// Whether it names somebody or something, not a light of the sky.
  var isSubject: Bool {
    entry.isPerson || entry.noun != nil || entry.things.contains { !$0.isOfSky }
  }
}

extension Entry {
  /// Whether it names a light of the sky.
  var isOfSky: Bool { things.contains(where: \.isOfSky) }
}

extension PromptReading {
  /// The same without words that nobody knows: lyrics are full of them.
  var withoutUnknown: PromptReading {
    var reading = self
    reading.unknown = []
    reading.mentions = reading.mentions.filter { !$0.entry.isAction }
    return reading
  }
}
