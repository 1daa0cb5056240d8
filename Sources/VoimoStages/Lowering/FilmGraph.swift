import VoimoBase
package import VoimoEngine
import VoimoLyrics
import VoimoProject

/// Lowers the shots to prompts, keyframes, segments and the film, once they are known.
extension FilmRecipe {
  /// Where the graph grows: sections and shots are known when the shots step's value is.
  package var filmExpansion: Expansion {
    Expansion(waitsFor: ShotsStep.id, kinds: kindsBehindShots) { value in
      try filmNodes(for: ArtifactJSON.decode(ShotList.self, from: value))
    }
  }

  /// The kinds of step that every film of this project comes to have, once its shots are known.
  package var expectedKinds: [String] {
    [
      StageRegistry.prompts, StageRegistry.keyframe, StageRegistry.segment,
      StageRegistry.soundtrack, StageRegistry.film, StageRegistry.poster,
      StageRegistry.contactSheet,
    ].map(\.name)
  }

  /// What `filmNodes` may give steps of.
  private var kindsBehindShots: [String] {
    let scopes = [FilmScope.film] + project.renditions.map { .rendition($0.name) }
    return scopes.flatMap { scope in StageRegistry.behindShots.map { scope.kind(of: $0) } }
  }

  /// The steps known once sections and shots are.
  ///
  /// - Throws: `ProjectProblems` when the project names what the song does not have.
  func filmNodes(for list: ShotList) throws -> [Node] {
    try check(list)
    let film = FilmLowering(recipe: self, scope: .film, list: list, form: FilmForm(of: project))
    return film.promptNodes + film.pictureNodes + film.nodes + film.posterNodes
      + [film.contactSheetNode] + outputNodes(of: film)
  }

  /// Keys of `sections:` that name a shot which its section does not have.
  private func shotProblems(_ list: ShotList) -> [Diagnostic] {
    project.sections.compactMap { change in
      guard case .shot(let section, let index) = change.selector,
        let part = list.parts.first(where: { $0.section.name == section }),
        index >= part.shotCount
      else { return nil }
      return Diagnostic(
        .error, .noSuchShot(change.key, section: section, count: part.shotCount),
        file: project.sourceName, span: change.span)
    }
  }

  /// Refuses what the song, now heard, shows to be wrong.
  private func check(_ list: ShotList) throws {
    let problems =
      project.problems(
        withSections: list.parts.map(\.section), guessable: guessableLabels)
      + project.outputProblems(
        withSections: list.parts.map(\.section),
        film: list.frameRate.time(ofFrame: list.start)...list.frameRate.time(ofFrame: list.end),
        guessable: guessableLabels)
    let all = problems + shotProblems(list)
    if all.contains(where: { $0.severity == .error }) { throw ProjectProblems(all) }
    if list.shots.isEmpty {
      throw StageError("the crop leaves no frame of the song: nothing to make a film of")
    }
  }
}
