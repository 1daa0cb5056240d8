package import VoimoBase

/// What a build of some targets would do, step by step: a value that `plan`, `why`, `graph`, the
/// runner and the progress display all read.
///
/// It runs nothing and changes nothing. What it calls `reuse` or `run` is what a build of the same
/// graph and store then does.
package struct Plan: Sendable {
  /// How much of the graph behind the expansion point the plan knows.
  package enum Horizon: Sendable, Hashable {
    /// Everything that the targets want is there.
    case whole
    /// What is behind the expansion is drawn from the last build's value and may turn out
    /// otherwise.
    case standIn
    /// What is behind the expansion is not known at all.
    case unknown
  }

  /// A wanted step and what is done about it.
  package struct Entry: Sendable {
    /// The step's name.
    package var id: StepID
    /// Reuse, run, or not known yet.
    package var decision: Decision
    /// Whether the step is only there because the last build had it.
    package var standIn: Bool
    /// The step itself, for what it needs.
    package var step: any Step
    /// Of a step that is undecided: whether its result is there if what it waits for turns out as
    /// can be expected.
    package var isLikelyReused = false
  }

  /// The graph as far as it is known, with the stand-in's nodes where there is one.
  package let graph: Graph
  /// The graph as it was given, still to be grown.
  let given: Graph
  /// What was asked for.
  package let targets: [Target]
  /// Every wanted step (sources are not listed), producers first.
  package private(set) var entries: [Entry] = []
  /// How far the plan sees.
  package let horizon: Horizon
  /// Whether the value that the graph grows by is known, though the step that gives it has yet to
  /// run: what the stand-in shows is then what will come.
  package let isForeseen: Bool
  /// Steps that are to run though nothing changed.
  package let forced: [Target]
  /// For each entry its node's place in `graph`.
  private(set) var placeOfEntry: [Int] = []
  private var entryAt: [Int?]

  /// Whether the part behind the expansion is drawn from the last build's value.
  package var standIn: Bool { horizon == .standIn }

  /// The names of the wanted steps.
  package var wanted: [StepID] { entries.map(\.id) }

  /// What is planned for a step; nil when the targets do not want it.
  package func entry(of id: StepID) -> Entry? {
    graph.place(of: id).flatMap { entryAt[$0] }.map { entries[$0] }
  }

  /// What is planned for a step; nil when the targets do not want it.
  package subscript(id: StepID) -> Decision? { entry(of: id)?.decision }

  /// How many entries there are of each decision.
  package var counts: (reuse: Int, run: Int, undecided: Int) {
    entries.reduce(into: (0, 0, 0)) { counts, entry in
      switch entry.decision {
      case .reuse: counts.0 += 1
      case .run: counts.1 += 1
      case .undecided: counts.2 += 1
      }
    }
  }

  /// Plans a build.
  ///
  /// Where the expansion's step can be reused, the graph is grown for real. Where it must run, the
  /// value that it last had stands in, if that value still fits the project.
  ///
  /// - Parameters:
  ///   - graph: The steps; grown already, or with its expansion.
  ///   - targets: What to build; nothing means every step.
  ///   - store: Asked for results; nothing is written.
  ///   - forced: Steps that are to run though nothing changed.
  /// - Throws: `UnknownTarget`, `ProjectProblems` from the expansion, and what the store throws.
  /// - Complexity: O(nodes + inputs), a store look-up a wanted step.
  package init(
    _ graph: Graph, targets: [Target], store: some ArtifactStore, forced: [Target] = []
  ) throws {
    try self.init(graph, targets: targets, store: store, forced: forced, settled: [:])
  }

  /// Plans the rest of a build in which some steps have ended already.
  init(
    _ given: Graph, targets: [Target], store: some ArtifactStore, forced: [Target],
    settled: [StepID: StepResult]
  ) throws {
    let asked = try given.places(of: targets)
    var decisions = Decisions(settled: settled, forced: forced)
    var foreseen: [UInt8]?
    var graph = given
    var horizon = Horizon.whole
    var roots = asked.places
    if asked.needsExpansion, let expansion = given.expansion {
      let growth = try Self.grow(given, expansion, deciding: &decisions, store: store)
      (graph, horizon, foreseen) = (growth.graph, growth.horizon, growth.foreseen)
      if horizon == .standIn {
        // A pattern that fits nothing in the stand-in may fit what really comes.
        roots = targets.flatMap { (try? graph.places(of: [$0]).places) ?? [] }
        if targets.isEmpty { roots = Array(graph.nodes.indices) }
      } else if horizon == .whole {
        roots = try graph.places(of: targets).places
      }
      roots += graph.place(of: expansion.waitsFor).map { [$0] } ?? []
    }
    self.graph = graph
    self.given = given
    self.targets = targets
    self.horizon = horizon
    self.forced = forced
    isForeseen = foreseen != nil
    entryAt = [Int?](repeating: nil, count: graph.nodes.count)
    let wanted = graph.needed(by: roots)
    let known = horizon == .standIn ? given.nodes.count : graph.nodes.count
    for place in graph.order where wanted[place] {
      guard case .step(let id, let step) = graph.nodes[place] else { continue }
      let decision: Decision =
        place < known
        ? try decisions.decide(place, in: graph, store: store)
        : .undecided(waitingFor: given.expansion.map { [$0.waitsFor] } ?? [])
      entryAt[place] = entries.count
      placeOfEntry.append(place)
      entries.append(Entry(id: id, decision: decision, standIn: place >= known, step: step))
    }
    guard counts.undecided > 0 else { return }
    var outlook = Outlook(graph, store: store, expansion: given.expansion?.waitsFor)
    outlook.foreseen = foreseen
    for index in entries.indices {
      entries[index].isLikelyReused = try outlook.isLikelyReused(entries[index])
    }
  }

  private static func grow(
    _ graph: Graph, _ expansion: Expansion, deciding decisions: inout Decisions,
    store: some ArtifactStore
  ) throws -> (graph: Graph, horizon: Horizon, foreseen: [UInt8]?) {
    guard let place = graph.place(of: expansion.waitsFor) else { return (graph, .unknown, nil) }
    let needed = graph.needed(by: [place])
    for place in graph.order where needed[place] {
      if case .step = graph.nodes[place] {
        _ = try decisions.decide(place, in: graph, store: store)
      }
    }
    if case .reuse(let result) = try decisions.decide(place, in: graph, store: store) {
      return (try graph.adding(expansion.expand(result.value)), .whole, nil)
    }
    if let value = foresee(place, in: graph, decisions) {
      return (try graph.adding(expansion.expand(value)), .standIn, value)
    }
    // The old value may not fit the project any more, which says nothing about the new one.
    guard let last = try store.standIn(for: expansion.waitsFor),
      let nodes = try? expansion.expand(last.value), let grown = try? graph.adding(nodes)
    else { return (graph, .unknown, nil) }
    return (grown, .standIn, nil)
  }

  /// The value that a step will have, where that follows from the small values that it reads.
  private static func foresee(_ place: Int, in graph: Graph, _ decisions: Decisions) -> [UInt8]? {
    guard case .step(_, let step) = graph.nodes[place] else { return nil }
    var values: [StepInput: [UInt8]] = [:]
    for input in step.inputs where input.output == StepOutput.valueName {
      guard let producer = graph.place(of: input.producer),
        case .reuse(let result)? = decisions[producer]
      else { return nil }
      values[input] = result.value
    }
    return step.foreseenValue(reading: values)
  }
}
