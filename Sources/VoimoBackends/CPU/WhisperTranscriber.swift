package import VoimoBase
package import VoimoEngine
package import VoimoLyrics
import VoimoProject
package import VoimoStages

/// Writes down what is sung with Whisper (Radford and others 2022), in the worker.
package struct WhisperTranscriber: Transcriber {
  /// The type's name in `backends:`.
  package static let type = "whisper"
  static let model = "whisper-base"
  /// The setting that says what it listens to: `vocals` or `mix`.
  static let setting = "input"

  package let identity: BackendIdentity
  package let hears: HeardSound
  private let home: ModelHome

  /// Takes the model that is installed.
  ///
  /// - Throws: `BackendError.missing`.
  package init(_ home: ModelHome, hears: HeardSound) throws {
    self.home = home
    self.hears = hears
    identity = BackendIdentity(
      type: Self.type, behaviour: 1, models: [try home.model(Self.model)])
  }

  /// What a project wants it to listen to: the vocals, where a network parts them, unless told.
  ///
  /// - Throws: `BackendError.refused` for another word.
  static func hears(_ choice: BackendChoice, _ backends: Backends) throws -> HeardSound {
    guard let text = choice.settings[setting]?.text else {
      return backends.stems.identity.models.isEmpty ? .mix : .vocals
    }
    guard let hears = HeardSound(rawValue: text) else {
      let words = HeardSound.allCases.map(\.rawValue).joined(separator: " or ")
      throw BackendError.refused("backends.transcribe.\(setting): \(text) is not \(words)")
    }
    return hears
  }

  package var needs: StepNeeds { StepNeeds(cores: 1, slot: WorkerPool.slot) }

  private struct Parameters: Encodable, Sendable {
    var input: String
    var model = "base"
    var language: String?
    var pieces: [[Double]]
  }

  package func transcribe(
    _ sound: String, language: String?, in pieces: [Range<Seconds>], _ work: Work
  ) async throws -> Transcript {
    // Whisper knows languages, not regions: `pt` of `pt-BR`.
    let language = language.map { String($0.prefix { $0 != "-" }).lowercased() }
    return try await WorkerPool.worker(of: home).call(
      "transcribe",
      Parameters(
        input: sound, language: language,
        pieces: pieces.map { [$0.lowerBound.value, $0.upperBound.value] }),
      as: Transcript.self, work)
  }
}
