import VoimoBase

/// What is said about a file whose text alone shows the mistake.
extension Diagnostic.Message {
  static func fileTooLarge(bytes: Int) -> Self {
    Self(
      id: "file-too-large",
      text: "the file has \(bytes) bytes; at most \(FileLimits.bytes) (1 MiB) are read",
      hint: "lyrics and treatments belong into files of their own")
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
    text: "a key has to be a word; here a list, a mapping or a reference is one",
    hint: "quote it if it is meant as text")

  static func unknownTag(_ tag: String) -> Self {
    Self(
      id: "unknown-tag", text: "the tag '\(tag)' is not known; values need none",
      hint: "remove it, or quote a text that begins with '!'")
  }

  static let nulInText = Self(id: "control-character", text: "a text cannot hold the character NUL")

  static func controlCharacter(_ name: String, isNul: Bool) -> Self {
    Self(
      id: "control-character", text: "the character \(name) cannot stand in the file",
      hint: isNul ? "is this a text file?" : "delete it, or write it as an escape in \"quotes\"")
  }

  static let twoDocuments = Self(
    id: "two-documents", text: "a second document begins here", hint: "remove the line '---'")

  static let emptyFile = Self(
    id: "empty-file", text: "the file is empty", hint: "the least is: audio: song.mp3")

  static let notFields = Self(
    id: "wrong-shape", text: "the file has to hold keys and values", hint: "audio: song.mp3")

  static func duplicateKey(_ key: String) -> Self {
    Self(id: "duplicate-key", text: "'\(key)' is there twice", hint: "keep one of them")
  }

  static func unknownField(_ path: String, nearest: String?) -> Self {
    Self(
      id: "unknown-field", text: "\(path) is not a field",
      hint: nearest.map { "did you mean '\($0)'? (custom keys: prefix with x-)" }
        ?? "custom keys: prefix with x-")
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
    Self(id: "wrong-shape", text: "\(path) has to be \(wanted)", hint: hint)
  }

  static func listLength(_ path: String, count: Int, most: Int) -> Self {
    Self(
      id: "wrong-shape", text: "\(path) has \(count) entries; 1 to \(most) are possible", hint: nil)
  }

  static func twice(_ path: String, _ text: String) -> Self {
    Self(id: "twice", text: "\(path) has '\(text)' twice", hint: "keep one of them")
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
      id: "not-a-section", text: "sections: '\(excerpt(key))' is no section and no stretch of time",
      hint: SectionSelector.repaired(key).map { "did you mean '\($0)'?" }
        ?? "chorus (every one), chorus.2 (the second) or \"1:48-2:04\"")
  }

  static func notAProfileName(_ key: String) -> Self {
    Self(
      id: "not-a-profile-name",
      text: "profiles: '\(excerpt(key))' is no name: small letters, digits and -",
      hint: SectionLabel.repaired(key).map { "did you mean '\($0)'?" })
  }

  static func noValue(_ path: String, isColor: Bool) -> Self {
    Self(
      id: "no-value", text: "\(path) has no value",
      hint: isColor
        ? "a # begins a comment; put the color in quotes" : "write one, or remove the line")
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
        ? "\(path) has no value" : "\(path) '\(excerpt(text))' has to be \(problem.wanted)",
      hint: problem.hint)
  }

  /// A text short enough for a message.
  static func excerpt(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    return line.count > 60 || line.count < text.count ? "\(line.prefix(57))…" : text
  }
}
