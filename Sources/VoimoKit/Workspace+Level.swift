import Foundation
import VoimoBase
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

extension Workspace {
  /// What is doubtful about the song's sound: places that can't be read, silence, clipping, an
  /// offset, one side missing.
  ///
  /// Decodes the song, its first ten minutes at most: some tenths of a second for a song.
  ///
  /// - Returns: the problems, and the song's length where all of it was decoded.
  func levelProblems() -> (problems: [Diagnostic], duration: Seconds?) {
    struct Enough: Error {}
    var meter: LoudnessMeter?
    var problems: [Diagnostic] = []
    var duration: Seconds?
    func add(_ severity: Diagnostic.Severity, _ id: String, _ sentence: String) {
      problems.append(
        Diagnostic(
          severity, .init(id: id, text: "audio: \(sentence)"), file: source.name,
          span: project.span(of: "audio")))
    }
    do {
      let song = try reading.open(resolve(project.audio.path), stream: project.audio.stream)
      let rate = song.file.sampleRate
      meter = LoudnessMeter(sampleRate: rate)
      let summary = try song.decode(tick: {}) { block in
        unsafe block.left.withUnsafeBufferPointer { left in
          unsafe block.right.withUnsafeBufferPointer { right in
            unsafe meter?.push(left: left, right: right)
          }
        }
        if block.start + block.count > 600 * rate { throw Enough() }
      }
      duration = Seconds(Double(summary.samples) / Double(rate))
      for warning in summary.warnings { add(.warning, "damaged-audio", warning) }
    } catch is Enough {
      // Ten minutes say enough of the level.
    } catch let error as MediaError {
      add(.error, Self.id(of: error), error.sentence)
    } catch {
      preconditionFailure("decoding throws nothing else: \(error)")
    }
    for sentence in meter.map({ LevelDoubts.sentences($0.loudness) }) ?? [] {
      add(.warning, "doubtful-level", sentence)
    }
    return (problems, duration)
  }
}
