import VoimoBase

/// Compares what is written with the table of fields: unknown keys, shapes, single values.
///
/// What depends on two fields, or on a profile, is not looked at here.
struct FormatCheck {
  private var errors: [(Diagnostic.Message, SourceSpan?)] = []
  /// Inside a profile, which may leave required fields to the file.
  private var isInProfile = false
  /// Whether it is the machine's own file, which says where and never what.
  private var isMachine = false

  /// Looks at a whole file.
  ///
  /// - Complexity: O(*n*) in the values written, times the fields of one mapping.
  static func problems(of root: WrittenValue) -> [(Diagnostic.Message, SourceSpan?)] {
    guard case .mapping = root.content else { return [(.notFields, root.span)] }
    var check = FormatCheck()
    check.fields(root, FileFormat.fields, path: "")
    return check.errors
  }

  /// Looks at the machine's own file.
  ///
  /// - Complexity: O(*n*) in the values written, times the fields of one mapping.
  static func problems(ofMachine root: WrittenValue) -> [(Diagnostic.Message, SourceSpan?)] {
    guard case .mapping = root.content else { return [(.notMachineFields, root.span)] }
    var check = FormatCheck()
    check.isMachine = true
    check.fields(root, MachineFormat.fields, path: "")
    return check.errors
  }

  /// Looks at one value as if it stood in the file under a path.
  ///
  /// - Complexity: O(*n*) in the values written, times the fields of one mapping.
  static func problems(
    of value: WrittenValue, as shape: Shape, path: String
  ) -> [(Diagnostic.Message, SourceSpan?)] {
    var check = FormatCheck()
    check.check(value, shape, path: path)
    return check.errors
  }

  private mutating func check(_ value: WrittenValue, _ shape: Shape, path: String) {
    switch shape {
    case .anything: break
    case .fields(let fields):
      if !value.isEmpty { self.fields(value, fields, path: path) }
    case .settings(let known):
      if !value.isEmpty { settings(value, known, path: path) }
    case .named(let key, let shape, let name):
      if !value.isEmpty { named(value, by: key, shape, name: name, path: path) }
    case .list(let element, let count, let unique, let name):
      list(value, element, count: count, unique: unique, name: name, path: path)
    case .sections(let fields):
      if !value.isEmpty { sections(value, fields, path: path) }
    case .profiles(let fields):
      if !value.isEmpty { profiles(value, fields, path: path) }
    case .either(let shapes): either(value, shapes, path: path)
    case .scalar(let kind): scalar(value, kind, path: path)
    }
  }

  private mutating func fields(_ value: WrittenValue, _ fields: [FieldRow], path: String) {
    guard case .mapping(let entries) = value.content else {
      let example = fields.first { $0.unbuilt == nil }?.name ?? ""
      var hint = "\(example): …"
      if let name = value.text?.prefix(while: { $0 != ":" }), name != value.text ?? "",
        fields.contains(where: { $0.name == name })
      {
        hint = "a colon needs a space after it: '\(name): …'"
      }
      wrongShape(value, path, "a mapping (key: value)", hint: hint)
      return
    }
    for entry in entries where !entry.key.hasPrefix("x-") {
      let place = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard let field = fields.first(where: { $0.name == entry.key }) else {
        errors.append((unknown(entry.key, at: place, among: fields), entry.keySpan))
        continue
      }
      if let today = field.unbuilt {
        errors.append((.notBuiltYet(place, today: today), entry.keySpan))
      } else {
        check(entry.value, field.shape, path: place)
      }
    }
    guard !isInProfile else { return }
    for field in fields where field.isRequired && value[field.name] == nil {
      if path.isEmpty {
        errors.append((.noAudio, nil))
      } else {
        errors.append((.missingField("\(path).\(field.name)"), value.span))
      }
    }
  }

  private func unknown(_ key: String, at place: String, among fields: [FieldRow])
    -> Diagnostic.Message
  {
    if key == "strength" { return .strength(place) }
    if let name = Synonyms.fields[key], fields.contains(where: { $0.name == name }) {
      return .unknownField(place, nearest: name)
    }
    if let (plain, odd) = OddCharacter.repaired(key) {
      let name = plain.prefix { $0 != ":" }
      let isKnown = fields.contains { $0.name == name } || Self.homes[String(name)] != nil
      let isFirst = key.unicodeScalars.first == odd
      if isKnown || OddCharacter.isQuote(odd) || OddCharacter.isInvisible(odd)
        || (OddCharacter.isSpace(odd) && isFirst)
      {
        return .oddKey(place, odd, plain: plain)
      }
    }
    if let colon = key.firstIndex(of: ":"), fields.contains(where: { $0.name == key[..<colon] }) {
      return .tightKey(place, name: String(key[..<colon]))
    }
    // `negative-prompt` and `fadeOut` are nearer to their field than letters tell.
    let underscored = key.reduce(into: "") { text, character in
      if character.isUppercase { text += "_" }
      text += character == "-" ? "_" : character.lowercased()
    }
    if isMachine, Self.homes[key]?.contains(place) ?? false { return .belongsInProject(place) }
    if isMachine, place.hasPrefix("backends.") {
      let near = NearMiss.nearest(to: underscored, among: fields.map(\.name))
      return near.map { .unknownField(place, nearest: $0) } ?? .belongsInProject(place)
    }
    let homes = isMachine ? Self.machineHomes : Self.homes
    let names = fields.filter { $0.unbuilt == nil }.map(\.name)
    let near =
      names.contains(underscored)
      ? underscored : NearMiss.nearest(to: key, among: names)
    let home = near == nil ? homes[key] : nil
    return .unknownField(place, nearest: near ?? home?.first { $0 != place })
  }

  /// Where fields live, by their last name, for those who write one in the wrong mapping.
  private static let homes = homes(in: FileFormat.fields)

  /// The same in the machine's own file.
  private static let machineHomes = homes(in: MachineFormat.fields)

  private static func homes(in fields: [FieldRow]) -> [String: [String]] {
    var homes: [String: [String]] = [:]
    func visit(_ fields: [FieldRow], _ path: String) {
      for field in fields where field.unbuilt == nil && field.name != "profiles" {
        homes[field.name, default: []].append(path + field.name)
        var shapes = [field.shape]
        if case .either(let several) = field.shape { shapes = several }
        for case .fields(let inner) in shapes { visit(inner, path + field.name + ".") }
      }
    }
    visit(fields, "")
    return homes
  }

  private mutating func list(
    _ value: WrittenValue, _ element: Shape, count: ClosedRange<Int>, unique: Bool, name: String,
    path: String
  ) {
    guard case .list(let values) = value.content else {
      errors.append(
        (.wrongShape(path, "a list", hint: Self.asList(value.text, of: element)), value.span))
      return
    }
    guard count.contains(values.count) else {
      errors.append((.listLength(path, count: values.count, of: count, name: name), value.span))
      return
    }
    var seen: Set<WrittenValue.Content> = []
    for (index, value) in values.enumerated() {
      check(value, element, path: "\(path)[\(index)]")
      if unique, let text = value.text, !seen.insert(.scalar(text, plain: true)).inserted {
        errors.append((.twice(path, text), value.span))
      }
    }
  }

  /// What somebody meant who wrote one text, or several with commas, where a list stands.
  private static func asList(_ text: String?, of element: Shape) -> String {
    var one = element
    if case .either(let shapes) = element {
      one = shapes.first { if case .scalar = $0 { true } else { false } } ?? element
    }
    guard let text, case .scalar(let kind) = one else { return "- …" }
    if let (plain, odd) = OddCharacter.repaired(text), plain.hasPrefix("-"),
      let name = OddCharacter.name(of: odd)
    {
      return "it holds the \(name): write '- ' with a plain space"
    }
    let parts = text.split(separator: ",").map { OddCharacter.trimmed($0) }
    if let wrong = parts.lazy.compactMap({ kind.problem(WrittenText($0, isPlain: true)) }).first {
      return "a list of: \(wrong.wanted)"
    }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// Refuses a value of another shape, and says so where a list of mappings holds what is wanted.
  private mutating func wrongShape(
    _ value: WrittenValue, _ path: String, _ wanted: String, hint: String?
  ) {
    var hint = hint
    if case .list(let values) = value.content, let first = values.first {
      if case .mapping = first.content { hint = "remove the '- ' in front of the keys" }
      if first.text != nil, values.count == 1 { hint = "remove the '- ' or the brackets" }
    }
    errors.append((.wrongShape(path, wanted, hint: hint), value.span))
  }

  private mutating func sections(_ value: WrittenValue, _ fields: [FieldRow], path: String) {
    guard case .mapping(let entries) = value.content else {
      wrongShape(
        value, path, "a mapping of sections and what to change in them",
        hint: "chorus: { prompt: … }")
      return
    }
    guard entries.count <= FileLimits.sections else {
      errors.append((.tooManySections(entries.count), entries[FileLimits.sections].keySpan))
      return
    }
    for entry in entries where !entry.key.hasPrefix("x-") {
      let place = "\(path).\(entry.key)"
      if SectionSelector(entry.key) == nil {
        errors.append((.notASection(entry.key), entry.keySpan))
      }
      check(entry.value, .fields(fields), path: place)
    }
  }

  private mutating func profiles(_ value: WrittenValue, _ fields: [FieldRow], path: String) {
    guard case .mapping(let entries) = value.content else {
      wrongShape(
        value, path, "a mapping of names and what they change", hint: "draft: { … }")
      return
    }
    guard entries.count <= FileLimits.profiles else {
      errors.append((.tooManyProfiles(entries.count), entries[FileLimits.profiles].keySpan))
      return
    }
    isInProfile = true
    defer { isInProfile = false }
    for entry in entries where !entry.key.hasPrefix("x-") {
      if !SectionLabel.isValid(entry.key) {
        errors.append((.notAProfileName(entry.key), entry.keySpan))
      }
      check(entry.value, .fields(fields), path: "\(path).\(entry.key)")
    }
  }

  /// A mapping of which only some keys are known here.
  private mutating func settings(_ value: WrittenValue, _ known: [FieldRow], path: String) {
    guard case .mapping(let entries) = value.content else {
      wrongShape(value, path, "a mapping (key: value)", hint: "type: …")
      return
    }
    for entry in entries where !entry.key.hasPrefix("x-") {
      let place = "\(path).\(entry.key)"
      if let field = known.first(where: { $0.name == entry.key }) {
        check(entry.value, field.shape, path: place)
      } else if entry.key == "strength" {
        errors.append((.strength(place), entry.keySpan))
      } else if let near = Synonyms.settings[entry.key]
        ?? NearMiss.nearest(to: entry.key, among: BackendFields.plain)
      {
        errors.append((.unknownField(place, nearest: near), entry.keySpan))
      } else {
        let kind = SecretText.isSecret(entry.key) ? Kind<String>.secret : .setting
        check(entry.value, kind.shape, path: place)
      }
    }
  }

  /// A mapping whose keys are names of the user's.
  private mutating func named(
    _ value: WrittenValue, by key: Scalar, _ shape: Shape, name: String, path: String
  ) {
    guard case .mapping(let entries) = value.content else {
      wrongShape(value, path, "a mapping from \(name)", hint: nil)
      return
    }
    for entry in entries where !entry.key.hasPrefix("x-") {
      if let problem = key.problem(WrittenText(entry.key, isPlain: false)) {
        errors.append((.wrongValue("\(path):", entry.key, problem), entry.keySpan))
      }
      check(entry.value, shape, path: "\(path).\(entry.key)")
    }
  }

  private mutating func either(_ value: WrittenValue, _ shapes: [Shape], path: String) {
    let fitting = shapes.first { shape in
      switch (shape, value.content) {
      case (.fields, .mapping), (.settings, .mapping), (.list, .list): true
      case (.fields, .scalar), (.settings, .scalar), (.list, .scalar): false
      case (_, .scalar): true
      default: false
      }
    }
    check(value, fitting ?? shapes[0], path: path)
  }

  private mutating func scalar(_ value: WrittenValue, _ kind: Scalar, path: String) {
    guard case .scalar(let text, let plain) = value.content else {
      if case .rate = kind.form {
        errors.append((.notBuiltYet(path, keyframes: true), value.span))
      } else {
        wrongShape(value, path, kind.wanted(""), hint: nil)
      }
      return
    }
    if value.isEmpty {
      errors.append((.noValue(path, inPlace: value.inPlace), value.span))
      return
    }
    guard let problem = kind.problem(WrittenText(text, isPlain: plain)) else { return }
    if case .rate = kind.form, problem.id == "wrong-value", Self.looksLikeExpression(text) {
      errors.append((.notBuiltYet(path, keyframes: text.contains(":")), value.span))
    } else if case .integer = kind.form, path.hasSuffix("seed"), NumberText.integer(text) == -1 {
      errors.append((.randomSeed(path), value.span))
    } else {
      errors.append((.wrongValue(path, text, problem), value.span))
    }
  }

  /// Whether a text was meant as an expression or a schedule rather than as a number.
  private static func looksLikeExpression(_ text: String) -> Bool {
    NumberText.meant(text).isEmpty
      && text.contains { "+*/()?:<>^%".contains($0) || $0.isNumber }
  }
}
