import VoimoBase
import VoimoEngine
package import VoimoKit
import VoimoStore

/// Writes why steps are as they are for people.
package struct WhyText {
  private let style: Style
  private let time: HumanTime
  /// The profile that is asked about; nil for none.
  private let profile: String?
  /// Whether every step on the way is named.
  private let namesAll: Bool

  package init(style: Style, time: HumanTime, profile: String?, namesAll: Bool = false) {
    self.style = style
    self.time = time
    self.profile = profile
    self.namesAll = namesAll
  }

  /// Lines for what was asked; never none.
  package func lines(_ explanations: [Explanation], target: String) -> [String] {
    guard !explanations.isEmpty else { return [style.paint(target, .bold), "  \(notBuilt)"] }
    return explanations.flatMap(lines)
  }

  /// One explanation: the steps, what would become of them, and what is behind it.
  private func lines(_ explanation: Explanation) -> [String] {
    var lines = [style.paint(name(explanation), .bold)]
    if explanation.isFirst, explanation.failure == nil, profile == nil || explanation.made == nil {
      lines.append("  \(notBuilt)")
      lines += extra(explanation)
      return lines
    }
    lines += state(explanation).map { "  \($0)" }
    lines += causes(explanation).map { "    \($0)" }
    if let (build, step) = explanation.failure, let message = step.message {
      lines.append(
        "  \(step.outcome == .failed ? "failed" : "did not end") \(time.text(build.started)) "
          + "(\(command(build))): \(DiagnosticText.visible(message))")
    }
    return lines + extra(explanation)
  }

  private func name(_ explanation: Explanation) -> String { StepsText.all(explanation.steps) }

  /// Whether all that is behind a result is that there was none before.
  private func isFirstOfAll(_ explanation: Explanation) -> Bool {
    let facts = explanation.causes.flatMap(\.facts)
    return !facts.isEmpty
      && facts.allSatisfy { fact in
        if case .firstMade = fact { true } else { false }
      }
  }

  private var notBuilt: String {
    let option = profile.map { " --profile \($0)" } ?? ""
    return "not built yet; `voimo build\(option)` makes it"
  }

  private func state(_ explanation: Explanation) -> [String] {
    switch explanation.decision {
    case .reuse: return made(explanation)
    case .run:
      return [explanation.causes.isEmpty ? "will be made again" : "will be made again, because of"]
    case .undecided(let waiting):
      if explanation.isLikelyReused {
        return ["will probably be reused; waiting for: \(StepsText.all(waiting))"]
      }
      return [
        explanation.causes.isEmpty
          ? "undecided; waiting for: \(StepsText.all(waiting))"
          : "will probably be made again, because of"
      ]
    }
  }

  /// `is up to date: made 3 minutes ago (voimo build) in 0.6 s, because of`.
  private func made(_ explanation: Explanation) -> [String] {
    var text = "is up to date"
    let isFirst = isFirstOfAll(explanation)
    let behind = isFirst || explanation.causes.isEmpty ? "" : ", because of"
    guard let made = explanation.made else { return [text + behind] }
    let step = made.step == explanation.steps.first ? "" : " as \(made.step)"
    let by = made.build.map { " (\(command($0)))" } ?? ""
    guard explanation.isInUse else {
      return [
        "will be taken from the store, where it was made \(time.text(made.when))\(by)\(step)\(behind)"
      ]
    }
    let took = explanation.steps.count == 1 ? " in \(ClockText.seconds(made.seconds))" : ""
    guard let taken = explanation.takenBy else {
      text += ": \(isFirst ? "first made" : "made") \(time.text(made.when))\(by)\(step)\(took)"
      return [text + behind]
    }
    return [
      "\(text): taken from the store, where it was made \(time.text(made.when))\(by)\(step)",
      "in use since \(time.text(taken.started)) (\(command(taken)))\(behind)",
    ]
  }

  private func command(_ build: BuildRecord) -> String {
    DiagnosticText.visible(build.command)
  }

  /// The most causes that are written out, and edits of each: an answer is to fit a screen.
  private static let mostCauses = 4
  private static let mostFacts = 3

  private func causes(_ explanation: Explanation) -> [String] {
    if case .reuse = explanation.decision, isFirstOfAll(explanation) { return [] }
    let causes = explanation.causes
    let shown = namesAll ? causes.count : Self.mostCauses
    var lines = causes.prefix(shown).flatMap(lines)
    if causes.count > shown {
      let rest = causes.count - shown
      lines.append("and \(rest) more; --all names \(rest == 1 ? "it" : "them")")
    }
    return lines
  }

  private func lines(_ cause: Cause) -> [String] {
    let shown = namesAll ? cause.facts.count : Self.mostFacts
    var lines = cause.facts.prefix(shown).map(ReasonText.sentence)
    if cause.facts.count > shown {
      let rest = cause.facts.count - shown
      lines.append(
        "and \(rest) more \(rest == 1 ? "edit; --all names it" : "edits; --all names them")")
    }
    guard !cause.way.isEmpty else { return lines }
    if namesAll {
      return lines + cause.way.flatMap { $0 }.map { "  " + style.paint("→ \($0)", .dim) }
    }
    let way = cause.way.map { "→ \(StepsText.list($0))" }.joined(separator: " ")
    return lines + ["  " + style.paint(way, .dim)]
  }

  /// With --all, each of several steps by its name.
  private func extra(_ explanation: Explanation) -> [String] {
    guard namesAll, explanation.steps.count > 2 else { return [] }
    return ["  these are:"] + explanation.steps.map { "    \($0)" }
  }
}
