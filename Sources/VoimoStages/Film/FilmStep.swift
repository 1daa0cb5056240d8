package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// Joins segments, soundtrack, chapters and soft subtitles in one mp4, by stream copy.
package struct FilmStep: Step {
  /// A place that players can jump to.
  package struct Chapter: Sendable, Hashable {
    package var title: String
    /// Counted from the film's first frame.
    package var frame: Int

    package init(title: String, frame: Int) {
      self.title = title
      self.frame = frame
    }
  }

  /// The shots' segments in the film's order, and how many frames each has.
  package var segments: [(segment: StepOutput, frames: Int)]
  /// The film's sound; nil for a silent film.
  package var soundtrack: StepOutput?
  package var frameCount: Int
  package var frameRate: FrameRate
  package var chapters: [Chapter]
  package var title: String
  package var artist: String?
  package var album: String?
  /// ISO code of the song's language, for the subtitle track.
  package var language: String?
  /// Cues in the film's clock; nil without soft subtitles.
  package var cues: StepOutput?

  package init(
    segments: [(segment: StepOutput, frames: Int)], soundtrack: StepOutput?, frameCount: Int,
    frameRate: FrameRate, chapters: [Chapter], title: String,
    artist: String?, album: String?, language: String?, cues: StepOutput?
  ) {
    self.segments = segments
    self.soundtrack = soundtrack
    self.frameCount = frameCount
    self.frameRate = frameRate
    self.chapters = chapters
    self.title = title
    self.artist = artist
    self.album = album
    self.language = language
    self.cues = cues
  }

  package var kind: StepKind { StageRegistry.film.kind }

  package var inputs: [StepInput] {
    segments.map { Self.input($0.segment) } + [sound, words].compactMap(\.self)
  }

  /// The name of the step, of the film or of one of its renditions.
  package static func id(in scope: FilmScope = .film) -> StepID { scope.id(StageRegistry.film) }
  /// The film, as mp4.
  package static func film(in scope: FilmScope = .film) -> StepOutput {
    StepOutput(id(in: scope), "film")
  }

  private var sound: StepInput? { soundtrack.map { StepInput("soundtrack", from: $0) } }

  private static func input(_ segment: StepOutput) -> StepInput {
    StepInput("segment \(segment.step.scope ?? "")", from: segment)
  }

  private var words: StepInput? { cues.map { StepInput("words", from: $0) } }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("frames", frameCount)
    walk.field("fps", frameRate.description)
    walk.field("title", title)
    walk.field("artist", artist)
    walk.field("album", album)
    walk.field("language", language)
    walk.field("order", segments.map { "\($0.segment.step) \($0.frames)" }.joined(separator: ", "))
    for chapter in chapters { walk.field("chapter at \(chapter.frame)", chapter.title) }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let path = context.path("film.mp4")
    var film = Film(
      segments: segments.map {
        Film.Segment(path: context.inputPath(Self.input($0.segment)), frames: $0.frames)
      },
      soundtrack: sound.map(context.inputPath))
    film.chapters = chapters.map { Film.Chapter(title: $0.title, startFrame: $0.frame) }
    film.title = title
    film.artist = artist
    film.album = album
    if let words {
      let cues = try context.value([SubtitleCue].self, of: words)
      film.subtitles = [
        Film.Subtitles(
          language: language,
          cues: cues.map { Film.Cue(start: $0.start, end: $0.end, text: $0.text) })
      ]
    }
    let info = try FilmMuxer.write(film, to: path) { done in
      try context.checkCancellation()
      context.progress(done, of: frameCount, unit: "frames")
    }
    guard info.frames == frameCount, info.frameRate == frameRate else {
      throw StageError("the film has \(info.frames) frames and should have \(frameCount)")
    }
    return StepProduct(outputs: [Self.film().name: .file(path: path)])
  }
}
