import VoimoBase

/// How long a build that runs will still take, learned from earlier builds and from this one.
///
/// Pure: tell it the events and the time.
package struct RunEstimate: Sendable {
  private enum Progress: Sendable {
    /// How likely it is to run, by what the plan says.
    case toCome(Outlook)
    case running(since: Double, done: Int, total: Int)
  }

  private enum Outlook: Sendable {
    case runs, probablyRuns, probablyReused
  }

  private struct OpenStep: Sendable {
    var progress: Progress
    var needs: StepNeeds
    var work: ExpectedWork?
  }

  /// What this build has shown of a kind of step.
  private struct Experience: Sendable {
    /// Seconds that its steps took.
    var took = 0.0
    /// Seconds that were remembered for those of them of which something was.
    var remembered = 0.0
    var tookOfRemembered = 0.0
    var count = 0
  }

  private var open: [StepID: OpenStep] = [:]
  /// Steps that are only there because the last build had them; none of them runs as such.
  private var standIns: Set<StepID> = []
  private var experience: [String: Experience] = [:]
  /// Of undecided steps that would probably run: how many ended, and how many of them ran.
  ///
  /// The plan's word counts as two steps' worth.
  private var likelyEnded = 2.0
  private var likelyRan = 2.0
  private let pools: Pools
  private let seconds: RememberedSeconds
  /// How much longer the build takes than its work spread evenly over the pools: for what must
  /// wait.
  private var stretch = 1.0

  /// Begins before anything has run.
  package init(_ plan: Plan, pools: Pools, seconds: RememberedSeconds) {
    self.pools = pools
    self.seconds = seconds
    take(plan.entries)
    let even = evenSeconds(at: 0)
    let played = PlanEstimate(plan, pools: pools, seconds: seconds).likely
    if even > 0, played > even { stretch = played / even }
  }

  /// Takes an event of the build and when it happened, in seconds of the runner's clock.
  package mutating func observe(_ event: RunEvent, at now: Double) {
    switch event {
    case .started(let id, _, _):
      guard let step = open[id] else { return }
      noteEnd(step.progress, ran: true)
      open[id]?.progress = .running(since: now, done: 0, total: 0)
    case .progress(let id, let done, let total, _):
      guard case .running(let since, _, _)? = open[id]?.progress else { return }
      open[id]?.progress = .running(since: since, done: done, total: total)
    case .finished(let id, let outcome, let took):
      guard let step = open.removeValue(forKey: id) else { return }
      if outcome == .reused { noteEnd(step.progress, ran: false) }
      if outcome == .ran { learn(id, step.work, took: took) }
    case .expanded(let entries):
      for id in standIns { open[id] = nil }
      standIns = []
      take(entries)
    case .planned, .warning, .damaged, .interrupted: break
    }
  }

  /// Wall seconds until the build is done; nil while nothing at all is known of what is left.
  package func remaining(at now: Double) -> Double? {
    guard !open.isEmpty else { return 0 }
    let isKnown = open.contains { id, step in
      if case .running(_, let done, _) = step.progress, done > 0 { return true }
      return expected(id, step.work) != nil
    }
    return isKnown ? evenSeconds(at: now) * stretch : nil
  }

  private mutating func take(_ entries: [Plan.Entry]) {
    for entry in entries where open[entry.id] == nil {
      switch entry.decision {
      case .reuse: continue
      case .run: add(entry, .runs)
      case .undecided: add(entry, entry.isLikelyReused ? .probablyReused : .probablyRuns)
      }
      if entry.standIn { standIns.insert(entry.id) }
    }
  }

  private mutating func add(_ entry: Plan.Entry, _ outlook: Outlook) {
    open[entry.id] = OpenStep(
      progress: .toCome(outlook), needs: entry.step.needs, work: entry.step.expectedWork)
  }

  private mutating func noteEnd(_ progress: Progress, ran: Bool) {
    guard case .toCome(.probablyRuns) = progress else { return }
    likelyEnded += 1
    if ran { likelyRan += 1 }
  }

  private mutating func learn(_ id: StepID, _ work: ExpectedWork?, took: Double) {
    var kind = experience[id.kind, default: Experience()]
    kind.took += took
    kind.count += 1
    if let remembered = seconds[id, work]?.seconds {
      kind.remembered += remembered
      kind.tookOfRemembered += took
    }
    experience[id.kind] = kind
  }

  /// What a step will take: what is remembered, scaled by how this build has gone so far.
  private func expected(_ id: StepID, _ work: ExpectedWork?) -> Double? {
    let kind = experience[id.kind]
    if let remembered = seconds[id, work]?.seconds {
      guard let kind, kind.remembered > 0 else { return remembered }
      return remembered * kind.tookOfRemembered / kind.remembered
    }
    return kind.map { $0.took / Double($0.count) }
  }

  /// The work that is left, spread evenly over each pool; the fullest pool counts.
  private func evenSeconds(at now: Double) -> Double {
    var cores = 0.0
    var slots: [String: Double] = [:]
    var longest = 0.0
    for (id, step) in open {
      let left = left(of: id, step, at: now)
      cores += left * Double(pools.cores(of: step.needs))
      if let slot = step.needs.slot { slots[slot, default: 0] += left }
      if case .running = step.progress { longest = max(longest, left) }
    }
    return slots.reduce(max(longest, cores / Double(pools.cores))) {
      max($0, $1.value / Double(pools.places(in: $1.key)))
    }
  }

  private func left(of id: StepID, _ step: OpenStep, at now: Double) -> Double {
    switch step.progress {
    case .toCome(.runs): return expected(id, step.work) ?? 0
    case .toCome(.probablyRuns): return (expected(id, step.work) ?? 0) * likelyRan / likelyEnded
    case .toCome(.probablyReused): return 0
    case .running(let since, let done, let total):
      let elapsed = max(0, now - since)
      if done > 0 { return elapsed * Double(max(0, total - done)) / Double(done) }
      guard let expected = expected(id, step.work) else { return 0 }
      // A step that takes longer than it ever has will not end this instant.
      return max(expected - elapsed, expected / 10)
    }
  }
}
