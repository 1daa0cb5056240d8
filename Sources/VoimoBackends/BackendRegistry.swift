package import VoimoStages

/// A back end that projects and profiles can use.
package struct Backend: Sendable {
  /// Which port of the stages it serves.
  package enum Port: String, Sendable, CaseIterable {
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
  package static let writer = TemplateWriter()
  package static let painter = BuiltinPainter()

  package static let all: [Backend] = [
    Backend(
      port: .prompts, identity: writer.identity,
      summary: "Writes prompts by a fixed pattern; needs no model."),
    Backend(
      port: .image, identity: painter.identity,
      summary: "Illustrates prompts with procedural scenes; needs no GPU and no network."),
  ]
}
