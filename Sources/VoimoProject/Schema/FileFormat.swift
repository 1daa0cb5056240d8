/// The format of `voimo.yaml`: the one table of its fields.
package enum FileFormat {
  /// The keys at the top of a file, in the order of the manual.
  package static let fields: [Field] =
    [
      Field(
        "version", .integer(1...1), "The version of this format.", default: "1")
    ] + look + [
      Field(
        "profiles", .profiles(look),
        "Named sets of changes, merged over the file with `--profile NAME`; `draft` is always there: the painter, 480 pixels wide, 12 frames a second."
      )
    ]

  /// What a file and a profile may both say.
  private static let look: [Field] = [
    Field(
      "audio", .either([.path, .fields(audio)]),
      "The song's file: any sound, or a film's soundtrack; it is never changed.", isRequired: true),
    Field("song", .fields(song), "Who plays what, for the film's name and metadata."),
    Field(
      "lyrics", .either([.path, .fields(lyrics)]),
      "Your words (.txt, .lrc, .srt, .vtt, .ass); voimo only finds the timing. Without: a film without text."
    ),
    Field(
      "crop", .either([.timeRange, .fields(crop)]),
      "The part of the song that the film shows: `0:30-1:00`, or its parts.",
      default: "the whole song"),
    Field(
      "structure", .either([structure, .path]),
      "Where sections begin, by your word, here or in a YAML file with the same list; nothing is detected then. Each lasts until the next. `voimo freeze structure` writes such a file.",
      default: "detected"),
    Field("shots", .fields(shots), "How long shots are and how they follow each other."),
    Field("theme", .text, "What the film shows: the visual theme of all sections."),
    Field(
      "artist", .text, "Whose look to borrow: the visual style. The performer is `song.artist`."),
    Field(
      "prompt", prompt,
      "One prompt for every section instead of the written ones; `+words` adds to them."),
    Field("negative_prompt", .text, "What must not be seen."),
    Field(
      "model", .either([.text, .fields(model)]),
      "A checkpoint for an image back end. None can be loaded yet: leave it out, or build with `--profile draft`, which paints without one."
    ),
    Field(
      "seed", .integer(0...9_007_199_254_740_991), "Which film of all the possible ones.",
      default: "\(Project.defaultSeed)"),
    Field("render", .fields(render), "The picture's size, frame rate and encoding."),
    Field(
      "motion", .either([.choice(presets), .fields(motion)]),
      "How the camera moves: a preset's name, or numbers per second.",
      default: MotionSettings.defaultPreset.rawValue),
    Field(
      "sections", .sections(section),
      "What to change in some sections: `chorus` is every chorus, `chorus.2` the second, \"1:48-2:04\" a stretch of time. The more specific wins."
    ),
    Field(
      "subtitles", .either([.choice(styles), .fields(subtitles)]), "How words are shown.",
      default: "soft"),
    Field(
      "outputs", .list(.choice(OutputKind.allCases.map(\.rawValue)), most: 16, unique: true),
      "What is written to `out/`: the film, and lyrics with times.", default: "[film]"),
    Field(
      "sampling", notBuiltYet: "How an image model samples.",
      today: "the painter has no sampler: remove it"),
    Field(
      "animation", notBuiltYet: "How frames follow from a keyframe.",
      today: "the painter moves its own scenes: remove it"),
    Field(
      "denoise", notBuiltYet: "How much of a frame an image model repaints.",
      today: "the painter repaints everything: remove it"),
    Field(
      "prompts", notBuiltYet: "Who writes the prompts.",
      today: "prompts come from theme, artist and sections.*.prompt"),
    Field(
      "backends", notBuiltYet: "Which programs do the model work.",
      today: "the built-in painter needs none: remove it"),
    Field(
      "budget", notBuiltYet: "When to stop spending time.",
      today: "remove it; voimo plan says what would run"),
    Field("matrix", notBuiltYet: "Several films from one file.", today: "use a profile for each"),
  ]

  /// One prompt, prompts to travel through, or words to add.
  private static let prompt = Kind.either([.text, .list(.text, most: 16, unique: false)])
  private static let presets = MotionPreset.allCases.map(\.rawValue)
  private static let styles = SubtitleSettings.Style.allCases.map(\.rawValue)

  private static let audio: [Field] = [
    Field("file", .path, "The song's file.", isRequired: true),
    Field(
      "stream", .integer(AudioSource.streams), "Which of several streams of sound, counted from 0.",
      default: "the file's own choice"),
    Field("stems", notBuiltYet: "Your own stems.", today: "give the mix as audio"),
  ]

  private static let song: [Field] = [
    Field("title", .text, "The song's name."),
    Field("artist", .text, "The performer."),
    Field("album", .text, "The album."),
    Field("language", .language, "The language that is sung: `en`, `pt-BR`."),
  ]

  private static let lyrics: [Field] = [
    Field("file", .path, "The words' file.", isRequired: true),
    Field(
      "offset", .length(musical: false, negative: true),
      "Added to every time in the file; negative is earlier.", default: "0"),
    Field(
      "mode", notBuiltYet: "Whether words are aligned or taken as timed.",
      today: "a file with times keeps them; plain text is laid over the vocals"),
  ]

  private static let crop: [Field] = [
    Field(
      "start", .time(or: ["start"]), "Where the film begins, in the song's time.",
      default: "the song's start"),
    Field(
      "end", .time(or: ["end"]), "Where the film ends, in the song's time.",
      default: "the song's end"),
    Field(
      "fade_in", .length(musical: false, negative: false), "How long the sound fades in.",
      default: "0"),
    Field(
      "fade_out", .length(musical: false, negative: false), "How long the sound fades out.",
      default: "0"),
    Field(
      "snap", .choice(Crop.Snap.allCases.map(\.rawValue)), "What the cut moves to.", default: "none"
    ),
  ]

  /// Declared sections, in the file or in a file of their own.
  static let structure = Kind.list(.fields(declared), most: FileLimits.sections, unique: false)

  private static let declared: [Field] = [
    Field(
      "label", .label,
      "intro, verse, pre-chorus, chorus, bridge, inst, solo, break, outro, or your own.",
      isRequired: true),
    Field(
      "start", .time(or: []), "Where the section begins, in the song's time.", isRequired: true),
  ]

  private static let shots: [Field] = [
    Field(
      "length", .length(musical: true, negative: false),
      "What a shot is meant to last: `2bar`, `8b`, `4s`.", default: "2bar"),
    Field(
      "min", .length(musical: false, negative: false), "No shot is shorter, unless its section is.",
      default: "1s"),
    Field("max", .length(musical: false, negative: false), "No shot is longer.", default: "8s"),
    Field(
      "transition", .choice(ShotSettings.Transition.allCases.map(\.rawValue)),
      "How one section becomes the next; inside a section shots are cut.", default: "cut"),
    Field(
      "transition_length", .length(musical: false, negative: false), "How long a crossfade lasts.",
      default: "0.5s"),
  ]

  private static let model: [Field] = [
    Field("checkpoint", .text, "The checkpoint's name or file.", isRequired: true),
    Field(
      "sha256", .sha256, "The checkpoint's hash, so that another file of that name is noticed."),
    Field("loras", notBuiltYet: "Small changes to a checkpoint.", today: "remove it"),
  ]

  private static let render: [Field] = [
    Field("width", .evenInteger(64...7680), "In pixels, even.", default: "from height and aspect"),
    Field("height", .evenInteger(64...7680), "In pixels, even.", default: "from width and aspect"),
    Field(
      "aspect", .aspect, "The picture's shape; the shorter side is 720 pixels unless given.",
      default: "16:9"),
    Field("fps", .frameRate, "Frames a second: `24`, `30000/1001`.", default: "24"),
    Field(
      "quality", .choice(RenderSettings.Quality.allCases.map(\.rawValue)),
      "How much work goes into encoding.", default: "standard"),
    Field(
      "diffuse", notBuiltYet: "How many frames a second a model makes.",
      today: "the painter makes every frame: remove it"),
    Field(
      "interpolate", notBuiltYet: "Frames between frames.",
      today: "the painter makes every frame: remove it"),
    Field(
      "upscale", notBuiltYet: "Enlarging by a model.", today: "ask for the size with render.height"),
  ]

  private static let motion: [Field] = [
    Field(
      "preset", .choice(presets), "A movement by name; in a section it starts afresh.",
      default: MotionSettings.defaultPreset.rawValue),
    Field(
      "zoom", .number(0.25...4), "The factor by which the picture grows in a second; 1 is still."),
    Field("pan_x", .number(-2...2), "Picture widths a second; positive is to the right."),
    Field("pan_y", .number(-2...2), "Picture heights a second; positive is up."),
    Field("rotate", .number(-720...720), "Degrees a second; positive is clockwise."),
    Field(
      "push", .number(-2...2),
      "How fast the camera travels into the scene; 0 is still, negative backs away."),
    Field("sway", .number(0...0.2), "How far a hand would shake the camera, in picture widths."),
    Field("beat", .number(0...1), "How strongly the picture answers the beat."),
    Field(
      "mode", notBuiltYet: "2D or 3D motion of a model's frames.",
      today: "zoom, pan_x, pan_y, rotate, push"),
    Field(
      "translation_x", notBuiltYet: "Deforum's sideways motion.",
      today: "pan_x, in picture widths a second"),
    Field(
      "translation_y", notBuiltYet: "Deforum's upward motion.",
      today: "pan_y, in picture heights a second"),
    Field(
      "translation_z", notBuiltYet: "Deforum's motion into the picture.",
      today: "push, or preset: fly-through"),
    Field("rotation_3d_x", notBuiltYet: "Deforum's tilt.", today: "rotate, in degrees a second"),
    Field("rotation_3d_y", notBuiltYet: "Deforum's turn.", today: "rotate, in degrees a second"),
    Field("rotation_3d_z", notBuiltYet: "Deforum's roll.", today: "rotate, in degrees a second"),
    Field("angle", notBuiltYet: "Deforum's roll in 2D.", today: "rotate, in degrees a second"),
    Field("fov", notBuiltYet: "The camera's field of view.", today: "push, or preset: fly-through"),
  ]

  private static let section: [Field] = [
    Field(
      "prompt", prompt, "Instead of the written prompt; a list travels through it; `+words` adds."),
    Field("theme", .text, "Another visual theme."),
    Field("artist", .text, "Another visual style."),
    Field("negative_prompt", .text, "What must not be seen."),
    Field("seed", .integer(0...9_007_199_254_740_991), "Another seed than the derived one."),
    Field("take", .integer(1...1_000_000), "Another roll of the dice, from 2 on.", default: "1"),
    Field("motion", .either([.choice(presets), .fields(motion)]), "Another motion."),
    Field(
      "denoise", notBuiltYet: "How much of a frame an image model repaints.",
      today: "the painter repaints everything: remove it"),
    Field(
      "sampling", notBuiltYet: "How an image model samples.",
      today: "the painter has no sampler: remove it"),
    Field("model", notBuiltYet: "Another checkpoint for a section.", today: "remove it"),
    Field(
      "animation", notBuiltYet: "How frames follow from a keyframe.",
      today: "the painter moves its own scenes: remove it"),
  ]

  private static let subtitles: [Field] = [
    Field(
      "style", .choice(styles),
      "soft is a track of the film; plain and karaoke are drawn into the picture.", default: "soft"),
    Field(
      "position", .choice(SubtitleSettings.Position.allCases.map(\.rawValue)), "Where lines stand.",
      default: "bottom"),
    Field(
      "burn", .flag, "Whether words become part of the picture.",
      default: "true for plain and karaoke"),
    Field(
      "size", .number(1...20), "The height of a line in percent of the picture's height.",
      default: "6"),
    Field(
      "font", .text,
      "The font family that the .ass file names; words drawn into the picture are DejaVu Sans.",
      default: "DejaVu Sans"),
    Field("color", .color, "Of the words: \"#ffffff\".", default: "\"#ffffff\""),
    Field(
      "highlight", .color, "Of the words that have been sung, with karaoke.", default: "\"#ffd64d\""
    ),
  ]
}
