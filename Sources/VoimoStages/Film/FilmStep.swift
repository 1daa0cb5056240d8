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
  package var segments: [(id: StepID, frames: Int)]
  package var frameCount: Int
  package var frameRate: FrameRate
  package var chapters: [Chapter]
  package var title: String
  package var artist: String?
  package var album: String?
  /// ISO code of the song's language, for the subtitle track.
  package var language: String?
  /// Cues in the film's clock; nil without soft subtitles.
  package var cues: StepInput?

  package init(
    segments: [(id: StepID, frames: Int)], frameCount: Int, frameRate: FrameRate,
    chapters: [Chapter], title: String,
    artist: String?, album: String?, language: String?, cues: StepInput?
  ) {
    self.segments = segments
    self.frameCount = frameCount
    self.frameRate = frameRate
    self.chapters = chapters
    self.title = title
    self.artist = artist
    self.album = album
    self.language = language
    self.cues = cues
  }

  package var kind: StepKind { StageRegistry.stage("film").kind }

  package var inputs: [StepInput] {
    segments.map { StepInput("segment \($0.id.scope ?? "")", from: $0.id, "segment") }
      + [StepInput("soundtrack", from: "soundtrack", "soundtrack")] + (cues.map { [$0] } ?? [])
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("frames", frameCount)
    walk.field("fps", frameRate.description)
    walk.field("title", title)
    walk.field("artist", artist)
    walk.field("album", album)
    walk.field("language", language)
    walk.field("order", segments.map { "\($0.id) \($0.frames)" }.joined(separator: ", "))
    for chapter in chapters { walk.field("chapter at \(chapter.frame)", chapter.title) }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let path = context.path("film.mp4")
    var film = Film(
      segments: segments.map {
        Film.Segment(path: context.inputPath("segment \($0.id.scope ?? "")"), frames: $0.frames)
      },
      soundtrack: context.inputPath("soundtrack"))
    film.chapters = chapters.map { Film.Chapter(title: $0.title, startFrame: $0.frame) }
    film.title = title
    film.artist = artist
    film.album = album
    if let cues {
      let words = try context.value([SubtitleCue].self, of: cues.name)
      film.subtitles = [
        Film.Subtitles(
          language: language,
          cues: words.map { Film.Cue(start: $0.start, end: $0.end, text: $0.text) })
      ]
    }
    let info = try FilmMuxer.write(film, to: path) { done in
      try context.checkCancellation()
      context.progress(done, of: frameCount, unit: "frames")
    }
    guard info.frames == frameCount, info.frameRate == frameRate else {
      throw StageError("the film has \(info.frames) frames and should have \(frameCount)")
    }
    return StepProduct(outputs: ["film": .file(path: path)])
  }
}
