package import VoimoBase
package import VoimoEngine
import VoimoSignal

/// Finds the song's sections by its sound alone, without its words.
///
/// Words that have no times are laid by them, and they are the structure of a song without words;
/// where words are known, the structure is heard once more with them.
package struct HeardSectionsStep: Step {
  /// Who finds them; its identity enters the key.
  package var finder: any SectionFinder

  package init(finder: any SectionFinder) { self.finder = finder }

  package var kind: StepKind { StageRegistry.sections.kind }

  package var inputs: [StepInput] { [Self.features] }

  /// The name of the step.
  package static let id = StageRegistry.sections.id("heard")
  /// The sections: a `SongStructure`.
  package static let sections = StepOutput.value(of: id)

  private static let features = StepInput("features", from: FeaturesStep.features)

  package var needs: StepNeeds { finder.needs }

  package func walkParameters(_ walk: inout ParameterWalk) {
    finder.identity.walk(as: "finder", &walk)
  }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let features = try SongFeatures(decoding: context.bytes(of: Self.features))
    let structure = SongStructure(
      numbering: try await finder.sections(of: features, repeats: [], context.work))
    try structure.check()
    return StepProduct(value: try ArtifactJSON.encode(structure))
  }
}
