extension SceneChoice {
  /// The film's colors: those that are named beside no thing; further ones are told.
  mutating func chooseColors() {
    for reading in readings {
      let offers = offers(of: reading)
      guard let first = offers.first(where: \.isChromatic) ?? offers.first else { continue }
      choose(first.palette, first.words)
      missing += offers.filter { $0.isChromatic && $0.palette != first.palette }.map(\.words)
      return
    }
  }

  private typealias Offer = (palette: PaletteName, words: String, isChromatic: Bool)

  private func offers(of reading: PromptReading) -> [Offer] {
    var offers: [Offer] = reading.wanted.compactMap { mention in
      if let palette = mention.entry.palette { return (palette, mention.words, true) }
      // A colored sky or sea colors the film; a colored thing keeps its color to itself.
      if let color = mention.color, mention.isScenery, color.isChromatic, !mention.isGreenAnyway {
        return color.palette.map { ($0, "\(color.rawValue) \(mention.words)", true) }
      }
      return nil
    }
    let colors = reading.colors.filter { !removed.colors.contains($0.color) }
    if offers.isEmpty, colors.count >= 2, Set(colors.map(\.color)) == [.black, .white] {
      return [(.noir, colors.map(\.words).joined(separator: ", "), true)]
    }
    for (color, words) in colors {
      if let palette = color.palette { offers.append((palette, words, color.isChromatic)) }
    }
    return offers
  }

  private mutating func choose(_ palette: PaletteName, _ words: String) {
    self.palette = palette
    tell(.style, palette == .noir ? "black and white" : "\(palette.rawValue) colors", words)
  }

  /// The brush, and the colors that an artist is known for.
  mutating func chooseStyle(_ written: String) {
    let palettes = artist.wanted.compactMap(\.entry.palette)
    // Of an artist's name and a technique behind a comma, `Turner, ink`, the technique is the wish.
    let parts = written.split { ",;/+&".contains($0) }.map { PromptReading(String($0)).styles }
    let chosen = parts.last { !$0.isEmpty }?.first ?? prompt.styles.first ?? theme.styles.first
    if let chosen {
      brush = chosen.style.brush
      let own = chosen.style.palette ?? artist.styles.lazy.compactMap(\.style.palette).first
      if palette == .natural, let own = own ?? palettes.first { palette = own }
      tell(.style, brush.words, chosen.words)
    } else if let own = palettes.first, palette == .natural {
      palette = own
    }
    if palette == .natural, let color = artist.colors.first?.color.palette { palette = color }
    // Each name that is not known is told, whole.
    for name in written.split(whereSeparator: { ",;/+&".contains($0) }) {
      let text = name.drop { $0 == " " }
      let reading = PromptReading(String(text))
      if reading.styles.isEmpty && reading.colors.isEmpty
        && !reading.wanted.contains(where: { $0.entry.palette != nil }) && !reading.unknown.isEmpty
      {
        description.unknown.append(String(text))
      }
    }
  }
}
