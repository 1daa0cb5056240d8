package import VoimoBase
package import VoimoEngine
import VoimoLyrics
import VoimoSignal

/// Writes down what is sung, where the user gives no words.
package struct TranscriptStep: Step {
  /// Who writes it down; its identity enters the key.
  package var transcriber: any Transcriber
  /// What is sung, as the project says; nil lets the transcriber find out.
  package var language: String?
  /// The song's file as the user wrote it, for messages.
  package var name: String

  package init(transcriber: any Transcriber, language: String?, name: String) {
    self.transcriber = transcriber
    self.language = language
    self.name = name
  }

  package var kind: StepKind { StageRegistry.transcript.kind }

  package var inputs: [StepInput] {
    switch transcriber.hears {
    case .vocals: [Self.song, Self.vocals]
    case .mix: [Self.song, Self.signals]
    }
  }

  /// The name of the step.
  package static let id = StageRegistry.transcript.id
  /// What was heard, without what was left out: a `Transcript`.
  package static let transcript = StepOutput.value(of: id)

  private static let song = StepInput("audio", from: AudioStep.sound)
  private static let vocals = StepInput("vocals", from: StemsStep.vocals)
  private static let signals = StepInput("signals", from: FeaturesStep.signals)

  package func walkParameters(_ walk: inout ParameterWalk) {
    transcriber.identity.walk(as: "transcriber", &walk)
    walk.field("hears", transcriber.hears.rawValue)
    walk.field("language", language)
  }

  package var needs: StepNeeds { transcriber.needs }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let song = context.inputPath(Self.song)
    let (sound, level): (String, [Float])
    switch transcriber.hears {
    case .vocals:
      sound = context.inputPath(Self.vocals)
      level = try VoiceLevel.values(vocals: sound, song: song, context.work)
    case .mix:
      sound = song
      level = try Signals(decoding: context.bytes(of: Self.signals))[.vocal]
    }
    let pieces = SungPieces.pieces(level: level, rate: Double(VoiceLevel.rate))
    var heard = Transcript(language: language ?? LyricLanguage.guess([]))
    if !pieces.isEmpty {
      heard = try await transcriber.transcribe(
        sound, language: language, in: pieces, context.work)
      do {
        try heard.check(duration: Seconds(Double(level.count) / Double(VoiceLevel.rate)))
      } catch {
        throw BackendError.wrongResult(
          "\(transcriber.identity.text) has written down what cannot be: \(error)")
      }
    }
    let filtered = TranscriptFilter.filter(heard, level: level, rate: Double(VoiceLevel.rate))
    return StepProduct(
      value: try ArtifactJSON.encode(filtered.kept),
      warnings: TranscriptDoubts.warnings(filtered, song: name).map(LyricsStep.sentence))
  }
}
