import Foundation
import VoimoBase
package import VoimoEngine
package import VoimoLyrics
import VoimoProject
package import VoimoStages

/// Lays words over a song by the phonemes that a network hears in it: no separation, on a plain
/// CPU.
///
/// The network runs in the worker; the words become phonemes by `espeak-ng`, or by rules for
/// English where that is not installed, and the two are brought together by voimo's own search.
package struct PhonemeCTC: SongAligner {
  /// The type's name in `backends:`.
  package static let type = "ctc"
  static let model = "hama"

  package let identity: BackendIdentity
  private let home: ModelHome
  private let espeak: Espeak?

  /// Takes the model that is installed.
  ///
  /// - Throws: `BackendError.missing`.
  package init(_ home: ModelHome) throws {
    self.home = home
    espeak = Espeak()
    let speech = espeak.map { "espeak-ng \($0.version)" } ?? "letters"
    identity = BackendIdentity(
      type: Self.type, behaviour: 1,
      models: [try home.model(Self.model), ModelIdentity(name: speech)])
  }

  package var needs: StepNeeds { StepNeeds(cores: 1, slot: WorkerPool.slot) }

  private struct Parameters: Encodable, Sendable {
    var input: String
    var folder: String
  }

  private struct Reply: Decodable, Sendable {
    var file: WorkerFile
    var frames: Int
    var tokens: [String]
    var blank: Int
    var hop: Double
    var start: Double
  }

  package func align(
    _ stanzas: [Stanza], name: String, language: String?, to song: String, _ work: Work
  ) async throws -> AlignedLyrics {
    let language = language ?? LyricLanguage.guess(stanzas)
    let worker = try WorkerPool.worker(of: home)
    let reply = try await worker.call(
      "emissions", Parameters(input: song, folder: work.folder), as: Reply.self, work)
    let path = try reply.file.checked(in: work.folder)
    let emissions = try Self.emissions(reply, path)
    let said = try await espeak?.spoken(stanzas, language: language, work)
    if said == nil { work.log("the words are said by rules for English spelling") }
    var aligned = PhonemeAligner().align(
      stanzas, spoken: said ?? LetterSounds.spoken(stanzas), name: name, to: emissions)
    if said == nil, !language.lowercased().hasPrefix("en") {
      aligned.warnings.append(
        Diagnostic(.warning, .spelledAsEnglish(language), file: name))
    }
    return aligned
  }

  private static func emissions(_ reply: Reply, _ path: String) throws -> Emissions {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw BackendError.wrongResult("the model worker has made no file of what it heard")
    }
    do {
      let emissions = try Emissions(
        bytes: [UInt8](bytes), tokens: reply.tokens, blank: reply.blank, hop: reply.hop,
        start: reply.start)
      guard emissions.frames == reply.frames else {
        throw BackendError.wrongResult(
          "the model worker says it heard \(reply.frames) frames; it gives \(emissions.frames)")
      }
      return emissions
    } catch let fault as Emissions.Fault {
      throw BackendError.wrongResult("what the model worker heard cannot be used: \(fault)")
    }
  }
}

extension Diagnostic.Message {
  /// Words of another language are read as if they were English.
  static func spelledAsEnglish(_ language: String) -> Self {
    Self(
      id: "spelled-as-english",
      text: "the words are read as English spelling, and they are of the language \(language)",
      hint: "apt-get install espeak-ng")
  }
}
