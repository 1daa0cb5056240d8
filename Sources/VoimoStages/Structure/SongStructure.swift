package import VoimoBase

/// What the structure step finds: sections that tile the whole song.
package struct SongStructure: Codable, Sendable, Hashable {
  /// In the song's order, from 0 to the song's end, at least one.
  package var sections: [TimedSection<SectionID>]

  package init(sections: [TimedSection<SectionID>]) { self.sections = sections }

  /// Numbers labelled sections in the song's order: the second `chorus` becomes `chorus.2`.
  package init(numbering sections: [TimedSection<String>]) {
    self.sections = TimedSection.numbered(sections)
  }

  /// Makes sure that there is a section.
  ///
  /// - Throws: `StageError`, where there is none.
  func check() throws(StageError) {
    guard !sections.isEmpty else { throw StageError("no section lies inside the song") }
  }
}
