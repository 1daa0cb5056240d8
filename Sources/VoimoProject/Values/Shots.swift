package import VoimoBase

/// A length in the song's time or in its metre.
package enum MusicalLength: Hashable, Sendable {
  case seconds(Seconds)
  /// A number of beats, above 0.
  case beats(Double)
  /// A number of bars, above 0.
  case bars(Double)

  /// A length as written, its frames counted at a rate.
  init(_ length: ProjectTime.Length, at rate: FrameRate) {
    switch length {
    case .beats(let number): self = .beats(number)
    case .bars(let number): self = .bars(number)
    case .seconds, .frames: self = .seconds(length.seconds(at: rate))
    }
  }
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
  package var length = MusicalLength(ShotFields.length.fallback, at: .film)
  /// No shot is shorter, unless its section is.
  package var min = ShotFields.min.fallback.seconds(at: .film)
  /// No shot is longer.
  package var max = ShotFields.max.fallback.seconds(at: .film)
  package var transition = ShotFields.transition.fallback
  /// How long a crossfade lasts; above 0.
  package var transitionLength = ShotFields.transitionLength.fallback.seconds(at: .film)

  /// Two bars each.
  package init() {}
}
