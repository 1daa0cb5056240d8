/// Decides what to paint from what was read: the prompt before the theme, the theme before lyric
/// words, what is named before what is only suggested.
struct SceneChoice {
  let prompt: PromptReading
  let theme: PromptReading
  let artist: PromptReading
  let stage: FilmStage
  var description = SceneDescription()

  var missing: [String] = []
  var removed = Removed()

  /// The result.
  var scene = SceneKind.flow
  var light = Light.dusk
  var weather = Weather.clear
  var palette = PaletteName.natural
  var brush = Brush.film
  var things: [Thing] = []
  var moon: MoonShape?
  var pose: Pose?
  var treeForm: TreeForm?
  /// Another place that is seen behind the scene.
  var backdrop: SceneKind?
  var isBlackSun = false
  var isRinged: Bool?

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

  var readings: [PromptReading] { [prompt, theme] }

  mutating func tell(_ part: SceneDescription.Part, _ value: String, _ words: String) {
    description.understood.append(.init(part: part, value: value, words: words))
  }

  var isStandIn = false
  /// Whether the hour is one that the words or the place have, not the film's own.
  var isHourKnown = false

  // MARK: Hour and weather

  mutating func chooseHour() {
    func first(_ hour: (Entry) -> Light?) -> (Light, String, PromptReading)? {
      for reading in readings {
        for mention in reading.wanted {
          if let light = hour(mention.entry), !removed.hours.contains(light) {
            return (light, mention.words, reading)
          }
        }
      }
      return nil
    }
    let hasSun = readings.flatMap(\.wanted).contains {
      $0.entry.things.contains(.sun) && !removed.hides($0)
    }
    if let (named, _, reading) = first(\.hour) {
      light = named
      isHourKnown = true
      for mention in reading.wanted where mention.entry.things.isEmpty {
        guard let other = mention.entry.hour, !removed.hours.contains(other) else { continue }
        // Of two hours the first is shown; space has no evening.
        if other == named && scene.showsHour(named) {
          tell(.hour, named.words, mention.words)
        } else {
          missing.append(mention.words)
        }
      }
      return
    }
    if hasSun {
      light =
        [stage.hour, .dusk, .day, .dawn].first {
          $0 != .night && !removed.hours.contains($0)
        } ?? .day
      return
    }
    if let (hinted, _, _) = first(\.hourHint) {
      light = hinted
      isHourKnown = true
      return
    }
    isHourKnown = scene.usualHour != nil
    let usual = scene.usualHour ?? stage.hour
    light = ([usual] + Light.allCases.reversed()).first { !removed.hours.contains($0) } ?? usual
  }

  mutating func chooseWeather() {
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
      tell(.weather, chosen.rawValue, strongest.words)
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
