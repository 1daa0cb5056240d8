package import VoimoBase

/// A length in the song's time or in its metre.
package enum MusicalLength: Hashable, Sendable {
  case seconds(Seconds)
  /// A number of beats, above 0.
  case beats(Double)
  /// A number of bars, above 0.
  case bars(Double)
}

/// How long shots are and how they follow each other.
package struct ShotSettings: Hashable, Sendable {
  /// How one shot becomes the next.
  package enum Transition: String, Sendable, Codable, CaseIterable {
    /// At once, on the frame.
    case cut
    /// Both are mixed for `transitionLength`.
    case crossfade
  }

  /// What a shot is meant to last; sections are cut into shots of about this length.
  package var length = MusicalLength.bars(2)
  /// No shot is shorter, unless its section is.
  package var min = Seconds(1)
  /// No shot is longer.
  package var max = Seconds(8)
  package var transition = Transition.cut
  /// How long a crossfade lasts; above 0.
  package var transitionLength = Seconds(0.5)

  /// Two bars each.
  package init() {}
}
