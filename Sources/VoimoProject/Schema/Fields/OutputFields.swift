import VoimoBase

/// The fields of an entry of `outputs`.
enum OutputFields {
  static let preset = Field(
    "preset", .preset, "A form by name; see the table of presets.",
    otherwise: Preset.clip.rawValue)
  static let name = Field(
    "name", .label, "Its file is called so after the title.", otherwise: "the preset's name")
  static let clip = Field(
    "clip", .clip,
    "Which part of the film: a section (`chorus.1`), a label (its first section), or a time range.",
    otherwise: "the preset's choice")
  static let aspect = Field(
    "aspect", Kind<Aspect>.aspect, "Another shape.", otherwise: "the preset's, else the film's")
  static let width = Field(
    "width", .evenInteger(RenderFields.sides), "In pixels, even.", otherwise: "the preset's")
  static let height = Field(
    "height", .evenInteger(RenderFields.sides), "In pixels, even.", otherwise: "the preset's")
  static let fps = Field(
    "fps", Kind<FrameRate>.frameRate, "Frames a second.", otherwise: "the preset's, else the film's"
  )
  static let audio = Field(
    "audio", Kind<Rendition.Audio>.choice, "What is heard.", otherwise: "the preset's")
  static let subtitles = Field(
    "subtitles", Kind<SubtitleSettings.Style>.choice, "How words are shown.",
    otherwise: "the preset's, else the film's")
  static let thumbnail = Field(
    "thumbnail", Kind<Seconds>.time, "A frame of the film as a picture, at a time of the song.")

  static let rows = [
    preset.row, name.row, clip.row, aspect.row, width.row, height.row, fps.row, audio.row,
    subtitles.row, thumbnail.row,
  ]

  /// What a text in the list may be: all but `clip`, which means nothing without its fields.
  static let word = Kind<Word>.choice

  static let list = FieldRow(
    name: "outputs",
    shape: .list(
      .either([.fields(rows), word.shape]), count: 1...32, unique: true, name: "outputs"),
    documentation:
      "What is written to `out/`: the film, lyrics with times, and the film in other forms.",
    fallback: "[film]")

  /// An output that needs no more than its name.
  enum Word: String, CaseIterable {
    case film, srt, vtt, lrc, ass, shorts, square, canvas, gif, frames, karaoke
  }
}
