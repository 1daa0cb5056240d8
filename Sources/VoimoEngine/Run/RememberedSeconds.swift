package import VoimoBase

/// How long steps took in earlier builds, for the order of work and for estimates.
///
/// Wall seconds. Never part of a key and never of a result.
package struct RememberedSeconds: Sendable, Hashable {
  /// Seconds of the last run of each step.
  package var steps: [StepID: Double]
  /// Mean seconds of a step of each kind.
  package var kinds: [String: Double]
  /// Mean seconds of one unit of work (a frame, a second of sound) of each kind that counts them.
  package var units: [String: Double]

  /// Gathers what is remembered; nothing, on a new machine.
  package init(
    steps: [StepID: Double] = [:], kinds: [String: Double] = [:], units: [String: Double] = [:]
  ) {
    self.steps = steps
    self.kinds = kinds
    self.units = units
  }

  /// What a step will probably take; nil when nothing of its kind ever ran.
  package subscript(id: StepID) -> Double? { steps[id] ?? kinds[id.kind] }
}
