package import VoimoBase

/// A stretch of the song that was heard as one part.
package struct DetectedSection: Sendable, Equatable, Codable {
  /// `intro`, `verse`, `chorus`, `bridge`, `inst`, `solo` or `outro`.
  package let label: String
  package let start: Seconds
  package let end: Seconds
  /// From 0 to 1: how sure the start and the label are.
  package let confidence: Double

  /// Describes a part.
  package init(label: String, start: Seconds, end: Seconds, confidence: Double) {
    self.label = label
    self.start = start
    self.end = end
    self.confidence = confidence
  }
}
