import VoimoStages

/// What there is a table of: the song, and what was heard in it.
///
/// Everything else that is made can be shown under the name of its step.
package enum Subject: String, Sendable, CaseIterable {
  case song, sections, beats, signals, shots, lyrics

  /// Reads what somebody asks for, by any of its names; nil for a word that names nothing of the
  /// kind.
  package init?(_ word: String) {
    guard let subject = Subject(rawValue: word) ?? Self.others[word] else { return nil }
    self = subject
  }

  /// Its names, the one of the manual first: `sections`, `structure`.
  package var names: [String] {
    [rawValue] + Self.others.filter { $0.value == self }.map(\.key).sorted()
  }

  /// What somebody may want to complete: subjects, and steps that make a file to look at.
  package static var completions: [String] {
    let stages = [
      StageRegistry.prompts, StageRegistry.stems, StageRegistry.waveform, StageRegistry.poster,
      StageRegistry.contactSheet, StageRegistry.film,
    ]
    return allCases.flatMap(\.names) + stages.map(\.name)
  }

  private static let others: [String: Subject] = [
    StageRegistry.structure.name: .sections, StageRegistry.features.name: .beats,
    StageRegistry.lines.name: .lyrics, "words": .lyrics,
  ]
}
