import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoStore

/// Finds the edits of a project that are behind the changed fields of a step's manifest.
///
/// The manifest decides what changed; this only says it in the user's words.
struct EditNaming: Sendable {
  private let all: [SaidValues.Edit]
  private let ranges: [FieldEdit]

  /// Compares what a project said with what it says.
  init(from old: SaidValues, to new: SaidValues) {
    all = new.edits(since: old)
    ranges = Self.ranges(from: old, to: new)
  }

  /// The edits behind a field.
  ///
  /// - Parameters:
  ///   - meaning: What the field follows from.
  ///   - scope: The section or time range that the step is about: `chorus.1@1:48-2:04`; nil for a
  ///     step that is about the whole song.
  /// - Returns: Empty when no edit that is known of explains the field.
  func edits(behind meaning: FieldMeaning, scope: String?) -> [FieldEdit] {
    switch meaning {
    case .fields(let patterns):
      all.filter { edit in
        patterns.contains { Self.matches(edit.path, $0) } && Self.concerns(edit, scope)
      }.map { FieldEdit(field: $0.name, old: $0.old, new: $0.new) }
    case .timeRanges: ranges
    case .software, .shots: []
    }
  }

  /// The edits of a file's lines, or of the name under which the project has the file.
  func edits(ofFile field: String) -> [FieldEdit] {
    let named = all.filter { $0.path == [field, "file"] }
    return (named.isEmpty ? all.filter { $0.path == [field, "lines"] } : named)
      .map { FieldEdit(field: $0.name, old: $0.old, new: $0.new) }
  }

  /// The edits that brought a time range into being.
  func edits(ofRange key: String) -> [FieldEdit] {
    let new = ranges.filter { $0.new == key }
    return new.isEmpty
      ? all.filter { $0.path.starts(with: ["sections", key]) }
        .map { FieldEdit(field: $0.name, old: $0.old, new: $0.new) } : new
  }

  private static func matches(_ path: [String], _ pattern: String) -> Bool {
    let wanted = pattern.split(separator: ".").map(String.init)
    return path.count >= wanted.count
      && zip(path, wanted).allSatisfy { $1 == "*" || $0 == $1 }
  }

  /// Whether an edit under `sections` is about the section or stretch that a step is about.
  private static func concerns(_ edit: SaidValues.Edit, _ scope: String?) -> Bool {
    guard edit.path.first == "sections", edit.path.count > 1, let scope else { return true }
    let parts = scope.split(separator: "@", maxSplits: 1).map(String.init)
    guard let section = parts.first else { return true }
    switch SectionSelector(edit.path[1]) {
    case .label(let label): return section.hasPrefix("\(label).")
    case .section(let id), .shot(let id, _): return section == id.description
    // What is said of a stretch no more is said of what lies there now.
    case .range: return parts.last == edit.path[1] || edit.new == nil
    case nil: return false
    }
  }

  /// The time ranges that are there and were not, paired with those that are there no more.
  private static func ranges(from old: SaidValues, to new: SaidValues) -> [FieldEdit] {
    func keys(_ said: SaidValues) -> [String] {
      var seen: Set<String> = []
      return said.values.compactMap { value in
        guard value.path.first == "sections", value.path.count > 1,
          case .range? = SectionSelector(value.path[1]), seen.insert(value.path[1]).inserted
        else { return nil }
        return value.path[1]
      }
    }
    let (before, now) = (keys(old), keys(new))
    let gone = before.filter { !now.contains($0) }
    let fresh = now.filter { !before.contains($0) }
    return (0..<max(gone.count, fresh.count)).map { index in
      FieldEdit(
        field: "time range", old: gone.indices.contains(index) ? gone[index] : nil,
        new: fresh.indices.contains(index) ? fresh[index] : nil)
    }
  }
}
