import VoimoBase

/// The format of `voimo.yaml`: the one table of its fields.
///
/// Mappings below the top have tables of their own under `Fields/`.
package enum FileFormat {
  /// The keys at the top of a file, in the order of the manual.
  package static let fields: [FieldRow] = [version.row] + look + [profiles]

  static let version = Field(
    "version", .integer(1...1), "The version of this format.", default: 1)

  static let audio = FieldGroup(
    "audio", AudioFields.rows, or: AudioFields.file.row,
    "The song's file: any sound, or a film's soundtrack; it is never changed.", isRequired: true)
  static let song = FieldGroup(
    "song", SongFields.rows, "Who plays what, for the film's name and metadata.")
  static let lyrics = FieldGroup(
    "lyrics", LyricsFields.rows, or: LyricsFields.file.row,
    "Your words (.txt, .lrc, .srt, .vtt, .ass); voimo only finds the timing. Without: a film without text."
  )
  static let crop = FieldGroup(
    "crop", CropFields.rows, orText: Kind<ClosedRange<Seconds>>.timeRange.shape,
    "The part of the song that the film shows: `0:30-1:00`, or its parts.",
    otherwise: "the whole song")
  static let structurePath = Field("structure", Kind<String>.path, "The file of sections.")
  static let shots = FieldGroup(
    "shots", ShotFields.rows, "How long shots are and how they follow each other.")

  static let theme = Field(
    "theme", .text, "What the film shows: the visual theme of all sections.")
  static let artist = Field(
    "artist", .text, "Whose look to borrow: the visual style. The performer is `song.artist`.")
  static let prompt = Field(
    "prompt", Kind<PromptOverride>.prompt,
    "One prompt for every section instead of the written ones; `+words` adds to them.")
  static let negativePrompt = Field("negative_prompt", .text, "What must not be seen.")
  static let model = FieldGroup(
    "model", ModelFields.rows, or: ModelFields.checkpoint.row,
    "A checkpoint for an image back end that loads models; the profile `draft` paints without one."
  )
  static let sampling = FieldGroup(
    "sampling", SamplingFields.rows, "How an image model samples.")
  static let animation = Field(
    "animation", .animation,
    "How frames follow from a picture: the painter moves its own scene, `camera` moves through any.",
    default: .auto)
  static let backends = FieldGroup(
    "backends", BackendFields.rows,
    "Who does which work: a name, or a mapping of `type` and the back end's own settings.")
  static let seed = Field(
    "seed", .integer(seeds), "Which film of all the possible ones.", default: 1)
  static let render = FieldGroup(
    "render", RenderFields.rows, "The picture's size, frame rate and encoding.")
  static let motion = FieldGroup(
    "motion", MotionFields.rows, or: MotionFields.preset.row,
    "How the camera moves: a preset's name, or numbers per second.",
    otherwise: MotionSettings.defaultPreset.rawValue)
  static let subtitles = FieldGroup(
    "subtitles", SubtitleFields.rows, or: SubtitleFields.style.row,
    "How words are shown.", otherwise: SubtitleFields.style.fallback.rawValue)

  /// The mappings that a text may stand for.
  static let short = [audio, lyrics, model, motion, subtitles]

  /// The numbers that a seed can be: those that every reader of JSON keeps exactly.
  static let seeds = 0...9_007_199_254_740_991

  private static let structure = FieldRow(
    name: "structure", shape: .either([DeclaredFields.list, Kind<String>.path.shape]),
    documentation:
      "Where sections begin, by your word, here or in a YAML file with the same list; nothing is detected then. Each lasts until the next. `voimo freeze structure` writes such a file.",
    fallback: "detected")

  private static let sections = FieldRow(
    name: "sections", shape: .sections(SectionFields.rows),
    documentation:
      "What to change in some sections: `chorus` is every chorus, `chorus.2` the second, `chorus.2/03` one of its shots, \"1:48-2:04\" a time range. The more specific wins.",
    fallback: nil)

  private static let profiles = FieldRow(
    name: "profiles", shape: .profiles(look),
    documentation:
      "Named sets of changes, merged over the file with `--profile NAME`; `draft` is always there: the painter, 480 pixels wide, 12 frames a second.",
    fallback: nil)

  /// What a file and a profile may both say.
  private static let look: [FieldRow] =
    [
      audio.row, song.row, lyrics.row, crop.row, structure, shots.row, theme.row, artist.row,
      prompt.row, negativePrompt.row, ImagesFields.images, model.row, sampling.row, seed.row,
      animation.row, render.row, motion.row, sections, subtitles.row, OutputFields.list,
      backends.row,
    ] + unbuilt

  private static let unbuilt = [
    FieldRow(
      "denoise", notBuiltYet: "How much of a frame an image model repaints.",
      today: "the painter repaints everything: remove it"),
    FieldRow(
      "prompts", notBuiltYet: "Who writes the prompts.",
      today: "prompts come from theme, artist and sections.*.prompt"),
    FieldRow(
      "budget", notBuiltYet: "When to stop spending time.",
      today: "remove it; voimo plan says what would run"),
    FieldRow(
      "matrix", notBuiltYet: "Several films from one file.", today: "use a profile for each"),
  ]
}
