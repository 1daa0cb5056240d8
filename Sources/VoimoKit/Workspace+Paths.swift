import Foundation
import VoimoBase
import VoimoMedia
import VoimoProject
import VoimoStages

extension Workspace {
  /// What is wrong with the names of files, without a look into them.
  static func pathProblems(of project: Project, in folder: String) -> [Diagnostic] {
    let problems = project.files.compactMap { fileProblem($0, of: project, in: folder) }
    // A song without a name gives the film none.
    let hasName = !problems.contains { $0.message.id == "blank-path" }
    return (hasName ? titleProblems(of: project) : []) + problems
  }

  /// What is wrong with the song's file: it is not sound, or cannot be read.
  ///
  /// - Parameter known: Gets the length that the file's header says.
  /// - Returns: One error, or none.
  func audioProblems(_ known: inout KnownSong) -> [Diagnostic] {
    let audio = project.audio
    do {
      known.duration = try reading.look(at: resolve(audio.path), stream: audio.stream).duration
      return []
    } catch {
      let message = Diagnostic.Message(
        id: Self.id(of: error), text: "audio: \(error.sentence)",
        hint: error.code == .noSuchStream
          ? "leave stream out to take the one that the file itself marks" : nil)
      let path = error.code == .noSuchStream ? "audio.stream" : "audio"
      return [project.error(message, at: path)]
    }
  }

  /// The id under which it is said what is wrong with a song's file.
  static func id(of error: MediaError) -> String {
    switch error.code {
    case .noSuchStream: "no-such-stream"
    case .unreadable: "unreadable-file"
    default: "not-audio"
    }
  }

  private static func titleProblems(of project: Project) -> [Diagnostic] {
    let title = FilmRecipe.title(of: project)
    guard ExportName(title: title) == nil else { return [] }
    return [
      project.error(
        .init(
          id: "title-leaves-folder",
          text: "song.title '\(title)' would name a file outside the folder out/",
          hint: "a title may not begin with / or hold .."), at: "song.title")
    ]
  }

  /// What is wrong with a file that the project names, short of what is in it.
  private static func fileProblem(
    _ file: NamedFile, of project: Project, in folder: String
  ) -> Diagnostic? {
    let (path, field) = (file.path, file.field)
    func say(_ message: Diagnostic.Message) -> Diagnostic { project.error(message, at: field) }
    let full = resolve(path, in: folder)
    guard !path.allSatisfy(\.isWhitespace) else { return say(.blankPath(field, path)) }
    var information = stat()
    guard unsafe stat(full, &information) == 0 else {
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
        return say(.linkToNothing(field, path: path, target: target))
      }
      return say(.missingFile(field, path: path, nearby: nearby(full)))
    }
    guard information.st_mode & S_IFMT == S_IFREG else {
      let kind = FileKind(information.st_mode).words
      return say(.init(id: "not-a-file", text: "\(field): \(path) is \(kind), not a plain file"))
    }
    guard PathText.isFromRoot(path) || isInside(full, folder) else {
      return say(
        .init(
          id: "outside-project",
          text: "\(field): \(path) is a link to a file outside the project's folder",
          hint: "name the file itself by its absolute path"))
    }
    return nil
  }

  /// Whether a path, links followed, is below the project's folder.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// Names of files beside a missing one, nearest first.
  private static func nearby(_ path: String) -> [String] {
    let url = URL(fileURLWithPath: path)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path))
      ?? []
    let visible = names.filter { !$0.hasPrefix(".") }.sorted()
    guard let nearest = NearMiss.nearest(to: url.lastPathComponent, among: visible) else {
      return Array(visible.prefix(5))
    }
    return [nearest]
  }
}
