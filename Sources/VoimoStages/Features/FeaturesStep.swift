package import VoimoBase
package import VoimoEngine
import VoimoSignal

/// Listens to the song: tempo, beats, bars, and what it does a hundred times a second.
package struct FeaturesStep: Step {
  /// Who listens; its identity enters the key.
  package var listener: any SongListener

  package init(listener: any SongListener) { self.listener = listener }

  package var kind: StepKind { StageRegistry.features.kind }

  package var inputs: [StepInput] { [Self.song] }

  /// The name of the step.
  package static let id = StageRegistry.features.id
  /// Everything that was heard: `SongFeatures`.
  package static let features = StepOutput(id, "features")
  /// The song's curves alone: `Signals`.
  package static let signals = StepOutput(id, "signals")
  /// Tempo, beats and bars: `SongBeats`.
  package static let beats = StepOutput.value(of: id)

  private static let song = StepInput("audio", from: AudioStep.sound)

  package var needs: StepNeeds { listener.needs }

  package func walkParameters(_ walk: inout ParameterWalk) {
    listener.identity.walk(as: "listener", &walk)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let features = try await listener.listen(
      to: context.inputPath(Self.song), context.work)
    let beats = SongBeats(of: features)
    return StepProduct(
      outputs: [
        Self.features.name: .bytes(features.encode()),
        Self.signals.name: .bytes(features.signals.encode()),
      ],
      value: try ArtifactJSON.encode(beats), warnings: LevelDoubts.sentences(features.loudness))
  }
}
