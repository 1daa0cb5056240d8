/// A section of the song as people name it: a label and which of that label it is, `chorus.2`.
package struct SectionID: Hashable, Sendable, Codable {
  /// `intro`, `verse`, … or a free one: `[a-z][a-z0-9-]*`.
  package var label: String
  /// Which section of this label it is, counted from 1 over the whole song.
  package var ordinal: Int

  /// Names the `ordinal`-th section labelled `label`.
  package init(label: String, ordinal: Int) {
    self.label = label
    self.ordinal = ordinal
  }

  /// The labels that the field knows.
  package static let knownLabels = [
    "intro", "verse", "pre-chorus", "chorus", "bridge", "inst", "solo", "break", "outro",
  ]
}

extension SectionID: CustomStringConvertible {
  /// `chorus.2`.
  package var description: String { "\(label).\(ordinal)" }
}
