import VoimoBase

/// Where the fields of a file are written, by path.
package struct Places: Sendable {
  private var values: [String: SourceSpan] = [:]
  private var keys: [String: SourceSpan] = [:]

  /// No place at all.
  package init() {}

  /// Notes where a field's name and value are written.
  mutating func note(_ path: String, key: SourceSpan?, value: SourceSpan) {
    values[path] = value
    keys[path] = key
  }

  /// Where a value is; the enclosing value's place for a part of a short form.
  func value(at path: String) -> SourceSpan? { values[path] }

  /// Where a name is.
  func key(at path: String) -> SourceSpan? { keys[path] }
}
