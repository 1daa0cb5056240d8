import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoStages

/// A project lowered to its steps, with fakes behind every port.
struct LoweringBench {
  let recipe: FilmRecipe
  /// The steps known before the song is heard.
  let song: [Node]
  /// The film's shots, for the song that the fakes hear.
  let list: ShotList
  /// The steps behind the expansion.
  let film: [Node]

  static let font = FontFile(path: "/fonts/a.ttf", face: 0, hash: ContentHash(hashing: "a font"))

  /// Lowers a project with a song of sixteen seconds, verse and chorus.
  ///
  /// - Throws: what lowering throws: problems of the project with this song, `StageError`.
  init(
    _ yaml: String, structure: SongStructure = FakeSong.structure, backends: Backends = .fake(),
    pictures: (ImagePath) -> [FilmRecipe.LocatedPicture] = { _ in [] }
  ) throws {
    var recipe = try Self.recipe(yaml, backends: backends)
    let project = recipe.project
    for set in [project.images].compactMap(\.self) + project.sections.compactMap(\.image) {
      recipe.pictures[set] = set.paths.flatMap(pictures)
    }
    self.recipe = recipe
    song = recipe.songNodes
    list = recipe.shotsStep.layOut(structure, beats: FakeSong.beats)
    film = try recipe.filmExpansion.expand(ArtifactJSON.encode(list))
  }

  /// The recipe of a project; a lyrics file of that name is there where it names one.
  static func recipe(_ yaml: String, backends: Backends = .fake()) throws -> FilmRecipe {
    let (parsed, problems) = Project.parse(
      SourceText(name: "voimo.yaml", text: "audio: song.flac\n" + yaml), profile: nil)
    let project = try #require(parsed, "\(problems)")
    return FilmRecipe(
      project: project, audio: .init(path: "/song.flac", hash: ContentHash(hashing: "song")),
      words: project.lyrics.map {
        .file(.init(path: "/\($0.path)", hash: ContentHash(hashing: "words")))
      } ?? (backends.transcriber == nil ? .none : .transcript), reading: .inProcess,
      backends: backends, fonts: [font],
      encoders: EncoderIdentities(video: "x264 1", sound: "aac 1"))
  }

  var nodes: [Node] { song + film }

  /// The names of all steps, in their order.
  var ids: [String] { nodes.map(\.id.rawValue) }

  /// The step of a name and type.
  func step<S: Step>(
    _ type: S.Type, _ id: StepID, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> S {
    let node = nodes.first { $0.id == id }
    guard case .step(_, let step)? = node else {
      return try #require(nil as S?, "\(ids)", sourceLocation: sourceLocation)
    }
    return try #require(step as? S, sourceLocation: sourceLocation)
  }

  /// The step that has a name as people type it.
  func step<S: Step>(_ type: S.Type, _ id: String) throws -> S { try step(type, StepID(id)) }

  /// The shot of a name.
  func shot(_ name: String) throws -> Shot {
    try #require(list.shots.first { $0.name == name }, "\(list.shots.map(\.name))")
  }

  /// What an input of a step reads, as `step output`.
  func input(_ name: String, of id: String) -> String? {
    nodes.first { $0.id == StepID(id) }?.inputs.first { $0.name == name }
      .map { "\($0.producer) \($0.output)" }
  }
}
