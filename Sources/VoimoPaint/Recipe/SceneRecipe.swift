/// Everything that decides how a shot looks, as a small value that is stable in JSON.
///
/// Equal recipes painted at equal moments and sizes give equal bytes on every CPU.
package struct SceneRecipe: Codable, Sendable, Hashable {
  package var scene: SceneKind
  package var palette: PaletteName
  package var light: Light
  package var weather: Weather
  package var brush: Brush
  /// Things that the prompt names, in the order of `Detail.allCases`, each once.
  package var details: [Detail]
  /// Decides where everything stands; the prompt's text is folded into it.
  package var layoutSeed: UInt64

  /// A recipe by parts.
  package init(
    scene: SceneKind, palette: PaletteName = .natural, light: Light = .day,
    weather: Weather = .clear, brush: Brush = .film, details: [Detail] = [], layoutSeed: UInt64 = 1
  ) {
    self.scene = scene
    self.palette = palette
    self.light = light
    self.weather = weather
    self.brush = brush
    self.details = Detail.allCases.filter(details.contains)
    self.layoutSeed = layoutSeed
  }

  /// One line for people: `city at night · rain · neon palette · line brush`.
  package var summary: String {
    var parts = ["\(scene.words) \(light.words)"]
    if weather != .clear { parts.append(weather.rawValue) }
    if !details.isEmpty { parts.append(details.map(\.rawValue).joined(separator: ", ")) }
    parts.append("\(palette.rawValue) palette")
    parts.append("\(brush.rawValue) brush")
    return parts.joined(separator: " · ")
  }
}

/// What the picture shows.
package enum SceneKind: String, Codable, Sendable, Hashable, CaseIterable {
  case sky, mountains, sea, city, forest, road, space, flow, desert, underwater, fire, tunnel

  /// As in a sentence.
  var words: String { self == .flow ? "abstract flow" : rawValue }
}

/// The time of day.
package enum Light: String, Codable, Sendable, Hashable, CaseIterable {
  case dawn, day, dusk, night

  /// As in a sentence.
  var words: String {
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
  case clear, cloudy, rain, snow, fog, storm
}

/// How the picture is made: the treatment laid over the scene.
package enum Brush: String, Codable, Sendable, Hashable, CaseIterable {
  case film, wash, ink, halftone, neon, pointillist, facet
}

/// A family of colors.
package enum PaletteName: String, Codable, Sendable, Hashable, CaseIterable {
  /// The scene's own colors for the time of day.
  case natural
  case neon, gold, rose, ice, ember, forest, noir, violet, teal, pastel, sepia, crimson
}

/// A thing that the prompt may name and the scene may hold.
package enum Detail: String, Codable, Sendable, Hashable, CaseIterable {
  case moon, sun, stars, birds, boat, lighthouse, lanterns, figure, house, car, tree, balloon
  case fireflies, aurora, whale, planet
}
