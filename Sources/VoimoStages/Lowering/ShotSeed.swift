import VoimoBase

/// Seeds that depend on a shot's own section alone, so that inserting a verse reshuffles nothing.
enum ShotSeed {
  /// Hash of the film's (or the section's own) seed, label, ordinal and take, plus the shot's
  /// index.
  static func seed(of shot: Shot, seed: Int, take: Int) -> UInt64 {
    let section = self.seed(of: shot.section, seed: seed, take: take)
    return section &+ UInt64(shot.index) &+ UInt64(shot.piece) &* 0x1_0000_0001
  }

  /// Hash of the film's (or the section's own) seed, label, ordinal and take: what all shots of a
  /// section share.
  static func seed(of section: SectionID, seed: Int, take: Int) -> UInt64 {
    let name = "\(seed) \(section.label) \(section.ordinal)"
    let roll = take > 1 ? " take \(take)" : ""
    return ContentHash(hashing: name + roll).bytes.prefix(8)
      .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }
}

extension ShotList {
  /// Which part of the film a section lies in, by its middle: a part of the whole song's length,
  /// so that the crop moves nothing.
  func part(of section: SectionID) -> FilmPart {
    guard let own = parts.first(where: { $0.section.name == section })?.section,
      let end = parts.last?.section.end, end > .zero
    else { return .middle }
    return FilmPart(at: (own.start.value + own.end.value) / 2 / end.value)
  }
}
