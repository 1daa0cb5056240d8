import VoimoBase

/// The fields of `shots`.
enum ShotFields {
  static let length = Field(
    "length", .length(musical: true, negative: false),
    "What a shot is meant to last: `2bar`, `8b`, `4s`.", default: .bars(2))
  static let min = Field(
    "min", .length, "No shot is shorter, unless its section is.", default: .seconds(1))
  static let max = Field("max", .length, "No shot is longer.", default: .seconds(8))
  static let transition = Field(
    "transition", Kind<ShotSettings.Transition>.choice,
    "How one section becomes the next; inside a section shots are cut.", default: .cut)
  static let transitionLength = Field(
    "transition_length", .length, "How long a crossfade lasts.", default: .seconds(0.5))

  static let rows = [length.row, min.row, max.row, transition.row, transitionLength.row]
}
