import Glibc
import VoimoBase
package import VoimoEngine
import VoimoProject
import VoimoStages
import VoimoStore

/// A file that the project asks for, and the result that belongs in it.
struct Wish: Hashable {
  var source: StepOutput
  /// Relative to the project's folder: `out/Lantern Harbor.draft.mp4`.
  var path: String

  /// What is made for an output of the project, each with how its file's name ends.
  static func files(of output: Output) -> [(source: StepOutput, ending: String)] {
    switch output {
    case .film:
      [
        (FilmStep.film(), ".mp4"), (PosterStep.poster, ".poster.png"),
        (ContactSheetStep.page, ".contact-sheet.png"), (WaveformStep.picture, ".waveform.png"),
      ]
    case .subtitles(.srt): [(SubtitlesStep.srt, ".srt")]
    case .subtitles(.vtt): [(SubtitlesStep.vtt, ".vtt")]
    case .subtitles(.lrc): [(SubtitlesStep.lrc, ".lrc")]
    case .subtitles(.ass): [(SubtitlesStep.ass, ".ass")]
    case .thumbnail(let thumbnail):
      [(FilmRecipe.artifact(of: thumbnail), ".\(thumbnail.name).png")]
    case .rendition(let rendition):
      [(FilmRecipe.artifact(of: rendition), rendition.fileEnding)]
    }
  }

  /// What a project asks for under a profile; nil for none.
  static func all(of project: Project, profile: String?) -> [Wish] {
    let title = FilmRecipe.title(of: project)
    guard let name = ExportName(title: title, profile: profile) else { return [] }
    return project.outputs.flatMap(files(of:)).map {
      Wish(source: $0.source, path: "\(Session.exportFolder)/\(name.file($0.ending))")
    }
  }
}

/// A file that a build would write into the project's folder.
package struct PendingExport: Sendable, Hashable {
  /// Why it would be written.
  package enum State: String, Sendable {
    /// What belongs in it is made, and there is no such file.
    case missing
    /// The file holds something else than what was made last.
    case changed
    /// What belongs in it has yet to be made.
    case toBeMade = "to-be-made"
  }

  /// Relative to the project's folder.
  package var path: String
  package var state: State

  /// Names a file and why it would be written.
  package init(path: String, state: State) {
    self.path = path
    self.state = state
  }
}

extension Session {
  /// The folder that films and subtitles go to, relative to the project's.
  package static let exportFolder = "out"

  var wishes: [Wish] { Wish.all(of: workspace.project, profile: workspace.profile) }

  /// The files that a build of a plan would write, in the order of the manual.
  ///
  /// With a plan in which all is made they are the files that are missing, that somebody has
  /// changed, or that `outputs` names since the last build.
  ///
  /// - Throws: `StoreError`.
  package func pendingExports(in plan: Plan) throws -> [PendingExport] {
    try wishes.compactMap { wish in
      switch plan[wish.source.step] {
      case .reuse(let result)?:
        guard let blob = result.outputs[wish.source.name] else { return nil }
        let now = try content(of: wish)
        if now == blob { return nil }
        return PendingExport(path: wish.path, state: now == nil ? .missing : .changed)
      case .run?, .undecided?: return PendingExport(path: wish.path, state: .toBeMade)
      case nil: return nil
      }
    }
  }

  /// The blobs among some results that a file of `out/` is to be made from now.
  func missingExports(_ results: [StepID: StepResult]) -> [(step: StepID, blob: ContentHash)] {
    wishes.compactMap { wish in
      guard let blob = results[wish.source.step]?.outputs[wish.source.name] else { return nil }
      return (try? content(of: wish)) == blob ? nil : (wish.source.step, blob)
    }
  }

  /// Where a result was put into the project's folder, if that file still holds it.
  func exportedPath(of output: StepOutput, _ blob: ContentHash) -> String? {
    wishes.first { $0.source == output && (try? content(of: $0)) == blob }.map {
      "\(workspace.folder)/\($0.path)"
    }
  }

  /// What is in a file of `out/`; nil where there is none.
  private func content(of wish: Wish) throws -> ContentHash? {
    do {
      return try hash(ofFile: "\(workspace.folder)/\(wish.path)")
    } catch let error as StoreError where error.isMissingFile {
      return nil
    }
  }

  /// Refuses names in `out/` that lead to files which must stay, before any work is done for them.
  ///
  /// - Throws: `KitError`.
  func checkExports() throws(KitError) {
    let keeper = workspace.writeGuard
    for wish in wishes {
      let full = "\(workspace.folder)/\(wish.path)"
      guard FileIdentity(of: full) != nil else { continue }
      try keeper.checkKept(full)
    }
  }

  /// Puts the results that the project asks for into `out/`; a file that holds them already is left
  /// alone, and one that is not as voimo wrote it is kept under another name.
  ///
  /// One file that cannot be written does not keep the others from being.
  func export(_ report: RunReport) -> BuildOutcome {
    var outcome = BuildOutcome(report: report)
    guard let store else { return outcome }
    var known = Dictionary(
      store.exports().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for wish in wishes {
      guard let result = report.results[wish.source.step],
        let blob = result.outputs[wish.source.name]
      else {
        continue
      }
      do {
        let size = result.sizes[wish.source.name] ?? 0
        let putting = try put(blob, known[wish.path]?.hash, at: wish)
        outcome.exports.append(
          .init(path: wish.path, size: size, isNew: putting != .held, keptAs: putting.name))
        known[wish.path] = ExportRecord(
          path: wish.path, hash: blob, size: size, profile: workspace.profile)
      } catch {
        outcome.exportFailures.append(KitError(explaining: error))
      }
    }
    let records = known.values.filter { FileIdentity(of: "\(workspace.folder)/\($0.path)") != nil }
    do {
      try store.remember(exports: records)
    } catch {
      outcome.exportFailures.append(KitError(explaining: error))
    }
    outcome.unwanted = workspace.unwanted(among: Array(records), hash: hash(ofFile:))
    return outcome
  }

  /// What came of putting a result into its file.
  private enum Putting: Equatable {
    /// The file held just that.
    case held
    /// It was written; what somebody else had there is now called so.
    case written(keptAs: String?)

    var name: String? {
      if case .written(let name) = self { name } else { nil }
    }
  }

  private func put(_ blob: ContentHash, _ last: ContentHash?, at wish: Wish) throws -> Putting {
    guard let store else { preconditionFailure("a session for reading exports nothing") }
    let full = "\(workspace.folder)/\(wish.path)"
    let folder = UserFile.folder(of: full)
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw KitError.system("make the folder", folder)
    }
    // Where it is no plain file, or cannot be read, writing says what is in the way.
    let now = try? hash(ofFile: full)
    if now == blob { return .held }
    try workspace.writeGuard.checkKept(full)
    var keptAs: String?
    if let now, now != last, !store.holds(now) { keptAs = try putAside(full) }
    try store.withFile(of: blob) { try UserFile.copy(from: $0, to: full) }
    // Read once now, so that the next build can tell by a look that it is as it was left.
    _ = try? hash(ofFile: full)
    return .written(keptAs: keptAs)
  }

  /// Gives a file that is not voimo's a second name, under which it stays.
  ///
  /// - Returns: the name, relative to the project's folder where it is inside.
  private func putAside(_ path: String) throws(KitError) -> String {
    let file = try UserFile.place(of: path).path
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    for number in 1...1000 {
      let mark = number == 1 ? ".kept" : ".kept-\(number)"
      let aside = "\(file[..<dot])\(mark)\(file[dot...])"
      if unsafe link(file, aside) == 0 { return workspace.shown(aside) }
      if errno == EEXIST { continue }
      // A file system without second names.
      guard FileIdentity(of: aside) == nil else { continue }
      try UserFile.copy(file, to: aside)
      return workspace.shown(aside)
    }
    throw KitError(
      .usage, "\(path) is not as voimo wrote it, and so are a thousand files beside it",
      hint: "move them away")
  }
}

extension Workspace {
  /// A path as people read it: relative where it is inside the project's folder.
  func shown(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }
}
