/// The table of fields as a JSON Schema (2020-12), for editors and for checks by other programs.
///
/// It knows single values and shapes; what two fields do together only `voimo check` knows.
package enum JSONSchema {
  /// The whole schema as text: the same bytes every time, two spaces a level, a line feed at the
  /// end.
  package static var text: String {
    text(
      of: FileFormat.fields, id: "urn:voimo:schema:1", title: "voimo.yaml",
      "A music video: a song, what to show, and what to change where.")
  }

  /// The same for the machine's own file.
  package static var machine: String {
    text(
      of: MachineFormat.fields, id: "urn:voimo:config:1", title: "config.yaml",
      "A machine that makes music videos: where servers, models and devices are.")
  }

  private static func text(
    of fields: [FieldRow], id: String, title: String, _ description: String
  ) -> String {
    let body = object(of: fields, isInProfile: false)
    let head: [(String, OrderedJSON)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .text(id)), ("title", .text(title)), ("description", .text(description)),
    ]
    let members = body.members.filter { $0.0 != "type" }
    return OrderedJSON.object(head + [("type", "object")] + members).written(indent: 0) + "\n"
  }

  private static func object(of fields: [FieldRow], isInProfile: Bool) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("type", ["object", "null"]),
      (
        "properties",
        .object(fields.map { ($0.name, property($0, isInProfile: isInProfile)) })
      ),
      ("patternProperties", .object([("^x-", .flag(true))])),
      ("additionalProperties", .flag(false)),
    ]
    let required = fields.filter { $0.isRequired && !isInProfile }.map { OrderedJSON.text($0.name) }
    if !required.isEmpty {
      members[0].1 = "object"
      members.append(("required", .list(required)))
    }
    return .object(members)
  }

  private static func property(_ field: FieldRow, isInProfile: Bool) -> OrderedJSON {
    var description = field.documentation
    if let today = field.unbuilt {
      return .object([
        ("description", .text("\(description) Not built yet: \(today).")), ("not", .object([])),
      ])
    }
    if let fallback = field.fallback { description += " Default: \(fallback)." }
    let kind = schema(of: field.shape, isInProfile: isInProfile)
    return .object([("description", .text(description))] + kind.members)
  }

  private static func schema(of shape: Shape, isInProfile: Bool) -> OrderedJSON {
    switch shape {
    case .anything: .object([])
    case .scalar(let scalar): schema(of: scalar.form)
    case .fields(let fields): object(of: fields, isInProfile: isInProfile)
    case .settings(let known): settings(known, isInProfile: isInProfile)
    case .named(let key, let shape, _):
      .object([
        ("type", ["object", "null"]),
        (
          "patternProperties",
          .object([
            (pattern(of: key), schema(of: shape, isInProfile: isInProfile)), ("^x-", .flag(true)),
          ])
        ),
        ("additionalProperties", .flag(false)),
      ])
    case .list(let element, let count, let unique, _):
      .object(
        [
          ("type", "array"), ("items", schema(of: element, isInProfile: isInProfile)),
          ("minItems", .number(Double(count.lowerBound))),
          ("maxItems", .number(Double(count.upperBound))),
        ] + (unique ? [("uniqueItems", .flag(true))] : []))
    case .sections(let fields):
      keyed(
        by:
          "^(?!x-)([a-z][a-z0-9-]*(\\.[1-9][0-9]{0,3}(/([0-9]{2}|[1-9][0-9]{2,3}))?)?|(\(time)) *[-–] *(\(time)))$",
        fields,
        most: FileLimits.sections, isInProfile: isInProfile)
    case .profiles(let fields):
      keyed(by: "^(?!x-)[a-z][a-z0-9-]*$", fields, most: FileLimits.profiles, isInProfile: true)
    case .either(let shapes):
      .object([("anyOf", .list(shapes.map { schema(of: $0, isInProfile: isInProfile) }))])
    }
  }

  private static func schema(of form: Scalar.Form) -> OrderedJSON {
    switch form {
    case .text: text(pattern: "\\S")
    case .wholePrompt: text(pattern: "^(?!\\+)[\\s\\S]*\\S")
    case .label: string(pattern: label, most: 64)
    case .language: string(pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")
    case .encoding: string(pattern: "^[A-Za-z][A-Za-z0-9._-]*$", most: 24)
    // Out of the folder by its first step; a way out and in again is for `voimo check`.
    case .path: string(pattern: "^(?!(\\./)*\\.\\.(/|$)).*[^/]$", most: 4096)
    case .pictures: string(pattern: "^(?!(\\./)*\\.\\.(/|$))(?!.*\\*\\*).*[^/.].*$", most: 4096)
    case .machinePath: string(pattern: "^(/|~$|~/)", most: 4096)
    case .backend: string(pattern: backend, most: 64)
    case .setting:
      .object([
        ("type", ["string", "number", "boolean"]), ("pattern", "\\S"),
        ("not", .object([("type", "string"), ("pattern", "\\$\\{")])),
      ])
    case .secret: string(pattern: "^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$")
    case .url: string(pattern: "^https?://[^/\\s]\\S*$", most: 2000)
    case .device: string(pattern: "^[a-z]{2,16}(:[0-9]{1,3})?$")
    case .clip:
      string(
        pattern: "^([a-z][a-z0-9-]*(\\.[1-9][0-9]{0,3})?| *(\(time)) *[-–] *(\(time)) *)$")
    case .time(let word):
      number(
        least: 0, most: ProjectTime.longest, or: time + (word.map { "|\($0)" } ?? ""))
    case .timeRange: string(pattern: "^ *(\(time)) *[-–] *(\(time)) *$")
    case .length(let musical, let negative):
      number(
        least: negative ? nil : 0, most: ProjectTime.longest,
        or: (negative ? "-?" : "") + "(\\d+\\.?\\d*|\\.\\d+) *"
          + (musical ? "(s|ms|f|b|beats?|bars?)?" : "(s|ms|f)?"))
    case .integer(let range): integer(range, multiple: nil)
    case .evenInteger(let range): integer(range, multiple: 2)
    case .number(let range), .rate(let range):
      number(
        least: range.lowerBound, most: range.upperBound,
        or: "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
    case .choice(let choices): .object([("enum", .list(choices.map { .text($0) }))])
    case .flag: .object([("type", "boolean")])
    case .frameRate:
      number(least: 1, most: 240, or: "(\(rate))( *[/:] *(\(rate)))?( *([Ff][Pp][Ss]|[Hh][Zz]))?")
    case .aspect: string(pattern: "^\\d+(\\.\\d+)?[:/]\\d+(\\.\\d+)?$")
    case .color: string(pattern: "^#([0-9a-fA-F]{3}){1,2}$")
    case .sha256: string(pattern: "^[0-9a-fA-F]{64}$")
    }
  }

  private static let rate = "\\d+\\.?\\d*|\\.\\d+"
  private static let backend = "^[a-z]([a-z0-9:_-]*[a-z0-9])?$"
  private static let label = "^[a-z][a-z0-9-]*$"
  private static let time =
    "\\d+(\\.\\d*)?|\\.\\d+|\\d{1,5}:[0-5]?\\d(\\.\\d*)?|\\d{1,5}:[0-5]?\\d:[0-5]?\\d(\\.\\d*)?"

  /// A mapping of which only some keys are known here: the others are texts, numbers and flags.
  private static func settings(_ known: [FieldRow], isInProfile: Bool) -> OrderedJSON {
    let own = known.map { ($0.name, property($0, isInProfile: isInProfile)) }
    let words = SecretText.words.sorted().joined(separator: "|")
    return .object([
      ("type", ["object", "null"]),
      ("properties", .object(own + [("strength", .object([("not", .object([]))]))])),
      (
        "patternProperties",
        .object([
          ("^x-", .flag(true)), ("^(?!x-)(.*[_-])?(\(words))$", schema(of: .secret)),
        ])
      ),
      ("additionalProperties", schema(of: .setting)),
    ])
  }

  /// How a mapping's keys look.
  private static func pattern(of key: Scalar) -> String {
    if case .device = key.form { return "^[a-z]{2,16}(:[0-9]{1,3})?$" }
    return backend
  }

  private static func text(pattern: String) -> OrderedJSON {
    .object([
      ("type", ["string", "number"]), ("pattern", .text(pattern)),
      ("maxLength", .number(Double(FileLimits.textLength))),
    ])
  }

  private static func string(pattern: String, most: Int? = nil) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [("type", "string"), ("pattern", .text(pattern))]
    if let most { members.append(("maxLength", .number(Double(most)))) }
    return .object(members)
  }

  private static func number(least: Double?, most: Double, or pattern: String) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [("type", ["number", "string"])]
    if let least { members.append(("minimum", .number(least))) }
    return .object(members + [("maximum", .number(most)), ("pattern", .text("^(\(pattern))$"))])
  }

  private static func integer(_ range: ClosedRange<Int>, multiple: Int?) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("type", ["integer", "string"]), ("minimum", .number(Double(range.lowerBound))),
      ("maximum", .number(Double(range.upperBound))), ("pattern", "^[-+]?\\d+$"),
    ]
    if let multiple { members.append(("multipleOf", .number(Double(multiple)))) }
    return .object(members)
  }

  private static func keyed(
    by pattern: String, _ fields: [FieldRow], most: Int, isInProfile: Bool
  ) -> OrderedJSON {
    .object([
      ("type", ["object", "null"]),
      (
        "patternProperties",
        .object([(pattern, object(of: fields, isInProfile: isInProfile)), ("^x-", .flag(true))])
      ),
      ("additionalProperties", .flag(false)), ("maxProperties", .number(Double(most))),
    ])
  }
}
