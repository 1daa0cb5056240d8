extension SceneChoice {
  /// What stands, flies and shines in the picture, and who does what.
  mutating func chooseThings() {
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
        if removed.things.contains(thing) || entry.seen.contains(scene) { continue }
        guard scene.draws(thing) else {
          missing.append(mention.words)
          continue
        }
        show(thing, mention)
      }
      if entry.isAction { act(mention) }
      if entry.seen.contains(scene) {
        tell(.subject, "part of \(scene.phrase)", mention.words)
      } else if entry.isLike || isUnseen(mention) {
        missing.append(mention.words)
      }
    }
  }

  /// Whether a mention names something that is neither drawn nor there anyway.
  private func isUnseen(_ mention: Mention) -> Bool {
    let entry = mention.entry
    guard entry.things.isEmpty, !entry.isPerson, !entry.isAction else { return false }
    if !entry.seen.isEmpty { return !entry.seen.contains(scene) && entry.place != scene }
    return entry.noun != nil || entry.group != nil && entry.suggests.isEmpty
  }

  /// Adds a thing, and tells what of its number and its color is not shown.
  private mutating func show(_ thing: Detail, _ mention: Mention) {
    let number = mention.number(of: thing)
    if let count = mention.count, count > scene.most(of: thing) {
      missing.append("\(count) \(mention.words)")
    }
    if let color = mention.color, !thing.takesColor, mention.entry.color == nil {
      missing.append("\(color.rawValue) \(mention.words)")
    }
    if thing == .tree { treeForm = treeForm ?? mention.entry.treeForm }
    add(Thing(kind: thing, count: number, color: mention.color), mention)
  }

  /// What somebody does: drawn where it has a drawing and somebody does it, else told.
  private mutating func act(_ mention: Mention) {
    guard let pose = mention.entry.pose, mention.doer.isSomebody, scene.stands,
      !removed.things.contains(.figure), self.pose ?? pose == pose
    else {
      missing.append(mention.words)
      return
    }
    if case .nobody(let count) = mention.doer, !things.contains(where: { $0.kind == .figure }) {
      add(Thing(kind: .figure, count: count > 1 ? count : nil), mention)
    }
    if self.pose == nil { tell(.subject, pose.rawValue, mention.words) }
    self.pose = pose
  }

  private mutating func add(_ thing: Thing, _ mention: Mention) {
    if let moon = mention.entry.moon, self.moon == nil { self.moon = moon }
    if thing.kind == .sun, mention.entry.isBlackSun || mention.color == .black { isBlackSun = true }
    if mention.entry.isRinged { isRinged = true }
    if let index = things.firstIndex(where: { $0.kind == thing.kind }) {
      things[index].count = things[index].count ?? thing.count
      if let color = thing.color, let other = things[index].color, color != other {
        missing.append("\(color.rawValue) \(mention.words)")
      }
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
  mutating func addLyricDetail(_ lyrics: PromptReading) {
    for mention in lyrics.wanted where !removed.hides(mention) {
      guard let thing = mention.entry.things.first, thing.isLyricDetail,
        !removed.things.contains(thing), scene.draws(thing),
        !things.contains(where: { $0.kind == thing })
      else { continue }
      things.append(Thing(kind: thing))
      tell(.subject, Thing(kind: thing).words, mention.words)
      return
    }
  }
}

extension Detail {
  /// Whether a word of the lyrics may add it: no light of the sky, and nothing that fills the frame
  /// or that songs burn with.
  fileprivate var isLyricDetail: Bool {
    switch self {
    case .waves, .volcano, .campfire, .leaves: false
    default: !isOfSky
    }
  }
}
