/// Everything that decides how a shot looks, as a small value that is stable in JSON.
///
/// Equal recipes painted at equal moments and sizes give equal bytes on every CPU.
package struct SceneRecipe: Codable, Sendable, Hashable {
  package var scene: SceneKind
  package var palette: PaletteName
  package var light: Light
  package var weather: Weather
  package var brush: Brush
  /// Things that the prompt names, in the order of `Detail.allCases`, each kind once.
  package var things: [Thing]
  /// What scenes leave out that they would paint unasked, in the order of `Detail.allCases`.
  package var absent: [Detail]
  /// The moon's shape; nil where nobody named one.
  package var moon: MoonShape?
  /// Whether the sun is a dark disc with light around it.
  package var isBlackSun: Bool
  /// Whether planets have a ring; nil where nobody said so.
  package var isRinged: Bool?
  /// What the people do; nil where they stand.
  package var pose: Pose?
  /// The trees' kind; nil for broad crowns.
  package var treeForm: TreeForm?
  /// Another place, seen behind the scene.
  package var backdrop: SceneKind?
  /// Decides where everything stands; the prompt's text is folded into it.
  package var layoutSeed: UInt64
  /// Decides what stays the same through a section: clouds, the moon's phase, the color of gas.
  package var sectionSeed: UInt64

  /// A recipe by parts.
  package init(
    scene: SceneKind, palette: PaletteName = .natural, light: Light = .day,
    weather: Weather = .clear, brush: Brush = .film, things: [Thing] = [], absent: [Detail] = [],
    moon: MoonShape? = nil, isBlackSun: Bool = false, isRinged: Bool? = nil, pose: Pose? = nil,
    treeForm: TreeForm? = nil, backdrop: SceneKind? = nil,
    layoutSeed: UInt64 = 1, sectionSeed: UInt64 = 1
  ) {
    self.scene = scene
    self.palette = palette
    self.light = light
    self.weather = weather
    self.brush = brush
    self.things = Detail.allCases.compactMap { kind in things.first { $0.kind == kind } }
    self.absent = Detail.allCases.filter(absent.contains)
    self.moon = moon
    self.isBlackSun = isBlackSun
    self.isRinged = isRinged
    self.pose = pose
    self.treeForm = treeForm
    self.backdrop = backdrop
    self.layoutSeed = layoutSeed
    self.sectionSeed = sectionSeed
  }

  /// A recipe by parts, with one of each thing.
  package init(
    scene: SceneKind, palette: PaletteName = .natural, light: Light = .day,
    weather: Weather = .clear, brush: Brush = .film, details: [Detail], layoutSeed: UInt64 = 1
  ) {
    self.init(
      scene: scene, palette: palette, light: light, weather: weather, brush: brush,
      things: details.map { Thing(kind: $0) }, layoutSeed: layoutSeed)
  }

  /// The kinds of things that the prompt names.
  package var details: [Detail] { things.map(\.kind) }

  /// One line for people: `city at night · rain · red car · neon palette · line brush`.
  package var summary: String {
    var parts = [scene.hasHours ? "\(scene.words) \(light.words)" : scene.words]
    if let backdrop { parts.append("\(backdrop.words) behind") }
    if weather != .clear { parts.append(weather.rawValue) }
    if !things.isEmpty {
      parts.append(
        things.map { thing in
          if thing.kind == .figure, let pose { return "\(thing.words) \(pose.rawValue)" }
          guard thing.kind == .moon, let moon, thing.count ?? 1 == 1 else { return thing.words }
          return "\(moon.rawValue) moon"
        }.joined(separator: ", "))
    }
    parts.append("\(palette.rawValue) palette")
    parts.append("\(brush.rawValue) brush")
    return parts.joined(separator: " · ")
  }
}

/// What the picture shows.
package enum SceneKind: String, Codable, Sendable, Hashable, CaseIterable {
  case sky, mountains, sea, city, forest, road, space, flow, desert, underwater, fire, tunnel, room

  /// As in a sentence.
  package var words: String {
    switch self {
    case .flow: "abstract flow"
    case .sky: "open country"
    case .room: "room"
    default: rawValue
    }
  }

  /// The same with its article.
  var phrase: String {
    switch self {
    case .sky: "open country under the sky"
    case .sea: "the sea"
    case .city: "a city"
    case .forest: "a forest"
    case .road: "a road"
    case .desert: "a desert"
    case .tunnel: "a tunnel"
    case .room: "a room"
    case .flow: "an abstract flow of colors"
    case .mountains, .space, .underwater, .fire: rawValue
    }
  }
}

/// The time of day.
package enum Light: String, Codable, Sendable, Hashable, CaseIterable {
  case dawn, day, dusk, night

  /// As in a sentence.
  package var words: String {
    switch self {
    case .dawn: "at dawn"
    case .day: "by day"
    case .dusk: "at dusk"
    case .night: "at night"
    }
  }
}

/// What falls from the sky or hangs in the air.
package enum Weather: String, Codable, Sendable, Hashable, CaseIterable {
  case clear, cloudy, rain, snow, fog, storm, sandstorm

  /// Whether this weather has the other in it: a storm has rain and clouds.
  func includes(_ other: Weather) -> Bool {
    switch self {
    case .storm: other == .rain || other == .cloudy
    case .rain, .snow, .fog, .sandstorm: other == .cloudy
    case .cloudy, .clear: false
    }
  }
}

/// How the picture is made: the treatment laid over the scene.
package enum Brush: String, Codable, Sendable, Hashable, CaseIterable {
  case film, wash, ink, halftone, neon, pointillist, facet, oil, woodblock, pixel

  /// As in a sentence.
  package var words: String {
    switch self {
    case .film: "film"
    case .wash: "watercolor"
    case .ink: "ink line"
    case .halftone: "halftone print"
    case .neon: "neon glow"
    case .pointillist: "dabs of color"
    case .facet: "facets"
    case .oil: "oil strokes"
    case .woodblock: "woodblock print"
    case .pixel: "pixels"
    }
  }
}

/// A family of colors.
package enum PaletteName: String, Codable, Sendable, Hashable, CaseIterable {
  /// The scene's own colors for the time of day.
  case natural
  case neon, gold, rose, ice, ember, forest, noir, violet, teal, pastel, sepia, crimson, blue
}
