import VoimoBase
import VoimoStages

/// What a field of a step's manifest means to somebody who knows `voimo.yaml` and no manifest.
///
/// Names alone: what a result depends on is said by the steps' own walks, and a test holds that
/// every field of every step has its meaning here.
package enum FieldMeaning: Sendable, Hashable {
  /// It follows from these fields of the project; `*` is a section or a time range.
  case fields([String])
  /// It follows from the time ranges under `sections`.
  case timeRanges
  /// It is part of voimo, or of what voimo is built on: the painter, an encoder.
  case software(String)
  /// It follows from where the shots lie.
  case shots

  /// The meaning of a parameter; nil for one that has none.
  package static func of(parameter: String, kind: String) -> FieldMeaning? {
    let kind = StageRegistry.stage(ofKind: kind)?.name ?? kind
    if let meaning = own[kind]?[parameter] ?? common[parameter] { return meaning }
    if let meaning = ofBackend(parameter) { return meaning }
    if parameter.hasPrefix("manner.") { return .fields(words) }
    // Numbered fields: `cut 1`, `section 2`, `chapter at 240`.
    let series = parameter.prefix { $0 != " " }
    return numbered[kind]?[String(series)]
  }

  /// The meaning of a field of a back end's identity: `generator`, `generator version`,
  /// `generator model 2`.
  private static func ofBackend(_ parameter: String) -> FieldMeaning? {
    for (part, meaning) in backends where parameter.hasPrefix(part) {
      let rest = parameter.dropFirst(part.count)
      if rest.isEmpty || rest == " version" || rest.hasPrefix(" model") { return meaning }
    }
    return nil
  }

  /// What each part that a back end plays means.
  private static let backends: [(part: String, meaning: FieldMeaning)] = [
    ("generator", .software("the painter")),
    ("animator", .software("how frames are drawn")),
    ("editor", .software("how pictures are resized")),
    ("depth reader", .software("how depth is read")),
    ("finder", .software("how sections are found")),
    ("listener", .software("how the song is heard")),
    ("separator", .software("how stems are made")),
    ("aligner", .software("how words are laid onto the singing")),
    ("transcriber", .software("how words are written down")),
    ("writer", .software("how prompts are written")),
  ]

  /// What people write about a picture.
  private static let words = [
    "theme", "prompt", "negative_prompt", "artist", "sections.*.theme", "sections.*.prompt",
    "sections.*.negative_prompt", "sections.*.artist",
  ]

  /// The fields behind a parameter that a step has and had not, or had and has no more; nil where
  /// its own meaning says it all.
  ///
  /// A prompt that somebody gives is written by nobody and from nothing.
  package static func ofPresence(kind: String) -> FieldMeaning? {
    kind == StageRegistry.prompts.name ? .fields(["prompt", "sections.*.prompt"]) : nil
  }

  /// The fields behind an input that a step has and had not, or had and has no more.
  package static func of(input: String, kind: String) -> FieldMeaning? {
    let kind = StageRegistry.stage(ofKind: kind)?.name ?? kind
    let name = String(input.prefix { $0 != " " })
    return inputs[kind]?[input] ?? inputs[kind]?[name]
  }

  /// The field of the project that names a file of the user's, by the file's node.
  static func field(naming source: StepID) -> String {
    source == FilmSource.lyrics ? "lyrics" : source == FilmSource.song ? "audio" : "images"
  }

  private static let seeds = FieldMeaning.fields(["seed", "sections.*.seed", "sections.*.take"])
  private static let size = ["render.width", "render.height", "render.aspect"]

  /// Parameters that mean the same in every step.
  private static let common: [String: FieldMeaning] = [
    "title": .fields(["song.title", "audio.file"]),
    "fps": .fields(["render.fps"]),
    "width": .fields(size + ["outputs"]),
    "height": .fields(size + ["outputs"]),
    "crop.fade_in": .fields(["crop.fade_in"]),
    "crop.fade_out": .fields(["crop.fade_out"]),
    "start frame": .shots,
    "end frame": .shots,
  ]

  private static let own: [String: [String: FieldMeaning]] = [
    StageRegistry.audio.name: [
      "format": .software("how sound is kept"), "stream": .fields(["audio.stream"]),
    ],
    StageRegistry.lyrics.name: [
      "format": .fields(["lyrics.file"]), "offset": .fields(["lyrics.offset"]),
      "encoding": .fields(["lyrics.encoding"]), "language": .fields(["song.language"]),
    ],
    StageRegistry.transcript.name: [
      "hears": .software("how words are written down"), "language": .fields(["song.language"]),
    ],
    StageRegistry.shots.name: [
      "shots.length": .fields(["shots.length"]), "shots.min": .fields(["shots.min"]),
      "shots.max": .fields(["shots.max"]), "crop.start": .fields(["crop.start"]),
      "crop.end": .fields(["crop.end"]), "crop.snap": .fields(["crop.snap"]),
    ],
    StageRegistry.subtitles.name: [
      "style.kind": .fields(["subtitles.style"]),
      "style.position": .fields(["subtitles.position"]),
      "style.width": .fields(size), "style.height": .fields(size),
      "style.font": .fields(["subtitles.font"]), "style.size": .fields(["subtitles.size"]),
      "style.sung": .fields(["subtitles.highlight", "subtitles.color", "subtitles.style"]),
      "style.unsung": .fields(["subtitles.color", "subtitles.style"]),
      "style.outline": .software("how words are outlined"),
      "style.shadow": .software("how words are shadowed"),
      "burned in": .fields(["subtitles.burn", "subtitles.style"]),
      "artist": .fields(["song.artist"]),
    ],
    StageRegistry.prompts.name: [
      "label": .fields(["structure"]),
      "theme": .fields(["theme", "sections.*.theme"]),
      "prompt": .fields(["prompt", "sections.*.prompt"]),
      "added prompt": .fields(["prompt", "sections.*.prompt"]),
    ],
    StageRegistry.keyframe.name: [
      "theme": .fields(["theme", "sections.*.theme"]),
      "artist": .fields(["artist", "sections.*.artist"]),
      "negative_prompt": .fields(["negative_prompt", "sections.*.negative_prompt"]),
      "position": .fields(["prompt", "sections.*.prompt"]),
      "seed": seeds, "section seed": seeds, "part of the film": .fields(["structure"]),
      "focus": .fields(["images", "sections.*.image"]),
      "framing": .fields(["images", "sections.*.image"]),
    ],
    StageRegistry.gif.name: ["fps of the output": .fields(["outputs"])],
    StageRegistry.loop.name: [
      "dissolve": .shots, "encoder": .software("the video encoder"),
      "crf": .fields(["render.quality"]), "preset": .fields(["render.quality"]),
      "gop": .fields(["render.fps"]),
    ],
    StageRegistry.frames.name: motions.merging([
      "seed": seeds, "first frame": .shots, "frame after the last": .shots, "goes on": .shots,
    ]) { own, _ in own },
    StageRegistry.segment.name: motions.merging([
      "encoder": .software("the video encoder"),
      "crf": .fields(["render.quality"]), "preset": .fields(["render.quality"]),
      "gop": .fields(["render.fps"]),
      "first visible frame": .shots, "visible end frame": .shots,
      "fade frames": .fields(["shots.transition", "shots.transition_length", "render.fps"]),
      "typesetting": .software("how words are set"), "seed": seeds, "first kept frame": .shots,
    ]) { own, _ in own },
    StageRegistry.soundtrack.name: [
      "encoder": .software("the sound encoder"),
      "fade_in": .fields(["crop.fade_in"]), "fade_out": .fields(["crop.fade_out"]),
      "bit rate": .software("the sound encoder's bit rate"),
      "effort": .fields(["render.quality"]),
    ],
    StageRegistry.film.name: [
      "frames": .shots, "order": .shots, "artist": .fields(["song.artist"]),
      "album": .fields(["song.album"]), "language": .fields(["song.language"]),
    ],
    StageRegistry.contactSheet.name: [
      "aspect": .fields(size), "artist": .fields(["song.artist"]), "length": .shots,
    ],
  ]

  private static let motions: [String: FieldMeaning] = [
    "motion.zoom": motion("zoom"), "motion.pan_x": motion("pan_x"),
    "motion.pan_y": motion("pan_y"), "motion.rotate": motion("rotate"),
    "motion.push": motion("push"), "motion.sway": motion("sway"), "motion.beat": motion("beat"),
  ]

  /// The texts of a page choose its fonts.
  private static let pageFonts = FieldMeaning.fields([
    "song.title", "song.artist", "song.language", "audio.file", "theme", "artist", "prompt",
    "sections.*.theme", "sections.*.artist", "sections.*.prompt", "structure", "lyrics.file",
  ])

  private static let numbered: [String: [String: FieldMeaning]] = [
    StageRegistry.structure.name: ["section": .fields(["structure"])],
    StageRegistry.shots.name: ["cut": .timeRanges],
    StageRegistry.prompts.name: ["prompt": .fields(["prompt", "sections.*.prompt"])],
    StageRegistry.segment.name: [
      "font": .fields(["subtitles.style", "subtitles.burn", "subtitles.font", "lyrics.file"])
    ],
    StageRegistry.film.name: ["chapter": .shots],
    StageRegistry.gif.name: ["segment": .shots],
    StageRegistry.loop.name: ["segment": .shots],
    StageRegistry.stills.name: ["segment": .shots],
    StageRegistry.thumbnail.name: ["segment": .shots],
    StageRegistry.waveform.name: ["font": pageFonts, "bold": pageFonts],
    StageRegistry.contactSheet.name: ["entry": .shots, "font": pageFonts, "bold": pageFonts],
  ]

  private static let inputs: [String: [String: FieldMeaning]] = [
    StageRegistry.lyrics.name: [
      "beats": .fields(["lyrics.file"]), "signals": .fields(["lyrics.file"]),
      "sections": .fields(["lyrics.file", "structure"]),
    ],
    StageRegistry.structure.name: [
      "audio": .fields(["structure"]), "sections": .fields(["lyrics.file", "structure"]),
      "features": .fields(["lyrics.file", "structure"]),
      "repeats": .fields(["lyrics.file", "structure"]),
    ],
    StageRegistry.prompts.name: [
      "lyrics": .fields(["prompt", "sections.*.prompt", "lyrics.file"])
    ],
    StageRegistry.segment.name: [
      "signals": motion("beat"),
      "next picture": .fields(["shots.transition", "shots.transition_length"]),
      "frames": .shots,
      "words": .fields(["subtitles.style", "subtitles.burn", "lyrics.file"]),
    ],
    StageRegistry.frames.name: ["signals": motion("beat"), "previous": .shots],
    StageRegistry.film.name: [
      "words": .fields(["subtitles.style", "lyrics.file"]), "segment": .shots,
    ],
    StageRegistry.contactSheet.name: ["image": .shots, "note": .shots],
  ]

  private static func motion(_ rate: String) -> FieldMeaning {
    .fields([
      "motion.preset", "motion.\(rate)", "sections.*.motion.preset", "sections.*.motion.\(rate)",
    ])
  }
}
