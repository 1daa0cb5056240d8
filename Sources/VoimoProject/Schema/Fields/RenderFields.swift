import VoimoBase

/// The fields of `render`.
enum RenderFields {
  /// The pixels that a side of the picture can have.
  static let sides = 64...7680

  static let width = Field(
    "width", .evenInteger(sides), "In pixels, even.", otherwise: "from height and aspect")
  static let height = Field(
    "height", .evenInteger(sides), "In pixels, even.", otherwise: "from width and aspect")
  static let aspect = Field(
    "aspect", Kind<Aspect>.aspect,
    "The picture's shape; the shorter side is 720 pixels unless given.",
    default: Aspect(width: 16, height: 9))
  static let fps = Field(
    "fps", Kind<FrameRate>.frameRate, "Frames a second: `24`, `30000/1001`, `29.97`.",
    default: .film)
  static let quality = Field(
    "quality", Kind<RenderSettings.Quality>.choice, "How much work goes into encoding.",
    default: .standard)

  static let rows = [
    width.row, height.row, aspect.row, fps.row, quality.row,
    FieldRow(
      "diffuse", notBuiltYet: "How many frames a second a model makes.",
      today: "the painter makes every frame: remove it"),
    FieldRow(
      "interpolate", notBuiltYet: "Frames between frames.",
      today: "the painter makes every frame: remove it"),
    FieldRow(
      "upscale", notBuiltYet: "Enlarging by a model.", today: "ask for the size with render.height"),
  ]
}
