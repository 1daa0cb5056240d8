package import VoimoBase
package import VoimoEngine
import VoimoSignal

/// Finds the song's sections, or takes the ones that the user declared.
package struct StructureStep: Step {
  /// Where a declared section begins.
  package struct Declared: Sendable, Hashable {
    package var label: String
    package var start: Seconds

    package init(label: String, start: Seconds) {
      self.label = label
      self.start = start
    }
  }

  /// In the song's order; nil to listen.
  package var declared: [Declared]?

  package init(declared: [Declared]?) { self.declared = declared }

  package var kind: StepKind { StageRegistry.stage("structure").kind }

  package var inputs: [StepInput] {
    declared == nil
      ? [StepInput("features", from: "features", "features")]
      : [StepInput("audio", from: "audio", StepInput.value)]
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    for (index, section) in (declared ?? []).enumerated() {
      walk.field("section \(index + 1)", "\(section.label) \(section.start.value)")
    }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let structure: SongStructure
    if let declared {
      let duration = try context.value(AudioNote.self, of: "audio").duration
      structure = Self.tile(declared, to: duration)
    } else {
      let features = try SongFeatures(decoding: context.bytes(of: "features"))
      structure = SongStructure(
        labelled: detectSections(features).map { ($0.label, $0.start, $0.end, $0.confidence) })
    }
    guard !structure.sections.isEmpty else { throw StageError("no section lies inside the song") }
    return StepProduct(value: try ArtifactJSON.encode(structure))
  }

  /// Makes declared sections tile the song: the first reaches back to 0, the last to the end, and
  /// those that begin after the song are left out.
  package static func tile(_ declared: [Declared], to duration: Seconds) -> SongStructure {
    let inside = declared.sorted { $0.start < $1.start }.filter { $0.start < duration }
    return SongStructure(
      labelled: inside.indices.map { index in
        (
          inside[index].label, index == 0 ? .zero : inside[index].start,
          index + 1 < inside.count ? inside[index + 1].start : duration, 1
        )
      })
  }
}
