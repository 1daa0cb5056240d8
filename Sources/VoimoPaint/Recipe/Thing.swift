/// Something that a prompt names and the painter has a drawing for.
package struct Thing: Codable, Sendable, Hashable {
  package var kind: Detail
  /// How many, from 1; nil where nobody said.
  package var count: Int?
  /// The color that was named beside it.
  package var color: NamedColor?

  /// A thing; more than nine are drawn as nine.
  package init(kind: Detail, count: Int? = nil, color: NamedColor? = nil) {
    self.kind = kind
    self.count = count.map { min(max($0, 1), 9) }
    self.color = color
  }

  /// As in a list: `red car`, `2 moons`.
  package var words: String {
    var parts: [String] = []
    if let count, count > 1 { parts.append("\(count)") }
    if let color { parts.append(color.rawValue) }
    parts.append(kind.name(many: (count ?? 1) > 1))
    return parts.joined(separator: " ")
  }
}

/// A thing that the prompt may name and the scene may hold.
package enum Detail: String, Codable, Sendable, Hashable, CaseIterable {
  case moon, sun, stars, birds, boat, lighthouse, lanterns, figure, house, car, tree, balloon
  case fireflies, aurora, whale, planet, waves, lightning, rainbow, volcano, campfire, leaves
  // What scenes paint unasked, so that it can be taken away.
  case clouds, lights, snowcaps, fish

  /// Whether it is a light of the sky, which goes with an hour.
  var isOfSky: Bool {
    switch self {
    case .moon, .sun, .stars, .aurora, .rainbow, .lightning: true
    default: false
    }
  }

  /// Whether prompts can name it; the others can only be taken away.
  package var isNameable: Bool {
    switch self {
    case .clouds, .lights, .snowcaps, .fish: false
    default: true
    }
  }

  /// Whether a color that is named beside it is seen on it.
  var takesColor: Bool {
    switch self {
    case .stars, .waves, .lightning, .rainbow, .volcano, .campfire: false
    default: isNameable
    }
  }

  /// As in a list.
  fileprivate func name(many: Bool) -> String {
    switch self {
    case .moon, .boat, .lighthouse, .figure, .house, .car, .tree, .balloon, .whale, .planet,
      .volcano,
      .campfire,
      .sun:
      rawValue + (many ? "s" : "")
    default: rawValue
    }
  }
}

/// What people in the picture do; they stand where nothing is said.
package enum Pose: String, Codable, Sendable, Hashable, CaseIterable {
  case walking, running, dancing
}

/// What trees look like, where somebody named their kind.
package enum TreeForm: String, Codable, Sendable, Hashable, CaseIterable {
  case palm, conifer
}

/// How much of the moon is lit.
package enum MoonShape: String, Codable, Sendable, Hashable, CaseIterable {
  case full, half, crescent
}

/// A color that stays on its noun.
package enum NamedColor: String, Codable, Sendable, Hashable, CaseIterable {
  case red, crimson, orange, gold, green, teal, blue, violet, pink, white, black, grey, brown,
    silver

  /// The film's colors where the word stands beside no thing.
  var palette: PaletteName? {
    switch self {
    case .red, .crimson: .crimson
    case .orange: .ember
    case .gold: .gold
    case .green: .forest
    case .teal: .teal
    case .blue: .blue
    case .violet: .violet
    case .pink: .rose
    case .silver, .white: .ice
    case .black, .grey: .noir
    case .brown: .sepia
    }
  }

  /// Whether it is a color at all: a black sky makes no film without color.
  var isChromatic: Bool {
    switch self {
    case .white, .black, .grey: false
    default: true
    }
  }

  /// The color of paint, before light falls on it.
  var paint: LinearColor {
    switch self {
    case .red: LinearColor(0.90, 0.05, 0.03)
    case .crimson: LinearColor(0.60, 0.01, 0.05)
    case .orange: LinearColor(1.0, 0.33, 0.02)
    case .gold: LinearColor(1.0, 0.66, 0.10)
    case .green: LinearColor(0.06, 0.55, 0.10)
    case .teal: LinearColor(0.03, 0.50, 0.50)
    case .blue: LinearColor(0.05, 0.18, 0.95)
    case .violet: LinearColor(0.36, 0.08, 0.75)
    case .pink: LinearColor(1.0, 0.28, 0.52)
    case .white: LinearColor(1.0, 1.0, 1.0)
    case .black: LinearColor(0.010, 0.010, 0.012)
    case .grey: LinearColor(0.28, 0.28, 0.29)
    case .brown: LinearColor(0.26, 0.12, 0.05)
    case .silver: LinearColor(0.70, 0.74, 0.80)
    }
  }
}
