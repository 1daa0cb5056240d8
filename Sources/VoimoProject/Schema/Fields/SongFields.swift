import VoimoBase

/// The fields of `audio`.
enum AudioFields {
  static let file = Field("file", .path, "The song's file.", isRequired: true)
  static let stream = Field(
    "stream", .integer(0...63), "Which of several streams of sound, counted from 0.",
    otherwise: "the file's own choice")

  static let rows = [
    file.row, stream.row,
    FieldRow("stems", notBuiltYet: "Your own stems.", today: "give the mix as audio"),
  ]
}

/// The fields of `song`.
enum SongFields {
  static let title = Field("title", .text, "The song's name.")
  static let artist = Field("artist", .text, "The performer.")
  static let album = Field("album", .text, "The album.")
  static let language = Field(
    "language", .language, "The language that is sung: `en`, `pt-BR`.")

  static let rows = [title.row, artist.row, album.row, language.row]
}

/// The fields of `lyrics`.
enum LyricsFields {
  static let file = Field("file", .path, "The words' file.", isRequired: true)
  static let offset = Field(
    "offset", .length(musical: false, negative: true),
    "Added to every time in the file; negative is earlier.", default: .seconds(0))
  static let encoding = Field(
    "encoding", .encoding,
    "The encoding of a file that is not UTF-8: `GBK`, `Shift_JIS`, `windows-1251`.",
    otherwise: "found out")

  static let rows = [
    file.row, offset.row, encoding.row,
    FieldRow(
      "mode", notBuiltYet: "Whether words are aligned or taken as timed.",
      today: "a file with times keeps them; plain text is laid over the vocals"),
  ]
}

/// The fields of a section in `structure`, and of one in a file of sections.
enum DeclaredFields {
  static let label = Field(
    "label", .label,
    "intro, verse, pre-chorus, chorus, bridge, inst, solo, break, outro, or your own.",
    isRequired: true)
  static let start = Field(
    "start", Kind<Seconds>.time, "Where the section begins, in the song's time.", isRequired: true)

  /// Declared sections, in the file or in a file of their own.
  static let list = Shape.list(
    .fields([label.row, start.row]), count: 1...FileLimits.sections, unique: false, name: "sections"
  )
}
