/// The table of fields as a page of the manual.
package enum Manual {
  /// The page in Markdown: the same bytes every time.
  package static var text: String {
    var page = """
      # Every field of voimo.yaml

      Made from the table that `voimo check` reads by; a test fails when they differ. Keys that
      begin with `x-` are free everywhere.


      """
    page += rows(FileFormat.fields, path: "")
    page += "\n## Motion presets\n\n| Preset | What it does |\n|---|---|\n"
    for preset in MotionPreset.allCases {
      page += "| `\(preset.rawValue)` | \(preset.documentation) |\n"
    }
    page += "\n## Not built yet\n\nEach of these is an error that says so.\n\n"
    page += "| Field | What it will be | Today |\n|---|---|---|\n"
    page += unbuilt(FileFormat.fields, path: "")
    return page
  }

  private static func rows(_ fields: [FieldRow], path: String) -> String {
    var page = path.isEmpty ? "" : "\n## \(path)\n\n"
    page += "| Field | Takes | Default | |\n|---|---|---|---|\n"
    for field in fields where field.unbuilt == nil {
      page +=
        "| `\(field.name)` | \(wanted(field.shape)) | \(field.fallback ?? "") "
        + "| \(field.documentation) |\n"
    }
    for field in fields where field.name != "profiles" {
      for inner in mappings(in: field.shape) {
        page += rows(inner, path: path.isEmpty ? field.name : "\(path).\(field.name)")
      }
    }
    return page
  }

  private static func unbuilt(_ fields: [FieldRow], path: String) -> String {
    fields.map { field in
      let name = path.isEmpty ? field.name : "\(path).\(field.name)"
      if let today = field.unbuilt { return "| `\(name)` | \(field.documentation) | \(today) |\n" }
      if field.name == "profiles" { return "" }
      return mappings(in: field.shape).map { unbuilt($0, path: name) }.joined()
    }.joined()
  }

  private static func mappings(in shape: Shape) -> [[FieldRow]] {
    switch shape {
    case .fields(let fields), .sections(let fields), .profiles(let fields): [fields]
    case .list(let element, _, _, _): mappings(in: element)
    case .either(let shapes): shapes.flatMap(mappings)
    case .anything, .scalar: []
    }
  }

  private static func wanted(_ shape: Shape) -> String {
    switch shape {
    case .anything: ""
    case .fields: "a mapping"
    case .sections: "a mapping of sections and what to change in them"
    case .profiles: "a mapping of names and what they change"
    case .list(let element, _, _, _): "a list of: \(wanted(element))"
    case .either(let shapes): shapes.map(wanted).joined(separator: "; or ")
    case .scalar(let scalar): wanted(scalar)
    }
  }

  private static func wanted(_ scalar: Scalar) -> String {
    switch scalar.form {
    case .text, .wholePrompt: "text"
    case .path: "a file"
    case .integer(let range) where range.upperBound > 1_000_000_000:
      "a whole number from \(range.lowerBound)"
    case .evenInteger(let range): "an even number from \(range.lowerBound) to \(range.upperBound)"
    default: scalar.wanted("?")
    }
  }
}
