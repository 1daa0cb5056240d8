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
    for shot in shots {
      let group = promptGroup(of: shot, at: list.frameRate)
      if groups.insert(group.id).inserted { nodes.append(promptsNode(group)) }
    }
    nodes += shots.map { keyframeNode($0, in: list) }
    for (index, shot) in shots.enumerated() {
      let next = shots.indices.contains(index + 1) ? shots[index + 1] : nil
      nodes.append(segmentNode(shot, next: next, in: list))
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

/// The shots that share prompts: a section's, or those of a time range inside it.
struct PromptGroup {
  /// `prompts/chorus.2`, or `prompts/chorus.2@1:48-2:04`.
  var id: StepID
  var section: SectionID
  var look: ResolvedLook
}

extension FilmRecipe {
  /// Whose prompts a shot shows; a time range counts where it covers the middle of the shot.
  func promptGroup(of shot: Shot, at rate: FrameRate) -> PromptGroup {
    let middle = (rate.time(ofFrame: shot.start) + rate.time(ofFrame: shot.end)) * 0.5
    let look = project.overrides(for: shot.section, start: middle, end: middle)
    let range = project.sections.last { override in
      guard case .range(let start, let end) = override.selector else { return false }
      return start <= middle && middle < end
    }
    return PromptGroup(
      id: PromptsStep.id(of: shot.section, range: range?.key), section: shot.section, look: look)
  }
}
