/// German compounds: the last part is the noun, the first says more of it.
enum GermanCompound {
  /// What a word is made of; nil where its last part is not known.
  ///
  /// - Complexity: quadratic in the word's length.
  static func find(_ word: String, _ known: [String: Entry]) -> Found? {
    guard word.count >= 6 else { return nil }
    var unknownFront: Entry?
    for start in 2...(word.count - 3) {
      guard let head = part(String(word.dropFirst(start)), known), counts(head) else { continue }
      if let front = front(String(word.prefix(start)), known) {
        return compound(head, front)
      }
      if word.count - start >= 4, start >= 3, unknownFront == nil, head.isContent {
        unknownFront = head
      }
    }
    return unknownFront.map { Found(entry: $0, isPartly: true) }
  }

  private static func counts(_ head: Entry) -> Bool {
    head.isContent || head.color != nil
      || head.roles.contains { [.title, .idea, .faint].contains($0) }
  }

  private static func part(_ text: String, _ known: [String: Entry]) -> Entry? {
    guard text.count >= 3 else { return nil }
    return known[text] ?? WordForms.find(text, in: .german, known)
  }

  /// The first part, with or without what joins it to the second.
  private static func front(_ text: String, _ known: [String: Entry]) -> Entry? {
    guard text.count >= 3 else { return nil }
    let stems = ["s", "n", "en", "er", "es", "e"].compactMap { joint -> String? in
      text.hasSuffix(joint) && text.count - joint.count >= 3
        ? String(text.dropLast(joint.count)) : nil
    }
    // Not the small words: `Anzug` is no train.
    return ([text, text + "e"] + stems).lazy.compactMap { known[$0] }.first {
      $0.isContent || $0.color != nil
        || !$0.roles.isEmpty && ($0.roles.contains(.tone) || $0.roles.contains(.idea))
    }
  }

  private static func compound(_ head: Entry, _ front: Entry) -> Found {
    var nothing = Entry()
    nothing.roles = [.small]
    // `Mondscheinsonate`: a name.
    if head.roles.contains(.title) { return Found(entry: nothing) }
    if head.isMeasure,
      front.isPerson || front.noun != nil && front.noun != .plant
        || !front.things.isEmpty && !(head.isSolid && front.things == [.tree])
    {
      // `Menschenmeer`, `Funkenregen`, `Bücherberg`.
      var many = front
      many.many = max(front.many ?? 0, 7)
      return Found(entry: many)
    }
    var qualifier = Entry()
    qualifier.place = front.things.isEmpty ? front.place : nil
    qualifier.suggests = front.suggests
    qualifier.hour = front.hour
    qualifier.hourHint = front.hourHint
    qualifier.weather = front.weather
    let saysMore = qualifier.isContent
    // A doll's house is a house, and no doll's.
    let isLike = front.noun != nil || front.isPerson
    // `Abendlicht`, `Sommerliebe`: the first part alone shows anything.
    var entry = head.isContent || head.color != nil ? head : nothing
    entry.isLike = entry.isLike || isLike
    if let color = front.color, !head.things.isEmpty || head.isPerson { entry.color = color }
    return Found(entry: entry, qualifier: saysMore ? qualifier : nil)
  }
}
