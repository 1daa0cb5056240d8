package import VoimoBase

extension Project {
  /// Reads a `voimo.yaml`, with a profile over it, and says all that is wrong with it.
  ///
  /// Opens no file and looks at no song. The other profiles are looked at too, so that a mistake in
  /// one shows before it is used.
  ///
  /// - Parameters:
  ///   - source: the file's text, and its name for messages.
  ///   - profile: a name after `--profile`; nil for none. `draft` always exists.
  /// - Returns: The project, nil if and only if there is an error, and everything to say, in the
  ///   order of the file; what is about no place comes first.
  /// - Complexity: O(*n*) in the text's length for each profile; never more than the limits allow.
  package static func parse(
    _ source: SourceText, profile: String?
  ) -> (Project?, [Diagnostic]) {
    func diagnostic(_ problem: (Diagnostic.Message, SourceSpan?)) -> Diagnostic {
      Diagnostic(.error, problem.0, file: source.name, span: problem.1)
    }
    let reading = YAMLReader.read(source.text)
    guard let root = reading.root, reading.problems.isEmpty else {
      return (nil, reading.problems.map(diagnostic))
    }

    var diagnostics =
      reading.remarks.map { Diagnostic(.warning, $0.0, file: source.name, span: $0.1) }
      + FormatCheck.problems(of: root).map(diagnostic)
    let names = ProfileMerge.names(in: root)
    if let profile, !names.contains(profile) {
      diagnostics.append(
        Diagnostic(.error, .unknownProfile(profile, known: names), file: source.name))
    }

    var (project, said) = ProjectReader.read(
      ProfileMerge.merged(root, profile: profile), sourceName: source.name)
    diagnostics += said
    for other in [nil] + names.map(Optional.some) where other != profile {
      // Of another profile only what its own lines cause: the rest is not what was asked for.
      let places = other.map { root["profiles"]?[$0].map { Self.places(in: $0) } ?? [] }
      diagnostics += ProjectReader.read(
        ProfileMerge.merged(root, profile: other), sourceName: source.name
      ).1.filter { diagnostic in
        guard let span = diagnostic.span else { return false }
        return places?.contains(span) ?? true
      }
    }

    if profile == ProfileMerge.draftName, let model = project.model,
      ProfileMerge.draftTypes.contains(project.backend(.image).type)
    {
      diagnostics.append(
        Diagnostic(.warning, .modelIgnored(model.checkpoint), file: source.name, span: model.span))
      project.model = nil
    }
    project.profile = profile
    project.said = SaidValues(of: ProfileMerge.merged(root, profile: profile))
    project.profiles = names
    let sorted = inOrder(diagnostics)
    return (sorted.contains { $0.severity == .error } ? nil : project, sorted)
  }

  private static func places(in value: WrittenValue) -> Set<SourceSpan> {
    var places: Set = [value.span]
    switch value.content {
    case .scalar: break
    case .list(let values): for value in values { places.formUnion(Self.places(in: value)) }
    case .mapping(let entries):
      for entry in entries {
        places.insert(entry.keySpan)
        places.formUnion(Self.places(in: entry.value))
      }
    }
    return places
  }

  /// By place, errors before warnings, each thing said once.
  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let nowhere = SourceSpan(line: 0, column: 0)
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
      let (first, second) = (a.element.span ?? nowhere, b.element.span ?? nowhere)
      if first.line != second.line || first.column != second.column { return first < second }
      if a.element.severity != b.element.severity { return a.element.severity == .error }
      return a.offset < b.offset
    }.map(\.element)
  }
}
