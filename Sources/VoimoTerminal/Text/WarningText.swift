import VoimoBase
import VoimoEngine

/// What a step has to say about its result, as a line for people.
enum WarningText {
  /// `warning: audio: the song is on the left side alone`; nil for an event that warns of nothing.
  static func line(of event: RunEvent, _ style: Style) -> String? {
    let (id, text): (StepID, String)
    switch event {
    case .warning(let step, let words): (id, text) = (step, words)
    case .damaged(let step, _, let detail): (id, text) = (step, DamagedArtifact.warning(detail))
    default: return nil
    }
    return "\(style.paint("warning", .boldYellow)): \(id): \(DiagnosticText.visible(text))"
  }
}
