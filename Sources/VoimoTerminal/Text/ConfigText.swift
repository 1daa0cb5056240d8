package import VoimoKit
package import VoimoProject

/// Writes for people what the machine's own file says.
package struct ConfigText {
  private let style: Style

  package init(style: Style) { self.style = style }

  /// The file's name, then a line a field; what is left to its default says so.
  package func lines(_ file: MachineFile, _ settings: [MachineSetting]) -> [String] {
    let head = file.name + (file.isThere ? "" : " (there is no such file yet)")
    let rows = settings.map { setting in
      setting.value.map { [setting.path, DiagnosticText.visible($0)] }
        ?? [setting.path, style.paint("\(setting.fallback ?? "none") (default)", .dim)]
    }
    return [DiagnosticText.visible(head), ""] + Columns.lines(rows)
  }

  /// What was changed: `backends.image.url: http://a:1 → http://b:1`.
  package func line(_ change: MachineFile.Change, of file: MachineFile) -> String {
    let sides: String
    switch (change.before, change.after) {
    case (let before?, let after?) where before != after: sides = "\(before) → \(after)"
    case (_, let after?): sides = after
    case (let before?, nil): sides = "\(before) → not written"
    case (nil, nil): sides = "not written"
    }
    let note = change.isNew ? "" : " (as before)"
    return DiagnosticText.visible("\(change.field): \(sides)\(note)")
  }

  /// Prints what was changed, as JSON where that is wanted; the file is named to standard error.
  func report(_ change: MachineFile.Change, of file: MachineFile, json: Bool) throws {
    if json {
      Output.out(try JSONText.write(ConfigChangeRecord(change, of: file)))
    } else {
      Output.out(line(change, of: file))
      if change.isNew { Output.note("written to \(DiagnosticText.visible(file.name))") }
    }
  }
}

/// The machine's own file as machines read it.
package struct ConfigRecord: Encodable {
  /// One field.
  struct Field: Encodable {
    var path: String
    var value: String?
    var fallback: String?

    private enum CodingKeys: String, CodingKey {
      case path, value
      case fallback = "default"
    }
  }

  var file: String
  var exists: Bool
  var fields: [Field]

  /// Writes down what holds.
  package init(_ file: MachineFile, _ settings: [MachineSetting]) {
    self.file = file.path
    exists = file.isThere
    fields = settings.map { Field(path: $0.path, value: $0.value, fallback: $0.fallback) }
  }
}

/// A changed field as machines read it.
package struct ConfigChangeRecord: Encodable {
  var file: String
  var field: String
  var before: String?
  var after: String?
  var written: Bool

  /// Writes down what became of a field.
  package init(_ change: MachineFile.Change, of file: MachineFile) {
    self.file = file.path
    field = change.field
    before = change.before
    after = change.after
    written = change.isNew
  }
}
