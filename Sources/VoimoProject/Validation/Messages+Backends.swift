package import VoimoBase

/// What is said about who does the work, and about models. What there is, only Kit knows.
extension Diagnostic.Message {
  /// A model, and nobody who could load it.
  package static func modelNeedsBackend(_ name: String) -> Self {
    Self(
      id: "no-image-back-end",
      text: "model \(excerpt(name)) needs an image back end that loads models",
      hint: "voimo build --profile draft paints without one")
  }

  static func modelIgnored(_ name: String) -> Self {
    Self(
      id: "model-ignored",
      text: "model '\(excerpt(name))' is ignored by the profile draft: the painter draws instead",
      hint: nil)
  }

  /// A model that is in none of the folders that were looked in.
  package static func modelNotFound(_ name: String, known: [String]) -> Self {
    let list = known.sorted().prefix(8).joined(separator: ", ")
    return Self(
      id: "model-not-found",
      text: "model '\(excerpt(name))' was not found" + (list.isEmpty ? "" : ". Known: \(list)"),
      hint: NearMiss.nearest(to: name, among: known.sorted()).map { "did you mean '\($0)'?" }
        ?? "models.folders in the machine's own file says where models are: voimo config")
  }

  /// A model's file that is not the one that the project was made with.
  package static func modelHashDiffers(_ name: String, is hash: String, pinned: String) -> Self {
    Self(
      id: "model-differs",
      text: "checkpoint \(excerpt(name)) is sha256 \(hash.prefix(12))…, the project pins "
        + "\(pinned.prefix(12))…",
      hint: "the same name, another file: find the right one, or change model.sha256")
  }

  /// A back end's type that a port does not have; `known` are those that it has.
  package static func unknownBackend(_ port: BackendPort, _ type: String, known: [String]) -> Self {
    Self(
      id: "unknown-back-end",
      text: "backends.\(port.rawValue): there is no back end '\(excerpt(type))'. Known: "
        + known.sorted().joined(separator: ", "),
      hint: NearMiss.nearest(to: type, among: known.sorted()).map { "did you mean '\($0)'?" })
  }

  /// A setting that a back end does not have; `known` are those that it has.
  package static func unknownSetting(
    _ port: BackendPort, _ name: String, type: String, known: [String]
  ) -> Self {
    let list = known.sorted().joined(separator: ", ")
    return Self(
      id: "unknown-setting",
      text: "backends.\(port.rawValue).\(excerpt(name)) is not a setting of \(type)"
        + (list.isEmpty ? ", which has none" : ". Settings: \(list)"),
      hint: NearMiss.nearest(to: name, among: known.sorted()).map { "did you mean '\($0)'?" })
  }

  /// A setting whose value its back end cannot take; `wanted` is `a whole number from 1 to 8`.
  package static func wrongSetting(
    _ port: BackendPort, _ name: String, _ text: String, wanted: String
  ) -> Self {
    Self(
      id: "wrong-value",
      text: "backends.\(port.rawValue).\(name) '\(excerpt(text))' must be \(wanted)", hint: nil)
  }

  /// A setting in the project's file that says where this machine does its work.
  static func belongsInConfig(_ path: String, _ text: String) -> Self {
    Self(
      id: "belongs-in-config",
      text: "\(path) says where, and not what: others who clone the project have other machines",
      hint: "voimo config set \(path) \(excerpt(text)), and remove it here")
  }

  /// A variable of the environment that should hold a secret, and is not set.
  package static func variableNotSet(_ path: String, _ variable: String) -> Self {
    Self(
      id: "variable-not-set", text: "\(path): the variable \(variable) is not set",
      hint: "export \(variable)=…")
  }

  /// A shot that its section does not have; `count` is how many it has.
  package static func noSuchShot(_ key: String, section: SectionID, count: Int) -> Self {
    Self(
      id: "no-such-shot",
      text: "sections.\(key): \(section) has \(count == 1 ? "1 shot" : "\(count) shots")",
      hint: count > 0 ? "the last is '\(section)/\(Seconds.padded(count - 1, 2))'" : nil)
  }
}
