import VoimoBase

/// What is said about a file whose text alone shows the mistake.
extension Diagnostic.Message {
  static func fileTooLarge(bytes: Int) -> Self {
    Self(
      id: "file-too-large",
      text: "the file has \(bytes) bytes; at most \(FileLimits.bytes) (1 MiB) are read",
      hint: "lyrics and treatments belong in their own files")
  }

  static func tooManyAliases(_ count: Int) -> Self {
    Self(
      id: "too-many-aliases",
      text: "\(count) uses of anchors; at most \(FileLimits.aliases) are read",
      hint: nil)
  }

  static let tooManyValues = Self(
    id: "too-many-values",
    text: "the file grows beyond \(FileLimits.values) values when its anchors are written out",
    hint: "use fewer '*' references")

  static let tooDeep = Self(
    id: "too-deep", text: "more than \(FileLimits.depth) lists and mappings inside each other",
    hint: nil)

  static let keyNotText = Self(
    id: "key-not-text",
    text: "a key must be a word; here it is a list, a mapping or a reference",
    hint: "quote it if it is meant as text")

  static let emptyFile = Self(
    id: "empty-file", text: "the file is empty", hint: "the least is: audio: song.mp3")

  static let notFields = Self(
    id: "wrong-shape", text: "the file must hold keys and values", hint: "audio: song.mp3")

  static let notMachineFields = Self(
    id: "wrong-shape", text: "the file must hold keys and values",
    hint: "backends: { image: { type: sdapi, url: \"http://gpu1:7860\" } }")

  static func unknownField(_ path: String, nearest: String?) -> Self {
    Self(
      id: "unknown-field", text: "\(path) is not a field",
      hint: nearest.map { "did you mean '\($0)'? (custom keys: prefix with x-)" }
        ?? "custom keys: prefix with x-")
  }

  /// A key that would be a field if one of its characters were a plain one.
  static func oddKey(_ path: String, _ odd: Unicode.Scalar, plain: String) -> Self {
    Self(
      id: "unknown-field",
      text: "\(visible(path)) is not a field: it holds the \(OddCharacter.name(of: odd) ?? "")",
      hint: OddCharacter.isQuote(odd)
        ? "use straight quotes: \"…\" or '…'"
        : plain.contains(":")
          ? "write a plain space after the colon"
          : OddCharacter.isSpace(odd) ? "type plain spaces in its place" : "write '\(plain)'")
  }

  /// A key and its value that a missing space has made one word.
  static func tightKey(_ path: String, name: String) -> Self {
    Self(
      id: "unknown-field", text: "\(path) is not a field: a colon needs a space after it",
      hint: "write '\(name): …'")
  }

  /// A text whose blanks and invisible characters can be seen.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      OddCharacter.isSpace(scalar) || OddCharacter.isInvisible(scalar)
        ? "‹\(OddCharacter.code(of: scalar))›" : String(scalar)
    }.joined()
  }

  static func notBuiltYet(_ path: String, today: String) -> Self {
    Self(id: "not-built-yet", text: "\(path) is not built yet", hint: today)
  }

  static func notBuiltYet(_ path: String, keyframes: Bool) -> Self {
    Self(
      id: "not-built-yet",
      text: "\(path) is \(keyframes ? "a schedule of keyframes" : "an expression"), "
        + "which is not built yet",
      hint: "a plain number works, and motion.preset: "
        + MotionPreset.allCases.map(\.rawValue).joined(separator: ", "))
  }

  static func strength(_ path: String) -> Self {
    Self(
      id: "strength-is-ambiguous",
      text: "\(path): tools disagree whether strength keeps the picture or changes it",
      hint: "voimo's word is denoise (1 repaints everything), which is not built yet: remove it")
  }

  static func wrongShape(_ path: String, _ wanted: String, hint: String?) -> Self {
    Self(id: "wrong-shape", text: "\(path) must be \(wanted)", hint: hint)
  }

  /// A list with nothing or too much in it; `name` says what it lists: `sections`.
  static func listLength(
    _ path: String, count: Int, of range: ClosedRange<Int>, name: String
  ) -> Self {
    let (least, most) = (range.lowerBound, range.upperBound)
    let text =
      least == most
      ? "\(path) takes \(most) \(name), not \(count)"
      : count == 0
        ? "\(path) is empty; it takes \(least) to \(most) \(name)"
        : "\(path) has \(count) \(name); it takes at most \(most)"
    return Self(id: "wrong-shape", text: text, hint: nil)
  }

  static func twice(_ path: String, _ text: String) -> Self {
    Self(id: "twice", text: "\(path) names '\(text)' twice", hint: "keep one of them")
  }

  static func tooManySections(_ count: Int) -> Self {
    Self(
      id: "too-many-sections",
      text: "sections has \(count) entries; at most \(FileLimits.sections) are read", hint: nil)
  }

  static func tooManyProfiles(_ count: Int) -> Self {
    Self(
      id: "too-many-profiles",
      text: "profiles has \(count) entries; at most \(FileLimits.profiles) are read", hint: nil)
  }

  static func notASection(_ key: String) -> Self {
    Self(
      id: "not-a-section",
      text: "sections: '\(visible(excerpt(key)))' is neither a section nor a time range",
      hint: SectionSelector.repaired(OddCharacter.repaired(key)?.text ?? key)
        .map { "did you mean '\($0)'?" }
        ?? "chorus (every one), chorus.2 (the second), chorus.2/03 (a shot) or \"1:48-2:04\"")
  }

  static func notAProfileName(_ key: String) -> Self {
    Self(
      id: "not-a-profile-name",
      text: "profiles: '\(visible(excerpt(key)))' is not a name: small letters, digits and -",
      hint: SectionLabel.repaired(key).map { "did you mean '\($0)'?" })
  }

  /// A key without a value; `inPlace` is what stands there: a comment, an anchor or a tag.
  static func noValue(_ path: String, inPlace: String?) -> Self {
    let signs: [Character: String] = ["#": "a comment", "&": "an anchor", "!": "a tag"]
    let sign = inPlace.flatMap { $0.count > 1 ? $0.first : nil }
    let meaning = sign.flatMap { sign in signs[sign].map { "\(sign) begins \($0)" } }
    return Self(
      id: "no-value", text: "\(path) does not have a value",
      hint: meaning.map { "a \($0): quote it: \"\(excerpt(inPlace ?? ""))\"" }
        ?? "write one, or remove the line")
  }

  static func randomSeed(_ path: String) -> Self {
    Self(
      id: "random-seed", text: "\(path) -1 would be another film on every build",
      hint: "remove it, or choose a number; 'take: 2' in a section asks for another roll")
  }

  static func wrongValue(_ path: String, _ text: String, _ problem: ScalarProblem) -> Self {
    Self(
      id: problem.id,
      text: problem.id == "no-value"
        ? "\(path) does not have a value"
        : (problem.showsText ? "\(path) '\(visible(excerpt(text)))' " : "\(path) ")
          + (problem.says ?? "must be \(problem.wanted)"),
      hint: problem.hint)
  }

  /// A text short enough for a message.
  static func excerpt(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    return line.count > 60 || line.count < text.count ? "\(line.prefix(57))…" : text
  }
}
