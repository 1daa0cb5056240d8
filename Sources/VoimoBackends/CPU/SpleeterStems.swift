package import VoimoEngine
import VoimoMedia
import VoimoSignal
package import VoimoStages

/// Parts voice and accompaniment with Spleeter's network of two stems (Hennequin and others 2020),
/// in the worker.
///
/// The network hears 44.1 kHz; a song of another rate is brought there, and its voice back. The
/// accompaniment is the song minus the vocals, so the two add up to the song but for the rounding
/// of one float.
package struct SpleeterStems: StemSeparator {
  /// The type's name in `backends:`.
  package static let type = "spleeter"
  static let model = "spleeter"

  package let identity: BackendIdentity
  private let home: ModelHome

  /// Takes the model that is installed.
  ///
  /// - Throws: `BackendError.missing`.
  package init(_ home: ModelHome) throws {
    self.home = home
    identity = BackendIdentity(
      type: Self.type, behaviour: 1, models: [try home.model(Self.model)])
  }

  package var stems: [StemName] { [.vocals, .accompaniment] }

  package var needs: StepNeeds { StepNeeds(cores: 1, slot: WorkerPool.slot) }

  private struct Parameters: Encodable, Sendable {
    var input: String
    var folder: String
    var stems = 2
  }

  private struct Reply: Decodable, Sendable {
    struct Stems: Decodable, Sendable { var vocals: WorkerFile }
    var frames: Int
    var rate: Int
    var stems: Stems
  }

  private static let rate = 44_100

  package func separate(_ song: String, _ work: Work) async throws -> [StemName: String] {
    let worker = try WorkerPool.worker(of: home)
    let input = try Self.at44100(song, work)
    let reply = try await worker.call(
      "separate", Parameters(input: input, folder: work.folder), as: Reply.self, work)
    let voice = try reply.stems.vocals.checked(in: work.folder)
    return try Self.stems(of: song, voice: voice, work)
  }

  /// The song's file, or a copy of it at the network's rate.
  private static func at44100(_ song: String, _ work: Work) throws -> String {
    var reader = try SoundReader(path: song)
    guard reader.sampleRate != rate else { return song }
    let path = work.path("song-44100")
    var writer = try SoundWriter(path: path, sampleRate: rate)
    let resampler = try Resampler(from: reader.sampleRate, to: rate)
    try reader.forEachBlock { block in
      try work.checkCancellation()
      try writer.write(resampler.push(block))
    }
    try writer.write(resampler.finish())
    _ = try writer.finish()
    return path
  }

  /// The voice as long as the song and at its rate, and the rest.
  static func stems(of song: String, voice: String, _ work: Work) throws -> [StemName: String] {
    let reader = try SoundReader(path: song)
    var sung = try SoundReader(path: voice)
    guard sung.sampleRate == rate else {
      throw BackendError.wrongResult("the model worker has made vocals at \(sung.sampleRate) Hz")
    }
    let length = (reader.samples * rate + reader.sampleRate - 1) / reader.sampleRate
    guard sung.samples == length else {
      throw BackendError.wrongResult(
        "the model worker has made vocals of \(sung.samples) samples; the song has \(length)")
    }
    let (vocals, accompaniment) = (work.path("vocals"), work.path("accompaniment"))
    var parts = try StemFiles(song: song, vocals: vocals, accompaniment: accompaniment)
    if sung.sampleRate == reader.sampleRate {
      try sung.forEachBlock { block in
        try work.checkCancellation()
        try parts.write(left: block.left, right: block.right)
      }
    } else {
      let resampler = try Resampler(from: rate, to: reader.sampleRate)
      try sung.forEachBlock { block in
        try work.checkCancellation()
        let made = try resampler.push(block)
        try parts.write(left: made.left, right: made.right)
      }
      let rest = try resampler.finish()
      try parts.write(left: rest.left, right: rest.right)
    }
    try parts.finish()
    return [.vocals: vocals, .accompaniment: accompaniment]
  }
}
