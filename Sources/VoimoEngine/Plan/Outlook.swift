import VoimoBase

/// What undecided steps will probably come to: a forecast for people and estimates, on which
/// nothing is built.
///
/// A step that runs is expected to make something new, unless it says that it changes in part: then
/// its outputs are expected to be what they were.
struct Outlook<Store: ArtifactStore> {
  private let graph: Graph
  private let store: Store
  private let expansion: StepID?
  /// The value that the graph grows by, where it is known before its step has run.
  var foreseen: [UInt8]?
  /// Expected hashes of outputs, of the steps that were looked at.
  private var outputs: [StepID: [String: ContentHash]] = [:]

  /// Begins with nothing looked at.
  ///
  /// - Parameters:
  ///   - graph: The graph with the stand-in's nodes.
  ///   - store: Asked for results; nothing is written.
  ///   - expansion: The step whose value the graph grows by.
  init(_ graph: Graph, store: Store, expansion: StepID?) {
    self.graph = graph
    self.store = store
    self.expansion = expansion
  }

  /// Whether an undecided step's result is probably there; to be asked in the plan's order.
  mutating func isLikelyReused(_ entry: Plan.Entry) throws -> Bool {
    switch entry.decision {
    case .reuse(let result):
      outputs[entry.id] = result.outputs
      return false
    case .run:
      outputs[entry.id] = try kept(entry)
      return false
    case .undecided:
      guard let result = try expected(entry) else {
        outputs[entry.id] = try kept(entry)
        return false
      }
      outputs[entry.id] = result.outputs
      return true
    }
  }

  /// What a step that runs will probably leave as it was.
  private func kept(_ entry: Plan.Entry) throws -> [String: ContentHash]? {
    guard entry.step.changesInPart, let last = try store.standIn(for: entry.id) else { return nil }
    var outputs = last.outputs
    if entry.id == expansion, let foreseen {
      outputs[StepOutput.valueName] = ContentHash(hashing: foreseen)
    }
    return outputs
  }

  /// The result that the store has under the key that the step will probably have.
  private func expected(_ entry: Plan.Entry) throws -> StepResult? {
    var hashes: [String: ContentHash] = [:]
    for input in entry.step.inputs {
      if case .source(let file)? = graph[input.producer] {
        hashes[input.name] = file.hash
      } else if let hash = outputs[input.producer]?[input.output] {
        hashes[input.name] = hash
      } else {
        return nil
      }
    }
    return try store.result(for: Manifest(of: entry.step, inputs: hashes).key)
  }
}
