/// Decides what to paint from what was read: the prompt before the theme, the theme before lyric
/// words, what is named before what is only suggested.
struct SceneChoice {
  private let prompt: PromptReading
  private let theme: PromptReading
  private let artist: PromptReading
  private let stage: FilmStage
  private(set) var description = SceneDescription()

  private var missing: [String] = []
  private var removed = Removed()

  /// The result.
  private(set) var scene = SceneKind.flow
  private(set) var light = Light.dusk
  private(set) var weather = Weather.clear
  private(set) var palette = PaletteName.natural
  private(set) var brush = Brush.film
  private(set) var things: [Thing] = []
  private(set) var moon: MoonShape?
  private(set) var isBlackSun = false
  private(set) var isRinged: Bool?

  var absent: [Detail] { Detail.allCases.filter(removed.things.contains) }

  /// Chooses.
  init(_ text: SceneText, stage: FilmStage) {
    let own = PromptReading(text.prompt), shared = PromptReading(text.theme)
    // Where nobody wrote anything, the lyrics are all there is.
    let lyrics = PromptReading(text.lyricWords.joined(separator: ", "))
    let isUnsaid = own.isEmpty && shared.isEmpty
    prompt = isUnsaid ? lyrics.withoutUnknown : own
    theme = shared
    artist = PromptReading(text.artist)
    self.stage = stage
    removed.take(PromptReading(text.negativePrompt, takesAway: true).mentions)
    removed.take(shared.mentions.filter(\.isTakenAway), unless: own.wanted)
    removed.take(own.mentions.filter(\.isTakenAway))
    choosePlace()
    chooseHour()
    chooseWeather()
    chooseThings()
    if !isUnsaid { addLyricDetail(lyrics) }
    chooseColors()
    chooseStyle(text.artist)
    tellWhatIsMissing(text)
  }

  private var readings: [PromptReading] { [prompt, theme] }

  private mutating func tell(_ part: SceneDescription.Part, _ value: String, _ words: String) {
    description.understood.append(.init(part: part, value: value, words: words))
  }

  // MARK: Place

  private mutating func choosePlace() {
    for reading in readings {
      let wanted = reading.wanted.filter { !removed.hides($0) }
      var votes: [SceneKind: Double] = [:]
      var words: [SceneKind: String] = [:]
      var hasHead = false
      for (index, mention) in wanted.enumerated() {
        let early = 1 / (1 + 0.03 * Double(min(index, 20)))
        if let place = mention.entry.place, !removed.places.contains(place) {
          // `a city by the sea` is a city, `a mountain lake` a lake.
          var weight = mention.qualifies ? 0.7 : mention.isAfterPreposition ? 1.5 : 1.2
          if !hasHead && !mention.qualifies && !mention.isAfterPreposition {
            weight = 1.65
            hasHead = true
          }
          votes[place, default: 0] += weight * early
          words[place] = words[place] ?? mention.words
        }
        for hint in mention.entry.suggests where !removed.places.contains(hint) {
          votes[hint, default: 0] += 0.4 * early
          words[hint] = words[hint] ?? mention.words
        }
        if let home = mention.entry.home, !removed.places.contains(home) {
          votes[home, default: 0] += 0.3 * early
          words[home] = words[home] ?? mention.words
        }
      }
      var best: SceneKind?
      for kind in SceneKind.allCases
      where votes[kind, default: 0] > (best.map { votes[$0, default: 0] } ?? 0) { best = kind }
      if let best {
        scene = best
        let named = wanted.filter {
          $0.entry.place != nil && !removed.places.contains($0.entry.place ?? best)
        }
        isStandIn = !named.contains { $0.entry.place == best }
        if !isStandIn { tell(.place, best.words, words[best] ?? "") }
        for mention in named
        where !mention.qualifies && mention.entry.place.map({ !best.includes($0) }) ?? false
          && mention.entry.things.isEmpty
        {
          missing.append(mention.words)
        }
        return
      }
      // A prompt of its own that names a person or a thing leaves the place to the theme.
    }
    isStandIn = true
    // Somebody or something without a place stands in the open; all else is a play of colors.
    let hasThing = readings.contains { reading in
      reading.wanted.contains {
        $0.entry.isPerson || $0.entry.hour != nil || $0.entry.weather != nil
          || !$0.entry.things.isEmpty && !removed.hides($0)
      }
    }
    scene = hasThing ? .sky : .flow
  }

  private var isStandIn = false
  /// Whether the hour is one that the words or the place have, not the film's own.
  private var isHourKnown = false

  // MARK: Hour and weather

  private mutating func chooseHour() {
    func first(_ hour: (Entry) -> Light?) -> (Light, String)? {
      for reading in readings {
        for mention in reading.wanted {
          if let light = hour(mention.entry), !removed.hours.contains(light) {
            return (light, mention.words)
          }
        }
      }
      return nil
    }
    let wanted = readings.flatMap(\.wanted)
    let hasSun = wanted.contains { $0.entry.things.contains(.sun) && !removed.hides($0) }
    if let (named, words) = first(\.hour) {
      light = named
      isHourKnown = true
      tell(.hour, named.words, words)
      return
    }
    if hasSun {
      light =
        [stage.hour, .dusk, .day, .dawn].first {
          $0 != .night && !removed.hours.contains($0)
        } ?? .day
      return
    }
    if let (hinted, _) = first(\.hourHint) {
      light = hinted
      isHourKnown = true
      return
    }
    isHourKnown = scene.usualHour != nil
    let usual = scene.usualHour ?? stage.hour
    light = ([usual] + Light.allCases.reversed()).first { !removed.hours.contains($0) } ?? usual
  }

  private mutating func chooseWeather() {
    for reading in readings {
      let named = reading.wanted.filter { mention in
        mention.entry.weather.map { !removed.weathers.contains($0) } ?? false
      }
      guard let strongest = named.max(by: { rank($0) < rank($1) }),
        let chosen = strongest.entry.weather
      else { continue }
      guard scene.draws(chosen) else {
        missing += named.filter { $0.entry.things.isEmpty }.map(\.words)
        return
      }
      weather = chosen
      if chosen != .clear { tell(.weather, chosen.rawValue, strongest.words) }
      for other in named {
        guard let weather = other.entry.weather, weather != chosen, !chosen.includes(weather) else {
          continue
        }
        missing.append(other.words)
      }
      return
    }
  }

  /// Falling weather goes before hanging weather, hanging before clouds.
  private func rank(_ mention: Mention) -> Int {
    switch mention.entry.weather {
    case .storm, .sandstorm: 5
    case .rain, .snow: 4
    case .fog: 3
    case .cloudy: 2
    case .clear: 1
    case nil: 0
    }
  }

  // MARK: Things

  private mutating func chooseThings() {
    take(prompt.wanted)
    let hasOwnSubject = prompt.wanted.contains(where: \.isSubject)
    // A prompt with an hour of its own does without the theme's sun and moon.
    let hasOwnSky = prompt.wanted.contains { $0.entry.hour != nil || $0.entry.isOfSky }
    take(
      theme.wanted.filter { mention in
        if mention.entry.isOfSky { return !hasOwnSky }
        return !hasOwnSubject || !mention.isSubject
      })
  }

  private mutating func take(_ mentions: [Mention]) {
    for mention in mentions {
      let entry = mention.entry
      if removed.hides(mention) { continue }
      for lacking in entry.lacks { removed.things.insert(lacking) }
      for thing in entry.things + (entry.isPerson ? [.figure] : []) {
        if removed.things.contains(thing) { continue }
        guard scene.draws(thing) else {
          if thing != .stars || light == .night { missing.append(mention.words) }
          continue
        }
        add(
          Thing(kind: thing, count: mention.number(of: thing), color: mention.color),
          mention)
      }
      let isShown = !entry.things.isEmpty || entry.isPerson
      if entry.isAction || entry.noun != nil && !isShown
        || entry.group != nil && !isShown && entry.suggests.isEmpty
      {
        missing.append(mention.words)
      }
    }
  }

  private mutating func add(_ thing: Thing, _ mention: Mention) {
    if let moon = mention.entry.moon, self.moon == nil { self.moon = moon }
    if thing.kind == .sun, mention.entry.isBlackSun || mention.color == .black { isBlackSun = true }
    if mention.entry.isRinged { isRinged = true }
    if let index = things.firstIndex(where: { $0.kind == thing.kind }) {
      things[index].count = things[index].count ?? thing.count
      things[index].color = things[index].color ?? thing.color
    } else {
      things.append(thing)
      var value = thing.words
      if thing.kind == .moon, let moon {
        value = thing.count ?? 1 > 1 ? value : "\(moon.rawValue) moon"
      }
      if thing.kind == .sun, isBlackSun { value = "black sun" }
      if thing.kind == .planet, isRinged == true { value = "ringed planet" }
      tell(thing.kind.isOfSky ? .light : .subject, value, mention.words)
    }
  }

  /// One thing of the lyrics, where there is room for it: it never moves the scene.
  private mutating func addLyricDetail(_ lyrics: PromptReading) {
    for mention in lyrics.wanted where !removed.hides(mention) {
      guard let thing = mention.entry.things.first, !mention.entry.isOfSky, thing != .waves,
        thing != .volcano, thing != .lightning, !removed.things.contains(thing), scene.draws(thing),
        !things.contains(where: { $0.kind == thing })
      else { continue }
      things.append(Thing(kind: thing))
      tell(.subject, Thing(kind: thing).words, mention.words)
      return
    }
  }

  // MARK: Colors and style

  private mutating func chooseColors() {
    for reading in readings {
      for mention in reading.wanted {
        if let palette = mention.entry.palette, palette != .natural || mention.entry.isContent {
          choose(palette, mention.words)
          return
        }
        // A colored sky or sea colors the film; a colored thing keeps its color to itself.
        if let color = mention.color, mention.isScenery, color.isChromatic,
          let palette = color.palette,
          !mention.isGreenAnyway
        {
          choose(palette, "\(color.rawValue) \(mention.words)")
          return
        }
      }
      let colors = reading.colors.filter { !removed.colors.contains($0.color) }
      if colors.count >= 2, Set(colors.map(\.color)) == [.black, .white] {
        choose(.noir, colors.map(\.words).joined(separator: ", "))
        return
      }
      if let color = colors.first(where: { $0.color.palette != nil }),
        let palette = color.color.palette
      {
        choose(palette, color.words)
        return
      }
    }
  }

  private mutating func choose(_ palette: PaletteName, _ words: String) {
    self.palette = palette
    tell(.style, palette == .noir ? "black and white" : "\(palette.rawValue) colors", words)
  }

  private mutating func chooseStyle(_ written: String) {
    let palettes = artist.wanted.compactMap(\.entry.palette)
    // Of an artist's name and a technique behind a comma, `Turner, ink`, the technique is the wish.
    let parts = written.split { ",;/+&".contains($0) }.map { PromptReading(String($0)).styles }
    let chosen = parts.last { !$0.isEmpty }?.first ?? prompt.styles.first ?? theme.styles.first
    if let chosen {
      brush = chosen.style.brush
      let own = chosen.style.palette ?? artist.styles.lazy.compactMap(\.style.palette).first
      if palette == .natural, let own = own ?? palettes.first { palette = own }
      tell(.style, brush.words, chosen.words)
    } else if let own = palettes.first, palette == .natural {
      palette = own
    }
    if palette == .natural, let color = artist.colors.first?.color.palette { palette = color }
    // Each name that is not known is told, whole.
    for name in written.split(whereSeparator: { ",;/+&".contains($0) }) {
      let text = name.drop { $0 == " " }
      let reading = PromptReading(String(text))
      if reading.styles.isEmpty && reading.colors.isEmpty
        && !reading.wanted.contains(where: { $0.entry.palette != nil }) && !reading.unknown.isEmpty
      {
        description.unknown.append(String(text))
      }
    }
  }

  // MARK: What is missing

  private mutating func tellWhatIsMissing(_ text: SceneText) {
    func once(_ words: [String]) -> [String] {
      var seen: Set<String> = []
      return words.filter { seen.insert($0.lowercased()).inserted }
    }
    description.cannotShow = once(missing)
    let unsaid = prompt.unknown + theme.unknown
    description.unknown = once(unsaid + description.unknown)
    let away = PromptReading(text.negativePrompt, takesAway: true)
    description.takenAway = once(
      (readings + [away]).flatMap { $0.mentions.filter(\.isTakenAway).map(\.words) })
    let order = SceneDescription.Part.allCases
    description.understood = order.flatMap { part in
      description.understood.filter { $0.part == part }
    }
    let hours = scene.hasHours && isHourKnown ? " \(light.words)" : ""
    if isStandIn || !description.isWhole { description.standIn = scene.phrase + hours }
  }
}

/// What is not wanted.
private struct Removed {
  var things: Set<Detail> = []
  var places: Set<SceneKind> = []
  var hours: Set<Light> = []
  var weathers: Set<Weather> = []
  var colors: Set<NamedColor> = []
  var categories: Set<Category> = []

  /// Takes away what the mentions name.
  ///
  /// What is `wanted` elsewhere stays.
  mutating func take(_ mentions: [Mention], unless wanted: [Mention] = []) {
    for mention in mentions {
      let entry = mention.entry
      if wanted.contains(where: { $0.entry == entry }) { continue }
      things.formUnion(entry.things)
      things.formUnion(entry.removable)
      if entry.isPerson { things.insert(.figure) }
      if let place = entry.place, entry.things.isEmpty { places.insert(place) }
      if let hour = entry.hour { hours.insert(hour) }
      if let weather = entry.weather {
        weathers.insert(weather)
        if weather == .rain { weathers.insert(.storm) }
        if weather == .storm { things.insert(.lightning) }
        if weather == .cloudy { things.insert(.clouds) }
      }
      if let color = entry.color { colors.insert(color) }
      if let group = entry.group { take(group) }
    }
  }

  private mutating func take(_ group: Category) {
    categories.insert(group)
    switch group {
    case .person: things.insert(.figure)
    case .animal: things.formUnion([.birds, .whale, .fish])
    case .vehicle: things.formUnion([.car, .boat, .balloon])
    case .building: things.formUnion([.house, .lighthouse])
    case .plant: things.insert(.tree)
    case .object, .room: break
    }
  }

  /// Whether a mention is one of what is not wanted.
  func hides(_ mention: Mention) -> Bool {
    let entry = mention.entry
    if entry.isPerson && things.contains(.figure) { return true }
    if let noun = entry.noun, categories.contains(noun) { return true }
    if let place = entry.place, places.contains(place), entry.things.isEmpty { return true }
    return !entry.things.isEmpty && entry.things.allSatisfy(things.contains)
  }
}

extension Mention {
  /// Whether it is what fills the frame: sky, water, land, weather.
  fileprivate var isScenery: Bool {
    guard entry.things.isEmpty, !entry.isPerson, entry.noun == nil, !entry.isAction else {
      return false
    }
    return entry.place != nil || entry.weather != nil || entry.hour != nil
      || entry.suggests.contains(.sky)
  }

  /// Hills and woods are green without the film being so.
  fileprivate var isGreenAnyway: Bool {
    color == .green && (entry.place == .sky || entry.place == .forest)
  }

  /// How many of a thing there are; nil where nobody said, or where the scene knows best.
  fileprivate func number(of thing: Detail) -> Int? {
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
  fileprivate var isSubject: Bool {
    entry.isPerson || entry.noun != nil || entry.things.contains { !$0.isOfSky }
  }
}

extension Entry {
  /// Whether it names a light of the sky.
  var isOfSky: Bool { things.contains(where: \.isOfSky) }
}

extension PromptReading {
  /// The same without words that nobody knows: lyrics are full of them.
  fileprivate var withoutUnknown: PromptReading {
    var reading = self
    reading.unknown = []
    reading.mentions = reading.mentions.filter { !$0.entry.isAction }
    return reading
  }
}
