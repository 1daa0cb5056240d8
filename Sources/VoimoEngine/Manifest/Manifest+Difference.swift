/// A field whose value is not what it was.
package struct Change: Sendable, Hashable, Codable {
  /// The manifest field: `parameter prompt`, `input scene`.
  package var field: String
  /// What it was; nil when there was no such field.
  package var old: String?
  /// What it is; nil when there is no such field any more.
  package var new: String?

  /// Says what a field was and is.
  package init(field: String, old: String?, new: String?) {
    self.field = field
    self.old = old
    self.new = new
  }

  /// The step's own name of the input that changed; nil when it is another sort of field.
  package var input: String? {
    field.hasPrefix("input ") ? String(field.dropFirst("input ".count)) : nil
  }

  /// The name of the parameter that changed; nil when it is another sort of field.
  package var parameter: String? {
    field.hasPrefix("parameter ") ? String(field.dropFirst("parameter ".count)) : nil
  }
}

extension Manifest {
  /// What changed since an older manifest: this one's fields in their order, then those it lost.
  ///
  /// Empty exactly when both have the same fields with the same values. A name that a walk wrote
  /// more than once is compared occurrence by occurrence.
  ///
  /// - Complexity: O(*n*) in the bytes of both.
  package func difference(from old: Manifest) -> [Change] {
    guard bytes != old.bytes else { return [] }
    let (before, after) = (old.numbered(), numbered())
    let was = Dictionary(
      before.map { ($0.place, $0.value) }, uniquingKeysWith: { first, _ in first })
    let isNow = Set(after.map(\.place))
    var changes = after.compactMap { line in
      was[line.place] == line.value
        ? nil : Change(field: line.place.name, old: was[line.place], new: line.value)
    }
    changes += before.filter { !isNow.contains($0.place) }
      .map { Change(field: $0.place.name, old: $0.value, new: nil) }
    // The same fields in another order: a key of its own, so it must not look like no change.
    if changes.isEmpty {
      let order = { (lines: [Line]) in lines.map(\.place.name).joined(separator: ", ") }
      changes.append(Change(field: "order", old: order(before), new: order(after)))
    }
    return changes
  }

  private struct Place: Hashable {
    var name: String
    var occurrence: Int
  }

  private typealias Line = (place: Place, value: String)

  private func numbered() -> [Line] {
    var seen: [String: Int] = [:]
    return fields.map { field in
      seen[field.name, default: 0] += 1
      return (Place(name: field.name, occurrence: seen[field.name, default: 0]), field.value)
    }
  }
}
