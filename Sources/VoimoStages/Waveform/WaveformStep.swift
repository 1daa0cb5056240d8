import VoimoBase
import VoimoCharts
package import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Draws the song: peaks and level, beats and bars, sections in color with their labels.
package struct WaveformStep: Step {
  package var title: String

  package init(title: String) { self.title = title }

  package var kind: StepKind { StageRegistry.stage("waveform").kind }

  package var inputs: [StepInput] {
    [
      StepInput("audio", from: "audio", "audio"),
      StepInput("beats", from: "features", StepInput.value),
      StepInput("signals", from: "features", "signals"),
      StepInput("structure", from: "structure", StepInput.value),
    ]
  }

  package func walkParameters(_ walk: inout ParameterWalk) { walk.field("title", title) }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let beats = try context.value(SongBeats.self, of: "beats")
    let structure = try context.value(SongStructure.self, of: "structure")
    var reader = try SoundReader(path: context.inputPath("audio"))
    var builder = WaveformPeaks.Builder(sampleRate: reader.sampleRate)
    try reader.forEachBlock { block in
      try context.checkCancellation()
      unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { right in
          unsafe builder.push(left: left, right: right)
        }
      }
    }
    let peaks = builder.finish()
    var picture = SongPicture(peaks: peaks)
    picture.title = title
    picture.beats = zip(beats.beats, beats.strengths).map {
      Beat(time: Seconds($0), confidence: $1)
    }
    picture.downbeats = beats.downbeats.map { Seconds($0) }
    picture.vocal = try Signals(decoding: context.bytes(of: "signals"))[.vocal]
    picture.sections = structure.sections.map {
      SongPicture.Stretch(
        label: $0.name.description, start: $0.start, end: $0.end, confidence: $0.confidence)
    }
    let drawing = picture.overview(width: 1600, height: 400)
    return StepProduct(
      outputs: [
        "image": .bytes(try PNGFile.encode(drawing.pixels())),
        "peaks": .bytes(peaks.encode()),
      ])
  }
}
