package import VoimoBase

extension DeclaredSection {
  /// Reads a list of sections whose format has been checked; entries that are wrong are left out.
  ///
  /// - Returns: the sections, and what is wrong with their order.
  static func read(
    _ values: [WrittenValue], file: String
  ) -> (sections: [DeclaredSection], problems: [Diagnostic]) {
    var sections: [DeclaredSection] = []
    var problems: [Diagnostic] = []
    for value in values {
      let fields = FieldValues(written: value)
      guard let label = fields[DeclaredFields.label], let start = fields[DeclaredFields.start]
      else { continue }
      if let last = sections.last, start <= last.start {
        problems.append(
          Diagnostic(
            .error, .structureOrder(label, start, previous: last.start), file: file,
            span: fields.span(of: DeclaredFields.start)))
      }
      sections.append(
        DeclaredSection(
          label: label, start: start, file: file,
          span: fields.span(of: DeclaredFields.label) ?? value.span))
    }
    return (sections, problems)
  }
}

extension Project {
  /// The project with the sections of the file that `structurePath` names.
  ///
  /// The file holds what else stands under `structure:`, a list of `{ label, start }`, and is read
  /// by the same table of fields, limits and near misses.
  ///
  /// - Parameter source: the file's text, and its name for messages, whose places are in it.
  /// - Returns: The project, nil if and only if there is an error, and everything to say, in the
  ///   order of the file.
  /// - Complexity: O(*n*) in the text's length.
  package func declaring(sectionsOf source: SourceText) -> (Project?, [Diagnostic]) {
    func errors(_ problems: [(Diagnostic.Message, SourceSpan?)]) -> [Diagnostic] {
      problems.map { Diagnostic(.error, $0.0, file: source.name, span: $0.1) }
    }
    let reading = YAMLReader.read(source.text)
    guard let root = reading.root, reading.problems.isEmpty else {
      let isEmpty = reading.problems.contains { $0.0 == .emptyFile }
      return (nil, errors(isEmpty ? [(.noSections, nil)] : reading.problems))
    }
    guard case .list(let values) = root.content else {
      return (nil, errors([(.notSections, root.span)]))
    }
    var said = errors(FormatCheck.problems(of: root, as: DeclaredFields.list, path: "structure"))
    let (sections, order) = DeclaredSection.read(values, file: source.name)
    said += order
    guard said.isEmpty else {
      let start = SourceSpan(line: 1, column: 1)
      return (nil, said.sorted { ($0.span ?? start) < ($1.span ?? start) })
    }
    var project = self
    project.structure = sections
    return (
      project,
      reading.remarks.map { Diagnostic(.warning, $0.0, file: source.name, span: $0.1) }
    )
  }
}
