package import VoimoBase

/// Which film a step belongs to: the project's own, or a rendition of it in another shape or of
/// another stretch.
package struct FilmScope: Sendable, Hashable {
  /// The rendition's name; nil for the film itself.
  package let rendition: String?

  /// The film itself.
  package static let film = FilmScope(rendition: nil)

  /// A rendition by its name.
  package static func rendition(_ name: String) -> FilmScope { FilmScope(rendition: name) }

  /// The name of a stage's step: `film`, `film@shorts`.
  package func id(_ stage: Stage) -> StepID { StepID(kind(of: stage)) }

  /// The name of a stage's step for a part of the film: `segment@shorts/chorus.1/00`.
  package func id(_ stage: Stage, _ part: String) -> StepID { StepID(kind(of: stage), part) }

  /// What steps of a stage begin with in this scope: `segment@shorts`.
  package func kind(of stage: Stage) -> String {
    rendition.map { "\(stage.name)@\($0)" } ?? stage.name
  }
}
