import VoimoBase

/// The fields of `subtitles`.
enum SubtitleFields {
  static let style = Field(
    "style", Kind<SubtitleSettings.Style>.choice,
    "soft is a track of the film; plain and karaoke are drawn into the picture.", default: .soft)
  static let position = Field(
    "position", Kind<LinePosition>.choice, "Where lines stand.", default: .bottom)
  static let burn = Field(
    "burn", .flag, "Whether words become part of the picture.",
    otherwise: "true for plain and karaoke")
  static let size = Field(
    "size", .number(1...20), "The height of a line in percent of the picture's shorter side.",
    default: 6)
  static let font = Field(
    "font", .text,
    "The font family, of those that are installed; characters that it lacks come from others.",
    default: "DejaVu Sans")
  static let color = Field(
    "color", .color, "Of the words: \"#ffffff\".", default: .white)
  static let highlight = Field(
    "highlight", .color, "Of the words that have been sung, with karaoke.",
    default: Color(255, 214, 77))

  static let rows = [
    style.row, position.row, burn.row, size.row, font.row, color.row, highlight.row,
  ]
}
