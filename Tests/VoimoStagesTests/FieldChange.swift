import Testing
import VoimoBase
import VoimoEngine

/// A step with one of its fields changed, and what of its manifest is another then.
struct FieldChange<S: Step> {
  /// The stored property that changes: `width`, or `video.width` where that is opened.
  var field: String
  /// The manifest's fields that differ, in its order: `parameter width`, `input scene`; none for
  /// what is no part of the key.
  var shows: [String]
  var change: (inout S) -> Void

  init(_ field: String, _ shows: String..., change: @escaping (inout S) -> Void) {
    self.field = field
    self.shows = shows
    self.change = change
  }
}

extension Manifest {
  /// The manifest of a step whose inputs hold nothing but their own names.
  init(named step: some Step) {
    let hashes = step.inputs.map {
      ($0.name, ContentHash(hashing: "\($0.producer) \($0.output)"))
    }
    self.init(of: step, inputs: Dictionary(uniqueKeysWithValues: hashes))
  }
}

/// Changes a step field by field: each change must show where it is said to, and nowhere else, and
/// no stored property of the step may be without a change.
///
/// Properties that are `opened` have their own properties changed one by one.
func check<S: Step>(
  _ step: S, opening opened: Set<String> = [], _ changes: [FieldChange<S>],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let before = Manifest(named: step)
  #expect(before == Manifest(named: step), sourceLocation: sourceLocation)
  for change in changes {
    var other = step
    change.change(&other)
    let after = Manifest(named: other)
    #expect(
      after.difference(from: before).map(\.field) == change.shows, "\(S.self).\(change.field)",
      sourceLocation: sourceLocation)
    #expect(
      (after.key == before.key) == change.shows.isEmpty, "\(S.self).\(change.field)",
      sourceLocation: sourceLocation)
  }
  let fields = properties(of: step).flatMap { name, value in
    opened.contains(name) ? properties(of: value).map { "\(name).\($0.name)" } : [name]
  }
  let untested = Set(fields).subtracting(changes.map(\.field))
  #expect(untested.isEmpty, "fields that no test changes", sourceLocation: sourceLocation)
  let unknown = Set(changes.map(\.field)).subtracting(fields)
  #expect(unknown.isEmpty, "no fields of the step", sourceLocation: sourceLocation)
}

/// The stored properties of a value, or of what an optional or a case with a payload holds.
private func properties(of value: Any) -> [(name: String, value: Any)] {
  let mirror = Mirror(reflecting: value)
  if mirror.displayStyle == .optional || mirror.displayStyle == .enum,
    let payload = mirror.children.first
  {
    return properties(of: payload.value)
  }
  return mirror.children.compactMap { child in child.label.map { ($0, child.value) } }
}
