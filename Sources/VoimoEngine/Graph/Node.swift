package import VoimoBase

/// A step under its name, or a file of the user's.
package enum Node: Sendable {
  /// Work to do.
  case step(StepID, any Step)
  /// A file whose content is known by its hash; its one output is `file`.
  case source(SourceFile)

  /// The node's name.
  package var id: StepID {
    switch self {
    case .step(let id, _): id
    case .source(let file): file.id
    }
  }

  /// What the node reads; nothing, for a source.
  package var inputs: [StepInput] {
    switch self {
    case .step(_, let step): step.inputs
    case .source: []
    }
  }
}

/// A file of the user's, as it was when the graph was made.
package struct SourceFile: Hashable, Sendable {
  /// The node's name: `source`, `source/lyrics`.
  package var id: StepID
  /// Where it is on this machine; never part of a key.
  package var path: String
  /// Of its whole content.
  package var hash: ContentHash

  /// Notes a file's content.
  package init(id: StepID, path: String, hash: ContentHash) {
    self.id = id
    self.path = path
    self.hash = hash
  }

  /// The one output of a source.
  package static func content(of id: StepID) -> StepOutput { StepOutput(id, "file") }
}
