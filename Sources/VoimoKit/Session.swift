import Foundation
import Synchronization
import VoimoBackends
import VoimoBase
package import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoStages
package import VoimoStore

/// A project joined with its store: what can be planned, built and asked.
package struct Session: Sendable {
  /// What a session is for.
  package enum Purpose: Sendable {
    /// Looking: writes nothing and waits for nobody.
    case reading
    /// Building: makes the store where there is none.
    case building
  }

  package let workspace: Workspace
  /// The steps known before the song is heard, and the expansion that adds the film's.
  package let graph: Graph
  /// The store; nil while looking at a project that was never built.
  package let store: Store?
  let recipe: FilmRecipe
  /// The lyrics as their file has them: their characters choose fonts, and their headings name
  /// sections; nil where there are none.
  let words: ProjectWords?
  private let hashes: FileHashes
  /// What a build would do about steps that were asked for.
  let decisions = DecisionMemory()

  /// Opens a project's store and lowers the project.
  ///
  /// - Throws: `ProjectProblems`, `KitError`, `StoreError`, `BackendError`.
  package init(_ workspace: Workspace, for purpose: Purpose) throws {
    // Before anything large is loaded.
    if purpose == .building { try MemoryLimit.check() }
    self.workspace = workspace
    let folder = workspace.storeFolder
    let store =
      switch purpose {
      case .reading: try Store.openExisting(folder: folder, profile: workspace.profile)
      case .building: try Store.open(folder: folder, profile: workspace.profile)
      }
    self.store = store
    let hashes = store?.hashes ?? FileHashes.withoutMemory()
    self.hashes = hashes
    words = ProjectWords(of: workspace)
    recipe = try Self.recipe(
      of: workspace, words: words, hashes: hashes, encoders: Self.encoders(rememberedBy: store))
    graph = try Graph(nodes: recipe.songNodes, expansion: recipe.filmExpansion)
  }

  /// Where results are looked up.
  var results: any ArtifactStore {
    if let store { return store }
    return EmptyStore(folder: workspace.storeFolder)
  }

  /// What to build when nothing is named: the film with its pages, and the outputs asked for.
  package var standardTargets: [Target] {
    workspace.project.outputs.flatMap { output -> [Target] in
      switch output {
      case .film: Wish.files(of: output).map { Target($0.source.step) }
      case .subtitles: recipe.hasWords ? [Target(SubtitlesStep.id)] : []
      case .thumbnail, .rendition: Wish.files(of: output).map { Target($0.source.step) }
      }
    }
  }

  /// Which steps stand for a stage name given with `--until`: all of that kind.
  package func targets(until stage: String) throws -> [Target] {
    let names = StageRegistry.all.map(\.name)
    guard names.contains(stage) else {
      let nearest = NearMiss.nearest(to: stage, among: names).map { "did you mean \($0)?" }
      throw KitError(
        .usage, "there is no stage '\(stage)'. Stages: \(names.joined(separator: ", "))",
        hint: nearest)
    }
    return [Target(stage, meaning: [stage, "\(stage)/*", "\(stage)@*"])]
  }

  /// Plans a build of some targets, or of the standard ones.
  ///
  /// - Parameters:
  ///   - targets: Steps, kinds, patterns, sections and shots.
  ///   - forced: What is to run though nothing changed.
  /// - Returns: A decision for every step that is wanted.
  /// - Throws: `ProjectProblems`, `KitError`, `StoreError`.
  package func plan(_ targets: [Target] = [], forced: [Target] = []) throws -> Plan {
    let forced = forced.map(meaning(of:))
    // What is forced is wanted.
    let wanted = (targets.isEmpty ? standardTargets : targets.map(meaning(of:))) + forced
    do {
      return try Plan(graph, targets: wanted, store: results, forced: forced)
    } catch let unknown as UnknownTarget {
      throw refusal(of: unknown)
    } catch let problems as ProjectProblems where problems.sources.isEmpty {
      throw workspace.problems(problems.diagnostics)
    }
  }

  /// What a build would do about one step now; the plan that says so is drawn once.
  ///
  /// - Throws: as `plan` does.
  func decision(on step: StepID) throws -> Decision? {
    if let known = decisions.value(of: step) { return known }
    decisions.add(try plan([Target(step.rawValue)]))
    return decisions.value(of: step)
  }

  /// How long steps took on this machine.
  package var rememberedSeconds: RememberedSeconds {
    (try? store?.rememberedSeconds()) ?? RememberedSeconds()
  }

  /// Whether a file of the user's still has the content that the graph was made with.
  func stillHas(_ file: SourceFile) throws -> Bool {
    try hashes.hash(ofFile: file.path) == file.hash
  }

  /// The hash of a file of the user's, read only if it may have changed.
  func hash(ofFile path: String) throws -> ContentHash { try hashes.hash(ofFile: path) }

  private static func recipe(
    of workspace: Workspace, words: ProjectWords?, hashes: FileHashes,
    encoders: EncoderIdentities
  ) throws -> FilmRecipe {
    func locate(_ path: String) throws -> FilmRecipe.LocatedFile {
      let full = workspace.resolve(path)
      return FilmRecipe.LocatedFile(
        path: full, hash: try hashes.hash(ofFile: full))
    }
    let project = workspace.project
    let fonts = try workspace.fontChoice(for: words)?.places.map { place in
      FontFile(
        path: place.path, face: place.face,
        hash: try hashes.hash(ofFile: place.path))
    }
    let backends = try workspace.registry.backends(for: project)
    var recipe = FilmRecipe(
      project: project, audio: try locate(project.audio.path),
      words: try project.lyrics.map { .file(try locate($0.path)) }
        ?? (backends.transcriber == nil ? .none : .transcript),
      reading: workspace.reading, backends: backends,
      fonts: fonts ?? [], encoders: encoders)
    for set in workspace.imageSets {
      recipe.pictures[set] = try workspace.pictures(of: set).map { picture in
        FilmRecipe.LocatedPicture(
          name: picture.name,
          file: .init(path: picture.path, hash: try hashes.hash(ofFile: picture.path)),
          focus: picture.focus)
      }
    }
    recipe.headings = words?.headings ?? []
    recipe.typefaces = try PageFonts(project, words: words).typefaces {
      try hashes.hash(ofFile: $0)
    }
    return recipe
  }

  /// The encoders of this machine, as their libraries last said: to ask them takes longer than a
  /// build that has nothing to do.
  private static func encoders(rememberedBy store: Store?) -> EncoderIdentities {
    guard let store else { return .asked() }
    let place = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""
    let separator: Character = "\t"
    let text = store.machineFact("encoders", context: "search path '\(place)'") {
      let asked = EncoderIdentities.asked()
      let libraries = EncoderIdentities.loadedLibraries
      // Without libavcodec's own file nothing would tell that it changed.
      let isKnown = libraries.contains { $0.contains("libavcodec") }
      return ("\(asked.video)\(separator)\(asked.sound)", isKnown ? libraries : [])
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .asked() }
    return EncoderIdentities(video: String(parts[0]), sound: String(parts[1]))
  }

  /// What the user should know about the store itself, in whole sentences; each is given once.
  package var storeSentences: [String] { store?.takeSentences() ?? [] }
}

/// Decisions of plans that were drawn before, by step.
final class DecisionMemory: Sendable {
  private let known = Mutex<[StepID: Decision]>([:])

  func value(of step: StepID) -> Decision? { known.withLock { $0[step] } }

  /// Keeps all that a plan says.
  func add(_ plan: Plan) {
    known.withLock { known in
      for entry in plan.entries { known[entry.id] = entry.decision }
    }
  }

  /// Forgets everything: a build has changed it.
  func clear() { known.withLock { $0 = [:] } }
}
