package import VoimoBase
package import VoimoEngine
package import VoimoMedia
import VoimoSignal

/// Draws a shot's frames and encodes them as they are drawn: one closed-GOP segment of H.264.
///
/// Painting costs less than reading frames back, so frames and segment are one step and nothing
/// lossless is stored.
package struct SegmentStep: Step {
  package var renderer: any ShotRenderer
  package var shot: Shot
  package var video: VideoSettings
  /// Which encoder makes the segment.
  package var encoder: String
  package var motion: ShotMotion
  /// What the shot's frames are drawn from: its keyframe's scene.
  package var scene: StepOutput
  /// The scene of the keyframe that the shot's tail fades into; nil for a cut.
  package var nextScene: StepOutput?
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
    renderer: any ShotRenderer, shot: Shot, video: VideoSettings, encoder: String,
    motion: ShotMotion, scene: StepOutput, nextScene: StepOutput?, fadeFrames: Int,
    burn: BurnedWords?,
    pictureFade: PictureFade = PictureFade()
  ) {
    self.renderer = renderer
    self.shot = shot
    self.video = video
    self.encoder = encoder
    self.motion = motion
    self.scene = scene
    self.nextScene = nextScene
    self.fadeFrames = nextScene == nil ? 0 : fadeFrames
    self.burn = burn
    self.pictureFade = pictureFade.touching(shot.visibleStart..<shot.visibleEnd)
  }

  package var kind: StepKind { StageRegistry.segment.kind }

  package var inputs: [StepInput] {
    [sceneInput] + [signals, nextSceneInput, words].compactMap(\.self)
  }

  /// The name of the step for a shot.
  package static func id(of shot: Shot) -> StepID { StageRegistry.segment.id(shot.name) }

  /// The shot's seen frames as H.264.
  package static func segment(of shot: Shot) -> StepOutput { StepOutput(id(of: shot), name) }

  private static let name = "segment"

  private var sceneInput: StepInput { StepInput("scene", from: scene) }
  /// What the song does; nil where the picture answers nothing of it.
  private var signals: StepInput? {
    motion.beat > 0 ? StepInput("signals", from: ShotsStep.signals(of: shot)) : nil
  }
  private var nextSceneInput: StepInput? { nextScene.map { StepInput("next scene", from: $0) } }
  private var words: StepInput? { burn.map { StepInput("words", from: $0.script) } }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("renderer", renderer.identity.text)
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
    walk.field("motion.zoom", motion.zoom)
    walk.field("motion.pan_x", motion.panX)
    walk.field("motion.pan_y", motion.panY)
    walk.field("motion.rotate", motion.rotate)
    walk.field("motion.push", motion.push)
    walk.field("motion.sway", motion.sway)
    walk.field("motion.beat", motion.beat)
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
      manner: video.preset.rawValue)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var frames = try renderer.frames(
      of: FramesRequest(
        scene: context.bytes(of: sceneInput), nextScene: nextSceneInput.map(context.bytes(of:)),
        width: video.width, height: video.height, motion: motion))
    let signals = try frameSignals(context)
    let words = try burnedIn(context)
    let path = context.path(Self.name)
    var encoder = try SegmentEncoder(path: path, settings: video, frames: shot.visibleCount)
    for frame in shot.visibleStart..<shot.visibleEnd {
      try context.checkCancellation()
      let moment = moment(ofFrame: frame, signals: signals?[frame - shot.start])
      try encoder.encode { target in
        try frames.paint(moment, into: target)
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

  /// What the song does at each of the whole shot's frames; nil where the picture answers nothing.
  private func frameSignals(_ context: StepContext) throws -> [FrameSignals]? {
    guard let signals else { return nil }
    guard let frames = FrameSignals.decode(try context.bytes(of: signals)),
      frames.count == shot.end - shot.start
    else { throw StageError("the signals of \(shot.name) do not cover its frames") }
    return frames
  }

  /// Where a frame of the song's grid lies in the shot; the crop changes nothing about it.
  private func moment(ofFrame frame: Int, signals: FrameSignals?) -> FrameMoment {
    let rate = video.frameRate
    let fadeStart = shot.end - fadeFrames
    return FrameMoment(
      time: rate.time(ofFrame: frame).value - rate.time(ofFrame: shot.start).value,
      fade: frame >= fadeStart && fadeFrames > 0
        ? Double(frame - fadeStart + 1) / Double(fadeFrames + 1) : 0,
      signals: signals ?? FrameSignals())
  }
}
