/// The fields of a picture of the user's own.
enum ImageFields {
  static let file = Field(
    "file", .pictures, "A picture, a folder, or a pattern: `photos/*.jpg`.", isRequired: true)
  static let focus = Field(
    "focus", .focus,
    "What must stay in sight, from the left and from the top: `[0.3, 0.4]`.",
    otherwise: "found out")

  static let rows = [file.row, focus.row]

  /// Pictures one by one.
  static let list = Shape.list(
    .either([.fields(rows), file.row.shape]), count: 1...2000, unique: true, name: "pictures")

  /// `image` in a section.
  static let image = FieldRow(
    name: "image", shape: .either([.fields(rows), list, file.row.shape]),
    documentation:
      "Your own picture for it, in place of a painted one; a list is shown one a shot.",
    fallback: nil)
}

/// The fields of `images`.
enum ImagesFields {
  static let order = Field(
    "order", Kind<ImageSet.Order>.choice,
    "`name` takes them as listed, and those of a folder by name; `shuffle` mixes them by the seed.",
    default: .name)

  static let rows = [
    FieldRow(
      name: "files", shape: .either([ImageFields.list, ImageFields.file.row.shape]),
      documentation: "The pictures: a folder, a pattern, or a list.", fallback: nil,
      isRequired: true),
    order.row,
  ]

  static let images = FieldRow(
    name: "images", shape: .either([.fields(rows), ImageFields.list, ImageFields.file.row.shape]),
    documentation:
      "Your own pictures, in place of painted ones: a folder (`photos/`), a pattern, or a list.",
    fallback: nil)
}
