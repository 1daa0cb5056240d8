import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject

/// The steps that join shots: soundtrack, film, poster and contact sheet.
extension FilmLowering {
  /// The step that cuts and encodes what is heard; none for a silent film.
  var soundtrackNodes: [Node] {
    guard let sound = form.sound else { return [] }
    return [
      .step(
        SoundtrackStep.id(in: scope),
        SoundtrackStep(
          sound: sound, start: list.start, end: list.end, frameRate: list.frameRate,
          fadeIn: form.soundFadeIn, fadeOut: form.soundFadeOut, bitRate: 192_000,
          effort: project.render.quality == .draft ? .quick : .thorough,
          encoder: recipe.encoders.sound))
    ]
  }

  /// The step that joins everything.
  var filmNode: Node {
    filmNode(of: list.shots.map { (SegmentStep.segment(of: $0, in: scope), $0.visibleCount) })
  }

  /// The step that joins segments to the film.
  func filmNode(of segments: [(segment: StepOutput, frames: Int)]) -> Node {
    let seen = list.parts.filter { !$0.shots.isEmpty }
    let softWords = recipe.hasWords && form.words == .soft
    return .step(
      FilmStep.id(in: scope),
      FilmStep(
        segments: segments,
        soundtrack: form.sound.map { _ in SoundtrackStep.soundtrack(in: scope) },
        frameCount: segments.reduce(0) { $0 + $1.frames }, frameRate: list.frameRate,
        chapters: seen.map { part in
          FilmStep.Chapter(
            title: chapterTitle(of: part),
            frame: max(0, (part.shots.first?.visibleStart ?? list.start) - list.start))
        },
        title: recipe.title, artist: project.song.artist, album: project.song.album,
        language: project.song.language,
        cues: softWords ? SubtitlesStep.cues(in: scope) : nil))
  }

  /// `Chorus 2`, or `Intro` where the song has one only.
  private func chapterTitle(of part: ShotList.Part) -> String {
    let label = part.section.name.label
    let name = label.prefix(1).uppercased() + label.dropFirst()
    let isOnly = list.parts.count { $0.section.name.label == label } == 1
    return isOnly ? name : "\(name) \(part.section.name.ordinal)"
  }

  /// The step with the words of a rendition: its own size and style, and its own part of the song.
  var wordNodes: [Node] {
    guard recipe.hasWords, form.burnsIn || form.words == .soft else { return [] }
    let style = recipe.subtitleStyle(form.words, size: size)
    return [
      .step(
        SubtitlesStep.id(in: scope),
        SubtitlesStep(
          style: style, burnsIn: form.burnsIn, title: recipe.title, artist: project.song.artist,
          frames: list.start..<list.end))
    ]
  }

  /// The step that chooses a keyframe to stand for the film: the first of the first chorus, else of
  /// the longest section.
  var posterNodes: [Node] {
    let seen = list.parts.filter { !$0.shots.isEmpty }
    let part =
      seen.first { $0.section.name.label == "chorus" }
      ?? seen.max { ($0.section.end - $0.section.start) < ($1.section.end - $1.section.start) }
    guard let shot = part?.shots.first, let index = list.shots.firstIndex(of: shot) else {
      return []
    }
    return [.step(PosterStep.id, PosterStep(picture: output(.picture, at: index)))]
  }

  /// The step that lays all keyframes on one page.
  var contactSheetNode: Node {
    .step(
      ContactSheetStep.id,
      ContactSheetStep(
        title: recipe.title, artist: project.song.artist,
        length: list.frameRate.time(ofFrame: list.frameCount),
        entries: list.shots.enumerated().map { index, shot in
          ContactSheetStep.Entry(
            picture: output(.picture, at: index),
            note: Keyframe.note(of: Keyframe.id(of: shot, in: scope)),
            time: list.frameRate.time(ofFrame: shot.visibleStart - list.start), shot: shot.name)
        },
        aspect: size.aspect, typeface: recipe.typefaces.contactSheet, pictureSize: size.area))
  }
}
