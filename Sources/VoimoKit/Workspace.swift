import Foundation
package import VoimoBase
package import VoimoMedia
package import VoimoProject
import VoimoStages

/// A project's folder with its `voimo.yaml` read: where the parts of voimo are joined.
package struct Workspace: Sendable {
  /// The folder that holds the project file, as an absolute path.
  package let folder: String
  /// The project file's text, for messages that point into it.
  package let source: SourceText
  /// The project, with the profile merged in.
  package let project: Project
  /// What is doubtful in the project file, though it can be built.
  package let warnings: [Diagnostic]
  /// The profile asked for; nil for none.
  package let profile: String?

  /// Where files from outside are decoded.
  package let reading: AudioReading

  /// The name that a project file has.
  package static let fileName = "voimo.yaml"

  /// Reads the project of a folder.
  ///
  /// Reads the file that declares the sections too, where there is one.
  ///
  /// - Throws: `ProjectProblems` when a file has errors, `KitError` when there is none.
  package static func open(
    folder: String, profile: String? = nil, reading: AudioReading
  ) throws -> Workspace {
    let folder = absolute(folder)
    let source = try read(folder)
    let (project, diagnostics) = Project.parse(source, profile: profile)
    guard let project else { throw ProjectProblems(diagnostics) }
    let workspace = Workspace(
      folder: folder, source: source, project: project, warnings: diagnostics, profile: profile,
      reading: reading)
    return try workspace.declaringSections()
  }

  /// The workspace with the sections of the file that the project names for them, if it names one.
  private func declaringSections() throws -> Workspace {
    guard let path = project.structurePath else { return self }
    let problems = pathProblems()
    if problems.contains(where: { $0.severity == .error }) {
      throw ProjectProblems(warnings + problems)
    }
    let (declared, said) = project.declaring(sectionsOf: try structureText(path))
    guard let declared else { throw ProjectProblems(warnings + said) }
    return Workspace(
      folder: folder, source: source, project: declared, warnings: warnings + said,
      profile: profile, reading: reading)
  }

  private func structureText(_ path: String) throws -> SourceText {
    func refuse(_ id: String, _ why: String) -> ProjectProblems {
      ProjectProblems(
        warnings + [
          project.error(.init(id: id, text: "structure: \(path) \(why)"), at: "structure")
        ])
    }
    // One byte more than is read as a project: what is too large is then seen to be.
    guard let handle = FileHandle(forReadingAtPath: resolve(path)) else {
      throw refuse("unreadable-file", "can't be read")
    }
    // Of an empty file Foundation gives nil.
    let data = (try? handle.read(upToCount: FileLimits.bytes + 1)) ?? Data()
    guard let text = String(data: data, encoding: .utf8) else {
      throw refuse(
        data.count > FileLimits.bytes ? "file-too-large" : "not-text",
        data.count > FileLimits.bytes ? "is larger than 1 MiB" : "is not UTF-8 text")
    }
    return SourceText(name: path, text: text)
  }

  /// The project file of a folder as text, without a look at what it says.
  ///
  /// - Throws: `KitError` when there is none, or it is not text.
  package static func read(_ folder: String) throws -> SourceText {
    let path = "\(absolute(folder))/\(fileName)"
    guard FileManager.default.fileExists(atPath: path) else {
      throw KitError(
        .usage, "there is no \(fileName) in \(folder)",
        hint: "voimo init song.mp3 writes one for a song")
    }
    let limit = FileLimits.bytes
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: limit + 1)
    else { throw KitError(.usage, "\(path) can't be read") }
    guard data.count <= limit else {
      throw KitError(.usage, "\(fileName) is larger than 1 MiB; is it really a project file?")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw KitError(.usage, "\(fileName) is not UTF-8 text")
    }
    return SourceText(name: fileName, text: text)
  }

  /// Where a path of the project file leads: `~/…` is below the home folder, the rest is next to
  /// the file. `~night.flac` is a plain name. A name whose letters are there in other bytes is
  /// found, too.
  package func resolve(_ path: String) -> String {
    if PathText.isFromHome(path) {
      return FoundName.path(of: NSString(string: path).expandingTildeInPath)
    }
    return FoundName.path(of: path.hasPrefix("/") ? path : "\(folder)/\(path)")
  }

  /// What the film is called.
  package var title: String { FilmRecipe.title(of: project) }

  /// The store's folder.
  package var storeFolder: String { "\(folder)/.voimo" }

  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
