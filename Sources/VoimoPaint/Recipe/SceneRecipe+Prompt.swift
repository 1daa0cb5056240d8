extension SceneRecipe {
  /// Reads a prompt: its words choose scene, palette, light, weather and details, the artist the
  /// brush, and all of it with the seed the layout.
  ///
  /// Pure. The prompt weighs more than the theme for what is shown, the theme more for colors. What
  /// `negativePrompt` names is taken out. Any text is accepted, the empty one too. Two prompts that
  /// differ in any letter or digit get different layouts.
  package init(
    prompt: String, negativePrompt: String = "", theme: String = "", artist: String = "",
    seed: UInt64
  ) {
    let unwanted = Set(Lexicon.tokens(negativePrompt))
    var ballot = Ballot()
    ballot.count(Lexicon.tokens(prompt), shown: 3, colored: 1.5, without: unwanted)
    ballot.count(Lexicon.tokens(theme), shown: 1, colored: 2, without: unwanted)
    let folded = Self.fold(
      [prompt, theme].map { Lexicon.letters($0) }.joined(separator: "|"), seed: seed)
    let scene = ballot.scene ?? Self.fallback[Int(folded >> 32) % Self.fallback.count]
    var light = ballot.light
    if light == nil { light = Self.usual(scene, chance: Int(folded >> 16) & 255) }
    self.init(
      scene: scene, palette: ballot.palette ?? .natural, light: light ?? .dusk,
      weather: ballot.weather ?? .clear,
      brush: Self.brush(artist: artist, other: prompt + " " + theme, without: unwanted),
      details: Detail.allCases.filter(ballot.details.contains), layoutSeed: folded)
  }

  /// Scenes that suit any song, where no word names a place.
  private static let fallback: [SceneKind] = [.flow, .sky, .sea, .mountains, .space]

  /// The hour that suits a scene where no word names one.
  private static func usual(_ scene: SceneKind, chance: Int) -> Light {
    switch scene {
    case .city, .space, .fire, .tunnel: .night
    case .underwater: .day
    case .flow: [.dawn, .dusk, .night][chance % 3]
    case .desert: [.dusk, .day, .dawn][chance % 3]
    case .forest, .mountains: [.dawn, .day, .dusk][chance % 3]
    case .sky, .sea, .road: [.dusk, .dawn, .day, .dusk][chance % 4]
    }
  }

  /// The artist's brush; else one that the other words ask for by its own name; else film.
  private static func brush(artist: String, other: String, without unwanted: Set<String>) -> Brush {
    for word in Lexicon.tokens(artist) where !unwanted.contains(word) {
      if let brush = Lexicon.styles[word] { return brush }
    }
    let names: [String: Brush] = [
      "watercolor": .wash, "watercolour": .wash, "ink": .ink, "halfton": .halftone,
      "pointillist": .pointillist, "pointillism": .pointillist, "sketch": .ink, "lowpoly": .facet,
      "cubist": .facet, "synthwav": .neon,
    ]
    for word in Lexicon.tokens(other) where !unwanted.contains(word) {
      if let brush = names[word] { return brush }
    }
    return .film
  }

  /// FNV-1a over the text, stirred with the seed.
  private static func fold(_ text: String, seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= seed &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

/// Votes of words; among equals the earliest word wins.
private struct Ballot {
  private var scenes: [SceneKind: Double] = [:]
  private var palettes: [PaletteName: Double] = [:]
  private var lights: [Light: Double] = [:]
  private var weathers: [Weather: Double] = [:]
  private(set) var details: Set<Detail> = []

  var scene: SceneKind? { winner(scenes, SceneKind.allCases) }
  var palette: PaletteName? { winner(palettes, PaletteName.allCases) }
  var light: Light? { winner(lights, Light.allCases) }
  var weather: Weather? { winner(weathers, Weather.allCases) }

  /// Adds the words of one text; earlier words weigh a little more.
  mutating func count(
    _ tokens: [String], shown: Double, colored: Double, without unwanted: Set<String>
  ) {
    let banned = unwanted.compactMap { Lexicon.words[$0] }
    let bannedWeather = Set(banned.compactMap(\.weather))
    let bannedDetails = Set(banned.flatMap(\.details))
    for (place, word) in tokens.enumerated() where !unwanted.contains(word) {
      guard let meaning = Lexicon.words[word] else { continue }
      let early = 1 / (1 + 0.03 * Double(min(place, 40)))
      if let scene = meaning.scene { scenes[scene, default: 0] += shown * early }
      if let hint = meaning.hint { scenes[hint, default: 0] += shown * early * 0.4 }
      if let palette = meaning.palette { palettes[palette, default: 0] += colored * early }
      if let light = meaning.light { lights[light, default: 0] += shown * early }
      if let hint = meaning.lightHint { lights[hint, default: 0] += shown * early * 0.3 }
      if let weather = meaning.weather, !bannedWeather.contains(weather) {
        weathers[weather, default: 0] += shown * early
      }
      details.formUnion(meaning.details.filter { !bannedDetails.contains($0) })
    }
  }

  private func winner<Choice: Hashable>(_ votes: [Choice: Double], _ order: [Choice]) -> Choice? {
    var best: Choice?
    for choice in order where votes[choice, default: 0] > (best.map { votes[$0, default: 0] } ?? 0)
    {
      best = choice
    }
    return best
  }
}
