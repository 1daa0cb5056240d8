import Foundation
package import VoimoBackends
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
  /// The back ends that projects can name.
  package let registry: BackendRegistry
  /// What is wrong with the names of the files that the project names, without a look into them.
  package let pathProblems: [Diagnostic]
  /// The texts that were read, for messages that point into them.
  package let texts: SourceTexts

  /// The name that a project file has.
  package static let fileName = "voimo.yaml"

  /// Reads the project of a folder.
  ///
  /// Reads the file that declares the sections too, where there is one.
  ///
  /// - Throws: `ProjectProblems` when a file has errors, `KitError` when there is none.
  package static func open(
    folder: String, profile: String? = nil, reading: AudioReading,
    registry: BackendRegistry = .standard
  ) throws -> Workspace {
    let folder = absolute(folder)
    let source = try read(folder)
    let (project, diagnostics) = Project.parse(source, profile: profile)
    guard let project else { throw ProjectProblems(diagnostics, sources: [source]) }
    return try Workspace(
      folder: folder, source: source, project: project, warnings: diagnostics, profile: profile,
      reading: reading, registry: registry
    ).declaringSections()
  }

  private init(
    folder: String, source: SourceText, project: Project, warnings: [Diagnostic],
    profile: String?, reading: AudioReading, registry: BackendRegistry
  ) {
    self.folder = folder
    self.source = source
    self.project = project
    self.warnings = warnings
    self.profile = profile
    self.reading = reading
    self.registry = registry
    texts = SourceTexts()
    texts.add(source)
    pathProblems = Self.pathProblems(of: project, in: folder)
  }

  private init(_ other: Workspace, declaring project: Project, warnings: [Diagnostic]) {
    folder = other.folder
    source = other.source
    self.project = project
    self.warnings = warnings
    profile = other.profile
    reading = other.reading
    registry = other.registry
    texts = other.texts
    pathProblems = other.pathProblems
  }

  /// The workspace with the sections of the file that the project names for them, if it names one.
  private func declaringSections() throws -> Workspace {
    guard let path = project.structurePath else { return self }
    if pathProblems.contains(where: { $0.severity == .error }) {
      throw problems(warnings + pathProblems)
    }
    let text = try structureText(path)
    texts.add(text)
    let (declared, said) = project.declaring(sectionsOf: text)
    guard let declared else { throw problems(warnings + said) }
    return Workspace(self, declaring: declared, warnings: warnings + said)
  }

  /// Problems to throw, with the texts that they point into.
  package func problems(_ diagnostics: [Diagnostic]) -> ProjectProblems {
    ProjectProblems(diagnostics, sources: texts.all)
  }

  private func structureText(_ path: String) throws -> SourceText {
    let bytes: [UInt8]
    do throws(InputText.Refusal) {
      bytes = try InputText.bytes(of: resolve(path), limit: FileLimits.bytes)
    } catch {
      let message = Diagnostic.Message(
        id: error.id, text: "structure: \(path) \(error.predicate)", hint: error.hint)
      throw problems(warnings + [project.error(message, at: "structure")])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let message = Diagnostic.Message(
        id: "not-text", text: "structure: \(path) is not UTF-8 text")
      throw problems(warnings + [project.error(message, at: "structure")])
    }
    return SourceText(name: path, text: text)
  }

  /// The project file of a folder as text, without a look at what it says.
  ///
  /// - Throws: `KitError` when there is none, or it is not text.
  package static func read(_ folder: String) throws -> SourceText {
    let folder = absolute(folder)
    let path = "\(folder)/\(fileName)"
    let bytes: [UInt8]
    do throws(InputText.Refusal) {
      bytes = try InputText.bytes(of: path, limit: FileLimits.bytes)
    } catch {
      switch error.reason {
      case .missing:
        throw KitError(
          .usage, "there is no \(fileName) in \(folder)",
          hint: "voimo init song.mp3 writes one for a song")
      case .empty:
        throw KitError(
          .usage, "\(path) is empty", hint: "voimo init --force writes one for the song beside it")
      default: throw KitError(.usage, "\(path) \(error.predicate)", hint: error.hint)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KitError(.usage, "\(path) is not UTF-8 text")
    }
    // Columns are counted behind a byte order mark, which does not count as text.
    return SourceText(name: fileName, text: String(text.trimmingPrefix("\u{FEFF}")))
  }

  /// Where a path of the project file leads.
  ///
  /// `~/…` is below the home folder, the rest is next to the file; `~night.flac` is a plain name. A
  /// name whose letters are there in other bytes is found, too.
  package func resolve(_ path: String) -> String { Self.resolve(path, in: folder) }

  static func resolve(_ path: String, in folder: String) -> String {
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
