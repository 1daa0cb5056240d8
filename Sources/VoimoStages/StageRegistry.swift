package import VoimoBase
package import VoimoEngine

/// A stage of the pipeline as people see it: a kind of step, and what it is for.
package struct Stage: Sendable, Hashable {
  /// The kind of its steps: `segment`.
  package var name: String
  /// The declared behaviour version: counted up when the same inputs may give another result.
  package var version: Int
  /// One sentence, as in the manual.
  package var summary: String
  /// The stages and files it is made from.
  package var madeFrom: [String]

  /// What enters the key of each of its steps.
  package var kind: StepKind { StepKind(name, version: version) }

  /// The name of its one step: `film`.
  package var id: StepID { StepID(name) }

  /// The name of its step for a part of the song or of the film: `segment/chorus.2/03`.
  package func id(_ scope: String) -> StepID { StepID(name, scope) }
}

/// The files of the user's that a film is made from, as nodes of the graph.
package enum FilmSource {
  /// The song's file.
  package static let song = StepID("source")
  /// The lyrics file.
  package static let lyrics = StepID("source", "lyrics")

  /// A picture of the musician's own, by its path as the project has it.
  package static func picture(id name: String) -> StepID { StepID("source", "picture/\(name)") }

  /// What the song's file holds.
  package static let songContent = SourceFile.content(of: song)
  /// What a picture of the musician's own holds.
  package static func picture(_ name: String) -> StepOutput {
    SourceFile.content(of: picture(id: name))
  }
  /// What the lyrics file holds.
  package static let lyricsContent = SourceFile.content(of: lyrics)
}

/// Every stage there is, each with its own constant; nobody else spells their names.
package enum StageRegistry {
  package static let audio = Stage(
    name: "audio", version: 3,
    summary: "The whole song decoded: stereo float at its own rate; sample 0 is song time 0.",
    madeFrom: [FilmSource.song.rawValue])
  package static let features = Stage(
    name: "features", version: 4,
    summary: "Tempo, beats, bars, and what the song does a hundred times a second.",
    madeFrom: [audio.name])
  package static let sections = Stage(
    name: "sections", version: 1,
    summary: "Sections by the sound alone: what words without times are laid by.",
    madeFrom: [features.name])
  package static let transcript = Stage(
    name: "transcript", version: 1,
    summary: "What is sung, written down; only where you give no words and a model is installed.",
    madeFrom: [audio.name, features.name, "stems"])
  package static let lyrics = Stage(
    name: "lyrics", version: 5,
    summary: "Lines and words with their times, from the words you give or the transcript.",
    // Spelled, because the structure in turn is made from the lyrics; in no song are both so.
    madeFrom: [
      FilmSource.lyrics.rawValue, audio.name, features.name, sections.name, transcript.name,
      "structure",
    ])
  package static let structure = Stage(
    name: "structure", version: 3,
    summary: "Sections with labels, heard or declared; lines that come back are evidence.",
    madeFrom: [audio.name, features.name, sections.name, lyrics.name])
  package static let lines = Stage(
    name: "lines", version: 1,
    summary: "Each section's lines: what its prompt is written from.",
    madeFrom: [lyrics.name, structure.name])
  package static let stems = Stage(
    name: "stems", version: 1,
    summary: "Vocals and accompaniment, as long as the song; made only when asked for.",
    madeFrom: [audio.name])
  package static let waveform = Stage(
    name: "waveform", version: 4,
    summary: "The song as a picture: level, beats, bars, sections.",
    madeFrom: [audio.name, features.name, structure.name])
  package static let shots = Stage(
    name: "shots", version: 4,
    summary: "Shots on the film's grid, cut on beats; the crop is applied here.",
    madeFrom: [structure.name, features.name])
  package static let subtitles = Stage(
    name: "subtitles", version: 3,
    summary: "The words as SRT, VTT and ASS in the film's clock, and as LRC in the song's.",
    madeFrom: [lyrics.name, shots.name])
  package static let prompts = Stage(
    name: "prompts", version: 3,
    summary: "What each section's pictures should show, given or written.",
    madeFrom: [lines.name])
  package static let keyframe = Stage(
    name: "keyframe", version: 3,
    summary: "The picture each shot starts from.",
    madeFrom: [prompts.name])
  package static let upscaled = Stage(
    name: "upscaled", version: 1,
    summary: "A keyframe brought to the film's size, where its generator makes another one.",
    madeFrom: [keyframe.name])
  package static let depth = Stage(
    name: "depth", version: 1,
    summary: "How near each place of a keyframe is, where its generator does not tell it.",
    madeFrom: [keyframe.name, upscaled.name])
  package static let frames = Stage(
    name: "frames", version: 1,
    summary: "A shot's frames without loss, where making them costs.",
    madeFrom: [keyframe.name, upscaled.name, depth.name, shots.name])
  package static let segment = Stage(
    name: "segment", version: 2,
    summary: "A shot's frames as closed-GOP H.264.",
    madeFrom: [
      keyframe.name, upscaled.name, depth.name, frames.name, shots.name, subtitles.name,
    ])
  package static let soundtrack = Stage(
    name: "soundtrack", version: 2,
    summary: "The cropped song as AAC.",
    madeFrom: [audio.name])
  package static let film = Stage(
    name: "film", version: 1,
    summary: "Segments, soundtrack, chapters and subtitles in one mp4.",
    madeFrom: [segment.name, soundtrack.name, subtitles.name])
  package static let loop = Stage(
    name: "loop", version: 1,
    summary: "A part of a film that goes on into its own beginning.",
    madeFrom: [segment.name])
  package static let gif = Stage(
    name: "gif", version: 1,
    summary: "A part of the film as a picture that moves.",
    madeFrom: [segment.name])
  package static let stills = Stage(
    name: "stills", version: 1,
    summary: "Every frame as a picture, in a zip.",
    madeFrom: [segment.name])
  package static let thumbnail = Stage(
    name: "thumbnail", version: 1,
    summary: "A frame of the film as a picture.",
    madeFrom: [segment.name])
  package static let poster = Stage(
    name: "poster", version: 1,
    summary: "One keyframe to stand for the film.",
    madeFrom: [keyframe.name])
  package static let contactSheet = Stage(
    name: "contact-sheet", version: 4,
    summary: "All keyframes on one page, with times, prompts and what became of them.",
    madeFrom: [keyframe.name])

  /// In the order in which a film is made.
  package static let all = [
    audio, features, sections, transcript, lyrics, structure, lines, stems, waveform, shots,
    subtitles, prompts,
    keyframe, upscaled, depth, frames, segment, soundtrack, loop, film, gif, stills, thumbnail,
    poster, contactSheet,
  ]

  /// Those whose steps are known once the shots are.
  static let behindShots = [
    prompts, keyframe, upscaled, depth, frames, segment, soundtrack, loop, film, gif, stills,
    thumbnail, poster, contactSheet, subtitles,
  ]
}

extension StageRegistry {
  /// The stage of a kind of step, of the film or of a rendition: `segment` for `segment@shorts`.
  package static func stage(ofKind kind: String) -> Stage? {
    let name = kind.prefix { $0 != "@" }
    return all.first { $0.name == name }
  }

  /// Kinds of step in the order in which a film is made; those of renditions follow the film's own,
  /// and what is of no stage comes last.
  package static func inOrder(_ kinds: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    return kinds.filter { seen.insert($0).inserted }.enumerated()
      .map { (place: place(ofKind: $0.element), index: $0.offset, kind: $0.element) }
      .sorted {
        ($0.place.stage, $0.place.isRendition, $0.index)
          < ($1.place.stage, $1.place.isRendition, $1.index)
      }
      .map(\.kind)
  }

  /// Where a kind of step stands in the order of `inOrder`.
  package static func place(ofKind kind: String) -> (stage: Int, isRendition: Int) {
    let name = kind.prefix { $0 != "@" }
    return (all.firstIndex { $0.name == name } ?? Int.max, kind.contains("@") ? 1 : 0)
  }
}
