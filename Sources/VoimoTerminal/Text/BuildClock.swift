import VoimoBase
import VoimoEngine
import VoimoKit

/// How long a build has taken, and how much longer it will.
///
/// Stages that count frames go by the frames a second seen lately, and before any was seen by what
/// this machine remembers; the others by the mean of their steps.
struct BuildClock {
  private let start: Double
  private let jobs: Int
  private let remembered: RememberedSeconds
  private let now: @Sendable () -> Double
  /// Times and counts of frames drawn, oldest first, of the last seconds.
  private var recent: [(time: Double, frames: Int)] = []
  private var frames = 0
  private var framesOf: [StepID: Int] = [:]

  init(jobs: Int, remembered: RememberedSeconds, now: @escaping @Sendable () -> Double) {
    self.jobs = max(1, jobs)
    self.remembered = remembered
    self.now = now
    start = now()
  }

  /// Seconds since the build began.
  var elapsed: Double { now() - start }

  /// Takes the next event.
  mutating func take(_ event: RunEvent) {
    guard case .progress(let id, let done, _, let unit) = event, unit == "frames",
      id.kind == "segment"
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
  var frameRate: Double? {
    guard let first = recent.first, let last = recent.last, last.time - first.time > 0.4,
      last.frames > first.frames
    else { return nil }
    return Double(last.frames - first.frames) / (last.time - first.time)
  }

  /// Seconds that the rest will probably take; nil when nothing is known of it.
  func remaining(view: BuildView) -> Double? {
    var sum = 0.0
    for row in view.rows where row.ended < row.total {
      guard let seconds = remaining(row) else { return nil }
      sum += seconds
    }
    return sum
  }

  private func remaining(_ row: BuildView.Row) -> Double? {
    let left = row.total - row.ended
    if row.unitsTotal > 0 {
      let frames = Double(max(0, row.unitsTotal - row.unitsDone))
      if let rate = frameRate { return frames / rate }
      if let unit = remembered.units[row.name] { return frames * unit / Double(jobs) }
    }
    let mean = row.ran > 0 ? row.seconds / Double(row.ran) : remembered.kinds[row.name]
    guard let mean else { return nil }
    return mean * Double(left) / Double(min(jobs, max(1, left)))
  }

  /// `0:48 elapsed · about 1:12 left · 41 frames/s`.
  func sentence(view: BuildView) -> String {
    var parts = ["\(Seconds(elapsed.rounded(.down)).clock) elapsed"]
    if view.isInterrupted {
      parts.append("stopping; what is finished is kept")
    } else if view.isStandIn {
      parts.append("the shots are not known yet")
    } else if let left = remaining(view: view), left >= 1 {
      parts.append("about \(Seconds(left.rounded()).clock) left")
    }
    if let rate = frameRate, !view.isInterrupted {
      parts.append("\(Int(rate.rounded())) frames/s")
    }
    return "  " + parts.joined(separator: " · ")
  }
}
