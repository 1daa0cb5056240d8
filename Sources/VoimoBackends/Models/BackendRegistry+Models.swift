import VoimoProject
import VoimoStages

extension BackendRegistry {
  /// What is part of voimo, and what models add to it that `voimo models install cpu` gets.
  package static func standard(with home: ModelHome) -> BackendRegistry {
    var registry = standard
    func model(_ name: String) -> BackendRow.InstalledModel {
      BackendRow.InstalledModel(name: name, home: home)
    }
    @Sendable func identity(_ type: String, _ name: String) -> BackendIdentity {
      BackendIdentity(
        type: type, behaviour: 1, models: [(try? home.model(name))].compactMap(\.self))
    }
    registry.rows += [
      BackendRow(
        .stems, identity(SpleeterStems.type, SpleeterStems.model),
        "Parts voice and accompaniment with Spleeter's network, on the CPU.",
        model: model(SpleeterStems.model)
      ) { backends, _ in backends.stems = try SpleeterStems(home) },
      BackendRow(
        .transcribe, identity(WhisperTranscriber.type, WhisperTranscriber.model),
        "Writes down what is sung with Whisper base, on the CPU.",
        settings: [WhisperTranscriber.setting], model: model(WhisperTranscriber.model)
      ) { backends, choice in
        backends.transcriber = try WhisperTranscriber(
          home, hears: WhisperTranscriber.hears(choice, backends))
      },
      BackendRow(
        .align, identity(PhonemeCTC.type, PhonemeCTC.model),
        "Lays words onto the singing by the phonemes that a network hears, on the CPU.",
        model: model(PhonemeCTC.model)
      ) { backends, _ in backends.aligner = .sound(try PhonemeCTC(home)) },
    ]
    return registry
  }
}
