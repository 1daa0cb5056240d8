import VoimoBase

/// The fields of `crop`.
enum CropFields {
  static let start = Field(
    "start", .time(or: "start"), "Where the film begins, in the song's time.", default: nil,
    shown: "the song's start")
  static let end = Field(
    "end", .time(or: "end"), "Where the film ends, in the song's time.", default: nil,
    shown: "the song's end")
  static let fadeIn = Field(
    "fade_in", .length, "How long sound and picture fade in, from black.", default: .seconds(0))
  static let fadeOut = Field(
    "fade_out", .length, "How long sound and picture fade out, to black.", default: .seconds(0))
  static let snap = Field(
    "snap", Kind<Crop.Snap>.choice,
    "What the cuts move to: the nearest `beat` or bar line (`downbeat`), or out to whole bars (`bar`).",
    default: .none)

  static let rows = [start.row, end.row, fadeIn.row, fadeOut.row, snap.row]
}
