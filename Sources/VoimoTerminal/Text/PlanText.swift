import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStages

/// Writes a plan for people.
struct PlanText {
  var plan: Plan
  /// The files that a build would write.
  var exports: [PendingExport] = []
  var style: Style

  /// One line a stage: what runs, what may, what is reused, and the first reason.
  var stageLines: [String] {
    Columns.lines(
      StageRegistry.all.compactMap { stage in
        let entries = plan.entries.filter { $0.id.kind == stage.name }
        guard !entries.isEmpty else { return nil }
        var counts: [String] = []
        var reason = ""
        for entry in entries {
          if case .run(_, let because) = entry.decision, reason.isEmpty, let first = because.first {
            reason = Self.sentence(first)
          }
        }
        let run = entries.count { if case .run = $0.decision { true } else { false } }
        let undecided = entries.count { if case .undecided = $0.decision { true } else { false } }
        let reuse = entries.count - run - undecided
        if run > 0 { counts.append(style.paint("\(run) to make", .yellow)) }
        if undecided > 0 { counts.append("\(undecided) not known yet") }
        if reuse > 0 { counts.append(style.paint("\(reuse) reused", .dim)) }
        return [
          "\(mark(run: run, undecided: undecided)) \(stage.name)", counts.joined(separator: ", "),
          style.paint(reason, .dim),
        ]
      })
  }

  /// One line a step, with every reason.
  var stepLines: [String] {
    plan.entries.flatMap { entry -> [String] in
      switch entry.decision {
      case .reuse: return ["\(style.paint("=", .dim)) \(entry.id)"]
      case .run(_, let because):
        return ["\(style.paint("▸", .yellow)) \(entry.id)"]
          + because.map { "    " + style.paint(Self.sentence($0), .dim) }
      case .undecided(let waiting):
        let names = waiting.map(\.rawValue).joined(separator: ", ")
        return ["? \(entry.id)  " + style.paint("waits for \(names)", .dim)]
      }
    }
  }

  /// The whole in a line.
  func summary(seconds: Double?) -> String {
    let counts = plan.counts
    guard counts.run + counts.undecided > 0 else {
      guard !exports.isEmpty else {
        return "nothing to do: all \(counts.reuse) steps are made"
      }
      return "all \(counts.reuse) steps are made; a build would write:\n"
        + Self.lines(of: exports).joined(separator: "\n")
    }
    var text = "\(counts.run) to make, \(counts.undecided) not known yet, \(counts.reuse) reused"
    if let seconds { text += " · about \(ClockText.seconds(seconds))" }
    switch plan.horizon {
    case .whole: break
    case .standIn: text += "\nthe shots are those of the last build; this build may find others"
    case .unknown: text += "\nthe film's shots are not known before the song has been heard"
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

  private func mark(run: Int, undecided: Int) -> String {
    run > 0 ? style.paint("▸", .yellow) : undecided > 0 ? "?" : style.paint("=", .dim)
  }

  /// A reason in words: the field, what it was, what it is.
  static func sentence(_ reason: Reason) -> String {
    switch reason {
    case .neverBuilt: return "never made before"
    case .resultMissing: return "made before, but gone from the store"
    case .forced: return "forced: asked for with --force"
    case .resultDamaged(let detail): return "its result in the store was damaged (\(detail))"
    case .changed(let change):
      let name = change.parameter ?? change.input.map { "input \($0)" } ?? change.field
      switch (change.old, change.new) {
      case (let old?, let new?): return "\(name): \(shown(old)) → \(shown(new))"
      case (nil, let new?): return "\(name) is new: \(shown(new))"
      case (let old?, nil): return "\(name) is gone: \(shown(old))"
      case (nil, nil): return name
      }
    }
  }

  /// A value as far as it is worth reading; hashes by their first digits.
  private static func shown(_ value: String) -> String {
    if let hash = ContentHash(hex: value) { return hash.short }
    let visible = DiagnosticText.visible(value)
    return visible.count > 72 ? "\"\(visible.prefix(70))…\"" : "\"\(visible)\""
  }
}
