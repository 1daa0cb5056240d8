import VoimoBase
import VoimoEngine
import VoimoProject

/// Lowers the shots to prompts, keyframes, segments and the film.
extension FilmRecipe {
  /// The steps known once sections and shots are.
  ///
  /// - Throws: `ProjectProblems` when the project names what the song does not have.
  func filmNodes(for list: ShotList) throws -> [Node] {
    try check(list)
    let shots = list.shots
    var nodes: [Node] = []
    var groups: Set<StepID> = []
    let looks = shots.map { look(of: $0, at: list.frameRate) }
    for (shot, look) in zip(shots, looks) {
      let prompts = promptsNode(of: shot.section, look)
      if groups.insert(prompts.id).inserted { nodes.append(prompts) }
    }
    nodes += zip(shots, looks).map { keyframeNode($0, look: $1, in: list) }
    for (index, shot) in shots.enumerated() {
      let next = shots.indices.contains(index + 1) ? shots[index + 1] : nil
      nodes.append(segmentNode(shot, look: looks[index], next: next, in: list))
    }
    nodes += [soundtrackNode(list), filmNode(list)]
    if let poster = posterShot(list) {
      nodes.append(
        .step(PosterStep.id, PosterStep(picture: KeyframeStep.picture(of: poster))))
    }
    nodes.append(contactSheetNode(list))
    return nodes
  }

  /// Refuses what the song, now heard, shows to be wrong.
  private func check(_ list: ShotList) throws {
    let problems = project.problems(
      withSections: list.parts.map(\.section), guessable: guessableLabels)
    if problems.contains(where: { $0.severity == .error }) { throw ProjectProblems(problems) }
    if list.shots.isEmpty {
      throw StageError("the crop leaves no frame of the song: nothing to make a film of")
    }
  }
}

extension FilmRecipe {
  /// How a shot looks; a time range counts where it covers the middle of the shot.
  private func look(of shot: Shot, at rate: FrameRate) -> ResolvedLook {
    project.look(
      of: shot.section,
      at: (rate.time(ofFrame: shot.start) + rate.time(ofFrame: shot.end)) * 0.5)
  }
}
