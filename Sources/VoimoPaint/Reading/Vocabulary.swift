/// The words that the painter reads: tables of meanings, compiled once.
enum Vocabulary {
  /// Meanings by language and phrase, words apart by one space; Japanese without spaces.
  static let entries: [Language: [String: Entry]] = {
    var result: [Language: [String: Entry]] = [:]
    for table in [
      places, hours, weathers, things, scenery, people, removables, nouns, grammar, ideas,
      colors,
    ] {
      for line in rows(of: table) {
        let meaning = entry(of: line.meaning)
        for (language, phrases) in line.phrases {
          for phrase in phrases {
            result[language, default: [:]][phrase, default: Entry()].add(meaning)
          }
        }
      }
    }
    for line in rows(of: styles) {
      let words = line.meaning.split(separator: " ").map(String.init)
      guard let brush = words.first.flatMap(Brush.init(rawValue:)) else {
        preconditionFailure("'\(line.meaning)' is no style")
      }
      var meaning = Entry()
      meaning.style = Style(
        brush: brush, palette: words.count > 1 ? PaletteName(rawValue: words[1]) : nil)
      // Names are the same in every language.
      for phrase in line.phrases.flatMap(\.phrases) {
        let isJapanese = phrase.unicodeScalars.contains(where: PromptTokens.isJapanese)
        for language in isJapanese ? [.japanese] : Language.allCases
        where isJapanese || language != .japanese {
          result[language, default: [:]][phrase, default: Entry()].add(meaning)
        }
      }
    }
    for (language, words) in result {
      // What a line says of a plural alone, `measure mountains`, it says of the singular's meaning.
      for (word, entry) in words where entry.isBeside {
        guard
          let plain = WordForms.candidates(word, in: language).lazy.compactMap({ words[$0] })
            .first(where: \.isContent)
        else { continue }
        result[language]?[word]?.add(plain)
      }
    }
    return result
  }()

  /// The most words that a phrase has.
  static let longest = 5

  /// The most characters that a Japanese word has.
  static let longestJapanese = 7

  /// Style words that are also plain words: in a theme they only count where nothing else stands
  /// beside them.
  static let ambiguousStyles: Set<String> = [
    "homer", "hopper", "lynch", "burton", "bosch", "wash", "ink", "oil", "oils", "obey", "dots",
    "chalk", "laser", "poster", "tinta", "comic", "glitch", "bacon", "munch", "mosaic", "neon",
    "lego", "crayon", "pixel", "pixels", "wyeth", "constable", "raphael", "turner", "klee",
    "polaroid",
    "photo", "photograph", "graffiti", "eighties", "dore", "friedrich", "degas", "stencil",
    "origami",
    "akira", "tarot", "voxel", "fusain", "matita", "kohle", "tinte", "encre", "renaissance",
    "baroque",
    "anime", "cartoon", "sketch", "pencil", "noir", "realistic", "facets", "disegno", "dessin",
    "dibujo",
    "desenho", "zeichnung", "rothko", "marc", "lapiz", "oleo",
  ]

  /// How many words and phrases are known in a language.
  static func count(in language: Language) -> Int { entries[language]?.count ?? 0 }

  /// One line of a table: a meaning, and the phrases that have it.
  static func rows(
    of table: String
  ) -> [(meaning: String, phrases: [(language: Language, phrases: [String])])] {
    table.split(separator: "\n").compactMap { line in
      guard let equals = line.firstIndex(of: "=") else { return nil }
      let meaning = line[..<equals].trimmedSpaces
      let parts = line[line.index(after: equals)...].split(separator: "|").map { part in
        let text = part.trimmedSpaces
        let language =
          text.count > 3 && text.dropFirst(2).first == ":"
          ? Language(rawValue: String(text.prefix(2))) : nil
        let list = language == nil ? text[...] : text.dropFirst(3)
        return (
          language: language ?? .english,
          phrases: list.split(separator: ",").map { PromptTokens.key(String($0)) }.filter {
            !$0.isEmpty
          }
        )
      }
      return (meaning, parts)
    }
  }

  /// The meaning that a table's line begins with: `thing moon + moon full`.
  private static func entry(of text: String) -> Entry {
    var entry = Entry()
    for part in text.split(separator: "+") {
      let words = part.split(separator: " ").map(String.init)
      guard read(words, into: &entry) else { preconditionFailure("'\(part)' is no meaning") }
    }
    return entry
  }

  private static func read(_ words: [String], into entry: inout Entry) -> Bool {
    let value = words.count > 1 ? words[1] : ""
    switch words.first ?? "" {
    case "place": entry.place = SceneKind(rawValue: value)
    case "suggests": entry.suggests = SceneKind(rawValue: value).map { [$0] } ?? []
    case "thing": entry.things = Detail(rawValue: value).map { [$0] } ?? []
    case "moon": entry.moon = MoonShape(rawValue: value)
    case "sun": entry.isBlackSun = true
    case "ringed": entry.isRinged = true
    case "person": entry.isPerson = true
    case "hour": entry.hour = Light(rawValue: value)
    case "hour?": entry.hourHint = Light(rawValue: value)
    case "weather": entry.weather = Weather(rawValue: value)
    case "color": entry.color = NamedColor(rawValue: value)
    case "palette": entry.palette = PaletteName(rawValue: value)
    case "without":
      entry.lacks = Detail(rawValue: value == "trees" ? "tree" : value).map { [$0] } ?? []
    case "removable": entry.removable = Detail(rawValue: value).map { [$0] } ?? []
    case "noun":
      entry.noun = Category(rawValue: value)
      entry.home = words.count > 2 ? SceneKind(rawValue: words[2]) : nil
    case "people": entry.group = .person
    case "animals": entry.group = .animal
    case "vehicles": entry.group = .vehicle
    case "buildings": entry.group = .building
    case "plants": entry.group = .plant
    case "objects": entry.group = .object
    case "action": entry.isAction = true
    case "pose": entry.pose = Pose(rawValue: value)
    case "form": entry.treeForm = TreeForm(rawValue: value)
    case "seen": entry.seen = words.dropFirst().compactMap { SceneKind(rawValue: $0) }
    case "like": entry.isLike = true
    case "state": entry.isState = true
    case "measure":
      entry.isMeasure = true
      entry.isSolid = value == "solid"
    case "many": entry.many = Int(value)
    case "not": entry.roles = [.not]
    case "but": entry.roles = [.but]
    case "join": entry.roles = [.join]
    case "at": entry.roles = [.at]
    case "beside": entry.roles = [.beside]
    case "of": entry.roles = [.of]
    case "article": entry.roles = [.article]
    case "simile": entry.roles = [.like]
    case "pronoun": entry.roles = [.pronoun(Int(value) ?? 1)]
    case "title": entry.roles = [.title]
    case "material": entry.roles = [.material]
    case "idea": entry.roles = [.idea]
    case "faint": entry.roles = [.faint]
    case "small": entry.roles = [.small]
    case "tone": entry.roles = [.tone]
    case "count": entry.roles = Int(value).map { [.count($0)] } ?? []
    default: return false
    }
    return true
  }
}

extension Substring {
  /// The text without spaces around it.
  fileprivate var trimmedSpaces: String {
    var text = self
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
