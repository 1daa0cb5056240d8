import Foundation
import VoimoBase
import VoimoMedia
import VoimoSignal
import VoimoStages

extension Session {
  /// Mixes a click on every beat over the song and writes that as 24-bit FLAC.
  ///
  /// Whether an older file of that name may be replaced is for `WriteGuard` to say.
  ///
  /// - Parameters:
  ///   - path: Where to; an older file is replaced once the new one is whole.
  ///   - progress: Is told how many seconds of how many are written.
  /// - Throws: `KitError` for what is not built yet, and for what can't be written.
  package func writeClicks(
    to path: String, progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    let beats = try value(SongBeats.self, of: FeaturesStep.beats)
    let song = try file(of: AudioStep.sound)
    try UserFile.replace(path) { (fresh) throws(KitError) in
      do {
        try Self.mixClicks(beats, over: song, to: fresh.path, progress)
      } catch {
        // The sentence names the file that was asked for, not the one that is written first.
        var error = KitError(explaining: error)
        error.sentence = error.sentence.replacing(fresh.path, with: path)
        throw error
      }
    }
  }

  /// Lends the song with its clicks as a file that is gone afterwards.
  ///
  /// - Throws: `KitError`, and what `body` throws.
  package func withClicks(
    progress: (_ done: Int, _ total: Int) -> Void, _ body: (_ path: String) throws -> Void
  ) throws {
    let path = NSTemporaryDirectory() + "/voimo-clicks-\(UUID().uuidString).flac"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try writeClicks(to: path, progress: progress)
    try body(path)
  }

  private static func mixClicks(
    _ beats: SongBeats, over song: String, to path: String,
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    var reader = try SoundReader(path: song)
    let rate = reader.sampleRate
    let total = reader.samples / rate
    let clicks = ClickTrack(
      sampleRate: rate, beats: beats.beats.map { Seconds($0) },
      downbeats: beats.downbeats.map { Seconds($0) })
    var writer = try SoundWriter(
      path: path, sampleRate: rate, format: .flac, comment: ExportMark.open)
    try reader.forEachBlock { block in
      var block = block
      clicks.mix(left: &block.left, right: &block.right, start: block.start)
      try writer.write(block)
      progress((block.start + block.count) / rate, total)
    }
    _ = try writer.finish()
    try ExportMark.seal(path)
  }
}
