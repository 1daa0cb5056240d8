package import VoimoBase
package import VoimoEngine
import VoimoLyrics

/// Shares the lines out among the sections: what a section's prompt is written from.
package struct LinesStep: Step {
  package init() {}

  package var kind: StepKind { StageRegistry.lines.kind }

  package var inputs: [StepInput] { [Self.lyrics, Self.structure] }

  /// The name of the step.
  package static let id = StageRegistry.lines.id

  /// A section's lines, one a line.
  package static func lines(of section: SectionID) -> StepOutput {
    StepOutput(id, section.description)
  }

  private static let lyrics = StepInput("lyrics", from: LyricsStep.lyrics)
  private static let structure = StepInput("structure", from: StructureStep.structure)

  package func walkParameters(_ walk: inout ParameterWalk) {}

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let lyrics = try context.value(Lyrics.self, of: Self.lyrics)
    let structure = try context.value(SongStructure.self, of: Self.structure)
    var outputs: [String: StepProduct.Output] = [:]
    for section in structure.sections {
      let lines = lyrics.lines.filter { section.contains(line: $0) }.map(\.text)
      outputs[Self.lines(of: section.name).name] = .text(lines.joined(separator: "\n"))
    }
    return StepProduct(outputs: outputs)
  }
}

extension TimedSection {
  /// Whether a line belongs to the section: most of it, measured at its middle.
  func contains(line: LyricLine) -> Bool {
    let middle = (line.start + line.end) * 0.5
    return middle >= start && middle < end
  }
}
