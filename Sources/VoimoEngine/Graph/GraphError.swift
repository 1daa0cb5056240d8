package import VoimoBase

/// Why nodes do not make a graph; a mistake of the code that lowers a project.
package enum GraphError: Error, Hashable, Sendable {
  /// Two nodes of one name.
  case duplicate(StepID)
  /// A node reads a step that is not there.
  case missingProducer(of: StepID, input: String, producer: StepID)
  /// A step has two inputs of one name.
  case duplicateInput(of: StepID, input: String)
  /// Steps that wait for each other: each reads the one after it, the last is the first again.
  case cycle([StepID])
  /// The expansion waits for something that is not a step of the graph.
  case missingExpansionStep(StepID)
}

extension GraphError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .duplicate(let id): "two steps are named \(id)"
    case .missingProducer(let id, let input, let producer):
      "step \(id) reads '\(input)' from \(producer), which does not exist"
    case .duplicateInput(let id, let input): "step \(id) has two inputs named '\(input)'"
    case .cycle(let loop):
      "steps wait for each other: " + loop.map(\.rawValue).joined(separator: " → ")
    case .missingExpansionStep(let id):
      "the graph is to grow after \(id), which is not one of its steps"
    }
  }
}
