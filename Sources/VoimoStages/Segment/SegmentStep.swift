package import VoimoBase
package import VoimoEngine
package import VoimoMedia
import VoimoPaint
import VoimoProject
import VoimoSignal

/// Encodes a shot's frames as one closed-GOP segment of H.264: draws them as they are encoded, or
/// reads those that were kept; fades and burned-in words are laid over them here, whoever made
/// them.
package struct SegmentStep: Step {
  package var frames: ShotFrames
  package var shot: Shot
  package var video: VideoSettings
  /// Which encoder makes the segment.
  package var encoder: String
  /// The picture of the keyframe that the shot's tail fades into; nil for a cut.
  package var nextPicture: StepOutput?
  /// How many of the whole shot's last frames fade.
  package var fadeFrames: Int
  /// What is sung during the shot, to be burned in; nil where nothing is.
  package var burn: BurnedWords?
  /// How the film comes out of black and goes into it, as far as this shot's frames show it.
  package var pictureFade: PictureFade

  /// Words to draw onto the frames, and the fonts to set them in.
  package struct BurnedWords: Sendable {
    /// An ASS script in the song's clock, or nothing.
    package var script: StepOutput
    /// The main font, then those for characters that it lacks.
    package var fonts: [FontFile]

    package init(script: StepOutput, fonts: [FontFile]) {
      self.script = script
      self.fonts = fonts
    }
  }

  package init(
    frames: ShotFrames, shot: Shot, video: VideoSettings, encoder: String,
    nextPicture: StepOutput?, fadeFrames: Int, burn: BurnedWords?,
    pictureFade: PictureFade = PictureFade()
  ) {
    self.frames = frames
    self.shot = shot
    self.video = video
    self.encoder = encoder
    self.nextPicture = nextPicture
    self.fadeFrames = nextPicture == nil ? 0 : fadeFrames
    self.burn = burn
    self.pictureFade = pictureFade.touching(shot.visibleStart..<shot.visibleEnd)
  }

  package var kind: StepKind { StageRegistry.segment.kind }

  package var inputs: [StepInput] {
    frames.inputs(of: shot) + [nextInput, words].compactMap(\.self)
  }

  /// The name of the step for a shot, of the film or of one of its renditions.
  package static func id(of shot: Shot, in scope: FilmScope = .film) -> StepID {
    scope.id(StageRegistry.segment, shot.name)
  }

  /// The shot's seen frames as H.264.
  package static func segment(of shot: Shot, in scope: FilmScope = .film) -> StepOutput {
    segment(of: id(of: shot, in: scope))
  }

  /// What a step of the kind makes.
  package static func segment(of id: StepID) -> StepOutput { StepOutput(id, name) }

  private static let name = "segment"

  private var nextInput: StepInput? { nextPicture.map { StepInput("next picture", from: $0) } }
  private var words: StepInput? { burn.map { StepInput("words", from: $0.script) } }

  package func walkParameters(_ walk: inout ParameterWalk) {
    frames.walk(&walk)
    walk.field("encoder", encoder)
    walk.field("width", video.width)
    walk.field("height", video.height)
    walk.field("fps", video.frameRate.description)
    walk.field("crf", video.crf)
    walk.field("preset", video.preset.rawValue)
    walk.field("gop", video.gop)
    walk.field("start frame", shot.start)
    walk.field("end frame", shot.end)
    walk.field("first visible frame", shot.visibleStart)
    walk.field("visible end frame", shot.visibleEnd)
    walk.field("fade frames", fadeFrames)
    for (index, font) in (burn?.fonts ?? []).enumerated() {
      let name = index == 0 ? "font" : "font \(index + 1)"
      walk.field(name, font.hash)
      if font.face > 0 { walk.field("\(name) face", font.face) }
    }
    // Words set line by line, with characters beyond U+FFFF; they were set otherwise before.
    if burn != nil { walk.field("typesetting", 3) }
    pictureFade.walk(&walk)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(
      count: shot.visibleCount, unit: "frames", size: video.width * video.height,
      manner: "\(frames.manner) \(video.preset.rawValue)")
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let size = PictureSize(width: video.width, height: video.height)
    var source = try frames.source(of: shot, size: size, rate: video.frameRate, context)
    let words = try burnedIn(context)
    var fade = try nextInput.map { try FrameFade(into: context.bytes(of: $0), size: size) }
    let path = context.path(Self.name)
    var encoder = try SegmentEncoder(path: path, settings: video, frames: shot.visibleCount)
    for frame in shot.visibleStart..<shot.visibleEnd {
      try context.checkCancellation()
      let share = fadeShare(ofFrame: frame)
      try encoder.encode { target in
        if share > 0, fade != nil {
          try fade?.mix(share, into: target) { try source.draw(frame, into: $0) }
        } else {
          try source.draw(frame, into: target)
        }
        words?.draw(at: video.frameRate.time(ofFrame: frame), onto: target)
        target.fade(to: pictureFade.gain(ofFrame: frame))
      }
      context.progress(
        frame - shot.visibleStart + 1, of: shot.visibleCount, unit: "frames")
    }
    _ = try encoder.finish()
    return StepProduct(
      outputs: [Self.name: .file(path: path)],
      warnings: (words?.warnings ?? []).map { "drawing the words: \($0)" })
  }

  private func burnedIn(_ context: StepContext) throws -> SubtitleRenderer? {
    guard let burn, let words else { return nil }
    let script = try context.bytes(of: words)
    guard !script.isEmpty else { return nil }
    return try SubtitleRenderer(
      script: script, width: video.width, height: video.height, fonts: burn.fonts)
  }

  /// How much of the next shot's picture is seen at a frame of the song's grid, from 0 to 1.
  private func fadeShare(ofFrame frame: Int) -> Double {
    let start = shot.end - fadeFrames
    guard frame >= start, fadeFrames > 0 else { return 0 }
    return Double(frame - start + 1) / Double(fadeFrames + 1)
  }
}

/// The tail of a shot while it dissolves into the picture that the next one starts from.
private struct FrameFade {
  private let next: PlanarPicture
  private var own: PlanarPicture

  /// Reads the next picture and brings it to the film's size.
  init(into picture: [UInt8], size: PictureSize) throws {
    next = try PictureConversion.planar(
      PictureArtifact.fitted(PictureArtifact.decode(picture), to: size))
    own = PlanarPicture(width: size.width, height: size.height)
  }

  /// Mixes a frame with the next picture.
  mutating func mix(
    _ share: Double, into target: PlanarTarget, _ draw: (PlanarTarget) throws -> Void
  ) throws {
    try own.withTarget { try draw($0) }
    Crossfade(progress: share).mix(from: own, to: next, into: target)
  }
}
