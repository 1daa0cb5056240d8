package import VoimoBase

extension Project {
  /// The labels that sections get by listening, besides those that headings in the lyrics give.
  package static let heardLabels = [
    "intro", "verse", "pre-chorus", "chorus", "bridge", "inst", "solo", "break", "outro",
  ]

  /// The labels under `sections:`, in the order of the file, each once.
  package var overriddenLabels: [String] {
    var seen: Set<String> = []
    return sections.compactMap { Self.label(of: $0.selector) }.filter { seen.insert($0).inserted }
  }

  /// Says which keys of `sections:` choose no section of this song.
  ///
  /// What was heard is a guess, and a guess must not fail a build: a label that the song could have
  /// been heard to have is a warning then, and so is a number beyond what was heard.
  ///
  /// - Parameters:
  ///   - found: All sections of the whole song, in order.
  ///   - guessable: The labels that listening could have given; nil where sections are declared.
  /// - Returns: A diagnostic for each such key, in the order of the file.
  package func unmatchedOverrides(
    sections found: [TimedSection<SectionID>], guessable: Set<String>? = nil
  ) -> [Diagnostic] {
    var starts: [String: [Seconds]] = [:]
    var labels: [String] = []
    for section in found {
      let label = section.name.label
      if starts[label] == nil { labels.append(label) }
      starts[label, default: []].append(section.start)
    }
    let list = Self.list(labels.map { ($0, starts[$0]?.count ?? 0) })
    return sections.compactMap { change in
      guard let label = Self.label(of: change.selector) else { return nil }
      if let starts = starts[label] {
        guard let ordinal = Self.ordinal(of: change.selector), ordinal > starts.count else {
          return nil
        }
        return Diagnostic(
          guessable == nil ? .error : .warning,
          .ordinalTooHigh(change.key, label: label, starts: starts), file: sourceName,
          span: change.span)
      }
      let isGuess = guessable?.contains(label) ?? false
      // What might have been meant: a section of the song first, then whatever could be heard.
      let near =
        isGuess ? nil : NearMiss.nearest(to: label, among: labels + (guessable ?? []).sorted())
      return Diagnostic(
        isGuess ? .warning : .error,
        isGuess
          ? .sectionNotHeard(change.key, label: label, sections: list)
          : .unknownSection(
            change.key, label: label, sections: list,
            nearest: near.map { Self.key($0, like: change.selector) }),
        file: sourceName, span: change.span)
    }
  }

  /// Says which keys of `sections:` can choose nothing, whatever a song is heard to be.
  ///
  /// - Parameter guessable: The labels that listening can give.
  /// - Returns: An error for each such key, in the order of the file.
  package func unhearableOverrides(guessable: Set<String>) -> [Diagnostic] {
    sections.compactMap { change in
      guard let label = Self.label(of: change.selector), !guessable.contains(label) else {
        return nil
      }
      let near = NearMiss.nearest(to: label, among: guessable.sorted())
      return Diagnostic(
        .error,
        .unhearableSection(
          change.key, label: label, nearest: near.map { Self.key($0, like: change.selector) }),
        file: sourceName, span: change.span)
    }
  }

  private static func label(of selector: SectionSelector) -> String? {
    switch selector {
    case .label(let label): label
    case .section(let id), .shot(let id, _): id.label
    case .range: nil
    }
  }

  private static func ordinal(of selector: SectionSelector) -> Int? {
    switch selector {
    case .section(let id), .shot(let id, _): id.ordinal
    case .label, .range: nil
    }
  }

  private static func key(_ label: String, like selector: SectionSelector) -> String {
    switch selector {
    case .section(let id): "\(label).\(id.ordinal)"
    case .shot(let id, let index): "\(label).\(id.ordinal)/\(Seconds.padded(index, 2))"
    case .label, .range: label
    }
  }

  /// `intro, verse.1, verse.2, chorus.1–3`.
  private static func list(_ labels: [(label: String, count: Int)]) -> String {
    labels.map { label, count in
      switch count {
      case ...1: label
      case 2: "\(label).1, \(label).2"
      default: "\(label).1–\(count)"
      }
    }.joined(separator: ", ")
  }
}
