import VoimoBase
package import VoimoEngine

/// How long a build has taken, how much longer it will, and how many frames a second are drawn.
package struct BuildClock {
  private let start: Double
  private let jobs: Int
  /// Asked for only where there is something to do.
  private let remembered: @Sendable () -> RememberedSeconds
  private let now: @Sendable () -> Double
  private var estimate: RunEstimate?
  /// Times and counts of frames drawn, oldest first, of the last seconds.
  private var recent: [(time: Double, frames: Int)] = []
  private var frames = 0
  private var framesOf: [StepID: Int] = [:]
  /// The kind of step that draws the film's frames: the one with the most of them.
  private var drawing: String?

  package init(
    jobs: Int, remembered: @autoclosure @escaping @Sendable () -> RememberedSeconds,
    now: @escaping @Sendable () -> Double
  ) {
    self.jobs = max(1, jobs)
    self.remembered = remembered
    self.now = now
    start = now()
  }

  /// Seconds since the build began.
  package var elapsed: Double { now() - start }

  /// Takes the next event.
  package mutating func take(_ event: RunEvent) {
    switch event {
    case .planned(let plan):
      guard plan.counts.run + plan.counts.undecided > 0 else { break }
      estimate = RunEstimate(plan, pools: Pools(cores: jobs), seconds: remembered())
      note(plan.entries)
    case .expanded(let entries): note(entries)
    default: break
    }
    estimate?.observe(event, at: now())
    guard case .progress(let id, let done, _, let unit) = event, unit == "frames",
      id.kind == drawing
    else { return }
    frames += done - (framesOf[id] ?? 0)
    framesOf[id] = done
    let time = elapsed
    recent.append((time, frames))
    // Ten seconds smooth out the difference between light and heavy scenes.
    while let first = recent.first, time - first.time > 10, recent.count > 2 {
      recent.removeFirst()
    }
  }

  /// Frames a second over the last ten seconds; nil until there is something to go by.
  package var frameRate: Double? {
    guard let first = recent.first, let last = recent.last, last.time - first.time > 0.4,
      last.frames > first.frames
    else { return nil }
    return Double(last.frames - first.frames) / (last.time - first.time)
  }

  /// Seconds that the rest will probably take; nil when nothing is known of it.
  package var remaining: Double? { estimate?.remaining(at: now()) }

  private mutating func note(_ entries: [Plan.Entry]) {
    for entry in entries where drawing == nil && entry.step.expectedWork?.unit == "frames" {
      drawing = entry.id.kind
    }
  }

  /// `0:48 elapsed · about 1:12 left · 41 frames/s`.
  package func sentence(view: BuildView) -> String {
    var parts = ["\(Seconds(elapsed.rounded(.down)).clock) elapsed"]
    if view.isInterrupted {
      parts.append("stopping; what is finished is kept")
    } else if let left = remaining, left >= 1 {
      parts.append("about \(Seconds(left.rounded()).clock) left")
    }
    if let rate = frameRate, !view.isInterrupted {
      parts.append("\(Int(rate.rounded())) frames/s")
    }
    return "  " + parts.joined(separator: " · ")
  }
}
