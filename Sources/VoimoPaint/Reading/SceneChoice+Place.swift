extension SceneChoice {
  /// Where it is, and what other place is seen behind.
  mutating func choosePlace() {
    for reading in readings {
      let wanted = reading.wanted.filter { !removed.hides($0) }
      let (votes, words) = votes(wanted)
      var best: SceneKind?
      for kind in SceneKind.allCases
      where votes[kind, default: 0] > (best.map { votes[$0, default: 0] } ?? 0) { best = kind }
      if let best {
        scene = best
        let named = wanted.filter {
          $0.place != nil && !removed.places.contains($0.place ?? best)
        }
        isStandIn = !named.contains { $0.place == best }
        if !isStandIn { tell(.place, best.words, words[best] ?? "") }
        for mention in named where mention.entry.things.isEmpty { show(mention) }
        return
      }
      // A prompt of its own that names a person or a thing leaves the place to the theme.
    }
    isStandIn = true
    // Somebody or something without a place stands in the open; all else is a play of colors.
    let hasThing = readings.contains { reading in
      reading.wanted.contains {
        $0.entry.isPerson || $0.entry.hour != nil || $0.entry.weather != nil
          || $0.doer.isSomebody && $0.entry.pose != nil
          || !$0.entry.things.isEmpty && !removed.hides($0)
      }
    }
    scene = hasThing ? .sky : .flow
  }

  /// How strongly each place is asked for, and by which words first.
  private func votes(
    _ wanted: [Mention]
  ) -> (votes: [SceneKind: Double], words: [SceneKind: String]) {
    var votes: [SceneKind: Double] = [:]
    var words: [SceneKind: String] = [:]
    var hasHead = false
    // Beside a house or a car one is outside, whatever else is there.
    let isOutside = wanted.contains { $0.entry.things.contains(where: \.isOutside) }
    for (index, mention) in wanted.enumerated() {
      let early = 1 / (1 + 0.03 * Double(min(index, 20)))
      if let place = mention.place, !removed.places.contains(place) {
        // `a city by the sea` is a city, `a mountain lake` a lake, an underwater city under water.
        var weight = mention.qualifies ? 0.7 : mention.isAfterPreposition ? 1.5 : 1.2
        if mention.qualifies && place == .underwater { weight = 1.7 }
        if !hasHead && !mention.qualifies && !mention.isAfterPreposition {
          weight = 1.65
          hasHead = true
        }
        votes[place, default: 0] += weight * early
        words[place] = words[place].map { "\($0), \(mention.words)" } ?? mention.words
      }
      // A burning house is where the house is, a kitchen table where the kitchen is.
      if mention.entry.isState && mention.qualifies { continue }
      for hint in mention.entry.suggests where !removed.places.contains(hint) {
        votes[hint, default: 0] += 0.4 * early
        words[hint] = words[hint] ?? mention.words
      }
      if let home = mention.entry.home, !mention.qualifies, !removed.places.contains(home),
        home != .room || !isOutside
      {
        votes[home, default: 0] += 0.3 * early
        words[home] = words[home] ?? mention.words
      }
    }
    return (votes, words)
  }

  /// A place that is another than the scene's: in it anyway, behind it, or told.
  private mutating func show(_ mention: Mention) {
    guard let place = mention.place, place != scene else { return }
    if scene.includes(place) || backdrop == place {
      tell(.place, "part of \(scene.phrase)", mention.words)
      return
    }
    if backdrop == nil, scene.backs(place) {
      backdrop = place
      tell(.place, "\(place.words) behind", mention.words)
    } else if !mention.entry.isLike {
      missing.append(mention.words)
    }
  }
}

extension Mention {
  /// The place that it names; nil for a building that something is beside: `behind a church`.
  var place: SceneKind? { entry.place == .room && isBeside ? nil : entry.place }
}

extension Detail {
  /// Whether it stands in the open.
  fileprivate var isOutside: Bool {
    switch self {
    case .house, .car, .tree, .boat, .lighthouse, .balloon, .rainbow, .volcano, .whale: true
    default: false
    }
  }
}

extension Doer {
  /// Whether it is a person, named or not.
  var isSomebody: Bool { self != .other && self != .nobody(0) }
}
