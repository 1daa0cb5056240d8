package import VoimoBase
import VoimoCharts
package import VoimoEngine
package import VoimoMedia
import VoimoSignal

/// Draws the song: peaks and level, beats and bars, sections in color with their labels.
package struct WaveformStep: Step {
  package var title: String
  /// What the picture is set in; nil where no font is installed, and it has no words.
  package var typeface: Typeface?

  package init(title: String, typeface: Typeface?) {
    self.title = title
    self.typeface = typeface
  }

  package var kind: StepKind { StageRegistry.waveform.kind }

  package var inputs: [StepInput] { [Self.song, Self.beats, Self.signals, Self.structure] }

  /// The name of the step.
  package static let id = StageRegistry.waveform.id
  /// The picture, as PNG.
  package static let picture = StepOutput(id, "image")
  /// The song's outline: `WaveformPeaks`.
  package static let peaks = StepOutput(id, "peaks")

  private static let song = StepInput("audio", from: AudioStep.sound)
  private static let beats = StepInput("beats", from: FeaturesStep.beats)
  private static let signals = StepInput("signals", from: FeaturesStep.signals)
  private static let structure = StepInput("structure", from: StructureStep.structure)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("title", title)
    walk.fonts(of: typeface)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let beats = try context.value(SongBeats.self, of: Self.beats)
    let structure = try context.value(SongStructure.self, of: Self.structure)
    var reader = try SoundReader(path: context.inputPath(Self.song))
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
    picture.vocal = try Signals(decoding: context.bytes(of: Self.signals))[.vocal]
    picture.sections = structure.sections.map { $0.named($0.name.description) }
    let type = try typeface.map { try TypeSetter($0, for: picture.texts) }
    picture.ruler = TextRuler(type)
    let drawing = picture.overview(width: 1600, height: 400)
    return StepProduct(
      outputs: [
        Self.picture.name: .bytes(try PNGFile.encode(drawing.pixels(type))),
        Self.peaks.name: .bytes(peaks.encode()),
      ])
  }
}
