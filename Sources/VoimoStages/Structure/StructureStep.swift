package import VoimoBase
package import VoimoEngine
package import VoimoProject
import VoimoSignal

/// Finds the song's sections, or takes the ones that the user declared.
package struct StructureStep: Step {
  /// How the sections come to be known.
  package enum Source: Sendable {
    /// In the song's order, by the user's word: nothing is heard.
    case declared([DeclaredSection])
    /// As they were heard without words.
    case heard
    /// Heard once more, with the words: which lines come back is evidence.
    case heardWithWords(any SectionFinder)
  }

  package var source: Source

  package init(_ source: Source) { self.source = source }

  package var kind: StepKind { StageRegistry.structure.kind }

  package var inputs: [StepInput] {
    switch source {
    case .declared: [Self.song]
    case .heard: [Self.sections]
    case .heardWithWords: [Self.features, Self.repeats]
    }
  }

  /// The name of the step.
  package static let id = StageRegistry.structure.id
  /// The song's sections: a `SongStructure`.
  package static let structure = StepOutput.value(of: id)

  private static let song = StepInput("audio", from: AudioStep.note)
  private static let sections = StepInput("sections", from: HeardSectionsStep.sections)
  private static let features = StepInput("features", from: FeaturesStep.features)
  private static let repeats = StepInput("repeats", from: LyricsStep.repeats)

  package var needs: StepNeeds {
    if case .heardWithWords(let finder) = source { return finder.needs }
    return .oneCore
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    switch source {
    case .declared(let sections):
      for (index, section) in sections.enumerated() {
        walk.field("section \(index + 1)", "\(section.label) \(section.start.value)")
      }
    case .heard: break
    case .heardWithWords(let finder): finder.identity.walk(as: "finder", &walk)
    }
  }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let structure: SongStructure
    switch source {
    case .declared(let sections):
      let duration = try context.value(AudioNote.self, of: Self.song).duration
      structure = Self.tile(sections, to: duration)
    case .heard: structure = try context.value(SongStructure.self, of: Self.sections)
    case .heardWithWords(let finder):
      let features = try SongFeatures(decoding: context.bytes(of: Self.features))
      structure = SongStructure(
        numbering: try await finder.sections(
          of: features, repeats: context.value([RepeatedLines].self, of: Self.repeats),
          context.work))
    }
    try structure.check()
    return StepProduct(value: try ArtifactJSON.encode(structure))
  }

  /// Makes declared sections tile the song: the first reaches back to 0, the last to the end, and
  /// those that begin after the song are left out.
  package static func tile(_ declared: [DeclaredSection], to duration: Seconds) -> SongStructure {
    let inside = declared.sorted { $0.start < $1.start }.filter { $0.start < duration }
    return SongStructure(
      numbering: inside.indices.map { index in
        TimedSection(
          name: inside[index].label, start: index == 0 ? .zero : inside[index].start,
          end: index + 1 < inside.count ? inside[index + 1].start : duration)
      })
  }
}
