import VoimoBase
import VoimoProject

extension Workspace {
  /// What the project file may say, and no step obeys yet: an error each, so that nothing is
  /// ignored in silence.
  var unbuiltProblems: [Diagnostic] {
    var problems: [Diagnostic] = []
    func say(_ path: String, at place: String? = nil, _ today: String) {
      let place = place ?? path
      problems.append(
        project.error(
          .init(id: "not-built-yet", text: "\(path) is not built yet", hint: today),
          at: project.span(of: place) == nil
            ? String(place.prefix { $0 != "." && $0 != "[" }) : place
        ))
    }
    for (index, output) in project.outputs.enumerated() {
      switch output {
      case .film, .subtitles: break
      case .thumbnail, .rendition:
        say("outputs[\(index)]", "film, srt, vtt, lrc and ass are written")
      }
    }
    if project.images != nil { say("images", "the painter paints: remove it") }
    if project.sampling != Sampling() { say("sampling", "the painter has no sampler: remove it") }
    if ![.auto, .painter].contains(project.animation) {
      say("animation", "the painter moves its own scenes: remove it")
    }
    for change in project.sections {
      let path = "sections.\(change.key)"
      if case .shot = change.selector { say(path, "a time range chooses shots") }
      if change.image != nil { say("\(path).image", "the painter paints: remove it") }
      if let animation = change.animation, ![.auto, .painter].contains(animation) {
        say("\(path).animation", "the painter moves its own scenes: remove it")
      }
    }
    for port in BackendPort.allCases {
      let choice = project.backend(port)
      if choice.isAuto && choice.settings.isEmpty { continue }
      if [.image, .animate].contains(port), choice.type == "painter" { continue }
      say("backends.\(port.rawValue)", "auto takes what is built in")
    }
    if let model = project.model {
      problems.append(
        Diagnostic(
          .error, .modelNeedsBackend(model.checkpoint), file: project.sourceName, span: model.span))
    }
    return problems
  }
}
