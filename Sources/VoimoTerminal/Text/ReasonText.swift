package import VoimoBase
package import VoimoEngine
package import VoimoKit
import VoimoStore

/// Why a step runs, in words: the field, what it was and what it is.
package enum ReasonText {
  /// A reason as the manifest has it, for those who want every step's.
  package static func sentence(_ reason: Reason) -> String {
    switch reason {
    case .neverBuilt: "first made"
    case .resultMissing: "its result is gone from the store"
    case .resultDamaged(let detail): damaged(detail)
    case .forced: "asked for with --force"
    case .changed(let change): sentence(change)
    }
  }

  /// A fact as people know it.
  package static func sentence(_ fact: Fact) -> String {
    switch fact {
    case .edit(let edit): sentence(field: edit.field, edit.old, edit.new)
    case .otherContent(let file): "\(DiagnosticText.visible(file)) has other content"
    case .otherPart(let part, let old?, let new?):
      "\(part) changed: \(shown(old)) → \(shown(new))"
    case .otherPart(let part, _, _): "\(part) changed"
    case .newerStage(let stage): "this voimo makes \(stage) in another way"
    case .firstMade(let profile?): "first made with the profile \(profile)"
    case .firstMade(nil): "first made"
    case .missing: "its result is gone from the store"
    case .damaged(let detail): damaged(detail)
    case .forced: "asked for with --force"
    case .change(let change): sentence(change)
    }
  }

  private static func damaged(_ detail: String) -> String {
    "its result in the store was damaged (\(DiagnosticText.visible(detail)))"
  }

  private static func sentence(_ change: Change) -> String {
    if let input = change.input {
      switch (change.old, change.new) {
      case (nil, _?): return "now depends on \(input)"
      case (_?, nil): return "no longer depends on \(input)"
      default: return "\(input) changed"
      }
    }
    if change.field == "version" { return "this voimo makes it in another way" }
    return sentence(
      field: change.parameter ?? change.field, change.old.map(quoted), change.new.map(quoted))
  }

  /// A field with what it was and is, written as the field's values are.
  private static func sentence(field: String, _ old: String?, _ new: String?) -> String {
    let field = DiagnosticText.visible(field)
    switch (old, new) {
    case (let old?, let new?):
      if let items = itemDifference(old, new) { return "\(field): \(items)" }
      let (old, new) = cut(DiagnosticText.visible(old), DiagnosticText.visible(new))
      return "\(field): \(old) → \(new)"
    case (nil, let new?): return "\(field) added: \(shown(new))"
    case (let old?, nil): return "\(field) removed: \(shown(old))"
    case (nil, nil): return "\(field) changed"
    }
  }

  /// A value in quotes; hashes by their first digits.
  private static func quoted(_ value: String) -> String {
    ContentHash(hex: value).map(\.short) ?? "\"\(value)\""
  }

  private static let longest = 72

  private static func shown(_ value: String) -> String {
    let visible = DiagnosticText.visible(value)
    guard visible.count > longest else { return visible }
    return "\(visible.prefix(longest - 2))…" + (visible.hasSuffix("\"") ? "\"" : "")
  }

  /// Two long values, cut so that the place where they differ can be seen.
  static func cut(_ old: String, _ new: String) -> (String, String) {
    guard max(old.count, new.count) > longest else { return (old, new) }
    let same = zip(old, new).prefix { $0 == $1 }.count
    // A few words before the place, so that it is known what is talked about.
    let start = same > longest / 2 ? same - longest / 4 : 0
    func part(_ text: String) -> String {
      let rest = text.dropFirst(start)
      let end = rest.count > longest ? "…" + (text.hasSuffix("\"") ? "\"" : "") : ""
      let begin = start > 0 ? (text.hasPrefix("\"") ? "\"…" : "…") : ""
      return begin + rest.prefix(longest) + end
    }
    return (part(old), part(new))
  }

  /// Of two long lists, which items were put in and which were taken out; nil for anything else.
  static func itemDifference(_ old: String, _ new: String) -> String? {
    func items(_ text: String) -> [String] {
      text.trimmingPrefix("\"").split(separator: ", ").map { item in
        String(item.hasSuffix("\"") ? item.dropLast() : item)
      }
    }
    guard max(old.count, new.count) > longest else { return nil }
    let (before, now) = (items(old), items(new))
    guard min(before.count, now.count) > 3 else { return nil }
    let (was, isNow) = (Set(before), Set(now))
    let added = now.filter { !was.contains($0) }
    let removed = before.filter { !isNow.contains($0) }
    if added.isEmpty, removed.isEmpty { return "the same items in another order" }
    func listed(_ items: [String]) -> String {
      items.prefix(3).map(DiagnosticText.visible).joined(separator: ", ")
        + (items.count > 3 ? " and \(items.count - 3) more" : "")
    }
    return [
      added.isEmpty ? nil : "added \(listed(added))",
      removed.isEmpty ? nil : "removed \(listed(removed))",
    ].compactMap(\.self).joined(separator: "; ")
  }
}

/// Steps in few words.
package enum StepsText {
  /// Steps of one kind.
  ///
  /// - Parameter steps: In their order.
  /// - Returns: `film`, `prompts/chorus.1, prompts/chorus.2`,
  ///   `14 segments (chorus.1/00 … chorus.3/04)`.
  package static func list(_ steps: [StepID]) -> String {
    guard let first = steps.first, let last = steps.last, steps.count > 2 else {
      return steps.map(\.rawValue).joined(separator: ", ")
    }
    return "\(steps.count) \(plural(first.kind)) (\(first.scope ?? "") … \(last.scope ?? ""))"
  }

  /// Steps of any kinds, those of one kind together: `shots, 14 keyframes (…)`.
  package static func all(_ steps: [StepID]) -> String {
    var kinds: [String] = []
    var members: [String: [StepID]] = [:]
    for step in steps {
      if members[step.kind] == nil { kinds.append(step.kind) }
      members[step.kind, default: []].append(step)
    }
    return kinds.map { list(members[$0] ?? []) }.joined(separator: ", ")
  }

  private static func plural(_ kind: String) -> String { kind.hasSuffix("s") ? kind : "\(kind)s" }
}
