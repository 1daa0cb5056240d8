/// The fields of `model`.
enum ModelFields {
  static let checkpoint = Field(
    "checkpoint", .text, "The checkpoint's name or file.", isRequired: true)
  static let sha256 = Field(
    "sha256", .sha256, "The checkpoint's hash, so that another file of that name is noticed.")

  static let rows = [
    checkpoint.row, sha256.row,
    FieldRow(
      name: "loras",
      shape: .list(
        .either([.fields(LoraFields.rows), LoraFields.name.row.shape]), count: 1...16,
        unique: true, name: "loras"),
      documentation: "Small changes to the checkpoint: names, or names with weights.",
      fallback: nil),
  ]
}

/// The fields of one of `model.loras`.
enum LoraFields {
  static let name = Field("name", .text, "The change's name or file.", isRequired: true)
  static let weight = Field(
    "weight", .number(-4...4), "How strongly it works; 1 is as it was made.", default: 1)

  static let rows = [name.row, weight.row]
}

/// The fields of `sampling`.
enum SamplingFields {
  static let sampler = Field(
    "sampler", .text, "In the back end's own words: `dpmpp_2m`.", otherwise: "the back end's")
  static let scheduler = Field(
    "scheduler", .text, "In the back end's own words: `karras`.", otherwise: "the back end's")
  static let steps = Field(
    "steps", .integer(1...150), "How many steps a picture takes.", otherwise: "the back end's")
  static let cfgScale = Field(
    "cfg_scale", .number(0...30), "How closely the prompt is followed.",
    otherwise: "the back end's")
  static let clipSkip = Field(
    "clip_skip", .integer(1...12), "How many of the text encoder's last layers are left out.",
    otherwise: "the back end's")

  static let rows = [sampler.row, scheduler.row, steps.row, cfgScale.row, clipSkip.row]
}
