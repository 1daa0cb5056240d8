/// The fields of an entry in `sections`.
enum SectionFields {
  static let prompt = Field(
    "prompt", Kind<PromptOverride>.prompt,
    "Instead of the written prompt; a list travels through it; `+words` adds.")
  static let theme = Field("theme", .text, "Another visual theme.")
  static let artist = Field("artist", .text, "Another visual style.")
  static let negativePrompt = Field("negative_prompt", .text, "What must not be seen.")
  static let seed = Field(
    "seed", .integer(FileFormat.seeds), "Another seed than the derived one.")
  static let take = Field(
    "take", .integer(1...1_000_000), "Another roll of the dice, from 2 on.", otherwise: "1")
  static let motion = FieldGroup(
    "motion", MotionFields.rows, or: MotionFields.preset.row, "Another motion.")

  static let animation = Field(
    "animation", .animation, "Another way from a picture to frames.", otherwise: "the file's")

  static let rows = [
    prompt.row, theme.row, artist.row, negativePrompt.row, seed.row, take.row, motion.row,
    ImageFields.image, animation.row,
    FieldRow(
      "denoise", notBuiltYet: "How much of a frame an image model repaints.",
      today: "the painter repaints everything: remove it"),
    FieldRow(
      "sampling", notBuiltYet: "How an image model samples.",
      today: "sampling at the top of the file holds everywhere"),
    FieldRow(
      "model", notBuiltYet: "Another checkpoint for a section.",
      today: "model at the top of the file holds everywhere"),
  ]
}
