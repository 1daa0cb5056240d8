package import VoimoLyrics
package import VoimoStages

/// Lays words onto the singing by where somebody sings, for how long, with which pauses; no word
/// is recognised.
package struct BuiltinAligner: LyricAligner {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "builtin", behaviour: 1) }

  package func align(
    _ stanzas: [Stanza], name: String, to hearing: SongHearing, _ work: Work
  ) async throws -> AlignedLyrics {
    Alignment.align(stanzas, name: name, to: hearing)
  }
}
