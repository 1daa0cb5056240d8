package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Decodes the whole song once: stereo float at the song's own rate, sample 0 at song time 0.
package struct AudioStep: Step {
  package init() {}

  package var kind: StepKind { StageRegistry.stage("audio").kind }

  package var inputs: [StepInput] {
    [StepInput("source", from: "source", SourceFile.output)]
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("format", SoundFormat.float.rawValue)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let file = try AudioFile.open(path: context.input("source").path)
    let path = context.path("audio")
    var writer = try SoundWriter(path: path, sampleRate: file.sampleRate)
    let total = Int(file.duration?.value ?? 0)
    let summary = try file.decode { block in
      try context.checkCancellation()
      try writer.write(block)
      context.progress(writer.samples / file.sampleRate, of: total, unit: "seconds of sound")
    }
    _ = try writer.finish()
    return StepProduct(
      outputs: ["audio": .file(path: path)],
      value: try ArtifactJSON.encode(
        AudioNote(sampleRate: summary.sampleRate, samples: summary.samples)),
      warnings: summary.warnings)
  }
}

/// How long the decoded song is.
package struct AudioNote: Codable, Sendable, Hashable {
  /// In Hz.
  package var sampleRate: Int
  /// Samples a channel.
  package var samples: Int

  /// The song's length.
  package var duration: Seconds { Seconds(Double(samples) / Double(sampleRate)) }
}
