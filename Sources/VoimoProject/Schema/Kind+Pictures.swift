import VoimoBase

extension Kind where Value == String {
  /// A picture, a folder of them, or a pattern for names.
  static let pictures = Kind(.pictures) { written in
    let wanted = "a picture, a folder or a pattern"
    var path = written.text
    while path.hasSuffix("/") { path.removeLast() }
    if !written.text.isEmpty, path.split(separator: "/").allSatisfy({ $0 == "." }) {
      return .failure(
        ScalarProblem(wanted: wanted, hint: "\"*.jpg\" for the pictures next to voimo.yaml"))
    }
    if path.contains("**") {
      return .failure(
        ScalarProblem(
          wanted: wanted, says: "holds **, and * already stands for any name",
          hint: "name each folder: [photos/, photos/old/]"))
    }
    if var problem = PathText.problem(with: WrittenText(path, isPlain: written.isPlain)) {
      if problem.id == "wrong-value" { problem.wanted = wanted }
      return .failure(problem)
    }
    return .success(written.text)
  }
}

extension Kind where Value == Focus {
  /// A point of a picture: `[0.3, 0.4]`.
  static let focus: Kind = Kind<[Double]>.list(
    of: .number(0...1), count: 2...2, name: "numbers"
  ).map { Focus(x: $0[0], y: $0[1]) }
}

extension Kind where Value == Animation {
  /// A way to move a picture; those that are not built say so.
  static let animation: Kind = {
    let words = Animation.allCases.map(\.rawValue)
    return Kind(.choice(words), write: \.rawValue) { written in
      if Animation.unbuilt.contains(written.text) {
        return .failure(
          ScalarProblem(
            id: "not-built-yet", wanted: "one of " + words.joined(separator: ", "),
            says: "is not built yet", hint: "camera moves through any picture"))
      }
      return Kind.choice.result(written)
    }
  }()
}

extension Kind where Value == Preset {
  /// A form of the film by name.
  static let preset: Kind = {
    let words = Preset.allCases.map(\.rawValue)
    return Kind(.choice(words), write: \.rawValue) { written in
      guard Preset(rawValue: written.text) == nil,
        let word = OutputFields.Word(rawValue: written.text)
      else { return Kind.choice.result(written) }
      return .failure(
        ScalarProblem(
          wanted: "one of " + words.joined(separator: ", "),
          hint: "\(word.rawValue) stands in the list by itself: [\(word.rawValue)]"))
    }
  }()
}

extension Kind where Value == Clip {
  /// A part of the song: a section or two times.
  static let clip = Kind(.clip) { written in
    let wanted = "a section or a time range"
    let text = written.text
    switch SectionSelector(text) {
    case .label(let label): return .success(.label(label))
    case .section(let id): return .success(.section(id))
    case .range(let start, let end):
      if start < end { return .success(.range(start, end)) }
      return .failure(
        ScalarProblem(
          id: "inverted-range", wanted: wanted, says: "ends before it starts",
          hint: start == end ? nil : "did you mean \(end)-\(start)?"))
    case .shot(let id, _):
      return .failure(
        ScalarProblem(wanted: wanted, says: "is a shot", hint: "\(id), or a time range"))
    case nil: break
    }
    let near = SectionSelector.repaired(OddCharacter.repaired(text)?.text ?? text)
    return .failure(
      ScalarProblem(
        wanted: wanted, hint: near.map { "did you mean '\($0)'?" } ?? "chorus.1 or 1:12-1:40"))
  }
}
