/// What is not wanted.
struct Removed {
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
