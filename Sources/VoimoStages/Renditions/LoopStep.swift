package import VoimoBase
package import VoimoEngine
package import VoimoMedia
import VoimoPaint
import VoimoSignal

/// Makes a part of a film a loop without a seam: its last frames dissolve into those that come
/// before its first one, so that the last goes on into the first.
package struct LoopStep: Step {
  /// All that is read: what comes before the loop, and the loop.
  package var pictures: RenditionPictures
  /// How many frames dissolve; 0 where the film has no more than the loop.
  package var dissolve: Int
  package var video: VideoSettings
  /// Which encoder makes the segment.
  package var encoder: String

  package init(
    pictures: RenditionPictures, dissolve: Int, video: VideoSettings, encoder: String
  ) {
    self.pictures = pictures
    self.dissolve = dissolve
    self.video = video
    self.encoder = encoder
  }

  /// The frames that a loop of some frames is made of, and how many of them dissolve: half a
  /// second, at most a quarter of the loop.
  ///
  /// Where the film has too little before the loop, the loop begins that much later.
  static func source(of loop: Range<Int>, in list: ShotList) -> (all: Range<Int>, dissolve: Int) {
    let wished = min(list.frameRate.nearestFrame(to: 0.5), loop.count / 4)
    let before = min(wished, loop.lowerBound - list.start)
    let behind = min(wished - before, list.end - loop.upperBound)
    return (loop.lowerBound - before..<loop.upperBound + behind, before + behind)
  }

  package var kind: StepKind { StageRegistry.loop.kind }

  package var inputs: [StepInput] { pictures.inputs }

  /// The name of the step of a rendition.
  package static func id(in scope: FilmScope) -> StepID { scope.id(StageRegistry.loop) }

  /// The loop as H.264.
  package static func segment(in scope: FilmScope) -> StepOutput {
    SegmentStep.segment(of: id(in: scope))
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    pictures.walk(&walk)
    walk.field("dissolve", dissolve)
    walk.field("encoder", encoder)
    walk.field("crf", video.crf)
    walk.field("preset", video.preset.rawValue)
    walk.field("gop", video.gop)
  }

  /// How many frames the loop has.
  package var count: Int { pictures.frames.count - dissolve }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(
      count: count, unit: "frames", size: pictures.size.area, manner: video.preset.rawValue)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let path = context.path("loop")
    var encoder = try SegmentEncoder(path: path, settings: video, frames: count)
    // What comes before the loop waits for the loop's end.
    var before: [PlanarPicture] = []
    var done = 0
    try pictures.forEach(context) { picture in
      if before.count < dissolve {
        before.append(picture)
        return
      }
      let left = count - done
      try encoder.encode { target in
        guard left <= dissolve else { return picture.copy(to: target) }
        let share = Double(dissolve - left + 1) / Double(dissolve + 1)
        Crossfade(progress: share).mix(from: picture, to: before[dissolve - left], into: target)
      }
      done += 1
      context.progress(done, of: count, unit: "frames")
    }
    _ = try encoder.finish()
    return StepProduct(outputs: [Self.segment(in: .film).name: .file(path: path)])
  }
}
