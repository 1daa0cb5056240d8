import VoimoBase
package import VoimoEngine
import VoimoLyrics
import VoimoProject

/// Lowers a project to its graph: the steps that listen to the song, and the expansion that adds
/// the film's once the shots are known.
extension FilmRecipe {
  /// The steps known before the song has been heard.
  package var songNodes: [Node] {
    var nodes: [Node] = [
      .source(SourceFile(id: FilmSource.song, path: audio.path, hash: audio.hash)),
      .step(AudioStep.id, AudioStep(reading: reading, stream: project.audio.stream)),
      .step(FeaturesStep.id, FeaturesStep(listener: listener)),
    ]
    if project.structure == nil {
      nodes.append(.step(HeardSectionsStep.id, HeardSectionsStep(finder: sectionFinder)))
    }
    nodes += [
      .step(StemsStep.id, StemsStep(separator: separator)),
      .step(StructureStep.id, StructureStep(structureSource)),
      .step(WaveformStep.id, WaveformStep(title: title, typeface: typefaces.waveform)),
      .step(ShotsStep.id, shotsStep),
    ]
    if let lyrics {
      nodes += [
        .source(SourceFile(id: FilmSource.lyrics, path: lyrics.path, hash: lyrics.hash)),
        .step(LyricsStep.id, lyricsStep(path: lyrics.path)),
        .step(LinesStep.id, LinesStep()),
        .step(SubtitlesStep.id, subtitlesStep),
      ]
    }
    return nodes
  }

  /// Where the graph grows: sections and shots are known when the shots step's value is.
  package var filmExpansion: Expansion {
    Expansion(waitsFor: ShotsStep.id, kinds: Self.stagesBehindShots.map(\.name)) { value in
      try filmNodes(for: ArtifactJSON.decode(ShotList.self, from: value))
    }
  }

  /// What `filmNodes` gives steps of.
  private static let stagesBehindShots = [
    StageRegistry.prompts, StageRegistry.keyframe, StageRegistry.segment, StageRegistry.soundtrack,
    StageRegistry.film, StageRegistry.poster, StageRegistry.contactSheet,
  ]

  private var structureSource: StructureStep.Source {
    if let sections = project.structure { return .declared(sections) }
    return lyrics == nil ? .heard : .heardWithWords(sectionFinder)
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
      sections: LyricsFile.isTimed(name: name) ? nil : sections)
  }

  private var subtitleStyle: SubtitleStyle {
    let subtitles = project.subtitles
    let isKaraoke = subtitles.style == .karaoke
    var style = SubtitleStyle(
      kind: isKaraoke ? .karaoke : .plain, position: subtitles.position,
      width: project.render.width,
      height: project.render.height, fontName: subtitles.font,
      relativeSize: subtitles.size / 100)
    style.sung = isKaraoke ? subtitles.highlight : subtitles.color
    if isKaraoke { style.unsung = subtitles.color }
    return style
  }

  private var subtitlesStep: SubtitlesStep {
    SubtitlesStep(
      style: subtitleStyle, burnsIn: project.subtitles.burnedIn, title: title,
      artist: project.song.artist)
  }
}
