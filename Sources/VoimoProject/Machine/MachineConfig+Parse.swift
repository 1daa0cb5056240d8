package import VoimoBase

extension MachineConfig {
  /// Reads the machine's own file, and says all that is wrong with it.
  ///
  /// - Parameters:
  ///   - source: The file's text, and its name for messages.
  ///   - types: The back ends that there are; nil where that is not known, and then any name may
  ///     stand.
  /// - Returns: What it says, nil if and only if there is an error, and everything to say, in the
  ///   order of the file. An empty file says nothing, and is right.
  /// - Complexity: O(*n*) in the text's length; never more than the limits of `voimo.yaml` allow.
  package static func parse(
    _ source: SourceText, types: Set<String>? = nil
  ) -> (MachineConfig?, [Diagnostic]) {
    func errors(_ problems: [(Diagnostic.Message, SourceSpan?)]) -> [Diagnostic] {
      problems.map { Diagnostic(.error, forMachine($0.0), file: source.name, span: $0.1) }
    }
    var config = MachineConfig()
    config.sourceName = source.name
    let reading = YAMLReader.read(source.text)
    if reading.root == nil, reading.problems.contains(where: { $0.0 == .emptyFile }) {
      return (config, [])
    }
    guard let root = reading.root, reading.problems.isEmpty else {
      return (nil, errors(reading.problems))
    }
    if root.isEmpty { return (config, []) }
    let said =
      errors(FormatCheck.problems(ofMachine: root)) + errors(typeProblems(root, types: types))
      + reading.remarks.map { Diagnostic(.warning, $0.0, file: source.name, span: $0.1) }
    let nowhere = SourceSpan(line: 0, column: 0)
    let sorted = said.sorted { ($0.span ?? nowhere) < ($1.span ?? nowhere) }
    if said.contains(where: { $0.severity == .error }) { return (nil, sorted) }
    config.read(root)
    return (config, sorted)
  }

  private mutating func read(_ root: WrittenValue) {
    self.root = root
    places.note(all: root)
    let fields = FieldValues(written: root)
    for entry in root["backends"]?.entries ?? [] where Self.counts(entry) {
      backends[entry.key] = BackendPlace(entry.value)
    }
    let models = fields[MachineFormat.models]
    modelFolders =
      models[MachineFormat.folderList] ?? models[MachineFormat.folder].map { [$0] } ?? []
    device = fields[MachineFormat.device]
    let byPort = FieldValues(written: root["devices"])
    for (port, field) in zip(BackendPort.allCases, MachineFormat.devicesByPort) {
      devices[port] = byPort[field]
    }
    python = fields[MachineFormat.python]
    for entry in root["slots"]?.entries ?? [] where Self.counts(entry) {
      slots[entry.key] = MachineFormat.slotCount.read(entry.value)
    }
  }

  private static func counts(_ entry: WrittenEntry) -> Bool {
    !entry.key.hasPrefix("x-") && !entry.value.isEmpty
  }

  /// Back ends that do not exist, and types where the key is one.
  private static func typeProblems(
    _ root: WrittenValue, types: Set<String>?
  ) -> [(Diagnostic.Message, SourceSpan?)] {
    let ports = BackendPort.allCases.map(\.rawValue)
    var problems: [(Diagnostic.Message, SourceSpan?)] = []
    for entry in root["backends"]?.entries ?? [] where counts(entry) {
      let path = "backends.\(entry.key)"
      let type = entry.value.text == nil ? entry.value["type"] : entry.value
      if !ports.contains(entry.key) {
        if let types, !types.contains(entry.key) {
          problems.append(
            (.unknownPortOrBackend(path, entry.key, ports: ports, types: types), entry.keySpan))
        }
        if let type { problems.append((.typeOfType(path, entry.key), type.span)) }
      } else if let type, let name = type.text, let types, !types.contains(name) {
        if name == BackendChoice.auto {
          problems.append((.autoPlace(path), type.span))
        } else {
          problems.append((.unknownType(path, name, types: types), type.span))
        }
      }
    }
    return problems
  }

  /// A message of the project's file in the words that fit this one.
  private static func forMachine(_ message: Diagnostic.Message) -> Diagnostic.Message {
    guard message.id == "literal-secret", message.text.hasSuffix("contains a literal key") else {
      return message
    }
    return .init(
      id: message.id, text: message.text,
      hint: "use \"${VOIMO_KEY}\" and set that variable: keys stay out of files")
  }
}

extension Places {
  /// Notes where every field of a file is written.
  mutating func note(all root: WrittenValue) {
    func visit(_ value: WrittenValue, _ path: String) {
      switch value.content {
      case .scalar: break
      case .list(let values):
        for (index, value) in values.enumerated() {
          note("\(path)[\(index)]", key: nil, value: value.span)
          visit(value, "\(path)[\(index)]")
        }
      case .mapping(let entries):
        for entry in entries where !entry.key.hasPrefix("x-") {
          let below = path.isEmpty ? entry.key : "\(path).\(entry.key)"
          note(below, key: entry.keySpan, value: entry.value.span)
          visit(entry.value, below)
        }
      }
    }
    visit(root, "")
  }
}
