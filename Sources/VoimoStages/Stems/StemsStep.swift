import Glibc
package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Parts the song into vocals and accompaniment; only when somebody asks for them.
package struct StemsStep: Step {
  /// Who parts them; its identity enters the key.
  package var separator: any StemSeparator

  package init(separator: any StemSeparator) { self.separator = separator }

  package var kind: StepKind { StageRegistry.stems.kind }

  package var inputs: [StepInput] { [Self.song] }

  /// The name of the step.
  package static let id = StageRegistry.stems.id
  /// The voice, as a sound file.
  package static let vocals = StepOutput(id, "vocals")
  /// All but the voice, as a sound file.
  package static let accompaniment = StepOutput(id, "accompaniment")
  /// A `StemsNote`.
  package static let note = StepOutput.value(of: id)

  private static let song = StepInput("audio", from: AudioStep.sound)

  package func walkParameters(_ walk: inout ParameterWalk) {
    separator.identity.walk(as: "separator", &walk)
  }

  package var needs: StepNeeds { separator.needs }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let song = context.inputPath(Self.song)
    var stems = try await separator.separate(song, context.work)
    guard let vocals = stems.removeValue(forKey: .vocals) else {
      throw BackendError.wrongResult("\(separator.identity.text) has made no vocals")
    }
    // In a fixed order, so that the sum is the same to the last bit.
    let others = StemName.allCases.compactMap { stems[$0] }
    let accompaniment = stems[.accompaniment] ?? context.path("sum")
    let check = StemCheck(song: song, separator: separator.identity.text)
    for stem in [vocals] + others { try check.sameLength(stem) }
    if stems[.accompaniment] == nil {
      try StemCheck.sum(of: others, to: accompaniment, context.work)
    }
    let note = try check.note(vocals: vocals, context.work)
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

  package init(
    sampleRate: Int, samples: Int, separator: String, isMono: Bool, vocalShare: Double
  ) {
    self.separator = separator
    self.sampleRate = sampleRate
    self.samples = samples
    self.isMono = isMono
    // Below −60 dB nobody is heard.
    vocalLevel = vocalShare > 1e-6 ? (100 * log10(vocalShare)).rounded() / 10 : nil
  }

  /// What a user should know before using them.
  package var warnings: [String] {
    guard vocalLevel != nil else { return ["no voice was found: the vocals are silent"] }
    guard isMono else { return [] }
    return ["the song is mono: without a stereo picture the vocals are less clean"]
  }
}
