package import VoimoBase
package import VoimoEngine
package import VoimoStore

/// Why steps are as they are, or what would become of them now; one for steps that have all of it
/// in common.
package struct Explanation: Sendable {
  /// The steps that are explained, at least one, in the plan's order.
  package var steps: [StepID]
  /// What a build would do now; of several steps the first one's.
  package var decision: Decision
  /// Of undecided steps: whether their results are probably there.
  package var isLikelyReused: Bool
  /// Of a result that is there: whether it is in use already; else the next build takes it.
  package var isInUse = true
  /// What made the result that is in use; nil where there is none, or that is forgotten.
  package var made: Making?
  /// The build since which a result is in use, where another build had made it.
  package var takenBy: BuildRecord?
  /// Where the step's last run did not end well: the build, and what went wrong.
  package var failure: (build: BuildRecord, step: BuildStepRecord)?
  /// What the step did in the build since which its result is in use; nil when that is forgotten.
  package var lastRun: (build: BuildRecord, step: BuildStepRecord)?
  /// What is behind it.
  package var causes: [Cause]

  /// Explains steps by what is behind them; the rest is filled in where it is known.
  package init(
    steps: [StepID], decision: Decision, isLikelyReused: Bool = false, causes: [Cause]
  ) {
    self.steps = steps
    self.decision = decision
    self.isLikelyReused = isLikelyReused
    self.causes = causes
  }

  /// A run that made a result.
  package struct Making: Sendable, Hashable {
    /// The step under whose name it ran.
    package var step: StepID
    /// When, in seconds since 1970.
    package var when: Double
    /// In which build; nil when that is forgotten.
    package var build: BuildRecord?
    /// Wall seconds that it took.
    package var seconds: Double

    /// Says what made a result.
    package init(step: StepID, when: Double, build: BuildRecord?, seconds: Double) {
      self.step = step
      self.when = when
      self.build = build
      self.seconds = seconds
    }
  }

  /// Whether nothing like it was built before.
  package var isFirst: Bool {
    switch decision {
    case .reuse: false
    case .run, .undecided:
      !causes.isEmpty
        && causes.allSatisfy {
          $0.facts.allSatisfy { fact in
            guard case .firstMade = fact else { return false }
            return true
          }
        }
    }
  }
}

extension Session {
  /// Explains the steps that a target means; none where the song must be heard first to know
  /// them.
  ///
  /// - Parameters:
  ///   - target: Steps.
  ///   - isGrouped: Whether steps that have the same causes are explained together.
  /// - Returns: One explanation a step, or a group of them, in the plan's order.
  /// - Throws: `ProjectProblems`, `KitError`.
  package func why(_ target: Target, isGrouped: Bool = true) throws -> [Explanation] {
    let target = meaning(of: target)
    let plan = try plan([target])
    let tracing = Tracing(plan, sources: try ProjectMemory(self))
    let entries = plan.entries.filter { target.matches($0.id) }
    guard isGrouped, entries.count > 1 else {
      return try entries.map { try explanation(of: [$0], tracing) }
    }
    var groups: [[Plan.Entry]] = []
    var places: [Group: Int] = [:]
    for entry in entries {
      let group = try group(of: entry, tracing)
      if let place = places[group] {
        groups[place].append(entry)
      } else {
        places[group] = groups.count
        groups.append([entry])
      }
    }
    return try groups.map { try explanation(of: $0, tracing) }
  }

  /// The facts behind the steps of a plan that run, by the kind of step.
  ///
  /// - Throws: `KitError`.
  package func facts(of plan: Plan) throws -> [String: [Fact]] {
    let running = plan.entries.filter { if case .run = $0.decision { true } else { false } }
    guard !running.isEmpty else { return [:] }
    let tracing = Tracing(plan, sources: try ProjectMemory(self))
    return try Dictionary(grouping: running.map(\.id), by: \.kind).mapValues { ids in
      try tracing.causes(of: ids).flatMap(\.facts)
    }
  }

  /// What steps have in common that are explained together.
  private struct Group: Hashable {
    var decision: Int
    var madeBy: Double?
    var takenBy: Double?
    var facts: Set<Fact>
  }

  private func group(of entry: Plan.Entry, _ tracing: Tracing) throws -> Group {
    let facts = Set(try tracing.causes(of: [entry.id]).flatMap(\.facts))
    switch entry.decision {
    case .reuse(let result):
      let use = try store?.lastRun(of: entry.id, key: result.key)?.build.started
      let isInUse = try store?.lastResult(of: entry.id)?.key == result.key
      return Group(
        decision: isInUse ? 0 : 3, madeBy: try store?.maker(of: result.key)?.build.started,
        takenBy: use,
        facts: facts)
    case .run: return Group(decision: 1, facts: facts)
    case .undecided: return Group(decision: entry.isLikelyReused ? 2 : 1, facts: facts)
    }
  }

  private func explanation(
    of entries: [Plan.Entry], _ tracing: Tracing
  ) throws -> Explanation {
    guard let first = entries.first else { preconditionFailure("no step to explain") }
    var explanation = Explanation(
      steps: entries.map(\.id), decision: first.decision, isLikelyReused: first.isLikelyReused,
      causes: try tracing.causes(of: entries.map(\.id)))
    guard let store else { return explanation }
    guard case .reuse(let result) = first.decision else {
      explanation.lastRun = try store.lastRun(of: first.id)
      if let last = explanation.lastRun, last.step.message != nil { explanation.failure = last }
      return explanation
    }
    explanation.isInUse = try store.lastResult(of: first.id)?.key == result.key
    let maker = try store.maker(of: result.key)
    let use = try store.lastRun(of: first.id, key: result.key)
    explanation.lastRun = use
    if let when = try maker?.build.started ?? store.made(result.key) {
      explanation.made = Explanation.Making(
        step: maker?.step.id ?? result.id, when: when, build: maker?.build,
        seconds: result.seconds)
    }
    if explanation.isInUse, let use, use.step.outcome == .reused {
      explanation.takenBy = use.build
    }
    return explanation
  }
}
