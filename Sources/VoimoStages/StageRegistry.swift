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
}

/// Every stage there is, in the order in which a film is made.
package enum StageRegistry {
  package static let all: [Stage] = [
    Stage(
      name: "audio", version: 3,
      summary: "The whole song decoded: stereo float at its own rate; sample 0 is song time 0.",
      madeFrom: ["source"]),
    Stage(
      name: "features", version: 4,
      summary: "Tempo, beats, bars, and what the song does a hundred times a second.",
      madeFrom: ["audio"]),
    Stage(
      name: "lyrics", version: 5,
      summary: "Lines and words with their times, from the words you give.",
      madeFrom: ["source/lyrics", "features"]),
    Stage(
      name: "structure", version: 3,
      summary: "Sections with labels, heard or declared; lines that come back are evidence.",
      madeFrom: ["features", "lyrics"]),
    Stage(
      name: "lines", version: 1,
      summary: "Each section's lines: what its prompt is written from.",
      madeFrom: ["lyrics", "structure"]),
    Stage(
      name: "stems", version: 1,
      summary: "Vocals and accompaniment, as long as the song; made only when asked for.",
      madeFrom: ["audio", "features"]),
    Stage(
      name: "waveform", version: 3,
      summary: "The song as a picture: level, beats, bars, sections.",
      madeFrom: ["audio", "features", "structure"]),
    Stage(
      name: "shots", version: 2,
      summary: "Shots on the film's grid, cut on beats; the crop is applied here.",
      madeFrom: ["structure", "features"]),
    Stage(
      name: "subtitles", version: 3,
      summary: "The words as SRT, VTT and ASS in the film's clock, and as LRC in the song's.",
      madeFrom: ["lyrics", "shots"]),
    Stage(
      name: "prompts", version: 2,
      summary: "What each section's pictures should show.",
      madeFrom: ["lines"]),
    Stage(
      name: "keyframe", version: 2,
      summary: "The picture each shot starts from.",
      madeFrom: ["prompts"]),
    Stage(
      name: "segment", version: 1,
      summary: "A shot's frames as closed-GOP H.264.",
      madeFrom: ["keyframe", "shots", "subtitles"]),
    Stage(
      name: "soundtrack", version: 2,
      summary: "The cropped song as AAC.",
      madeFrom: ["audio"]),
    Stage(
      name: "film", version: 1,
      summary: "Segments, soundtrack, chapters and subtitles in one mp4.",
      madeFrom: ["segment", "soundtrack", "subtitles"]),
    Stage(
      name: "poster", version: 1,
      summary: "One keyframe to stand for the film.",
      madeFrom: ["keyframe"]),
    Stage(
      name: "contact-sheet", version: 2,
      summary: "All keyframes on one page, with times, prompts and what became of them.",
      madeFrom: ["keyframe"]),
  ]

  /// The stage of that name; asking for one that is not in the list is a bug.
  package static func stage(_ name: String) -> Stage {
    guard let stage = all.first(where: { $0.name == name }) else {
      preconditionFailure("no stage '\(name)' in the registry")
    }
    return stage
  }
}
