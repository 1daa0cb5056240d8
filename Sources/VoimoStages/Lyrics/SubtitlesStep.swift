package import VoimoBase
package import VoimoEngine
package import VoimoLyrics

/// Writes the cropped lyrics as SRT, VTT, LRC, ASS and cues, and, where they are burned in, what is
/// sung during each shot.
package struct SubtitlesStep: Step {
  package var style: SubtitleStyle
  /// Whether the film's pictures carry the words.
  package var burnsIn: Bool
  /// Offered to karaoke players in the LRC file.
  package var title: String
  package var artist: String?
  /// The frames of the song's grid that the film shows; nil for those of the shots.
  package var frames: Range<Int>?

  package init(
    style: SubtitleStyle, burnsIn: Bool, title: String, artist: String?,
    frames: Range<Int>? = nil
  ) {
    self.frames = frames
    self.style = style
    self.burnsIn = burnsIn
    self.title = title
    self.artist = artist
  }

  package var kind: StepKind { StageRegistry.subtitles.kind }

  package var inputs: [StepInput] { [Self.lyrics, Self.shots] }

  /// The name of the step for the film.
  package static let id = StageRegistry.subtitles.id
  /// The name of the step, of the film or of one of its renditions.
  package static func id(in scope: FilmScope) -> StepID { scope.id(StageRegistry.subtitles) }
  /// SubRip, in the film's clock.
  package static let srt = StepOutput(id, "srt")
  /// WebVTT, in the film's clock.
  package static let vtt = StepOutput(id, "vtt")
  /// LRC, in the song's clock.
  package static let lrc = StepOutput(id, "lrc")
  /// ASS, in the film's clock.
  package static let ass = StepOutput(id, "ass")
  /// The lines for a track of the film: an array of `SubtitleCue`.
  package static func cues(in scope: FilmScope = .film) -> StepOutput {
    StepOutput(id(in: scope), "cues")
  }

  /// What is sung during a shot, as ASS in the song's clock; empty where nothing is.
  package static func burned(during shot: Shot, in scope: FilmScope = .film) -> StepOutput {
    StepOutput(id(in: scope), "burn/\(shot.name)")
  }

  private static let lyrics = StepInput("lyrics", from: LyricsStep.lyrics)
  private static let shots = StepInput("shots", from: ShotsStep.list)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("style.kind", style.kind.rawValue)
    walk.field("style.position", style.position.rawValue)
    walk.field("style.width", style.width)
    walk.field("style.height", style.height)
    walk.field("style.font", style.fontName)
    walk.field("style.size", style.relativeSize)
    walk.field("style.sung", style.sung.text)
    walk.field("style.unsung", style.unsung.text)
    walk.field("style.outline", style.outline.text)
    walk.field("style.shadow", style.shadow.text)
    walk.field("burned in", burnsIn)
    walk.field("title", title)
    walk.field("artist", artist)
    if let frames {
      walk.field("start frame", frames.lowerBound)
      walk.field("end frame", frames.upperBound)
    }
  }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let song = try context.value(Lyrics.self, of: Self.lyrics)
    let shots = try context.value(ShotList.self, of: Self.shots)
    let rate = shots.frameRate
    let frames = frames ?? shots.start..<shots.end
    let film = song.cropped(
      from: rate.time(ofFrame: frames.lowerBound), to: rate.time(ofFrame: frames.upperBound))
    let cues = film.lines.map { SubtitleCue(start: $0.start, end: $0.end, text: $0.text) }
    var outputs: [String: StepProduct.Output] = [
      Self.srt.name: .text(film.srt), Self.vtt.name: .text(film.vtt),
      Self.lrc.name: .text(song.lrc(metadata: metadata)),
      Self.ass.name: .text(film.ass(style, title: title)),
      Self.cues().name: .bytes(try ArtifactJSON.encode(cues)),
    ]
    guard burnsIn else { return StepProduct(outputs: outputs) }
    for shot in shots.shots {
      // In the song's clock, so that another crop changes nothing for a shot inside both.
      let sung = song.sung(
        from: rate.time(ofFrame: shot.start), to: rate.time(ofFrame: shot.end))
      outputs[Self.burned(during: shot).name] =
        sung.lines.isEmpty ? .bytes([]) : .text(sung.burned(style))
    }
    return StepProduct(outputs: outputs)
  }

  private var metadata: [String: String] {
    var metadata = ["title": title]
    metadata["artist"] = artist
    return metadata
  }
}

/// A line of words and when the film shows it, in the film's clock.
package struct SubtitleCue: Codable, Sendable, Hashable {
  package var start: Seconds
  package var end: Seconds
  package var text: String
}

extension Color {
  /// As in manifests.
  var text: String { "\(red) \(green) \(blue) \(opacity)" }
}

extension StepProduct.Output {
  /// A text as UTF-8 bytes.
  static func text(_ text: String) -> Self { .bytes([UInt8](text.utf8)) }
}

extension Lyrics {
  /// The lines heard at any time in a stretch, their own times unchanged, with a second around for
  /// words that fade in and out.
  func sung(from start: Seconds, to end: Seconds) -> Lyrics {
    Lyrics(lines: lines.filter { $0.end + 1 > start && $0.start - 1 < end })
  }
}
