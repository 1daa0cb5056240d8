// What each scene can hold: promises that tests hold against the pixels.
extension SceneKind {
  /// Whether naming the thing changes the picture of this scene.
  package func draws(_ thing: Detail) -> Bool {
    switch thing {
    case .moon, .sun: hasSky || self == .room
    case .stars: hasSky || self == .room || self == .space
    case .aurora, .rainbow, .lightning: hasSky || self == .room
    case .birds, .balloon: hasSky && self != .forest
    case .boat: self == .sea || self == .city
    case .whale: self == .sea || self == .underwater
    case .lighthouse: self == .sea || stands
    case .figure, .house, .car, .tree, .lanterns: stands || self == .underwater && thing == .figure
    case .fireflies: stands
    case .planet: self == .space || hasSky
    case .waves: self == .sea
    case .volcano: self == .mountains
    case .clouds, .lights, .snowcaps, .fish: false
    }
  }

  /// Whether the weather is seen in this scene.
  func draws(_ weather: Weather) -> Bool {
    switch self {
    case .space, .flow, .underwater, .fire: weather == .clear
    case .tunnel: weather == .clear || weather == .fog
    case .room: weather != .sandstorm
    default: true
    }
  }

  /// Whether the scene is under the open sky.
  package var hasSky: Bool {
    switch self {
    case .sky, .mountains, .sea, .city, .forest, .road, .desert: true
    case .space, .flow, .underwater, .fire, .tunnel, .room: false
    }
  }

  /// Whether there is ground for things to stand on.
  var stands: Bool {
    switch self {
    case .underwater, .flow: false
    default: true
    }
  }

  /// Whether the hour is seen.
  var hasHours: Bool { hasSky || self == .room }

  /// The hour of scenes that have one of their own; nil where the film's goes.
  var usualHour: Light? {
    switch self {
    case .space, .fire, .tunnel, .room: .night
    case .underwater: .day
    default: nil
    }
  }

  /// Whether another place is seen in this one anyway: the city's lights mirror in water, the sea
  /// has a coast of mountains.
  func includes(_ other: SceneKind) -> Bool {
    if self == other { return true }
    return switch (self, other) {
    case (_, .sky): hasSky
    case (.city, .sea), (.sea, .mountains), (.road, .mountains), (.underwater, .sea),
      (.road, .forest),
      (.mountains, .forest), (.space, .flow), (.sky, .forest), (.desert, .mountains),
      (.sky, .mountains):
      true
    default: false
    }
  }
}
