import Glibc
package import VoimoBase
package import VoimoEngine
import VoimoSignal

/// Parts the song into vocals and accompaniment; only when somebody asks for them.
package struct StemsStep: Step {
  /// Who parts them; its identity enters the key.
  package var separator: any StemSeparator

  package init(separator: any StemSeparator) { self.separator = separator }

  package var kind: StepKind { StageRegistry.stems.kind }

  package var inputs: [StepInput] { [Self.song, Self.signals] }

  /// The name of the step.
  package static let id = StageRegistry.stems.id
  /// The voice, as a sound file.
  package static let vocals = StepOutput(id, "vocals")
  /// All but the voice, as a sound file.
  package static let accompaniment = StepOutput(id, "accompaniment")
  /// A `StemsNote`.
  package static let note = StepOutput.value(of: id)

  private static let song = StepInput("audio", from: AudioStep.sound)
  private static let signals = StepInput("signals", from: FeaturesStep.signals)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("separator", separator.identity.text)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let signals = try Signals(decoding: context.bytes(of: Self.signals))
    let vocals = context.path(Self.vocals.name)
    let accompaniment = context.path(Self.accompaniment.name)
    let facts = try await separator.separate(
      song: context.inputPath(Self.song), signals: signals, vocals: vocals,
      accompaniment: accompaniment
    ) { done, total in
      try context.checkCancellation()
      context.progress(done, of: total, unit: "seconds of sound")
    }
    let note = StemsNote(facts, separator: separator.identity.text)
    return StepProduct(
      outputs: [
        Self.vocals.name: .file(path: vocals), Self.accompaniment.name: .file(path: accompaniment),
      ],
      value: try ArtifactJSON.encode(note), warnings: note.warnings)
  }
}

/// What is worth knowing of a song's stems without opening them.
package struct StemsNote: Codable, Sendable, Hashable {
  /// In Hz.
  package var sampleRate: Int
  /// Samples in each channel of each stem: the song's.
  package var samples: Int
  /// Who made them: `builtin 1`.
  package var separator: String
  /// Whether both channels of the song are the same throughout.
  package var isMono: Bool
  /// Level of the vocals relative to the song in dB, in tenths; none where there are no vocals.
  package var vocalLevel: Double?

  package init(_ facts: StemFacts, separator: String) {
    self.separator = separator
    sampleRate = facts.sampleRate
    samples = facts.samples
    isMono = facts.isMono
    // Below −60 dB nobody is heard.
    vocalLevel =
      facts.vocalShare > 1e-6 ? (100 * log10(facts.vocalShare)).rounded() / 10 : nil
  }

  /// What a user should know before using them.
  package var warnings: [String] {
    guard vocalLevel != nil else { return ["no voice was found: the vocals are silent"] }
    guard isMono else { return [] }
    return ["the song is mono: without a stereo picture the vocals are less clean"]
  }
}
