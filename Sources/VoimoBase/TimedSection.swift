/// A part of a song, when it is, and how sure that is.
///
/// `TimedSection<String>` has a label (`chorus`), as who listens or declares gives it;
/// `TimedSection<SectionID>` is numbered over the whole song (`chorus.2`).
package struct TimedSection<Name: Hashable & Sendable>: Hashable, Sendable {
  /// What it is called.
  package var name: Name
  /// Of the song's clock; a section begins where the one before it ends.
  package var start: Seconds
  package var end: Seconds
  /// From 0, a guess, to 1, declared by the user.
  package var confidence: Double

  /// Names a stretch of the song; one whose confidence is not given is certain.
  package init(name: Name, start: Seconds, end: Seconds, confidence: Double = 1) {
    self.name = name
    self.start = start
    self.end = end
    self.confidence = confidence
  }

  /// The same stretch under a name of another sort.
  package func named<Other>(_ name: Other) -> TimedSection<Other> {
    TimedSection<Other>(name: name, start: start, end: end, confidence: confidence)
  }
}

extension TimedSection: Codable where Name: Codable {
  /// As in artifacts: `{"id": …, "start": …, "end": …, "confidence": …}`.
  private enum CodingKeys: String, CodingKey {
    case name = "id"
    case start, end, confidence
  }
}

extension TimedSection<SectionID> {
  /// Numbers labelled sections in the song's order: the second `chorus` becomes `chorus.2`.
  package static func numbered(_ sections: [TimedSection<String>]) -> [Self] {
    var count: [String: Int] = [:]
    return sections.map { section in
      let ordinal = (count[section.name] ?? 0) + 1
      count[section.name] = ordinal
      return section.named(SectionID(label: section.name, ordinal: ordinal))
    }
  }
}
