import VoimoBase

/// How long a planned build will probably take.
package struct PlanEstimate: Sendable, Hashable {
  /// Wall seconds if every undecided step turns out to be cached.
  package var atLeast: Double
  /// Wall seconds if every undecided step must run.
  package var atMost: Double
  /// Steps that must or may run and of whose kind nothing is remembered; they count as no time.
  package var unknownSteps: Int

  /// Plays the build through with remembered durations: `RunState` decides as it would, a clock
  /// of numbers goes forward.
  ///
  /// Of a graph that is still to grow only what the stand-in shows is counted.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes and inputs.
  package init(_ plan: Plan, pools: Pools, seconds: RememberedSeconds) {
    unknownSteps = plan.entries.count { entry in
      if case .reuse = entry.decision { false } else { seconds[entry.id] == nil }
    }
    func play(undecidedRun: Bool) -> Double {
      Self.play(plan, pools: pools, seconds: seconds, undecidedRun: undecidedRun)
    }
    atLeast = play(undecidedRun: false)
    atMost = play(undecidedRun: true)
  }

  private static func play(
    _ plan: Plan, pools: Pools, seconds: RememberedSeconds, undecidedRun: Bool
  ) -> Double {
    var state = RunState(playing: plan, pools: pools, seconds: seconds)
    var now = 0.0
    var running: [(end: Double, id: StepID)] = []
    while true {
      while let action = state.next() {
        switch action {
        case .resolve(let id):
          let key = ContentHash(hashing: id.rawValue)
          state.resolved(id, undecidedRun ? .run(key: key) : .reuse)
        case .start(let id, _): running.append((now + (seconds[id] ?? 0), id))
        case .grow: break
        }
      }
      guard let first = running.indices.min(by: { running[$0].end < running[$1].end }) else {
        return now
      }
      let ended = running.remove(at: first)
      now = ended.end
      state.succeeded(ended.id)
    }
  }
}
