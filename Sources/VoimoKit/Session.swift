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
  /// The lyrics as their file has them, where the recipe depends on their text: to choose fonts, or
  /// to know what headings call their sections.
  let words: ProjectWords?
  private let hashes: FileHashes

  /// Opens a project's store and lowers the project.
  ///
  /// - Throws: `ProjectProblems`, `KitError`.
  package init(_ workspace: Workspace, for purpose: Purpose) throws {
    self.workspace = workspace
    let folder = workspace.storeFolder
    let store = try Self.keeping {
      switch purpose {
      case .reading: try Store.openExisting(folder: folder, profile: workspace.profile)
      case .building: try Store.open(folder: folder, profile: workspace.profile)
      }
    }
    self.store = store
    let hashes = store?.hashes ?? FileHashes.withoutMemory()
    self.hashes = hashes
    words = workspace.readsWords ? ProjectWords(of: workspace) : nil
    recipe = try Self.recipe(of: workspace, words: words, hashes: hashes)
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
      case .film: ["film", "poster", "contact-sheet", "waveform"]
      case .srt, .vtt, .lrc, .ass: recipe.lyrics == nil ? [] : ["subtitles"]
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
    return [Target(stage)]
  }

  /// Plans a build of some targets, or of the standard ones.
  ///
  /// - Parameters:
  ///   - targets: Steps, kinds, patterns, sections and shots.
  ///   - forced: What is to run though nothing changed.
  /// - Throws: `ProjectProblems`, `KitError`.
  package func plan(_ targets: [Target] = [], forced: [Target] = []) throws -> Plan {
    let forced = forced.map(meaning(of:))
    // What is forced is wanted.
    let wanted = (targets.isEmpty ? standardTargets : targets.map(meaning(of:))) + forced
    do {
      return try Self.keeping {
        try Plan(graph, targets: wanted, store: results, forced: forced)
      }
    } catch let unknown as UnknownTarget {
      throw refusal(of: unknown)
    }
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
    of workspace: Workspace, words: ProjectWords?, hashes: FileHashes
  ) throws -> FilmRecipe {
    func locate(_ path: String) throws -> FilmRecipe.LocatedFile {
      let full = workspace.resolve(path)
      return FilmRecipe.LocatedFile(
        path: full, hash: try keeping { try hashes.hash(ofFile: full) })
    }
    let project = workspace.project
    let fonts = try workspace.fontChoice(for: words)?.places.map { place in
      FontFile(
        path: place.path, face: place.face,
        hash: try keeping { try hashes.hash(ofFile: place.path) })
    }
    var recipe = FilmRecipe(
      project: project, audio: try locate(project.audio.path),
      lyrics: try project.lyrics.map { try locate($0.path) }, reading: workspace.reading,
      listener: BackendRegistry.listener, sectionFinder: BackendRegistry.sectionFinder,
      separator: BackendRegistry.separator, writer: BackendRegistry.writer,
      renderer: BackendRegistry.painter,
      fonts: fonts ?? [])
    recipe.headings = words?.headings ?? []
    return recipe
  }

  /// Turns the store's errors into sentences with an exit status.
  static func keeping<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw KitError(error)
    }
  }

  /// What the user should know about the store itself, in whole sentences; each is given once.
  package var storeSentences: [String] { store?.takeSentences() ?? [] }
}

extension KitError {
  /// The sentence and the exit status of a store's error.
  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error {
      case .newerStore, .damaged, .damagedBlob: .storeDamaged
      case .noSpace: .noSpace
      default: .buildFailed
      }
    self.init(status, error.description)
  }
}
