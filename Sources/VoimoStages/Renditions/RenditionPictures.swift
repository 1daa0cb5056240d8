package import VoimoBase
package import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Frames that are read back from segments: what outputs are made of that show what a film shows.
package struct RenditionPictures: Sendable, Hashable {
  /// A segment, and the frames of the song's grid that it holds.
  package struct Segment: Sendable, Hashable {
    package var output: StepOutput
    package var frames: Range<Int>

    package init(output: StepOutput, frames: Range<Int>) {
      self.output = output
      self.frames = frames
    }
  }

  /// In order, without a gap.
  package var segments: [Segment]
  /// Which of their frames are wanted.
  package var frames: Range<Int>
  package var frameRate: FrameRate
  /// What they are brought to.
  package var size: PictureSize

  package init(
    segments: [Segment], frames: Range<Int>, frameRate: FrameRate, size: PictureSize
  ) {
    self.segments = segments
    self.frames = frames
    self.frameRate = frameRate
    self.size = size
  }

  var inputs: [StepInput] { segments.map(input) }

  fileprivate func input(_ segment: Segment) -> StepInput {
    StepInput("segment \(segment.output.step.scope ?? "")", from: segment.output)
  }

  func walk(_ walk: inout ParameterWalk) {
    walk.field("start frame", frames.lowerBound)
    walk.field("end frame", frames.upperBound)
    walk.field("fps", frameRate.description)
    walk.field("width", size.width)
    walk.field("height", size.height)
    for (index, segment) in segments.enumerated() {
      walk.field(
        "segment \(index + 1)",
        "\(segment.output.step.scope ?? "") from \(segment.frames.lowerBound)")
    }
  }

  /// Reads the frames in order, one in memory at a time.
  ///
  /// - Parameters:
  ///   - context: Of the step that declares the inputs.
  ///   - body: Is lent each frame as it is in the segment.
  /// - Throws: what `RenditionReader` and `body` throw.
  func forEach(_ context: StepContext, _ body: (PlanarPicture) throws -> Void) throws {
    let reader = RenditionReader(self, context)
    for frame in frames { try body(reader.frame(frame)) }
  }

  /// A frame as a picture of the size that is wanted.
  func fitted(_ frame: PlanarPicture) throws -> RGBPicture {
    try PictureArtifact.fitted(PictureConversion.rgb(frame), to: size)
  }

  /// Draws a frame in the size that is wanted.
  func draw(_ frame: PlanarPicture, into target: PlanarTarget) throws {
    if frame.width == size.width, frame.height == size.height {
      frame.copy(to: target)
    } else {
      try PictureConversion.draw(fitted(frame), onto: target)
    }
  }
}

/// Gives frames of a rendition one by one, in order, and from the start again.
final class RenditionReader {
  private let pictures: RenditionPictures
  private let context: StepContext
  /// Segments that have not been opened, the next one last.
  private var waiting: [RenditionPictures.Segment] = []
  private var reader: SegmentFrames?
  private var picture = PlanarPicture(width: 2, height: 2)
  /// The frame of the song's grid that is read next.
  private var next = 0

  init(_ pictures: RenditionPictures, _ context: StepContext) {
    self.pictures = pictures
    self.context = context
    rewind()
  }

  /// Goes back to before the first frame.
  func rewind() {
    waiting = pictures.segments.reversed()
    reader = nil
  }

  /// A frame of the song's grid, behind the one that was given last.
  ///
  /// - Throws: `StageError` for one that no segment holds, `MediaError` when a segment has more or
  ///   fewer frames than it should, `CancellationError`.
  func frame(_ wanted: Int) throws -> PlanarPicture {
    while true {
      try context.checkCancellation()
      guard let reader else {
        try goOn(to: wanted)
        continue
      }
      // In place: a copy of each frame would cost as much as reading it.
      guard try picture.withTarget({ try reader.next(into: $0) }) else {
        self.reader = nil
        continue
      }
      next += 1
      if next - 1 == wanted { return picture }
    }
  }

  /// Opens the segment that holds a frame; those before it are not read.
  private func goOn(to wanted: Int) throws {
    while let segment = waiting.popLast() {
      guard wanted < segment.frames.upperBound else { continue }
      let opened = try SegmentFrames(
        Film.Segment(
          path: context.inputPath(pictures.input(segment)), frames: segment.frames.count))
      next = segment.frames.lowerBound
      picture = PlanarPicture(width: opened.width, height: opened.height)
      reader = opened
      return
    }
    throw StageError("the film does not have frame \(wanted)")
  }
}
