import VoimoBase

/// The table of fields as a page of the manual.
package enum Manual {
  /// The page in Markdown: the same bytes every time.
  package static var text: String {
    var page = """
      # Every field of voimo.yaml

      Made from the table that `voimo check` reads by; a test fails when they differ. Keys that
      begin with `x-` are free everywhere.


      """
    var tables: [[String]: String] = [:]
    page += rows(FileFormat.fields, path: "", &tables)
    page += "\n## Motion presets\n\n| Preset | What it does |\n|---|---|\n"
    for preset in MotionPreset.allCases {
      page += "| `\(preset.rawValue)` | \(preset.documentation) |\n"
    }
    page += presets
    page += "\n## Not built yet\n\nEach of these is an error that says so.\n\n"
    page += "| Field | What it will be | Today |\n|---|---|---|\n"
    page += unbuilt(FileFormat.fields, path: "")
    return page
  }

  /// The table of presets, with what the places that they are for take.
  private static var presets: String {
    var page = "\n## Presets of outputs\n\nThe platforms' limits are those of 2026.\n\n"
    page += "| Preset | What it is | Size | Part of the film | Length | Frames a second | Sound |\n"
    page += "|---|---|---|---|---|---|---|\n"
    for preset in Preset.allCases {
      let facts = preset.facts
      let columns = [
        "`\(preset.rawValue)`", facts.documentation, size(facts), part(facts.part), length(facts),
        facts.fps.map { NumberText.text($0.framesPerSecond) } ?? "the film's",
        facts.hasSound ? facts.audio.rawValue : "none",
      ]
      page += "| " + columns.joined(separator: " | ") + " |\n"
    }
    return page
  }

  private static func size(_ facts: PresetFacts) -> String {
    if let width = facts.width { return "\(width) wide" }
    guard let aspect = facts.aspect, let side = facts.shorterSide else { return "the film's" }
    let size = aspect.size(shorterSide: side)
    return "\(size.width)×\(size.height)"
  }

  private static func part(_ part: PresetFacts.Part) -> String {
    switch part {
    case .film: "all of it"
    case .chorus(let most):
      "the first chorus, else the beginning; at most \(NumberText.text(most.value)) s"
    }
  }

  private static func length(_ facts: PresetFacts) -> String {
    var texts: [String] = []
    if let lengths = facts.lengths {
      let (least, most) = (lengths.lowerBound.value, lengths.upperBound.value)
      texts.append("\(NumberText.text(least)) to \(NumberText.text(most)) s")
    }
    if let safe = facts.safeLength, let advice = facts.advice {
      texts.append("best at most \(NumberText.text(safe.value)) s: \(advice)")
    }
    return texts.isEmpty ? "any" : texts.joined(separator: "; ")
  }

  /// The same page for the machine's own file.
  package static var machine: String {
    var printed: [[String]: String] = [:]
    return """
      # Every field of config.yaml

      Made from the table that `voimo config` reads by; a test fails when they differ. Keys that
      begin with `x-` are free everywhere. What the file is for:
      [configuration](../docs/guide/configuration.md).


      """ + rows(MachineFormat.fields, path: "", &printed)
  }

  /// A table and those below it; one that was printed already is named instead.
  private static func rows(
    _ fields: [FieldRow], path: String, _ printed: inout [[String]: String]
  ) -> String {
    var page = path.isEmpty ? "" : "\n## \(path)\n\n"
    if let other = printed[fields.map(\.name)] { return page + "As `\(other)`.\n" }
    printed[fields.map(\.name)] = path
    page += "| Field | Takes | Default | |\n|---|---|---|---|\n"
    for field in fields where field.unbuilt == nil {
      page +=
        "| `\(field.name)` | \(wanted(field.shape)) | \(field.fallback ?? "") "
        + "| \(field.documentation) |\n"
    }
    for field in fields where field.name != "profiles" {
      for (inner, ending) in tables(in: field.shape) {
        // Every port takes the same; one table tells them all.
        let isPort = path == FileFormat.backends.name
        if isPort, printed[inner.map(\.name)] != nil { continue }
        let name = (isPort ? "*" : field.name) + ending
        page += rows(inner, path: path.isEmpty ? name : "\(path).\(name)", &printed)
        if isPort { page += "\nOther keys are the back end's own settings.\n" }
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

  private static func mappings(in shape: Shape) -> [[FieldRow]] { tables(in: shape).map(\.0) }

  /// The mappings that may stand somewhere, each with what its heading says after the field's name.
  private static func tables(in shape: Shape) -> [([FieldRow], String)] {
    switch shape {
    case .fields(let fields), .sections(let fields), .profiles(let fields): [(fields, "")]
    case .settings(let fields): [(fields, "")]
    case .named(_, let shape, _): tables(in: shape).map { ($0.0, ".*" + $0.1) }
    case .list(let element, _, _, _): tables(in: element).map { ($0.0, "[]" + $0.1) }
    case .either(let shapes): shapes.flatMap(tables)
    case .anything, .scalar: []
    }
  }

  private static func wanted(_ shape: Shape) -> String {
    switch shape {
    case .anything: ""
    case .fields: "a mapping"
    case .sections: "a mapping of sections and what to change in them"
    case .profiles: "a mapping of names and what they change"
    case .settings: "a mapping of `type` and settings"
    case .named(_, let shape, let name): "a mapping from \(name) to \(wanted(shape))"
    case .list(let element, _, _, _): "a list of: \(wanted(element))"
    case .either(let shapes): shapes.map(wanted).joined(separator: "; or ")
    case .scalar(let scalar): wanted(scalar)
    }
  }

  private static func wanted(_ scalar: Scalar) -> String {
    switch scalar.form {
    case .text, .wholePrompt: "text"
    case .path: "a file"
    case .pictures: "a picture, a folder or a pattern"
    case .backend: "a back end"
    case .setting: "a value"
    case .secret: "the name of a variable"
    case .machinePath: "a path from `/` or `~/`"
    case .integer(let range) where range.upperBound > 1_000_000_000:
      "a whole number from \(range.lowerBound)"
    case .evenInteger(let range): "an even number from \(range.lowerBound) to \(range.upperBound)"
    default: scalar.wanted("?")
    }
  }
}
