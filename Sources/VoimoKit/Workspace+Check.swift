import Foundation
package import VoimoBase
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoStages

extension Workspace {
  /// Everything that can be said about the project without building it: the file's own warnings,
  /// the files it names, and times that lie outside the song.
  ///
  /// Decodes the song to know its level; well under a second for a song.
  package func check() -> [Diagnostic] {
    let problems = pathProblems
    if problems.contains(where: { $0.severity == .error }) { return warnings + problems }
    let audio = audioProblems()
    let isSound = !audio.contains { $0.severity == .error }
    return warnings + problems + audio + (isSound ? levelProblems() : []) + lyricsProblems()
  }

  /// What is wrong with the names of files, without a look into them.
  static func pathProblems(of project: Project, in folder: String) -> [Diagnostic] {
    titleProblems(of: project)
      + project.files.compactMap { fileProblem($0, of: project, in: folder) }
  }

  /// What is wrong with the song: it is not sound, or the crop lies outside it.
  package func audioProblems() -> [Diagnostic] {
    let audio = project.audio
    do {
      let file = try reading.look(at: resolve(audio.path), stream: audio.stream)
      return cropProblems(duration: file.duration)
    } catch {
      if error.code == .noSuchStream {
        return [
          project.error(
            .init(
              id: "no-such-stream", text: "audio: \(error.sentence)",
              hint: "leave stream out to take the one that the file itself marks"),
            at: "audio.stream")
        ]
      }
      return [
        Diagnostic(
          .error,
          .init(
            id: error.code == .unreadable ? "unreadable-file" : "not-audio",
            text: "audio: \(error.sentence)"),
          file: source.name, span: project.span(of: "audio"))
      ]
    }
  }

  /// Compares the crop with the length in the file's header, which may be an estimate: only what is
  /// clearly outside is an error here.
  private func cropProblems(duration: Seconds?) -> [Diagnostic] {
    guard let duration else { return [] }
    return project.problems(withDuration: duration)
  }

  /// What is wrong or doubtful in the lyrics file.
  package func lyricsProblems() -> [Diagnostic] {
    guard let lyrics = project.lyrics else { return [] }
    let span = project.span(of: "lyrics")
    let name = lyrics.path
    let bytes: [UInt8]
    do throws(InputText.Refusal) {
      bytes = try InputText.bytes(of: resolve(name), limit: LyricsFile.maximumBytes)
    } catch {
      return [
        Diagnostic(
          .error,
          .init(id: error.id, text: "lyrics: \(name) \(error.predicate)", hint: error.hint),
          file: source.name, span: span)
      ]
    }
    texts.add(SourceText(name: name, text: String(decoding: bytes, as: UTF8.self)))
    return LyricsFile.parse(bytes: bytes, name: name).diagnostics
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
    let full = resolve(path, in: folder)
    var information = stat()
    guard unsafe stat(full, &information) == 0 else {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full)
      return project.error(
        target.map { .linkToNothing(field, path: path, target: $0) }
          ?? .missingFile(field, path: path, nearby: nearby(full)), at: field)
    }
    guard information.st_mode & S_IFMT == S_IFREG else {
      let kind = FileKind(information.st_mode).words
      return project.error(
        .init(id: "not-a-file", text: "\(field): \(path) is \(kind), not a plain file"), at: field)
    }
    guard PathText.isFromRoot(path) || isInside(full, folder) else {
      return project.error(
        .init(
          id: "outside-project",
          text: "\(field): \(path) is a link to a file outside the project's folder",
          hint: "name the file itself by its absolute path"), at: field)
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
