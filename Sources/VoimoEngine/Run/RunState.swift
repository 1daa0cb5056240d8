package import VoimoBase

/// The scheduler's memory.
///
/// Pure: it decides, `Runner` acts. Tell it what happened, then ask for actions until it has none.
/// It starts the steps on the longest remaining path first, within the pools.
package struct RunState: Sendable {
  /// What to do when a step has failed.
  package enum OnFailure: String, Sendable, Codable {
    /// Stop what depends on it; go on with the rest.
    case keepGoing
    /// Start nothing more; what runs may end.
    case stop
  }

  /// What the runner is asked to do.
  package enum Action: Sendable, Hashable {
    /// All inputs of the step are known: work out its key and look in the store.
    case resolve(StepID)
    /// Run the step.
    case start(StepID, key: ContentHash)
    /// The expansion's value is known: grow the graph.
    case grow
  }

  /// What the store said about a resolved step.
  package enum Resolution: Sendable, Hashable {
    /// The result is there.
    case reuse
    /// It must run.
    case run(key: ContentHash)
  }

  /// Where a step is on its way.
  package enum StepState: Sendable, Hashable {
    /// Nobody wants it, or it is a file of the user's.
    case unwanted
    /// So many of the steps that it reads have yet to end.
    case waiting(missing: Int)
    /// Its inputs are known, its key is being looked up.
    case resolving
    /// Another step is about to make the very same result.
    case waitingForTwin(key: ContentHash)
    /// It may start as soon as its pool has room.
    case ready(key: ContentHash)
    case running(key: ContentHash)
    /// Its result is in the store.
    case done
    case failed
    /// It will not run, because that step failed.
    case stopped(by: StepID)
  }

  private var graph: Graph
  private var states: [StepState]
  private var urgency: [Double]
  private var ready: [StepNeeds: ReadyQueue] = [:]
  private var occupied: Occupancy
  private var resolving: [Int] = []
  private var nextToResolve = 0
  private var makers: [ContentHash: Int] = [:]
  private var twins: [ContentHash: [Int]] = [:]
  private var growsAfter: Int?
  private var mayGrow = false
  private var halted = false
  private var stopped: [StepID] = []
  private let onFailure: OnFailure
  private let seconds: RememberedSeconds
  /// How many steps are running.
  package private(set) var runningCount = 0

  /// Begins a build as planned; steps that the plan reuses are done.
  package init(
    _ plan: Plan, pools: Pools, onFailure: OnFailure = .keepGoing,
    seconds: RememberedSeconds = RememberedSeconds()
  ) {
    occupied = Occupancy(of: pools)
    self.onFailure = onFailure
    self.seconds = seconds
    graph = plan.given
    states = []
    urgency = []
    if plan.horizon != .whole, let expansion = graph.expansion {
      growsAfter = graph.place(of: expansion.waitsFor)
    }
    // The whole of a graph that the plan could grow for real is there from the start.
    if plan.horizon == .whole { graph = plan.graph }
    add(plan)
  }

  /// Begins to play a plan through as if the stand-in were what will come.
  init(playing plan: Plan, pools: Pools, seconds: RememberedSeconds) {
    occupied = Occupancy(of: pools)
    self.seconds = seconds
    onFailure = .keepGoing
    graph = plan.graph
    states = []
    urgency = []
    add(plan)
  }

  /// Where a step is on its way.
  package func state(of id: StepID) -> StepState {
    graph.place(of: id).map { states[$0] } ?? .unwanted
  }

  /// The next thing to do now; nil when there is nothing until something ends, or at all.
  package mutating func next() -> Action? {
    guard !halted else { return nil }
    if nextToResolve < resolving.count {
      nextToResolve += 1
      return .resolve(graph.nodes[resolving[nextToResolve - 1]].id)
    }
    if mayGrow {
      mayGrow = false
      return .grow
    }
    guard let needs = startable, let place = ready[needs]?.pop() else { return nil }
    guard case .ready(let key) = states[place] else {
      preconditionFailure("\(graph.nodes[place].id) is queued and \(states[place])")
    }
    states[place] = .running(key: key)
    occupied.take(needs)
    runningCount += 1
    return .start(graph.nodes[place].id, key: key)
  }

  /// What the step needs that is to start now: of those whose slot has a place the most urgent one.
  ///
  /// Where its cores are not free, no other step may take cores either: a step that needs many
  /// would wait forever behind small ones.
  private var startable: StepNeeds? {
    var best: (needs: StepNeeds, urgency: Double, place: Int)?
    var bestWithoutCores = best
    for (needs, queue) in ready {
      guard let first = queue.first, occupied.hasPlace(for: needs) else { continue }
      let found = (needs: needs, urgency: first.urgency, place: first.place)
      if isBefore(found, best) { best = found }
      if needs.cores == 0, isBefore(found, bestWithoutCores) { bestWithoutCores = found }
    }
    guard let best else { return nil }
    return occupied.hasCores(for: best.needs) ? best.needs : bestWithoutCores?.needs
  }

  /// Whether one ready step is more urgent than another; of equally urgent ones the first given.
  private func isBefore(
    _ one: (needs: StepNeeds, urgency: Double, place: Int),
    _ other: (needs: StepNeeds, urgency: Double, place: Int)?
  ) -> Bool {
    guard let other else { return true }
    return (one.urgency, -one.place) > (other.urgency, -other.place)
  }

  /// A step that was to be resolved has been.
  package mutating func resolved(_ id: StepID, _ resolution: Resolution) {
    let place = knownPlace(of: id)
    precondition(states[place] == .resolving, "\(id) was resolved and is \(states[place])")
    switch resolution {
    case .reuse: end(place)
    case .run(let key): admit(place, key: key)
    }
  }

  /// A step's result has been recorded.
  package mutating func succeeded(_ id: StepID) {
    let place = knownPlace(of: id)
    let key = release(place)
    makers[key] = nil
    end(place)
    for twin in twins.removeValue(forKey: key) ?? [] { resolveLater(twin) }
  }

  /// A step has failed; gives the steps that will therefore not run, nearest first.
  package mutating func failed(_ id: StepID) -> [StepID] {
    let place = knownPlace(of: id)
    var key: ContentHash?
    if case .running = states[place] { key = release(place) }
    states[place] = .failed
    if onFailure == .stop { halted = true }
    stopped.removeAll()
    if let key {
      makers[key] = nil
      for twin in twins.removeValue(forKey: key) ?? [] { stop(twin, because: id) }
    }
    stopConsumers(of: place, because: id)
    if growsAfter == place { growsAfter = nil }
    return stopped
  }

  /// Results of steps turned out to be damaged: the steps are looked up and, where need be, run
  /// once more.
  ///
  /// Steps that have not ended are left alone.
  ///
  /// - Parameters:
  ///   - ids: Whose results are damaged.
  ///   - reader: The running step that was about to read them, which is then as if it had not
  ///     started and waits for them; nil where it was no step.
  /// - Returns: The steps that will not run, because a step that they need has failed.
  package mutating func lost(_ ids: [StepID], neededBy reader: StepID?) -> [StepID] {
    stopped.removeAll()
    for id in ids { reopen(knownPlace(of: id)) }
    guard let reader else { return stopped }
    let place = knownPlace(of: reader)
    let key = release(place)
    makers[key] = nil
    wait(place)
    for twin in twins.removeValue(forKey: key) ?? [] { resolveLater(twin) }
    return stopped
  }

  /// A running step was cancelled: it is as if it had not started.
  package mutating func cancelled(_ id: StepID) {
    let place = knownPlace(of: id)
    _ = release(place)
    states[place] = .waiting(missing: 0)
    halted = true
  }

  /// Start nothing more; what runs may end.
  package mutating func halt() { halted = true }

  /// The graph has grown; the plan was drawn anew with what has been done so far.
  ///
  /// Gives the steps that will not run, because a step that they need has failed.
  package mutating func grew(_ plan: Plan) -> [StepID] {
    growsAfter = nil
    graph = plan.graph
    stopped.removeAll()
    add(plan)
    return stopped
  }

  private mutating func add(_ plan: Plan) {
    let longest = longestPaths(plan)
    let known = states.count
    states += [StepState](repeating: .unwanted, count: graph.nodes.count - known)
    urgency += longest[known..<graph.nodes.count]
    for (entry, place) in zip(plan.entries, plan.placeOfEntry)
    where place < states.count && states[place] == .unwanted {
      urgency[place] = longest[place]
      switch entry.decision {
      case .reuse: states[place] = .done
      case .run(let key, _): admit(place, key: key)
      case .undecided: wait(place)
      }
    }
    if let place = growsAfter, states[place] == .done { mayGrow = true }
  }

  private mutating func wait(_ place: Int) {
    var missing = 0
    for producer in graph.producers[place] {
      switch states[producer] {
      case .failed: return stop(place, because: graph.nodes[producer].id)
      case .stopped(let cause): return stop(place, because: cause)
      case .unwanted, .done: continue
      case .waiting, .resolving, .waitingForTwin, .ready, .running: missing += 1
      }
    }
    states[place] = .waiting(missing: missing)
    if missing == 0 { resolveLater(place) }
  }

  private mutating func resolveLater(_ place: Int) {
    states[place] = .resolving
    resolving.append(place)
  }

  private mutating func admit(_ place: Int, key: ContentHash) {
    if makers[key] != nil {
      states[place] = .waitingForTwin(key: key)
      twins[key, default: []].append(place)
    } else {
      makers[key] = place
      states[place] = .ready(key: key)
      ready[needs(of: place), default: ReadyQueue()].push(place, urgency: urgency[place])
    }
  }

  private mutating func end(_ place: Int) {
    states[place] = .done
    if growsAfter == place { mayGrow = true }
    for consumer in graph.consumers[place] {
      guard case .waiting(let missing) = states[consumer] else { continue }
      states[consumer] = .waiting(missing: missing - 1)
      if missing == 1 { resolveLater(consumer) }
    }
  }

  private mutating func reopen(_ place: Int) {
    guard states[place] == .done else { return }
    for consumer in graph.consumers[place] {
      guard case .waiting(let missing) = states[consumer] else { continue }
      states[consumer] = .waiting(missing: missing + 1)
    }
    wait(place)
  }

  private mutating func release(_ place: Int) -> ContentHash {
    guard case .running(let key) = states[place] else {
      preconditionFailure("\(graph.nodes[place].id) ended and is \(states[place])")
    }
    occupied.free(needs(of: place))
    runningCount -= 1
    return key
  }

  private mutating func stop(_ place: Int, because cause: StepID) {
    states[place] = .stopped(by: cause)
    stopped.append(graph.nodes[place].id)
    if growsAfter == place { growsAfter = nil }
    stopConsumers(of: place, because: cause)
  }

  private mutating func stopConsumers(of place: Int, because cause: StepID) {
    for consumer in graph.consumers[place] {
      guard case .waiting = states[consumer] else { continue }
      stop(consumer, because: cause)
    }
  }

  private func needs(of place: Int) -> StepNeeds {
    guard case .step(_, let step) = graph.nodes[place] else {
      preconditionFailure("\(graph.nodes[place].id) is to run but is not a step")
    }
    return step.needs
  }

  private func knownPlace(of id: StepID) -> Int {
    guard let place = graph.place(of: id) else {
      preconditionFailure("\(id) is not in the graph that runs")
    }
    return place
  }

  /// For each node of the plan's graph, the seconds from its start to the end of the longest chain
  /// of wanted steps that begins with it.
  private func longestPaths(_ plan: Plan) -> [Double] {
    var longest = [Double](repeating: 0, count: plan.graph.nodes.count)
    // Until the graph has grown nothing behind the expansion can start, so what leads there is
    // first.
    if plan.horizon != .whole, let place = growsAfter { longest[place] = 1e6 }
    for (entry, place) in zip(plan.entries, plan.placeOfEntry).reversed() {
      let behind = plan.graph.consumers[place].reduce(longest[place]) { max($0, longest[$1]) }
      longest[place] = behind + (seconds[entry.id, entry.step.expectedWork]?.seconds ?? 1)
    }
    return longest
  }
}
