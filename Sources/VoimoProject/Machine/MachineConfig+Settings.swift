package import VoimoBase

/// One field of the machine's own file, as people see it.
package struct MachineSetting: Hashable, Sendable {
  /// `backends.image.url`.
  package var path: String
  /// As written; nil where the file leaves it out.
  package var value: String?
  /// What holds where it is left out; nil for nothing.
  package var fallback: String?
}

extension MachineConfig {
  /// All that the file says, and what holds for the rest, in the order of the manual.
  ///
  /// Back ends and slots are those that are named; where none is, their key stands alone.
  package var settings: [MachineSetting] {
    MachineFormat.fields.filter { $0.name != FileFormat.version.name }.flatMap {
      Self.settings(of: $0, root?[$0.name], path: $0.name)
    }
  }

  /// What holds at a path, or under it.
  ///
  /// - Throws: What is wrong with the path.
  package func settings(at path: String) throws(ProjectProblems) -> [MachineSetting] {
    let names = try Self.names(of: path)
    let all = settings
    let found = all.filter { $0.path == path || $0.path.hasPrefix(path + ".") }
    if !found.isEmpty { return found }
    var node = root
    for name in names { node = node?[name] }
    let fallback = MachineFormat.row(names)?.fallback
    return [MachineSetting(path: path, value: node.map(Self.text), fallback: fallback)]
  }

  private static func settings(
    of row: FieldRow, _ written: WrittenValue?, path: String
  ) -> [MachineSetting] {
    if let written, !written.isEmpty, written.content != .mapping([]) {
      let entries = written.entries.filter { !$0.key.hasPrefix("x-") }
      guard !entries.isEmpty else {
        return [MachineSetting(path: path, value: text(written), fallback: row.fallback)]
      }
      return entries.flatMap { entry -> [MachineSetting] in
        let below = "\(path).\(entry.key)"
        let inner = MachineFormat.row(below.split(separator: ".").map(String.init))
        return settings(
          of: inner
            ?? FieldRow(name: entry.key, shape: .anything, documentation: "", fallback: nil),
          entry.value, path: below)
      }
    }
    if case .fields(let rows) = row.shape {
      return rows.flatMap { settings(of: $0, nil, path: "\(path).\($0.name)") }
    }
    return [MachineSetting(path: path, value: nil, fallback: row.fallback ?? "none")]
  }

  private static func text(_ value: WrittenValue) -> String {
    switch value.content {
    case .scalar(let text, _): text
    case .list(let values): "[\(values.map(text).joined(separator: ", "))]"
    case .mapping(let entries):
      "{ \(entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")) }"
    }
  }
}

extension MachineFormat {
  /// The row of the table that a path leads to; nil where there is none.
  static func row(_ path: [String]) -> FieldRow? {
    func find(_ names: ArraySlice<String>, _ shape: Shape) -> FieldRow? {
      guard let name = names.first else { return nil }
      switch shape {
      case .fields(let rows):
        guard let row = rows.first(where: { $0.name == name }) else { return nil }
        return names.count == 1 ? row : find(names.dropFirst(), row.shape)
      case .named(_, let inner, _):
        if names.count == 1 {
          return FieldRow(name: name, shape: inner, documentation: "", fallback: nil)
        }
        return find(names.dropFirst(), inner)
      case .either(let shapes): return shapes.lazy.compactMap { find(names, $0) }.first
      case .anything, .scalar, .list, .settings, .sections, .profiles: return nil
      }
    }
    return find(path[...], .fields(fields))
  }
}
