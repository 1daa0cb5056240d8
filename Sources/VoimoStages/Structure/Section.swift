package import VoimoBase

/// A section of the song, where it lies and how sure that is.
package struct Section: Codable, Sendable, Hashable {
  /// Label and ordinal, counted over the whole song.
  package var id: SectionID
  /// Of the song's clock; a section begins where the one before it ends.
  package var start: Seconds
  package var end: Seconds
  /// From 0, a guess, to 1, declared by the user.
  package var confidence: Double

  package init(id: SectionID, start: Seconds, end: Seconds, confidence: Double) {
    self.id = id
    self.start = start
    self.end = end
    self.confidence = confidence
  }
}

/// What the structure step finds: sections that tile the whole song.
package struct SongStructure: Codable, Sendable, Hashable {
  /// In the song's order, from 0 to the song's end, at least one.
  package var sections: [Section]

  package init(sections: [Section]) { self.sections = sections }

  /// Numbers labelled stretches in the song's order: the second `chorus` becomes `chorus.2`.
  package init(
    labelled stretches: [(label: String, start: Seconds, end: Seconds, confidence: Double)]
  ) {
    var count: [String: Int] = [:]
    sections = stretches.map { stretch in
      count[stretch.label, default: 0] += 1
      return Section(
        id: SectionID(label: stretch.label, ordinal: count[stretch.label, default: 1]),
        start: stretch.start, end: stretch.end, confidence: stretch.confidence)
    }
  }
}
