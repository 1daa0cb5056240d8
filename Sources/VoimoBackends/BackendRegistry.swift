package import VoimoStages

/// A back end that projects and profiles can use.
package struct Backend: Sendable {
  /// Which port of the stages it serves.
  package enum Port: String, Sendable, CaseIterable {
    /// Hears tempo, beats, voice and level.
    case listen
    /// Finds sections.
    case sections
    /// Parts the voice from the rest.
    case stems
    /// Writes prompts.
    case prompts
    /// Makes keyframes and the frames of shots.
    case image
  }

  package var port: Port
  package var identity: BackendIdentity
  /// One sentence for `voimo doctor`.
  package var summary: String
}

/// Every back end there is, in the order a reader wants.
package enum BackendRegistry {
  package static let listener = BuiltinListener()
  package static let sectionFinder = BuiltinSectionFinder()
  package static let separator = BuiltinStems()
  package static let writer = TemplateWriter()
  package static let painter = BuiltinPainter()

  package static let all: [Backend] = [
    Backend(
      port: .listen, identity: listener.identity,
      summary: "Hears beats, bars, key, voice and level by signal processing; needs no model."),
    Backend(
      port: .sections, identity: sectionFinder.identity,
      summary: "Finds sections by what sounds alike and which words come back; needs no model."),
    Backend(
      port: .stems, identity: separator.identity,
      summary: "Parts voice and accompaniment by masks on the spectrum; needs no model."),
    Backend(
      port: .prompts, identity: writer.identity,
      summary: "Writes prompts by a fixed pattern; needs no model."),
    Backend(
      port: .image, identity: painter.identity,
      summary: "Illustrates prompts with procedural scenes; needs no GPU and no network."),
  ]
}
