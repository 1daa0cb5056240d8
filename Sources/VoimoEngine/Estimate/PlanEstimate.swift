import VoimoBase

/// How long a planned build will probably take.
package struct PlanEstimate: Sendable, Hashable {
  /// Wall seconds if every undecided step turns out as the plan expects.
  package var likely: Double
  /// Wall seconds if every undecided step turns out to be cached.
  package var atLeast: Double
  /// Wall seconds if every undecided step must run.
  package var atMost: Double
  /// Steps that will probably run and of whose kind nothing is remembered; they count as no time.
  package var unknownSteps: Int
  /// Whether much of it is derived from work on units of another size.
  package var isScaled: Bool

  /// Which undecided steps run.
  private enum Assumption {
    case none, likely, all
  }

  /// Plays the build through with remembered durations: `RunState` decides as it would, a clock
  /// of numbers goes forward.
  ///
  /// Of a graph that is still to grow only what the stand-in shows is counted.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes and inputs.
  package init(_ plan: Plan, pools: Pools, seconds: RememberedSeconds) {
    var (known, scaled) = (0.0, 0.0)
    unknownSteps = 0
    for entry in plan.entries where Self.runs(entry, .likely) {
      guard let estimate = seconds[entry.id, entry.step.expectedWork] else {
        unknownSteps += 1
        continue
      }
      known += estimate.seconds
      if estimate.isScaled { scaled += estimate.seconds }
    }
    isScaled = scaled > known / 4
    func play(_ assumption: Assumption) -> Double {
      Self.play(plan, pools: pools, seconds: seconds, assumption)
    }
    likely = play(.likely)
    atLeast = play(.none)
    atMost = play(.all)
  }

  private static func runs(_ entry: Plan.Entry, _ assumption: Assumption) -> Bool {
    switch entry.decision {
    case .reuse: return false
    case .run: return true
    case .undecided:
      switch assumption {
      case .none: return false
      case .likely: return !entry.isLikelyReused
      case .all: return true
      }
    }
  }

  private static func play(
    _ plan: Plan, pools: Pools, seconds: RememberedSeconds, _ assumption: Assumption
  ) -> Double {
    var state = RunState(playing: plan, pools: pools, seconds: seconds)
    var now = 0.0
    var running: [(end: Double, id: StepID)] = []
    while true {
      while let action = state.next() {
        switch action {
        case .resolve(let id):
          let key = ContentHash(hashing: id.rawValue)
          let isRun = plan.entry(of: id).map { runs($0, assumption) } ?? false
          state.resolved(id, isRun ? .run(key: key) : .reuse)
        case .start(let id, _):
          let work = plan.entry(of: id)?.step.expectedWork
          running.append((now + (seconds[id, work]?.seconds ?? 0), id))
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
