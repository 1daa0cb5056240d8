import VoimoBase

extension Kind where Value == String {
  /// Words, not empty.
  static let text = Kind(.text) { written in
    let text = written.text
    if text.unicodeScalars.count > FileLimits.textLength {
      return .failure(
        ScalarProblem(
          id: "text-too-long", wanted: "text of at most \(FileLimits.textLength) characters",
          hint: nil))
    }
    if isBlank(text) { return .failure(.noValue(wanted: "text")) }
    if written.isPlain, ["true", "false"].contains(text.lowercased()) {
      return .failure(
        ScalarProblem(wanted: "text", hint: "put it in quotes if you mean the word"))
    }
    return .success(text)
  }

  /// A section's label.
  static let label = Kind(.label) { written in
    let wanted = "a label: small letters, digits and -"
    if written.isPlain, truths.contains(written.text.lowercased()) {
      return .failure(
        ScalarProblem(
          wanted: wanted, says: "is a truth value to YAML",
          hint: "put it in quotes if the section is called so: \"\(written.text.lowercased())\""))
    }
    if SectionLabel.isValid(written.text) { return .success(written.text) }
    return .failure(
      ScalarProblem(
        wanted: wanted, hint: SectionLabel.repaired(written.text).map { "did you mean '\($0)'?" }))
  }

  /// A language tag: `en`, `pt-BR`.
  static let language = Kind(.language) { written in
    if isLanguage(written.text) { return .success(written.text) }
    return .failure(
      repairable(
        written, ScalarProblem(wanted: "a language tag", hint: "such as en, de or pt-BR"),
        if: isLanguage))
  }

  /// A file's name.
  static let path = Kind(.path) { written in
    if let problem = PathText.problem(with: written) { return .failure(problem) }
    return .success(written.text)
  }

  /// The hash of a file.
  static let sha256 = Kind(.sha256) { written in
    ContentHash(hex: written.text) != nil
      ? .success(written.text) : .failure(ScalarProblem(wanted: "64 hexadecimal digits"))
  }

  /// Words that YAML once took for truth values, and some readers still do.
  private static var truths: Set<String> {
    ["true", "false", "yes", "no", "on", "off", "y", "n"]
  }

  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count <= 4
      && parts.enumerated().allSatisfy { index, part in
        part.utf8.allSatisfy {
          (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || (index > 0 && (0x30...0x39).contains($0))
        } && (2...(index == 0 ? 3 : 8)).contains(part.utf8.count)
      }
  }
}

extension Kind where Value == TextEncoding {
  /// A text file's encoding, by one of its names.
  static let encoding = Kind(.encoding, write: \.name) { written in
    if let encoding = TextEncoding(written.text) { return .success(encoding) }
    let near = NearMiss.nearest(to: written.text, among: TextEncoding.names)
    return .failure(
      ScalarProblem(
        wanted: "an encoding that voimo knows",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "such as UTF-8, GBK, Shift_JIS or windows-1251"))
  }
}

extension Kind where Value == PromptOverride {
  /// One prompt, prompts to travel through, or words to add.
  static let prompt: Kind = {
    let one = Kind(.text, write: { "\($0)" }) { written in
      Kind<String>.text.result(written).flatMap { text in
        guard text.hasPrefix("+") else { return .success(.replace(text)) }
        let words = String(text.dropFirst().drop { $0.isWhitespace })
        return words.isEmpty ? .failure(.noValue(wanted: "text")) : .success(.add(words))
      }
    }
    let stop = Kind<String>(.wholePrompt, write: { $0 }) { written in
      Kind<String>.text.result(written).flatMap { text in
        guard text.hasPrefix("+") else { return .success(text) }
        return .failure(
          ScalarProblem(
            wanted: "text", says: "begins with +, which adds to a prompt; a list replaces it",
            hint: "write whole prompts in a list, or one text with +"))
      }
    }
    let several = Kind<[String]>.list(of: stop, count: 1...16, name: "prompts")
    return one.or(
      several.map { texts in
        texts.count == 1 ? .replace(texts[0]) : .travel(texts)
      })
  }()
}

extension Kind where Value: RawRepresentable<String> & CaseIterable {
  /// One of a closed set of words.
  static var choice: Kind {
    let words = Value.allCases.map(\.rawValue)
    return Kind(.choice(words), write: \.rawValue) { written in
      if let value = Value(rawValue: written.text) { return .success(value) }
      let problem = ScalarProblem(
        wanted: "one of " + words.joined(separator: ", "),
        hint: nearest(to: written.text, among: words).map { "did you mean '\($0)'?" })
      return .failure(repairable(written, problem) { words.contains($0) })
    }
  }

  private static func nearest(to text: String, among words: [String]) -> String? {
    let isNo = ["no", "off", "false"].contains(text.lowercased())
    return isNo && words.contains("none") ? "none" : NearMiss.nearest(to: text, among: words)
  }
}

extension Kind where Value == Bool {
  /// Yes or no.
  static let flag = Kind(.flag) { written in
    switch written.text {
    case "true": return .success(true)
    case "false": return .success(false)
    default:
      let hint: String? =
        switch written.text.lowercased() {
        case "yes", "on", "y", "true": "write true"
        case "no", "off", "n", "false": "write false"
        default: nil
        }
      return .failure(ScalarProblem(wanted: "true or false", hint: hint))
    }
  }
}

extension Kind where Value == Color {
  /// `#rrggbb` or `#rgb`, in quotes.
  static let color = Kind(.color, write: \.inQuotes) { written in
    if let color = Color(hex: written.text) { return .success(color) }
    let problem = ScalarProblem(wanted: "a color in quotes", hint: "\"#ffd64d\"")
    if Color(hex: "#" + written.text) != nil {
      return .failure(ScalarProblem(wanted: problem.wanted, hint: "\"#\(written.text)\""))
    }
    return .failure(repairable(written, problem) { Color(hex: $0) != nil })
  }
}

extension Color {
  /// As a file has it: `"#ffd64d"`.
  fileprivate var inQuotes: String { "\"\(hex)\"" }
}

extension Kind {
  /// The result of reading a text: the value, or what is wrong with it.
  func result(_ written: WrittenText) -> Result<Value, ScalarProblem> {
    let value = WrittenValue(
      content: .scalar(written.text, plain: written.isPlain), span: ProfileMerge.nowhere)
    if let read = read(value) { return .success(read) }
    guard case .scalar(let scalar) = shape, let problem = scalar.problem(written) else {
      return .failure(.noValue(wanted: "text"))
    }
    return .failure(problem)
  }

  /// A problem whose hint names a character that only looks right, where that alone is wrong.
  static func repairable(
    _ written: WrittenText, _ problem: ScalarProblem, if isRight: (String) -> Bool
  ) -> ScalarProblem {
    let trimmed = OddCharacter.trimmed(written.text)
    var better = problem
    if trimmed != written.text, isRight(trimmed) {
      better.hint = "remove the blank: \(trimmed)"
    } else if let (plain, odd) = OddCharacter.repaired(written.text), isRight(plain),
      let name = OddCharacter.name(of: odd)
    {
      better.hint = "it holds the \(name): write \(plain)"
    }
    return better
  }

  /// Whether a text holds nothing that can be seen.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || OddCharacter.isInvisible($0)
    }
  }
}

extension ScalarProblem {
  /// Nothing is written where something should be.
  static func noValue(wanted: String) -> ScalarProblem {
    ScalarProblem(id: "no-value", wanted: wanted, hint: "write one, or remove the line")
  }
}
