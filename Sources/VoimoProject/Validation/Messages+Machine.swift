import VoimoBase

/// What is said about the machine's own file.
extension Diagnostic.Message {
  /// A field of `voimo.yaml`, or a back end's setting that changes what it makes.
  static func belongsInProject(_ path: String) -> Self {
    Self(
      id: "belongs-in-project",
      text: "\(path) says what to make, and this file only says where: another machine would make "
        + "another film",
      hint: "write it in voimo.yaml")
  }

  /// A key of `backends` that is neither a port nor a back end.
  static func unknownPortOrBackend(
    _ path: String, _ key: String, ports: [String], types: Set<String>
  ) -> Self {
    Self(
      id: "unknown-back-end",
      text: "\(path): '\(excerpt(key))' is neither a port (\(ports.joined(separator: ", "))) nor a "
        + "back end (\(types.sorted().joined(separator: ", ")))",
      hint: NearMiss.nearest(to: key, among: ports + types.sorted()).map { "did you mean '\($0)'?" }
    )
  }

  /// A type that no back end has.
  static func unknownType(_ path: String, _ type: String, types: Set<String>) -> Self {
    Self(
      id: "unknown-back-end",
      text: "\(path): there is no back end '\(excerpt(type))'. Known: "
        + types.sorted().joined(separator: ", "),
      hint: NearMiss.nearest(to: type, among: types.sorted()).map { "did you mean '\($0)'?" })
  }

  /// A type under a back end's own name.
  static func typeOfType(_ path: String, _ key: String) -> Self {
    Self(
      id: "type-of-type", text: "\(path): the key \(key) already says which back end it is",
      hint: "remove type, or write it under a port: image: { type: \(key), … }")
  }

  /// The choice left to voimo, which is at no place.
  static func autoPlace(_ path: String) -> Self {
    Self(
      id: "wrong-value", text: "\(path): auto is not at any place", hint: "remove type")
  }

  /// A path that leads to no field.
  static func notASetting(_ path: String) -> Self {
    Self(
      id: "unknown-field", text: "\(excerpt(path)) is not a field of config.yaml",
      hint: "backends.image.url, models.folders, devices.image, python, slots.NAME")
  }

  /// A file whose text a program had better not change.
  static func cannotRemove(_ why: String, path: String) -> Self {
    Self(
      id: "cannot-edit", text: "the file \(why), so voimo leaves it as it is",
      hint: "remove \(path) yourself")
  }

  /// A path that leads to several fields, where one is wanted.
  static func notOneSetting(_ path: String) -> Self {
    Self(
      id: "not-one-field", text: "\(path) holds several fields, and one can be set at a time",
      hint: nil)
  }

  /// A field that the file does not have.
  static func notWritten(_ path: String) -> Self {
    Self(id: "not-written", text: "\(path) is not written in the file", hint: nil)
  }
}
