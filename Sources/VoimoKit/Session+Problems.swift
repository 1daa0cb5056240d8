package import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoStages

extension Session {
  /// What is wrong or doubtful with song, words and fonts, as far as it is known before building.
  ///
  /// What a file itself has of problems is said while no build has read it in this state; errors
  /// are always said. `voimo check` says everything.
  ///
  /// - Throws: `ProjectProblems`, `KitError`.
  package func contentProblems() throws -> [Diagnostic] {
    var known = try heardSong()
    var problems: [Diagnostic] = []
    if known.duration == nil {
      problems = workspace.audioProblems(&known)
      if problems.contains(where: { $0.severity == .error }) { return problems }
    }
    // A transcript is not a file to be read.
    let isRead = workspace.project.lyrics == nil ? true : try isReused(LyricsStep.id)
    return problems + workspace.contentProblems(known, words: words, readsWords: !isRead)
  }

  /// What the store knows of the song in its present state.
  func heardSong() throws -> KnownSong {
    let plan = try Plan(
      graph, targets: [Target(AudioStep.id), Target(StructureStep.id)], store: results)
    var known = KnownSong()
    if case .reuse(let result)? = plan[AudioStep.id] {
      known.duration = try ArtifactJSON.decode(AudioNote.self, from: result.value).duration
      known.isExact = true
    }
    if case .reuse(let result)? = plan[StructureStep.id] {
      known.sections = try ArtifactJSON.decode(SongStructure.self, from: result.value).sections
    }
    return known
  }

  /// Keys under `sections:` that choose nothing, now that the song was heard.
  func sectionWarnings() throws -> [Diagnostic] {
    let known = try heardSong()
    guard known.sections != nil else { return [] }
    return workspace.sectionProblems(known, words: words).filter { $0.severity == .warning }
  }

  /// What the steps in use were not sure of when they ran.
  func storedWarnings() throws -> [(step: StepID, text: String)] {
    try plan().entries.flatMap { entry -> [(step: StepID, text: String)] in
      guard case .reuse(let result) = entry.decision else { return [] }
      return result.warnings.map { (entry.id, $0) }
    }
  }

  private func isReused(_ step: StepID) throws -> Bool {
    let plan = try Plan(graph, targets: [Target(step)], store: results)
    guard case .reuse? = plan[step] else { return false }
    return true
  }
}
