import VoimoBase
package import VoimoEngine
import VoimoLyrics
import VoimoProject

/// Lowers a project to its graph: the steps that listen to the song.
extension FilmRecipe {
  /// The steps known before the song has been heard.
  package var songNodes: [Node] {
    var nodes: [Node] = [
      .source(SourceFile(id: FilmSource.song, path: audio.path, hash: audio.hash)),
      .step(AudioStep.id, AudioStep(reading: reading, stream: project.audio.stream)),
      .step(FeaturesStep.id, FeaturesStep(listener: backends.listener)),
    ]
    if project.structure == nil {
      nodes.append(.step(HeardSectionsStep.id, HeardSectionsStep(finder: backends.sections)))
    }
    nodes += [
      .step(StemsStep.id, StemsStep(separator: backends.stems)),
      .step(StructureStep.id, StructureStep(structureSource)),
      .step(WaveformStep.id, WaveformStep(title: title, typeface: typefaces.waveform)),
      .step(ShotsStep.id, shotsStep),
    ]
    var seen: Set<String> = []
    nodes += pictures.values.flatMap(\.self).sorted { $0.name < $1.name }
      .filter { seen.insert($0.name).inserted }.map {
        .source(
          SourceFile(
            id: FilmSource.picture(id: $0.name), path: $0.file.path, hash: $0.file.hash))
      }
    switch words {
    case .none: break
    case .file(let lyrics):
      nodes += [
        .source(SourceFile(id: FilmSource.lyrics, path: lyrics.path, hash: lyrics.hash)),
        .step(LyricsStep.id, lyricsStep(path: lyrics.path)),
        .step(LinesStep.id, LinesStep()),
        .step(SubtitlesStep.id, subtitlesStep),
      ]
    case .transcript:
      guard let transcriber = backends.transcriber else {
        preconditionFailure("a transcript without a transcriber")
      }
      let language = project.song.language
      nodes += [
        .step(
          TranscriptStep.id,
          TranscriptStep(
            transcriber: transcriber, language: language, name: project.audio.path)),
        .step(LyricsStep.id, HeardLyricsStep(aligner: backends.aligner, language: language)),
        .step(LinesStep.id, LinesStep()),
        .step(SubtitlesStep.id, subtitlesStep),
      ]
    }
    return nodes
  }

  private var structureSource: StructureStep.Source {
    if let sections = project.structure { return .declared(sections) }
    return hasWords ? .heardWithWords(backends.sections) : .heard
  }

  /// The step that cuts the song into shots as the project wishes.
  package var shotsStep: ShotsStep {
    ShotsStep(
      cutting: ShotCutting(
        length: project.shots.length, shortest: project.shots.min, longest: project.shots.max),
      frameRate: project.render.fps, cropStart: project.crop.start, cropEnd: project.crop.end,
      snap: project.crop.snap, cuts: project.overrideTimes)
  }

  private func lyricsStep(path: String) -> LyricsStep {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let sections =
      project.structure == nil ? HeardSectionsStep.sections : StructureStep.structure
    return LyricsStep(
      name: name, offset: project.lyrics?.offset ?? .zero, encoding: project.lyrics?.encoding,
      aligning: LyricsFile.isTimed(name: name)
        ? nil
        : LyricsStep.Aligning(
          aligner: backends.aligner, sections: sections, language: project.song.language))
  }

  /// How words are set in pictures of a size.
  func subtitleStyle(_ kind: SubtitleSettings.Style, size: PictureSize) -> SubtitleStyle {
    let subtitles = project.subtitles
    let isKaraoke = kind == .karaoke
    var style = SubtitleStyle(
      kind: isKaraoke ? .karaoke : .plain, position: subtitles.position,
      width: size.width, height: size.height, fontName: subtitles.font,
      relativeSize: subtitles.size / 100)
    style.sung = isKaraoke ? subtitles.highlight : subtitles.color
    if isKaraoke { style.unsung = subtitles.color }
    return style
  }

  private var subtitlesStep: SubtitlesStep {
    SubtitlesStep(
      style: subtitleStyle(project.subtitles.style, size: FilmForm(of: project).size),
      burnsIn: project.subtitles.burnedIn, title: title,
      artist: project.song.artist)
  }
}
