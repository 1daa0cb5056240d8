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
    case .campfire: stands && self != .fire
    case .leaves: hasSky
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

  /// How many of a thing there is room for; further ones are told.
  func most(of thing: Detail) -> Int {
    switch thing {
    case .balloon: 5
    case .whale: 4
    case .campfire: 3
    case .lighthouse, .volcano, .rainbow, .aurora, .waves, .lightning: 1
    case .planet: self == .space ? 4 : 1
    case .car: self == .road ? 4 : 9
    case .lanterns: self == .room ? 5 : 9
    case .stars, .leaves, .fireflies: .max
    default: 9
    }
  }

  /// Whether another place can be seen behind this one.
  package func backs(_ other: SceneKind) -> Bool {
    switch self {
    case .sky: [.mountains, .city, .forest, .desert].contains(other)
    case .sea: [.city, .forest, .desert].contains(other)
    case .road: [.mountains, .city, .forest, .desert].contains(other)
    case .desert: [.mountains, .city].contains(other)
    case .city: other == .mountains
    case .room: [.mountains, .forest, .desert].contains(other)
    case .mountains, .forest, .space, .flow, .underwater, .fire, .tunnel: false
    }
  }

  /// Whether an hour that somebody names is seen: space has none, and fire only the night.
  func showsHour(_ hour: Light) -> Bool {
    switch self {
    case .space: hour == .night
    case .fire: hour == .night
    default: true
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
  /// has a coast of mountains, a room's window looks on roofs.
  func includes(_ other: SceneKind) -> Bool {
    if self == other { return true }
    return switch (self, other) {
    case (.city, .sea), (.sea, .mountains), (.underwater, .sea), (.mountains, .forest),
      (.mountains, .sky), (.road, .sky), (.space, .flow), (.room, .city):
      true
    default: false
    }
  }
}
