package import VoimoBase
package import VoimoEngine
import VoimoLyrics

/// Shares the lines out among the sections: what a section's prompt is written from.
package struct LinesStep: Step {
  package init() {}

  package var kind: StepKind { StageRegistry.stage("lines").kind }

  package var inputs: [StepInput] {
    [
      StepInput("lyrics", from: "lyrics", LyricsStep.lyrics),
      StepInput("structure", from: "structure", StepInput.value),
    ]
  }

  package func walkParameters(_ walk: inout ParameterWalk) {}

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let lyrics = try context.value(Lyrics.self, of: "lyrics")
    let structure = try context.value(SongStructure.self, of: "structure")
    var outputs: [String: StepProduct.Output] = [:]
    for section in structure.sections {
      let lines = lyrics.lines.filter { section.contains(line: $0) }.map(\.text)
      outputs[Self.output(of: section.name)] = .bytes([UInt8](lines.joined(separator: "\n").utf8))
    }
    return StepProduct(outputs: outputs)
  }

  /// The output with a section's lines, one a line.
  package static func output(of section: SectionID) -> String { section.description }
}

extension TimedSection {
  /// Whether a line belongs to the section: most of it, measured at its middle.
  func contains(line: LyricLine) -> Bool {
    let middle = (line.start + line.end) * 0.5
    return middle >= start && middle < end
  }
}
