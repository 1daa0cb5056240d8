import VoimoBase
package import VoimoEngine
package import VoimoKit
import VoimoStages

/// Writes a plan for people.
package struct PlanText {
  private let plan: Plan
  /// What is behind the steps that run, by the kind of step.
  private let facts: [String: [Fact]]
  /// The files that a build would write.
  private let exports: [PendingExport]
  private let style: Style
  /// Columns that a line may take; nil for as many as it needs.
  private let width: Int?

  /// - Parameters:
  ///   - plan: What a build would do.
  ///   - facts: What is behind the steps that run, by the kind of step.
  ///   - exports: The files that a build would write.
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  package init(
    plan: Plan, facts: [String: [Fact]], exports: [PendingExport] = [], style: Style,
    width: Int? = nil
  ) {
    self.width = width
    self.plan = plan
    self.facts = facts
    self.exports = exports
    self.style = style
  }

  /// One line a stage: what runs, what may, what is reused, and what is behind it.
  package var stageLines: [String] {
    Columns.lines(
      StageRegistry.inOrder(plan.entries.map(\.id.kind)).map { kind in
        let entries = plan.entries.filter { $0.id.kind == kind }
        let counts = Counts(entries)
        let reason = reason(entries, counts, kind)
        return [
          "\(mark(counts)) \(kind)", counts.parts(style).joined(separator: ", "),
        ] + (reason.isEmpty ? [] : [style.paint(reason, .dim)])
      }, width: width)
  }

  /// How many steps there are of each decision.
  private struct Counts {
    var (run, undecided, likelyReused, reuse) = (0, 0, 0, 0)

    init(_ entries: [Plan.Entry]) {
      for entry in entries {
        switch entry.decision {
        case .run: run += 1
        case .reuse: reuse += 1
        case .undecided:
          undecided += 1
          if entry.isLikelyReused { likelyReused += 1 }
        }
      }
    }

    /// Those that there are: `3 to run`, `5 undecided (2 probably reused)`.
    func parts(_ style: Style) -> [String] {
      var parts: [String] = []
      if run > 0 { parts.append(style.paint("\(run) to run", .yellow)) }
      if undecided > 0 { parts.append(undecidedText) }
      if reuse > 0 { parts.append(style.paint("\(reuse) reused", .dim)) }
      return parts
    }

    var undecidedText: String {
      if likelyReused == 0 { return "\(undecided) undecided" }
      if likelyReused == undecided { return "\(undecided) undecided (probably reused)" }
      return "\(undecided) undecided (\(likelyReused) probably reused)"
    }
  }

  private func reason(_ entries: [Plan.Entry], _ counts: Counts, _ stage: String) -> String {
    if counts.run > 0 {
      guard let facts = facts[stage], let first = facts.first else { return "" }
      let more = facts.count > 1 ? ", and \(facts.count - 1) more" : ""
      return ReasonText.sentence(first) + more
    }
    var seen: Set<StepID> = []
    var waiting: [StepID] = []
    for case .undecided(let steps) in entries.map(\.decision) {
      waiting += steps.filter { seen.insert($0).inserted }
    }
    return waiting.isEmpty ? "" : "waiting for: \(StepsText.all(waiting))"
  }

  /// One line a step, with every reason.
  package var stepLines: [String] {
    plan.entries.flatMap { entry -> [String] in
      switch entry.decision {
      case .reuse: return ["\(style.paint("=", .dim)) \(entry.id)"]
      case .run(_, let because):
        return ["\(style.paint("▸", .yellow)) \(entry.id)"]
          + because.map { "    " + style.paint(ReasonText.sentence($0), .dim) }
      case .undecided(let waiting):
        let likely = entry.isLikelyReused ? "probably reused; " : ""
        return [
          "? \(entry.id)  "
            + style.paint("\(likely)waiting for: \(StepsText.all(waiting))", .dim)
        ]
      }
    }
  }

  /// The whole in a line, with what it would take.
  package func summary(_ estimate: PlanEstimate?) -> String {
    let counts = Counts(plan.entries)
    guard counts.run + counts.undecided > 0 else {
      guard !exports.isEmpty else {
        return "nothing to do: \(CountText.allMade(counts.reuse))"
      }
      return "\(CountText.allMade(counts.reuse)); a build would write:\n"
        + Self.lines(of: exports).joined(separator: "\n")
    }
    var text = "\(counts.run) to run, \(counts.undecidedText), \(counts.reuse) reused"
    if let estimate {
      text += " · about \(ClockText.seconds(estimate.likely))"
      if estimate.isScaled { text += ", by what other picture sizes took" }
    }
    switch plan.horizon {
    case .whole: break
    case .standIn where plan.isForeseen: break
    case .standIn: text += "\nthe shots are those of the last build; this build may find others"
    case .unknown: text += "\nwhat comes after the shots is known once the step shots has run"
    }
    return text
  }

  /// `out/Test.mp4 (missing)`, a line each.
  static func lines(of exports: [PendingExport]) -> [String] {
    exports.map { export in
      let why =
        switch export.state {
        case .missing: "missing"
        case .changed: "it holds something else now"
        case .toBeMade: "to be made"
        }
      return "  \(DiagnosticText.visible(export.path)) (\(why))"
    }
  }

  private func mark(_ counts: Counts) -> String {
    counts.run > 0
      ? style.paint("▸", .yellow) : counts.undecided > 0 ? "?" : style.paint("=", .dim)
  }
}
