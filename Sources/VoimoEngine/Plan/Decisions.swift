import VoimoBase

/// Decisions made so far while a plan is drawn, by a node's place.
struct Decisions {
  private var made: [Int: Decision] = [:]
  /// Keys that a step before is to make, so that no work is planned twice.
  private var maker: [ContentHash: StepID] = [:]
  private let settled: [StepID: StepResult]
  private let forced: [Target]

  /// Begins with the results of steps that have ended already, and the steps that are to run though
  /// nothing changed.
  init(settled: [StepID: StepResult], forced: [Target]) {
    self.settled = settled
    self.forced = forced
  }

  /// What was decided about a node; nil where nothing was.
  subscript(place: Int) -> Decision? { made[place] }

  /// Decides about a step whose producers have been decided about, or repeats what was decided.
  mutating func decide(
    _ place: Int, in graph: Graph, store: some ArtifactStore
  ) throws -> Decision {
    if let decision = made[place] { return decision }
    let decision = try fresh(place, in: graph, store: store)
    made[place] = decision
    return decision
  }

  private mutating func fresh(
    _ place: Int, in graph: Graph, store: some ArtifactStore
  ) throws -> Decision {
    guard case .step(let id, let step) = graph.nodes[place] else {
      preconditionFailure("a decision about \(graph.nodes[place].id), which is not a step")
    }
    if let result = settled[id] { return .reuse(result) }
    var hashes: [String: ContentHash] = [:]
    var waitingFor: [StepID] = []
    var waited: Set<StepID> = []
    for input in step.inputs {
      guard let hash = hash(of: input, in: graph) else {
        if waited.insert(input.producer).inserted { waitingFor.append(input.producer) }
        continue
      }
      hashes[input.name] = hash
    }
    guard waitingFor.isEmpty else { return .undecided(waitingFor: waitingFor) }
    let manifest = Manifest(of: step, inputs: hashes)
    let key = manifest.key
    let isForced = forced.contains { $0.matches(id) }
    if !isForced, let result = try store.result(for: key) { return .reuse(result) }
    if let twin = maker[key] { return .undecided(waitingFor: [twin]) }
    maker[key] = id
    return .run(
      key: key,
      because: try Reason.reasons(for: manifest, key: key, of: id, isForced: isForced, in: store))
  }

  /// The hash of an input, if its producer is a source or is reused and has that output.
  ///
  /// A reused result that lacks the output gives a hash that no content has: the step then runs and
  /// fails with an error that names the output.
  private func hash(of input: StepInput, in graph: Graph) -> ContentHash? {
    guard let place = graph.place(of: input.producer) else { return nil }
    switch graph.nodes[place] {
    case .source(let file): return file.hash
    case .step:
      guard case .reuse(let result)? = made[place] else { return nil }
      return result.outputs[input.output] ?? ContentHash.ofMissingOutput
    }
  }
}

extension ContentHash {
  /// Stands for an output that a step was expected to have made but did not.
  static let ofMissingOutput = ContentHash(hashing: "voimo: no such output")
}
