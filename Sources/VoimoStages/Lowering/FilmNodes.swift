import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject

/// One function a kind of step behind the expansion.
extension FilmRecipe {
  /// The step with the prompts of a section, or of a time range inside it.
  func promptsNode(of section: SectionID, _ look: ResolvedLook) -> Node {
    .step(
      PromptsStep.id(of: section, range: look.range),
      PromptsStep(promptSource(of: section, look)))
  }

  /// Where a section's prompts come from: what stands in place of the written prompt is given, and
  /// then neither the writer nor the words decide anything.
  private func promptSource(of section: SectionID, _ look: ResolvedLook) -> PromptsStep.Source {
    func written(adding words: String?) -> PromptsStep.Source {
      .written(
        PromptsStep.Writing(
          writer: writer, label: section.label, theme: look.theme ?? "",
          lyrics: lyrics == nil ? nil : LinesStep.lines(of: section), addition: words))
    }
    return switch look.prompt {
    case nil: written(adding: nil)
    case .add(let words): written(adding: words)
    case .replace(let prompt): .given([prompt])
    case .travel(let prompts): .given(prompts)
    }
  }

  /// The step that makes the picture a shot starts from.
  func keyframeNode(_ shot: Shot, look: ResolvedLook, in list: ShotList) -> Node {
    let count = list.parts.first { $0.section.name == shot.section }?.shotCount ?? 1
    var position: Double?
    if case .travel = look.prompt {
      position = count > 1 ? Double(shot.index) / Double(count - 1) : 0
    }
    return .step(
      KeyframeStep.id(of: shot),
      KeyframeStep(
        renderer: renderer,
        prompts: PromptsStep.prompts(of: PromptsStep.id(of: shot.section, range: look.range)),
        theme: look.theme ?? "", artist: look.artist ?? "",
        negativePrompt: look.negativePrompt ?? "", position: position,
        seed: ShotSeed.seed(of: shot, seed: look.seed ?? project.seed, take: look.take),
        sectionSeed: ShotSeed.seed(
          of: shot.section, seed: look.seed ?? project.seed, take: look.take),
        part: list.part(of: shot.section), width: project.render.width,
        height: project.render.height))
  }

  /// The step that draws and encodes a shot.
  func segmentNode(_ shot: Shot, look: ResolvedLook, next: Shot?, in list: ShotList) -> Node {
    let fade = fadeFrames(from: shot, to: next, at: list.frameRate)
    let motion = look.motion
    return .step(
      SegmentStep.id(of: shot),
      SegmentStep(
        renderer: renderer, shot: shot, video: videoSettings, encoder: encoders.video,
        motion: ShotMotion(
          zoom: motion.zoom, panX: motion.panX, panY: motion.panY, rotate: motion.rotate,
          push: motion.push, sway: motion.sway, beat: motion.beat),
        scene: KeyframeStep.scene(of: shot),
        nextScene: fade > 0 ? next.map(KeyframeStep.scene(of:)) : nil,
        fadeFrames: fade,
        burn: burnedWords(of: shot),
        pictureFade: PictureFade(
          film: list.start..<list.end, fadeIn: project.crop.fadeIn, fadeOut: project.crop.fadeOut,
          at: list.frameRate)))
  }

  private func burnedWords(of shot: Shot) -> SegmentStep.BurnedWords? {
    guard lyrics != nil, project.subtitles.burnedIn, !fonts.isEmpty else { return nil }
    return SegmentStep.BurnedWords(
      script: SubtitlesStep.burned(during: shot), fonts: fonts)
  }

  /// How many of a shot's last frames fade into the next: none inside a section, where shots are
  /// cut on the beat, and none where the crop hides the border.
  private func fadeFrames(from shot: Shot, to next: Shot?, at rate: FrameRate) -> Int {
    guard project.shots.transition == .crossfade, let next, next.section != shot.section,
      shot.visibleEnd == shot.end
    else { return 0 }
    let wished = rate.nearestFrame(to: project.shots.transitionLength)
    return max(0, min(wished, (shot.end - shot.start) / 3))
  }

  var videoSettings: VideoSettings {
    VideoSettings(
      width: project.render.width, height: project.render.height, frameRate: project.render.fps,
      crf: Double(project.render.quality.crf),
      preset: VideoSettings.Preset(rawValue: project.render.quality.preset) ?? .veryfast)
  }

  /// The step that cuts and encodes the song.
  func soundtrackNode(_ list: ShotList) -> Node {
    .step(
      SoundtrackStep.id,
      SoundtrackStep(
        start: list.start, end: list.end, frameRate: list.frameRate,
        fadeIn: project.crop.fadeIn, fadeOut: project.crop.fadeOut, bitRate: 192_000,
        effort: project.render.quality == .draft ? .quick : .thorough, encoder: encoders.sound))
  }

  /// The step that joins everything.
  func filmNode(_ list: ShotList) -> Node {
    let seen = list.parts.filter { !$0.shots.isEmpty }
    let softWords = lyrics != nil && project.subtitles.style == .soft
    return .step(
      FilmStep.id,
      FilmStep(
        segments: list.shots.map { (SegmentStep.segment(of: $0), $0.visibleCount) },
        frameCount: list.frameCount, frameRate: list.frameRate,
        chapters: seen.map { part in
          FilmStep.Chapter(
            title: chapterTitle(of: part, in: list),
            frame: max(0, (part.shots.first?.visibleStart ?? list.start) - list.start))
        },
        title: title, artist: project.song.artist, album: project.song.album,
        language: project.song.language,
        cues: softWords ? SubtitlesStep.cues : nil))
  }

  /// `Chorus 2`, or `Intro` where the song has one only.
  private func chapterTitle(of part: ShotList.Part, in list: ShotList) -> String {
    let label = part.section.name.label
    let name = label.prefix(1).uppercased() + label.dropFirst()
    let isOnly = list.parts.count { $0.section.name.label == label } == 1
    return isOnly ? name : "\(name) \(part.section.name.ordinal)"
  }

  /// The shot whose keyframe stands for the film: the first of the first chorus, else of the
  /// longest section.
  func posterShot(_ list: ShotList) -> Shot? {
    let seen = list.parts.filter { !$0.shots.isEmpty }
    let part =
      seen.first { $0.section.name.label == "chorus" }
      ?? seen.max { ($0.section.end - $0.section.start) < ($1.section.end - $1.section.start) }
    return part?.shots.first
  }

  /// The step that lays all keyframes on one page.
  func contactSheetNode(_ list: ShotList) -> Node {
    .step(
      ContactSheetStep.id,
      ContactSheetStep(
        title: title, artist: project.song.artist,
        length: list.frameRate.time(ofFrame: list.frameCount),
        entries: list.shots.map { shot in
          ContactSheetStep.Entry(
            picture: KeyframeStep.picture(of: shot), note: KeyframeStep.note(of: shot),
            time: list.frameRate.time(ofFrame: shot.visibleStart - list.start), shot: shot.name)
        },
        aspect: Double(project.render.width) / Double(project.render.height),
        typeface: typefaces.contactSheet,
        pictureSize: project.render.width * project.render.height))
  }
}
