import Glibc
import VoimoBase
import VoimoMedia
import VoimoSignal
import VoimoStages

extension Session {
  /// Mixes a click on every beat over the song and writes that as 24-bit FLAC.
  ///
  /// - Parameters:
  ///   - path: Where to; an older file of that name is replaced once the new one is whole.
  ///   - progress: Is told how many seconds of how many are written.
  /// - Throws: `KitError` for what is not made yet, and for what can't be written.
  package func writeClicks(to path: String, progress: (_ done: Int, _ total: Int) -> Void) throws {
    let beats = try value(SongBeats.self, of: "features")
    let fresh = "\(path).\(getpid()).part"
    do {
      var reader = try SoundReader(path: file(of: "audio", "audio"))
      let rate = reader.sampleRate
      let total = reader.samples / rate
      let clicks = ClickTrack(
        sampleRate: rate, beats: beats.beats.map { Seconds($0) },
        downbeats: beats.downbeats.map { Seconds($0) })
      var writer = try SoundWriter(path: fresh, sampleRate: rate, format: .flac)
      try reader.forEachBlock { block in
        var block = block
        clicks.mix(left: &block.left, right: &block.right, start: block.start)
        try writer.write(block)
        progress((block.start + block.count) / rate, total)
      }
      _ = try writer.finish()
    } catch let error as MediaError {
      unsafe unlink(fresh)
      throw KitError(.buildFailed, error.sentence)
    }
    guard unsafe rename(fresh, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      unsafe unlink(fresh)
      throw KitError(.buildFailed, "cannot write \(path): \(reason)")
    }
  }
}
