import Glibc
package import VoimoBase

/// How long steps took in earlier builds, for the order of work and for estimates.
///
/// Wall seconds. Never part of a key and never of a result. Steps whose work is counted are
/// compared by the unit; units of a size that was never worked on are scaled from those that were.
package struct RememberedSeconds: Sendable, Hashable {
  /// One run of a step.
  package struct Run: Sendable, Hashable {
    package var id: StepID
    package var seconds: Double
    /// Nil where its work is not counted.
    package var work: ExpectedWork?

    /// Notes a run.
    package init(_ id: StepID, seconds: Double, work: ExpectedWork? = nil) {
      self.id = id
      self.seconds = seconds
      self.work = work
    }
  }

  /// What units of work have in common when they take equally long.
  private struct Pace: Hashable {
    var size: Int
    var manner: String

    init(_ work: ExpectedWork) { (size, manner) = (work.size, work.manner) }
  }

  /// Runs of a kind of step, added up.
  private struct Sum: Hashable {
    var seconds = 0.0
    var units = 0
    var count = 0

    mutating func add(_ run: Run) {
      seconds += run.seconds
      units += run.work?.count ?? 0
      count += 1
    }

    var unitSeconds: Double? { units > 0 ? seconds / Double(units) : nil }
  }

  private struct KindOfStep: Hashable {
    var all = Sum()
    var paces: [Pace: Sum] = [:]
  }

  /// The last run of each step at each pace, the newest first.
  private var steps: [StepID: [Run]] = [:]
  private var kinds: [String: KindOfStep] = [:]

  /// Nothing is remembered, as on a new machine.
  package init() {}

  /// Takes runs, the newest first; of a step's runs at one pace only the newest counts.
  package init(runs: [Run]) {
    for run in runs {
      let pace = run.work.map(Pace.init)
      let known = steps[run.id, default: []]
      if known.contains(where: { $0.work.map(Pace.init) == pace }) { continue }
      steps[run.id] = known + [run]
      var kind = kinds[run.id.kind, default: KindOfStep()]
      kind.all.add(run)
      if let pace { kind.paces[pace, default: Sum()].add(run) }
      kinds[run.id.kind] = kind
    }
  }

  /// An estimate of a step's run.
  package struct Estimate: Sendable, Hashable {
    package var seconds: Double
    /// Whether it is derived from units of another size or manner.
    package var isScaled: Bool
  }

  /// What a step will probably take; nil when nothing of its kind ever ran.
  package subscript(id: StepID, work: ExpectedWork?) -> Estimate? {
    guard let kind = kinds[id.kind] else { return nil }
    guard let work, work.count > 0 else {
      let last = steps[id]?.first?.seconds
      return Estimate(seconds: last ?? kind.all.seconds / Double(kind.all.count), isScaled: false)
    }
    guard let unit = unitSeconds(of: id, kind, at: Pace(work)) else {
      return Estimate(seconds: kind.all.seconds / Double(kind.all.count), isScaled: false)
    }
    return Estimate(seconds: unit.seconds * Double(work.count), isScaled: unit.isScaled)
  }

  private func unitSeconds(of id: StepID, _ kind: KindOfStep, at pace: Pace) -> Estimate? {
    let own = (steps[id] ?? []).compactMap { run in
      run.work.flatMap { work in
        work.count > 0 ? (pace: Pace(work), seconds: run.seconds / Double(work.count)) : nil
      }
    }
    if let same = own.first(where: { $0.pace == pace }) {
      return Estimate(seconds: same.seconds, isScaled: false)
    }
    if let other = own.first {
      // What is slow at one size, a heavy scene say, is slow at another.
      return Estimate(
        seconds: other.seconds * ratio(kind, from: other.pace, to: pace),
        isScaled: kind.paces[pace] == nil)
    }
    if let known = kind.paces[pace]?.unitSeconds {
      return Estimate(seconds: known, isScaled: false)
    }
    let nearest = kind.paces.filter { $0.value.units > 0 }.min { a, b in
      let (first, second) = (distance(a.key, pace), distance(b.key, pace))
      return first != second ? first < second : a.key.manner < b.key.manner
    }
    guard let nearest, let unit = nearest.value.unitSeconds else { return nil }
    return Estimate(seconds: unit * ratio(kind, from: nearest.key, to: pace), isScaled: true)
  }

  /// How much longer a unit takes at one pace than at another: as was seen, else as it is larger.
  private func ratio(_ kind: KindOfStep, from old: Pace, to new: Pace) -> Double {
    if let before = kind.paces[old]?.unitSeconds, let after = kind.paces[new]?.unitSeconds,
      before > 0
    {
      return after / before
    }
    return pow(Double(max(1, new.size)) / Double(max(1, old.size)), Self.growth)
  }

  /// A unit twice as large takes 2 to the power of this as long.
  ///
  /// Some of the work is the same at every size. Measured on the examples, between drafts and films
  /// of seven times the pixels.
  private static let growth = 0.86

  private func distance(_ a: Pace, _ b: Pace) -> Double {
    let (small, large) = (min(a.size, b.size), max(a.size, b.size))
    return Double(large) / Double(max(1, small))
  }
}
