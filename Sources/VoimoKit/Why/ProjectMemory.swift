import Foundation
import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoStages
import VoimoStore

/// What is remembered of a project's past, and what the project says now.
///
/// The past is as it stood when this was made. Files are read when something is asked that hangs on
/// them.
final class ProjectMemory: TracingSources {
  let profile: String?
  let growth: StepID?
  let kindsBehindGrowth: [String]
  private let store: Store?
  private let uses: [StepID: Int64]
  /// What the project said when the profile was last built, for steps that are new.
  private lazy var lastProject: ContentHash? = {
    (try? store?.builds(limit: 1, profile: profile ?? "").first)?.project
  }()
  private lazy var said: SaidValues = session.said
  private let session: Session
  private var builds: [Int64: BuildRecord?] = [:]
  private var namings: [ContentHash: EditNaming?] = [:]

  /// Looks at what is in use now; a build that begins later changes nothing about it.
  ///
  /// - Throws: `StoreError`.
  init(_ session: Session) throws {
    profile = session.workspace.profile
    growth = session.graph.expansion?.waitsFor
    kindsBehindGrowth = session.graph.expansion?.kinds ?? []
    store = session.store
    uses = try session.store?.buildsOfUse() ?? [:]
    self.session = session
  }

  /// What the project says now, as the store keeps it; asked for before a build begins.
  var text: String {
    _ = lastProject
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(said)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  var hasBuilt: Bool {
    get throws { try store?.builds(limit: 1, profile: profile ?? "").isEmpty == false }
  }

  func lastResult(of id: StepID) throws -> StepResult? { try store?.lastResult(of: id) }

  func lastRun(
    of id: StepID, key: ContentHash
  ) throws -> (build: BuildRecord, step: BuildStepRecord)? {
    try store?.lastRun(of: id, key: key)
  }

  func naming(for id: StepID) throws -> EditNaming? {
    guard let hash = try uses[id].flatMap({ try build($0)?.project }) ?? lastProject else {
      return nil
    }
    if let known = namings[hash] { return known }
    let old = try store?.project(hash).flatMap { text in
      try? JSONDecoder().decode(SaidValues.self, from: Data(text.utf8))
    }
    let naming = old.map { EditNaming(from: $0, to: said) }
    namings[hash] = naming
    return naming
  }

  private func build(_ number: Int64) throws -> BuildRecord? {
    if let known = builds[number] { return known }
    let build = try store?.build(number)
    builds[number] = build
    return build
  }
}

extension Session {
  /// What the project and the small files that it names say now, in the words of the user.
  var said: SaidValues {
    var said = workspace.project.said
    if let path = workspace.project.structurePath, let sections = workspace.project.structure {
      said.values.append(
        SaidValues.Value(
          path: ["structure", "items"], name: path,
          items: sections.map { "\($0.label) at \($0.start.clock)" }, form: .list))
    }
    if let lyrics = workspace.project.lyrics,
      let handle = FileHandle(forReadingAtPath: workspace.resolve(lyrics.path)),
      let data = try? handle.read(upToCount: 1 << 18)
    {
      let lines = String(decoding: data, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let name = lyrics.path.split(separator: "/").last.map(String.init) ?? lyrics.path
      said.values.append(
        SaidValues.Value(
          path: ["lyrics", "lines"], name: name, items: lines.map { "\"\($0)\"" }, form: .lines))
    }
    return said
  }
}
