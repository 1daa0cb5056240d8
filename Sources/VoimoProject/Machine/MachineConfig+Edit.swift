package import VoimoBase

extension MachineConfig {
  /// The text of a machine's own file with one field set; all other bytes are as they were.
  ///
  /// The new text is read again: it means what the old one meant, and the new field besides.
  ///
  /// - Parameters:
  ///   - path: `backends.image.url`, `slots.cuda:0`.
  ///   - value: A text; a list in brackets for `models.folders`.
  ///   - source: The file's text, empty where there is none.
  ///   - types: The back ends that there are, as in `parse`.
  /// - Returns: The new text; the same where the file says so already.
  /// - Throws: What is wrong with the path or the value, without a place; or with places, when the
  ///   file cannot be read or is written in a form that is better edited by hand.
  /// - Complexity: O(*n*) in the text's length.
  package static func setting(
    _ path: String, to value: String, in source: SourceText, types: Set<String>? = nil
  ) throws(ProjectProblems) -> String {
    let names = try names(of: path)
    let content = try content(of: value, at: path)
    let root = try root(of: source)
    let edited: String
    do throws(TreeEdit.Refusal) {
      edited = try TreeEdit(source.text, root: root).setting(names, to: content)
    } catch {
      throw refusal(.cannotEdit(error.why, line: TreeEdit.pair(names[...], content)), source)
    }
    let before = Set(parse(source, types: types).1.map(\.message))
    let wrong = parse(SourceText(name: source.name, text: edited), types: types).1
      .filter { $0.severity == .error && !before.contains($0.message) }
    guard wrong.isEmpty else {
      throw ProjectProblems(wrong.map { Diagnostic(.error, $0.message) })
    }
    return edited
  }

  /// The text of a machine's own file without one field, or a group of them; all other bytes are as
  /// they were.
  ///
  /// - Throws: As `setting` does; and when the file does not say it.
  /// - Complexity: O(*n*) in the text's length.
  package static func removing(
    _ path: String, in source: SourceText
  ) throws(ProjectProblems) -> String {
    let names = try names(of: path)
    let root = try root(of: source)
    var node = root
    for name in names { node = node?[name] }
    guard node != nil else { throw ProjectProblems([Diagnostic(.error, .notWritten(path))]) }
    do throws(TreeEdit.Refusal) {
      return try TreeEdit(source.text, root: root).removing(names)
    } catch {
      throw refusal(.cannotRemove(error.why, path: path), source)
    }
  }

  /// The names in a path, which lead to a field that the format has.
  static func names(of path: String) throws(ProjectProblems) -> [String] {
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let nowhere = ProfileMerge.nowhere
    var node = WrittenValue(content: .scalar("", plain: true), span: nowhere)
    for name in names.reversed() {
      node = WrittenValue(
        content: .mapping([WrittenEntry(key: name, keySpan: nowhere, value: node)]), span: nowhere)
    }
    let ids = ["unknown-field", "belongs-in-project", "wrong-shape", "wrong-value"]
    let wrong = FormatCheck.problems(ofMachine: node).map(\.0).first { ids.contains($0.id) }
    guard let wrong else { return names }
    switch wrong.id {
    case "wrong-shape": throw ProjectProblems([Diagnostic(.error, .notASetting(path))])
    case "unknown-field" where wrong.hint?.hasPrefix("custom") ?? true:
      throw ProjectProblems([Diagnostic(.error, .notASetting(path))])
    default: throw ProjectProblems([Diagnostic(.error, wrong)])
    }
  }

  /// A value as it would be written: a text, or a list in brackets.
  private static func content(
    of value: String, at path: String
  ) throws(ProjectProblems) -> WrittenValue.Content {
    guard value.hasPrefix("["),
      case .list(let values)? = YAMLReader.read("value: \(value)").root?["value"]?.content
    else { return .scalar(value, plain: true) }
    guard values.allSatisfy({ $0.text != nil }) else {
      throw ProjectProblems([Diagnostic(.error, .notOneSetting(path))])
    }
    return .list(values.map(\.withoutPlaces))
  }

  /// What a file says; nil for one without keys.
  private static func root(of source: SourceText) throws(ProjectProblems) -> WrittenValue? {
    let reading = YAMLReader.read(source.text)
    if reading.root == nil, reading.problems.contains(where: { $0.0 == .emptyFile }) { return nil }
    guard let root = reading.root, reading.problems.isEmpty else {
      throw ProjectProblems(
        reading.problems.map { Diagnostic(.error, $0.0, file: source.name, span: $0.1) },
        sources: [source])
    }
    guard case .mapping(let entries) = root.content else {
      if root.isEmpty { return nil }
      throw refusal(.notMachineFields, source)
    }
    return entries.isEmpty ? nil : root
  }

  private static func refusal(
    _ message: Diagnostic.Message, _ source: SourceText
  ) -> ProjectProblems {
    ProjectProblems([Diagnostic(.error, message, file: source.name)], sources: [source])
  }
}
