import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject

/// Lowers one film, the project's own or a rendition of it: the scope of shots, keyframes, frames,
/// segments, soundtrack and film.
struct FilmLowering {
  let recipe: FilmRecipe
  let scope: FilmScope
  /// Its shots, cropped to what it shows.
  let list: ShotList
  let form: FilmForm
  /// How each of its shots looks, in their order.
  let looks: [ResolvedLook]
  /// The picture of the musician's own that each shot starts from, in their order; nil where it is
  /// made.
  let own: [ShotPicture?]

  init(recipe: FilmRecipe, scope: FilmScope, list: ShotList, form: FilmForm) {
    self.recipe = recipe
    self.scope = scope
    self.list = list
    self.form = form
    let rate = list.frameRate
    looks = list.shots.map { shot in
      // Shots are cut where time ranges begin and end, so their middle says what they are in.
      recipe.project.look(
        of: shot.section,
        at: (rate.time(ofFrame: shot.start) + rate.time(ofFrame: shot.end)) * 0.5,
        shot: shot.index)
    }
    own = ShotPictures(recipe: recipe, list: list, looks: looks).all
  }

  var size: PictureSize { form.size }

  var project: Project { recipe.project }
  var backends: Backends { recipe.backends }

  // MARK: - Prompts

  /// The steps with the prompts of sections, and of time ranges and shots inside them.
  ///
  /// A shot that starts from a picture of the musician's own needs none.
  var promptNodes: [Node] {
    var seen: Set<StepID> = []
    return list.shots.indices.compactMap { index in
      let (shot, look) = (list.shots[index], looks[index])
      let id = promptID(of: shot, look)
      guard own[index] == nil, seen.insert(id).inserted else { return nil }
      return .step(id, PromptsStep(promptSource(of: shot.section, look)))
    }
  }

  func promptID(of shot: Shot, _ look: ResolvedLook) -> StepID {
    look.shot == nil
      ? PromptsStep.id(of: shot.section, range: look.range)
      : PromptsStep.id(of: shot)
  }

  /// Where a section's prompts come from: what stands in place of the written prompt is given, and
  /// then neither the writer nor the words decide anything.
  private func promptSource(of section: SectionID, _ look: ResolvedLook) -> PromptsStep.Source {
    func written(adding words: String?) -> PromptsStep.Source {
      .written(
        PromptsStep.Writing(
          writer: backends.prompts, label: section.label, theme: look.theme ?? "",
          lyrics: recipe.hasWords ? LinesStep.lines(of: section) : nil, addition: words))
    }
    return switch look.prompt {
    case nil: written(adding: nil)
    case .add(let words): written(adding: words)
    case .replace(let prompt): .given([prompt])
    case .travel(let prompts): .given(prompts)
    }
  }

  // MARK: - Frames

  /// The steps that make frames, segments, soundtrack and film.
  var nodes: [Node] { segmentNodes + soundtrackNodes + [filmNode] }

  /// The steps that make frames and segments.
  var segmentNodes: [Node] {
    list.shots.indices.flatMap { index in
      segmentNodes(at: index, next: index + 1 < list.shots.count ? index + 1 : nil)
    }
  }

  /// The steps that draw and encode a shot.
  private func segmentNodes(at index: Int, next: Int?) -> [Node] {
    let shot = list.shots[index]
    let (frames, kept) = frames(at: index)
    let fade = fadeFrames(from: shot, to: next.map { list.shots[$0] })
    let segment = SegmentStep(
      frames: frames, shot: shot, video: videoSettings, encoder: recipe.encoders.video,
      nextPicture: fade > 0 ? next.map { output(.picture, at: $0) } : nil, fadeFrames: fade,
      burn: burnedWords(of: shot),
      pictureFade: PictureFade(
        film: list.start..<list.end, fadeIn: form.pictureFadeIn, fadeOut: form.pictureFadeOut,
        at: list.frameRate))
    return kept + [.step(SegmentStep.id(of: shot, in: scope), segment)]
  }

  /// Where a shot's frames come from, and the steps that keep them if they are kept.
  private func frames(at index: Int) -> (ShotFrames, kept: [Node]) {
    let (shot, look) = (list.shots[index], looks[index])
    let animator = animator(at: index)
    let keyframe = Dictionary(
      uniqueKeysWithValues: animator.reads.map { ($0, output($0, at: index)) })
    let seed = ShotSeed.seed(of: shot, seed: look.seed ?? project.seed, take: look.take)
    // What stands still does not answer the beat either.
    let motion = look.animation == .still ? MotionRates() : look.motion
    switch animator {
    case .drawn(let drawer):
      let words = ShotWords(
        prompt: look.prompt?.texts.joined(separator: ", ") ?? "", theme: look.theme ?? "",
        artist: look.artist ?? "", negativePrompt: look.negativePrompt ?? "")
      let manner = look.animation == .still ? [:] : drawer.manner(for: words)
      return (
        .drawn(
          ShotFrames.Drawn(
            drawer: drawer, keyframe: keyframe, motion: motion, manner: manner, seed: seed)), []
      )
    case .kept(let maker):
      let steps = FramesStep.pieces(
        of: shot, in: scope, maker: maker, keyframe: keyframe, motion: motion, seed: seed,
        size: size, rate: list.frameRate)
      return (
        .stored(
          ShotFrames.Stored(
            pieces: steps.map { FramesStep.frames(of: $0.id) },
            start: steps.first?.step.range.lowerBound ?? shot.visibleStart)),
        steps.map { .step($0.id, $0.step) }
      )
    }
  }

  /// Some frames of the film, to be read back from its segments.
  func pictures(showing frames: Range<Int>, size: PictureSize) -> RenditionPictures {
    let shown = list.shots.filter {
      $0.visibleStart < frames.upperBound && $0.visibleEnd > frames.lowerBound
    }
    return RenditionPictures(
      segments: shown.map { shot in
        RenditionPictures.Segment(
          output: SegmentStep.segment(of: shot, in: scope),
          frames: shot.visibleStart..<shot.visibleEnd)
      }, frames: frames, frameRate: list.frameRate, size: size)
  }

  private func burnedWords(of shot: Shot) -> SegmentStep.BurnedWords? {
    guard recipe.hasWords, form.burnsIn, !recipe.fonts.isEmpty else { return nil }
    return SegmentStep.BurnedWords(
      script: SubtitlesStep.burned(during: shot, in: scope), fonts: recipe.fonts)
  }

  /// How many of a shot's last frames fade into the next: none inside a section, where shots are
  /// cut on the beat, and none where the crop hides the border.
  private func fadeFrames(from shot: Shot, to next: Shot?) -> Int {
    guard project.shots.transition == .crossfade, let next, next.section != shot.section,
      shot.visibleEnd == shot.end
    else { return 0 }
    let wished = list.frameRate.nearestFrame(to: project.shots.transitionLength)
    return max(0, min(wished, (shot.end - shot.start) / 3))
  }

  var videoSettings: VideoSettings {
    VideoSettings(
      width: size.width, height: size.height, frameRate: project.render.fps,
      crf: Double(project.render.quality.crf),
      preset: VideoSettings.Preset(rawValue: project.render.quality.preset) ?? .veryfast)
  }
}

extension PromptOverride {
  /// What somebody wrote, one text for each prompt.
  var texts: [String] {
    switch self {
    case .replace(let text), .add(let text): [text]
    case .travel(let texts): texts
    }
  }
}
