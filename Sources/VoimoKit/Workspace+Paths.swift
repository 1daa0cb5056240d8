import Foundation
package import VoimoBase
import VoimoMedia
import VoimoProject

extension Workspace {
  /// What is wrong with the names of files, without a look into them.
  package func pathProblems() -> [Diagnostic] {
    let files = [
      ("audio", project.audio.path), ("lyrics", project.lyrics?.path),
      ("structure", project.structurePath),
    ]
    let problems = files.compactMap { field, path in
      path.flatMap { fileProblem($0, field: field, span: project.span(of: field)) }
    }
    // A song without a name gives the film none.
    let hasName = !problems.contains { $0.message.id == "blank-path" }
    return (hasName ? titleProblems() : []) + problems
  }

  /// What is wrong with the song's file: it is not sound, or cannot be read.
  ///
  /// - Parameter known: Gets the length that the file's header says.
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

  private func titleProblems() -> [Diagnostic] {
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
  private func fileProblem(_ path: String, field: String, span: SourceSpan?) -> Diagnostic? {
    func say(_ message: Diagnostic.Message) -> Diagnostic {
      Diagnostic(.error, message, file: source.name, span: span)
    }
    let full = resolve(path)
    guard !path.allSatisfy(\.isWhitespace) else { return say(.blankPath(field, path)) }
    var information = stat()
    guard unsafe stat(full, &information) == 0 else {
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
        return say(.linkToNothing(field, path: path, target: target))
      }
      return say(.missingFile(field, path: path, nearby: nearby(full)))
    }
    guard information.st_mode & S_IFMT == S_IFREG else {
      return say(.init(id: "not-a-file", text: "\(field): \(path) is not a plain file"))
    }
    guard PathText.isFromRoot(path) || isInside(full) else {
      return say(
        .init(
          id: "outside-project",
          text: "\(field): \(path) is a link to a file outside the project's folder",
          hint: "name the file itself by its absolute path"))
    }
    return nil
  }

  /// Whether a path, links followed, is below the project's folder.
  private func isInside(_ path: String) -> Bool {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// Names of files beside a missing one, nearest first.
  private func nearby(_ path: String) -> [String] {
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
