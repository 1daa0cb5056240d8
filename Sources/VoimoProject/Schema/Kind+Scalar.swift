import VoimoBase

/// What is wrong with one text where a kind was wanted.
struct ScalarProblem {
  /// A stable id, as in `Diagnostic.Message`.
  var id = "wrong-value"
  /// What would be right: `a number from 0 to 1`.
  var wanted: String
  var hint: String?
}

extension Kind {
  /// Whether this kind is one text rather than a list or mapping.
  var isScalar: Bool {
    switch self {
    case .fields, .list, .sections, .profiles, .either: false
    default: true
    }
  }

  /// Says what is wrong with a text as this kind; nil when nothing is.
  func problem(with text: String, plain: Bool) -> ScalarProblem? {
    switch self {
    case .anything, .fields, .list, .sections, .profiles, .either: nil
    case .text: Self.textProblem(text, plain: plain)
    case .label:
      SectionLabel.isValid(text)
        ? nil
        : ScalarProblem(
          wanted: "a label: small letters, digits and -",
          hint: SectionLabel.repaired(text).map { "did you mean '\($0)'?" })
    case .language:
      Self.isLanguage(text)
        ? nil : ScalarProblem(wanted: "a language tag", hint: "such as en, de or pt-BR")
    case .path: Self.pathProblem(text, plain: plain)
    case .time(let words):
      words.contains(text) || TimeText.time(text) != nil
        ? nil
        : ScalarProblem(
          wanted: (["a time of the song"] + words.map { "'\($0)'" }).joined(separator: " or "),
          hint: "72.5, 1:12.5 or 1:02:03")
    case .timeRange:
      TimeText.range(text) != nil
        ? nil : ScalarProblem(wanted: "two times of the song", hint: "0:30-1:00")
    case .length(let musical, let negative):
      Self.lengthProblem(text, musical: musical, negative: negative)
    case .integer(let range): Self.integerProblem(text, range)
    case .evenInteger(let range):
      Self.integerProblem(text, range) ?? NumberText.integer(text).flatMap { Self.oddProblem($0) }
    case .number(let range): Self.numberProblem(text, range)
    case .choice(let choices):
      choices.contains(text)
        ? nil
        : ScalarProblem(
          wanted: "one of " + choices.joined(separator: ", "),
          hint: NearMiss.nearest(to: text, among: choices).map { "did you mean '\($0)'?" })
    case .flag:
      ["true", "false"].contains(text) ? nil : ScalarProblem(wanted: "true or false")
    case .frameRate:
      FrameRate(text: text) != nil
        ? nil
        : ScalarProblem(wanted: "frames a second from 1 to 240", hint: "24, 12.5 or 30000/1001")
    case .aspect:
      Aspect(text) != nil
        ? nil : ScalarProblem(wanted: "a shape", hint: "\"16:9\", \"9:16\" or \"1:1\"")
    case .color:
      Color(hex: text) != nil
        ? nil : ScalarProblem(wanted: "a color in quotes", hint: "\"#ffd64d\"")
    case .sha256:
      ContentHash(hex: text) != nil ? nil : ScalarProblem(wanted: "64 hexadecimal digits")
    }
  }

  private static func textProblem(_ text: String, plain: Bool) -> ScalarProblem? {
    if text.unicodeScalars.count > FileLimits.textLength {
      return ScalarProblem(
        id: "text-too-long", wanted: "at most \(FileLimits.textLength) characters")
    }
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
      return ScalarProblem(id: "no-value", wanted: "words")
    }
    if plain, ["true", "false"].contains(text.lowercased()) {
      return ScalarProblem(wanted: "words", hint: "put it in quotes if you mean the word")
    }
    return nil
  }

  private static func pathProblem(_ text: String, plain: Bool) -> ScalarProblem? {
    switch PathText.reach(text) {
    case .inside, .outside: nil
    case .escaping:
      ScalarProblem(
        id: "path-outside", wanted: "a file in the project's folder",
        hint: "move it here, or give the whole path from / or ~")
    case .unusable: ScalarProblem(wanted: "the name of a file")
    }
  }

  private static func lengthProblem(
    _ text: String, musical: Bool, negative: Bool
  ) -> ScalarProblem? {
    let wanted = negative ? "a length, or a negative one" : "a length"
    let hint = musical ? "2bar, 8b, 4s or 500ms" : "2s, 40ms or 12f"
    switch TimeText.length(text) {
    case nil: return ScalarProblem(wanted: wanted, hint: hint)
    case .seconds(let number), .frames(let number):
      if number < 0, !negative {
        return ScalarProblem(wanted: wanted, hint: "it cannot be negative")
      }
      if musical, number <= 0 { return ScalarProblem(wanted: "a length above 0", hint: hint) }
      return nil
    case .beats(let number), .bars(let number):
      guard musical else {
        return ScalarProblem(
          wanted: "a length that does not depend on the song's beats", hint: hint)
      }
      return number > 0 ? nil : ScalarProblem(wanted: "a length above 0", hint: hint)
    }
  }

  private static func integerProblem(_ text: String, _ range: ClosedRange<Int>) -> ScalarProblem? {
    let wanted =
      range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = NumberText.integer(text) else {
      return ScalarProblem(wanted: wanted, hint: commaHint(text))
    }
    if range.contains(number) { return nil }
    return ScalarProblem(id: "out-of-range", wanted: wanted)
  }

  private static func oddProblem(_ number: Int) -> ScalarProblem? {
    guard number % 2 != 0 else { return nil }
    return ScalarProblem(
      id: "odd-size", wanted: "even, as H.264 needs", hint: "\(number - 1) or \(number + 1)")
  }

  private static func numberProblem(
    _ text: String, _ range: ClosedRange<Double>
  ) -> ScalarProblem? {
    let bounds = "\(NumberText.text(range.lowerBound)) to \(NumberText.text(range.upperBound))"
    guard let number = NumberText.number(text) else {
      return ScalarProblem(wanted: "a number from \(bounds)", hint: commaHint(text))
    }
    if range.contains(number) { return nil }
    return ScalarProblem(id: "out-of-range", wanted: "from \(bounds)")
  }

  private static func commaHint(_ text: String) -> String? {
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    guard pointed != text, NumberText.number(pointed) != nil else { return nil }
    return "write \(pointed)"
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
