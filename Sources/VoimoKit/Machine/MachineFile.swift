import Foundation
package import VoimoBase
package import VoimoProject

/// The machine's own file on disk: where it lies, what it says, and changes of one field.
package struct MachineFile: Sendable {
  /// The whole path.
  package let path: String
  /// The path as people read it: from `~/` where it is below the home folder.
  package let name: String
  /// Whether `VOIMO_CONFIG` names it; it must be there then.
  package let isNamed: Bool
  /// The back ends that there are; nil where that is not known, and then any name may stand in it.
  package let types: Set<String>?

  /// The variable that names the file.
  package static let variable = "VOIMO_CONFIG"

  /// Finds the file, whether it is there or not.
  ///
  /// - Parameters:
  ///   - environment: Variables, of which `VOIMO_CONFIG`, `XDG_CONFIG_HOME` and `HOME` count.
  ///   - types: The back ends that there are.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment, types: Set<String>? = nil
  ) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let home = value("HOME") ?? NSHomeDirectory()
    let path: String
    if let named = value(Self.variable) {
      // A shell leaves ~ alone in quotes.
      path = PathText.isFromHome(named) ? home + named.dropFirst() : named
      isNamed = true
    } else {
      // What is not a whole path is to be ignored, the standard says.
      let folder = value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      path = "\(folder ?? "\(home)/.config")/voimo/config.yaml"
      isNamed = false
    }
    self.path = Workspace.absolute(path)
    self.types = types
    name =
      home != "/" && self.path.hasPrefix(home + "/")
      ? "~" + self.path.dropFirst(home.count) : self.path
  }

  /// Whether there is a file.
  package var isThere: Bool { FileIdentity(of: path) != nil }

  /// What a file says, what is doubtful in it, and its text, for messages that point into it.
  package struct Reading: Sendable {
    package var config: MachineConfig
    package var warnings: [Diagnostic]
    package var source: SourceText
  }

  /// Reads the file; one that is not there, or is empty, says nothing.
  ///
  /// - Throws: `ProjectProblems` when it has errors, `KitError` when it cannot be read, or when
  ///   `VOIMO_CONFIG` names one that is not there.
  package func read() throws -> Reading {
    let source = try text(isNeeded: isNamed)
    let (config, said) = MachineConfig.parse(source, types: types)
    guard let config else { throw ProjectProblems(said, sources: [source]) }
    return Reading(config: config, warnings: said, source: source)
  }

  /// What became of one field.
  package struct Change: Sendable, Hashable {
    /// `backends.image.url`.
    package var field: String
    /// As it was written; nil where it was not.
    package var before: String?
    /// As it is written now; nil where it is not.
    package var after: String?
    /// Whether the file was written.
    package var isNew: Bool
  }

  /// Sets one field, and leaves all else in the file as it is; makes the file and its folder where
  /// they are not there.
  ///
  /// - Throws: `ProjectProblems` when the field or the value is wrong, or the file is in a form
  ///   that is better edited by hand; `KitError` when it cannot be read or written.
  package func set(_ field: String, to value: String) throws -> Change {
    let old = try text(isNeeded: false)
    let new = try MachineConfig.setting(field, to: value, in: old, types: types)
    return try write(new, over: old, field)
  }

  /// Removes one field, or all under it, and leaves all else in the file as it is.
  ///
  /// - Throws: As `set` does; and when the file does not say it.
  package func unset(_ field: String) throws -> Change {
    let old = try text(isNeeded: isNamed)
    let new = try MachineConfig.removing(field, in: old)
    return try write(new, over: old, field)
  }

  private func write(_ new: String, over old: SourceText, _ field: String) throws -> Change {
    let change = Change(
      field: field, before: Self.value(of: field, in: old.text),
      after: Self.value(of: field, in: new), isNew: new != old.text)
    guard change.isNew else { return change }
    let folder = UserFile.folder(of: path)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw KitError(
        .usage, "the folder \(folder) cannot be made: \(error.localizedDescription)",
        hint: "\(Self.variable)=FILE names another place")
    }
    try UserFile.write([UInt8](new.utf8), to: path)
    return change
  }

  /// What a text says of a field; nil where it is wrong, or says nothing of it.
  private static func value(of field: String, in text: String) -> String? {
    let config = MachineConfig.parse(SourceText(name: "", text: text)).0
    let found = (try? config?.settings(at: field)) ?? []
    let written = found.filter { $0.value != nil }
    if written.count == 1, written[0].path == field { return written[0].value }
    return written.isEmpty
      ? nil
      : written.map { "\($0.path.dropFirst(field.count + 1)): \($0.value ?? "")" }
        .joined(separator: ", ")
  }

  /// The file's text; empty where there is none.
  private func text(isNeeded: Bool) throws(KitError) -> SourceText {
    // Who wants no file at all says so.
    if path == "/dev/null" { return SourceText(name: name, text: "") }
    let bytes: [UInt8]
    do throws(InputText.Refusal) {
      bytes = try InputText.bytes(of: path, limit: FileLimits.bytes)
    } catch {
      switch error.reason {
      case .empty: return SourceText(name: name, text: "")
      case .missing where !isNeeded: return SourceText(name: name, text: "")
      case .missing:
        throw KitError(
          .usage, "\(name) does not exist, and \(Self.variable) names it",
          hint: "voimo config set python ~/venv makes it; unset \(Self.variable) does without")
      default: throw KitError(.usage, "\(name) \(error.predicate)", hint: error.hint)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KitError(.usage, "\(name) is not UTF-8 text")
    }
    // A byte order mark goes when the file is written: YAML needs none.
    return SourceText(name: name, text: String(text.trimmingPrefix("\u{FEFF}")))
  }
}
