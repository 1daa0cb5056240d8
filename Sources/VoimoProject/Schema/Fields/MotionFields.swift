/// The fields of `motion`, in a file and in a section.
enum MotionFields {
  static let preset = Field(
    "preset", Kind<MotionPreset>.choice, "A movement by name; in a section it starts afresh.",
    otherwise: MotionSettings.defaultPreset.rawValue)
  static let zoom = Field(
    "zoom", .rate(0.25...4), "The factor by which the picture grows in a second; 1 is still.")
  static let panX = Field(
    "pan_x", .rate(-2...2), "Picture widths a second; positive is to the right.")
  static let panY = Field("pan_y", .rate(-2...2), "Picture heights a second; positive is up.")
  static let rotate = Field(
    "rotate", .rate(-720...720), "Degrees a second; positive is clockwise.")
  static let push = Field(
    "push", .rate(-2...2),
    "How fast the camera travels into the scene; 0 is still, negative backs away.")
  static let sway = Field(
    "sway", .rate(0...0.2), "How far a hand would shake the camera, in picture widths.")
  static let beat = Field("beat", .rate(0...1), "How strongly the picture answers the beat.")

  static let rows =
    [
      preset.row, zoom.row, panX.row, panY.row, rotate.row, push.row, sway.row, beat.row,
      FieldRow(
        "mode", notBuiltYet: "2D or 3D motion of a model's frames.",
        today: "zoom, pan_x, pan_y, rotate, push"),
    ] + deforum

  /// What people bring from Deforum's schedules.
  private static let deforum = [
    FieldRow(
      "translation_x", notBuiltYet: "Deforum's sideways motion.",
      today: "pan_x, in picture widths a second"),
    FieldRow(
      "translation_y", notBuiltYet: "Deforum's upward motion.",
      today: "pan_y, in picture heights a second"),
    FieldRow(
      "translation_z", notBuiltYet: "Deforum's motion into the picture.",
      today: "push, or preset: fly-through"),
    FieldRow(
      "rotation_3d_x", notBuiltYet: "Deforum's tilt.", today: "rotate, in degrees a second"),
    FieldRow(
      "rotation_3d_y", notBuiltYet: "Deforum's turn.", today: "rotate, in degrees a second"),
    FieldRow(
      "rotation_3d_z", notBuiltYet: "Deforum's roll.", today: "rotate, in degrees a second"),
    FieldRow("angle", notBuiltYet: "Deforum's roll in 2D.", today: "rotate, in degrees a second"),
    FieldRow(
      "fov", notBuiltYet: "The camera's field of view.", today: "push, or preset: fly-through"),
  ]
}
