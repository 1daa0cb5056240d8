import VoimoBase

/// Seeds that depend on a shot's own section alone, so that inserting a verse reshuffles nothing.
enum ShotSeed {
  /// Hash of the film's (or the section's own) seed, label, ordinal and take, plus the shot's
  /// index.
  static func seed(of shot: Shot, seed: Int, take: Int) -> UInt64 {
    let name = "\(seed) \(shot.section.label) \(shot.section.ordinal)"
    let roll = take > 1 ? " take \(take)" : ""
    let section = ContentHash(hashing: name + roll).bytes.prefix(8)
      .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return section &+ UInt64(shot.index) &+ UInt64(shot.piece) &* 0x1_0000_0001
  }
}
