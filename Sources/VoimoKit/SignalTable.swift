package import VoimoSignal

/// Curves of a song, each at `Signals.rate` values a second from time 0 on.
package struct SignalTable: Sendable {
  /// A curve by its name.
  package struct Curve: Sendable, Equatable {
    package var name: String
    /// From 0 to 1.
    package var values: [Float]

    package init(name: String, values: [Float]) {
      self.name = name
      self.values = values
    }
  }

  /// In the order of the manual.
  package var curves: [Curve]
  /// Twelve pitch classes from C, as often as the curves; nil where only some curves were asked
  /// for.
  package var chroma: FeatureRows?

  package init(curves: [Curve], chroma: FeatureRows? = nil) {
    self.curves = curves
    self.chroma = chroma
  }
}
