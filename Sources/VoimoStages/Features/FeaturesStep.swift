import VoimoBase
package import VoimoEngine
import VoimoSignal

/// Listens to the song: tempo, beats, bars, and what it does a hundred times a second.
package struct FeaturesStep: Step {
  /// Who listens; its identity enters the key.
  package var listener: any SongListener

  package init(listener: any SongListener) { self.listener = listener }

  package var kind: StepKind { StageRegistry.stage("features").kind }

  package var inputs: [StepInput] { [StepInput("audio", from: "audio", "audio")] }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("listener", listener.identity.text)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let features = try await listener.listen(to: context.inputPath("audio")) { heard, total in
      try context.checkCancellation()
      context.progress(heard, of: total, unit: "seconds of sound")
    }
    let beats = SongBeats(of: features)
    return StepProduct(
      outputs: [
        "features": .bytes(features.encode()), "signals": .bytes(features.signals.encode()),
      ],
      value: try ArtifactJSON.encode(beats), warnings: LevelDoubts.sentences(features.loudness))
  }
}
